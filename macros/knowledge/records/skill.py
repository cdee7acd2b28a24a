"""A skill: what somebody can do, at four steps of proficiency."""

from typing import Literal

from pydantic import Field

from .base import GroupId, Line, Name, Part, Record, SkillId, Step, TechnologyId, Url


class OutOfScope(Part):
    """A neighbouring skill, and what belongs to it."""

    skill: SkillId = Field(description="The neighbour.")
    note: Line = Field(description="What belongs there and not here.")


class ProficiencyStep(Part):
    """What one step of proficiency looks like in this skill."""

    summary: Line = Field(description="The step in one sentence.")
    behaviours: list[Line] = Field(
        min_length=3, max_length=6, description="What can be seen; each begins with a verb."
    )


class Mistake(Part):
    """A common mistake and what to do instead."""

    mistake: Line = Field(description="What people do.")
    instead: Line = Field(description="What works.")


class Learn(Part):
    """Something good to learn from."""

    title: Name = Field(max_length=160, description="What it is called, and by whom.")
    url: Url = Field(description="Where it is; free of charge if possible.")
    steps: list[Literal[1, 2, 3, 4]] = Field(
        alias="for", min_length=1, description="The steps of proficiency that it helps to reach."
    )


class Skill(Record):
    """One skill."""

    kind = "skill"
    folder = "skills"

    name: Name = Field(max_length=60, description="As it stands in a list of skills.")
    group: GroupId = Field(description="Its group, a word of skill-groups.yaml.")
    summary: Line = Field(min_length=40, max_length=160, description="What one can do who has it.")
    why_it_matters: Line = Field(description="What goes wrong without it, concretely.")
    in_scope: list[Line] = Field(min_length=3, max_length=6, description="What belongs to it.")
    out_of_scope: list[OutOfScope] = Field(
        default=[], description="What belongs to a neighbour instead."
    )
    proficiency: dict[Step, ProficiencyStep] = Field(
        min_length=4, description="The four steps, 1 to 4."
    )
    prerequisites: list[SkillId] = Field(default=[], description="Skills that come first.")
    common_mistakes: list[Mistake] = Field(
        min_length=3, max_length=6, description="What people get wrong."
    )
    evidence_at_work: list[Line] = Field(
        min_length=2, max_length=5, description="Work products that show the skill."
    )
    technologies: list[TechnologyId] = Field(
        default=[], description="Technologies in which one meets it."
    )
    learn: list[Learn] = Field(min_length=2, max_length=5, description="What to read or practise.")
    synonyms: list[Name] = Field(default=[], description="What people type when they look for it.")
