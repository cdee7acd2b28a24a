"""A base role answers for every responsibility."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding

NEEDS_WHOLE = True


def check(guide: Guide) -> Iterator[Finding]:
    for role in guide.roles.values():
        if role.extends:
            continue
        listed = {entry.id for entry in role.responsibilities}
        for missing in guide.responsibilities.keys() - listed:
            what = f"the base role leaves out `{missing}`: add it with its share of the time"
            yield Finding(role, ("responsibilities",), what, key=True)
