"""Texts hold no pictures: they would load something, and cannot be read aloud."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records.base import Text
from . import Finding

PICTURE = re.compile(r"!\[[^\]]*\](?:\(|\[)")


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        for leaf in guide.leaves(record):
            if not isinstance(leaf.mark, Text) or leaf.mark.form == "plain":
                continue
            if PICTURE.search(leaf.text):
                what = "`![` begins a picture: describe it in words"
                yield Finding(record, leaf.location, what, words="![")
