"""A line has at most 100 characters, except for an address that cannot be broken."""

from collections.abc import Iterator

from ..guide import Guide
from ..places import Place
from . import Finding

LONGEST = 100


def check(guide: Guide) -> Iterator[Finding]:
    for path, source in guide.sources.items():
        for number, line in enumerate(source.text.split("\n"), start=1):
            if len(line) > LONGEST and "://" not in line:
                what = f"the line has {len(line)} characters, at most {LONGEST}: break it"
                yield Finding(path, (), what, place=Place(number, LONGEST + 1))
