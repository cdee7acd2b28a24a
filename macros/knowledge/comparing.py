"""Two roles at a level, side by side: what differs, and by how much."""

from itertools import pairwise
from typing import NamedTuple

from .guide import Guide, RoleAtLevel
from .records import Responsibility, Role, Skill, SkillGroup
from .records.base import Importance


class SkillChange(NamedTuple):
    """A skill in two roles at a level. before, after: proficiency, 0 where it is not needed."""

    skill: Skill
    before: int
    after: int
    importance_before: Importance | None
    importance_after: Importance | None

    @property
    def differs(self) -> bool:
        """Whether the two ask for different things."""
        return (self.before, self.importance_before) != (self.after, self.importance_after)


class ShareChange(NamedTuple):
    """A responsibility in two roles. before, after: per cent of the time, 0 where it is none."""

    responsibility: Responsibility
    before: int
    after: int


class Growth(NamedTuple):
    """Where one may go from a role.

    up: its levels in pairs; sideways: the roles that share a level; further: the levels of its base
    above its own highest.
    """

    up: list[tuple[RoleAtLevel, RoleAtLevel]]
    sideways: list[Role]
    further: list[RoleAtLevel]


def growth(guide: Guide, role: Role) -> Growth:
    """The ways to grow from a role."""
    up = [pair for pair in neighbouring_levels(guide) if pair[0].role.id == role.id]
    others = [one for one in guide.roles.values() if one.id != role.id]
    sideways = [one for one in others if set(one.levels) & set(role.levels)]
    order = list(guide.levels)
    highest = max(map(order.index, role.levels))
    base = guide.roles[role.extends] if role.extends else role
    further = [p for p in guide.levels_of(base) if order.index(p.level.id) > highest]
    return Growth(up, sideways, further)


def skill_changes(
    guide: Guide, before: RoleAtLevel, after: RoleAtLevel
) -> list[tuple[SkillGroup, list[SkillChange]]]:
    """Every skill that either needs, in its group, in the order of pages."""
    left, right = _needs(before), _needs(after)
    rows = []
    for group in guide.skill_groups.values():
        changes = [
            SkillChange(skill, *_pair(left, right, skill.id))
            for skill in guide.skills_of_group(group.id)
            if skill.id in left or skill.id in right
        ]
        if changes:
            rows.append((group, changes))
    return rows


def share_changes(guide: Guide, before: RoleAtLevel, after: RoleAtLevel) -> list[ShareChange]:
    """Every responsibility that either has, the largest share of the second first."""
    left = {entry.id: entry.time_share for entry in before.role.responsibilities}
    right = {entry.id: entry.time_share for entry in after.role.responsibilities}
    changes = [
        ShareChange(duty, left.get(duty.id, 0), right.get(duty.id, 0))
        for duty in guide.responsibilities.values()
        if duty.id in left or duty.id in right
    ]
    return sorted(changes, key=lambda change: (-change.after, -change.before))


def neighbouring_levels(guide: Guide) -> list[tuple[RoleAtLevel, RoleAtLevel]]:
    """Each role's levels, in pairs of one and the next."""
    return [
        (low, high)
        for role in guide.roles.values()
        for low, high in pairwise(guide.levels_of(role))
    ]


def roles_at(guide: Guide, level: str) -> list[RoleAtLevel]:
    """Every role that has a level, at that level."""
    return [pair for pair in guide.role_levels() if pair.level.id == level]


def _needs(pair: RoleAtLevel) -> dict[str, tuple[int, Importance]]:
    level = pair.level.id
    return {e.skill: (e.levels[level], e.importance) for e in pair.role.skills if e.levels[level]}


def _pair(
    left: dict[str, tuple[int, Importance]], right: dict[str, tuple[int, Importance]], skill: str
) -> tuple[int, int, Importance | None, Importance | None]:
    before, importance_before = left.get(skill, (0, None))
    after, importance_after = right.get(skill, (0, None))
    return before, after, importance_before, importance_after
