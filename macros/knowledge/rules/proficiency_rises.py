"""A role gives each skill a proficiency, 0 to 4, at each of its levels, which never falls."""

from collections.abc import Iterator

from ..guide import Guide
from ..records import Role
from ..records.role import RoleSkill
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for role in guide.roles.values():
        seen: set[str] = set()
        for entry in role.skills:
            at = _where(guide, role, entry.skill)
            if entry.skill in seen:
                yield Finding(role, at, f"`{entry.skill}` is listed twice: keep one")
            seen.add(entry.skill)
            yield from _of_skill(guide, role, entry, at)


def _where(guide: Guide, role: Role, skill: str) -> tuple[str | int, ...]:
    """Where a skill stands in the role's own file; a variant lists only some."""
    listed = guide.sources[role.path].node(("skills",))
    for number, node in enumerate(listed.value if listed else ()):
        if (node.plain() or {}).get("skill") == skill:
            return ("skills", number)
    return ("skills",)


def _of_skill(
    guide: Guide, role: Role, entry: RoleSkill, at: tuple[str | int, ...]
) -> Iterator[Finding]:
    at = (*at, "levels")
    highest, where = 0, ""
    for level in guide.levels:
        if level not in role.levels:
            continue
        if level not in entry.levels:
            yield Finding(role, at, f"`{entry.skill}` has no proficiency for `{level}`: add it")
            continue
        now = entry.levels[level]
        if str(now) not in guide.proficiency:
            yield Finding(role, (*at, level), f"{now} is not a proficiency: use 0 to 4")
        elif now < highest:
            what = f"falls from {highest} at `{where}` to {now} at `{level}`: it must not fall"
            yield Finding(role, (*at, level), f"`{entry.skill}` {what}")
        highest, where = max((highest, where), (now, level), key=lambda pair: pair[0])
