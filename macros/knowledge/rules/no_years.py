"""Nothing is measured in years of experience: levels mean scope, independence and influence."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records.base import Text
from . import Finding

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
PATTERN = re.compile(
    rf"{_NUMBER}\+?(?:\s*(?:-|–|to|or)\s*{_NUMBER})?\+?\s+years?(?:['’]|\s+of)?\s+"
    r"(?:\w+\s+)?(?:experience|practice|work)"
    rf"|(?:at least|minimum of|over|more than)\s+{_NUMBER}\s+years",
    re.IGNORECASE,
)


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        for leaf in guide.leaves(record):
            if not isinstance(leaf.mark, Text) or "year" not in leaf.text.lower():
                continue
            if found := PATTERN.search(leaf.text):
                what = f"`{found[0]}` counts years: say what the person can do"
                yield Finding(record, leaf.location, what, words=found[0].split()[0])
