"""The time shares of a role's responsibilities sum to 100, and each is listed once."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for role in guide.roles.values():
        total = sum(entry.time_share for entry in role.responsibilities)
        if total != 100:
            what = f"the time shares sum to {total}, not to 100: change them"
            yield Finding(role, ("responsibilities",), what, key=True)
        seen: set[str] = set()
        for number, entry in enumerate(role.responsibilities):
            if entry.id in seen:
                at = ("responsibilities", number, "id")
                yield Finding(role, at, f"`{entry.id}` is listed twice: keep one")
            seen.add(entry.id)
