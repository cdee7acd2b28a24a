"""Which skills the question bank covers at which level, and where its holes are."""

from typing import NamedTuple

from .guide import Guide, RoleAtLevel
from .records import Skill, SkillGroup


class Cell(NamedTuple):
    """A skill at a level. questions: how many rate it there; needed: whether a role needs it."""

    level: str
    questions: int
    needed: bool

    @property
    def hole(self) -> bool:
        """Whether something is needed that no question rates."""
        return self.needed and not self.questions


class Covered(NamedTuple):
    """A role at a level: its essential skills, and those that no question rates there."""

    pair: RoleAtLevel
    essential: list[Skill]
    holes: list[Skill]


def coverage(guide: Guide) -> list[tuple[SkillGroup, list[tuple[Skill, list[Cell]]]]]:
    """Every skill in its group, with a cell for each level."""
    needed = {
        (entry.skill, level)
        for role in guide.roles.values()
        for entry in role.skills
        for level, proficiency in entry.levels.items()
        if proficiency
    }
    return [
        (
            group,
            [
                (
                    skill,
                    [
                        Cell(
                            level,
                            len(guide.questions_rating(skill.id, level)),
                            (skill.id, level) in needed,
                        )
                        for level in guide.levels
                    ],
                )
                for skill in guide.skills_of_group(group.id)
            ],
        )
        for group in guide.skill_groups.values()
        if guide.skills_of_group(group.id)
    ]


def covered_roles(guide: Guide) -> list[Covered]:
    """Every role at each level, with the holes among its essential skills."""
    found = []
    for pair in guide.role_levels():
        level = pair.level.id
        essential = [guide.skills[skill] for skill in pair.essential]
        holes = [skill for skill in essential if not guide.questions_rating(skill.id, level)]
        found.append(Covered(pair, essential, holes))
    return found
