"""A technology: a product, language or standard that backend developers meet by name."""

from typing import Literal

from pydantic import Field

from .base import Date, Line, Name, Part, Record, TechnologyId, TechnologyKindId, Url


class State(Part):
    """Whether a newcomer should still choose it."""

    word: Literal["current", "legacy", "retired"] = Field(
        alias="is", description="current, legacy (kept alive, not for new work) or retired."
    )
    checked_on: Date = Field(description='When that was checked, as "2026-11-22".')
    source: Url = Field(description="Where its maker says so.")


class Technology(Record):
    """One technology."""

    kind = "technology"
    folder = "technologies"

    name: Name = Field(max_length=60, description="As its maker writes it.")
    type: TechnologyKindId = Field(
        alias="kind", description="Its kind, a word of technology-kinds.yaml."
    )
    summary: Line = Field(min_length=40, max_length=160, description="What it is, in a sentence.")
    used_for: list[Line] = Field(
        min_length=2, max_length=5, description="What backend developers do with it."
    )
    state: State = Field(description="Whether it is current, and how we know.")
    alternatives: list[TechnologyId] = Field(
        default=[], description="What one may meet in its place."
    )
    interview_note: Line = Field(description="What to accept instead of knowledge of this product.")
    homepage: Url = Field(description="The maker's own page.")
    synonyms: list[Name] = Field(default=[], description="What people type when they look for it.")
