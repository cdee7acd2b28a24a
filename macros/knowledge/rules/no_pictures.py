"""Texts hold no pictures: they would load something, and cannot be read aloud."""

from collections.abc import Iterator

from ..guide import Guide
from ..records.base import Text
from ..walk import leaves
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        for leaf in leaves(record):
            if isinstance(leaf.mark, Text) and leaf.mark.form != "plain" and "![" in leaf.text:
                what = "`![` begins a picture: describe it in words"
                yield Finding(record, leaf.location, what, words="![")
