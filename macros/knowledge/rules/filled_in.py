"""Nothing of a draft that `python -m macros new` wrote is left as it was."""

from collections.abc import Iterator

from ..drafting import MARK
from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        for leaf in guide.leaves(record):
            if MARK in leaf.text:
                what = f"still to fill in: write over `{MARK}`"
                yield Finding(record, leaf.location, what, key=leaf.key)
