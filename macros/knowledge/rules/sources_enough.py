"""A responsibility names at least two sources."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding

LEAST = 2


def check(guide: Guide) -> Iterator[Finding]:
    for duty in guide.responsibilities.values():
        if len(duty.sources) < LEAST:
            what = f"names {len(duty.sources)} of at least {LEAST} sources: add one"
            yield Finding(duty, ("sources",), what, key=True)
