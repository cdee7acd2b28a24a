"""A responsibility: one of the ten things that backend developers answer for."""

from pydantic import Field

from .base import (
    Importance,
    LevelId,
    Line,
    Name,
    Part,
    Record,
    SkillId,
    TechnologyId,
    TermId,
)


class NeededSkill(Part):
    """A skill that the responsibility needs."""

    skill: SkillId = Field(description="The skill.")
    importance: Importance = Field(description="essential, important or helpful.")


class UsedTechnology(Part):
    """A technology, and what for."""

    technology: TechnologyId = Field(description="The technology.")
    use: Line = Field(description="What it does for this responsibility.")


class Risk(Part):
    """What happens when nobody takes care."""

    risk: Line = Field(description="The damage.")
    early_sign: Line = Field(description="How to see it coming.")


class Metric(Part):
    """A number that shows whether the work is done well."""

    name: Name = Field(max_length=60, description="What it is called.")
    definition: Line = Field(description="How it is measured, with its unit.")
    target: Line = Field(description="A sensible value, and for whom.")


class Responsibility(Record):
    """One responsibility."""

    kind = "responsibility"
    folder = "responsibilities"

    order: int = Field(ge=1, le=10, description="Its place among the ten, 1 to 10.")
    name: Name = Field(max_length=80, description="In full, beginning with an -ing form.")
    short_name: Name = Field(max_length=30, description="For tables and lists.")
    summary: Line = Field(min_length=40, max_length=220, description="What one answers for.")
    why_it_matters: Line = Field(description="Why somebody must answer for it.")
    outcomes: list[Line] = Field(
        min_length=3, max_length=6, description="What is true when it is done well."
    )
    typical_tasks: list[Line] = Field(
        min_length=4, max_length=9, description="What one does; each begins with a verb."
    )
    good_by_level: dict[LevelId, list[Line]] = Field(
        description="What good work looks like at each level, 2 to 5 acts each."
    )
    skills: list[NeededSkill] = Field(min_length=1, description="The skills it needs.")
    technologies: list[UsedTechnology] = Field(
        default=[], description="The technologies one meets, and their use."
    )
    risks_when_neglected: list[Risk] = Field(
        min_length=2, max_length=6, description="What happens otherwise, and its early sign."
    )
    metrics: list[Metric] = Field(
        min_length=2, max_length=6, description="How to see that it is done well."
    )
    misuse_of_metrics: Line = Field(description="How such a number goes wrong.")
    works_with: list[TermId] = Field(default=[], description="The people it is done with.")
    interview_focus: list[Line] = Field(
        min_length=1, max_length=4, description="What to ask for, and what not to require."
    )
    job_post_lines: dict[LevelId, Line] = Field(
        description="One sentence for a posting at each level, beginning with “You will”."
    )
