"""A question rates each skill that is essential for a base role, at each level that needs it."""

from collections.abc import Iterator

from ..covering import covered_roles
from ..guide import Guide
from . import Finding

NEEDS_WHOLE = True


def check(guide: Guide) -> Iterator[Finding]:
    for found in covered_roles(guide):
        role, level = found.pair.role, found.pair.level.id
        if role.extends:
            continue
        places = {entry.skill: number for number, entry in enumerate(role.skills)}
        for skill in found.holes:
            what = f"no question rates `{skill.id}` at `{level}`, where it is essential: add one"
            yield Finding(role, ("skills", places[skill.id], "levels", level), what, key=True)
