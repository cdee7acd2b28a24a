"""What a posting for a role at a level says, before a company adds its own words."""

from typing import NamedTuple

from .guide import Guide, RoleAtLevel
from .records import Responsibility, Skill
from .records.role import RoleSkill

MOST_SKILLS = 6  # must-haves; more of them keep good people from applying (see docs/method.md)
MOST_DUTIES = 5


class Duty(NamedTuple):
    """A responsibility, its line for a posting, and whether a ready posting has it."""

    responsibility: Responsibility
    line: str
    chosen: bool


class Must(NamedTuple):
    """A skill, the proficiency that the level needs, and whether a ready posting asks for it."""

    skill: Skill
    proficiency: int
    chosen: bool


def duties(guide: Guide, pair: RoleAtLevel) -> list[Duty]:
    """What the role answers for, the largest share of the time first."""
    entries = sorted(pair.role.responsibilities, key=lambda entry: -entry.time_share)
    found = [guide.responsibilities[entry.id] for entry in entries]
    level = pair.level.id
    told = [duty for duty in found if level in duty.job_post_lines]
    return [Duty(duty, duty.job_post_lines[level], n < MOST_DUTIES) for n, duty in enumerate(told)]


def musts(guide: Guide, pair: RoleAtLevel) -> list[Must]:
    """The skills that a posting may ask for: essential ones first, then the most proficiency."""
    level = pair.level.id

    def rank(entry: RoleSkill) -> tuple[bool, int]:
        return (entry.importance != "essential", -entry.levels[level])

    needed = [
        entry
        for entry in pair.role.skills
        if entry.levels[level] and entry.importance in ("essential", "important")
    ]
    return [
        Must(
            guide.skills[entry.skill],
            entry.levels[level],
            entry.importance == "essential" and n < MOST_SKILLS,
        )
        for n, entry in enumerate(sorted(needed, key=rank))
    ]
