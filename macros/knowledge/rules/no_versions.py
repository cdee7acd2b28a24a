"""A technology names no version and no end-of-life date: they rot. Its state says how it stands."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records.base import Text
from . import Finding

PATTERN = re.compile(r"\b(?:19|20)\d\d\b|\b[vV]ersion \d|\b\d+\.\d+\b|\bv\d+\b")
TEXTS = ("summary", "used_for", "interview_note")


def check(guide: Guide) -> Iterator[Finding]:
    for technology in guide.technologies.values():
        for leaf in guide.leaves(technology):
            if not isinstance(leaf.mark, Text) or leaf.location[0] not in TEXTS:
                continue
            if found := PATTERN.search(leaf.text):
                what = f"`{found[0]}` will be out of date soon: say it without"
                yield Finding(technology, leaf.location, what, words=found[0])
