"""Closed vocabularies: the words that records may use, with their labels, each in one file."""

from typing import ClassVar

from pydantic import Field

from .base import Line, Name, Part


class Vocabulary(Part):
    """One word of a closed list."""

    kind: ClassVar[str]
    file: ClassVar[str]

    id: str = Field(description="The word itself, which is the key in the file.")
    label: Name = Field(description="What people read.")
    summary: Line = Field(description="What it means, in one sentence.")


class Level(Vocabulary):
    """A level of a role: scope, independence, difficulty and influence; never years."""

    kind = "level"
    file = "levels.yaml"


class Proficiency(Vocabulary):
    """How well a skill is mastered, 0 to 4."""

    kind = "proficiency"
    file = "proficiency.yaml"


class QuestionKind(Vocabulary):
    """A kind of question."""

    kind = "question-kind"
    file = "question-kinds.yaml"

    for_candidate: Line = Field(description="What a candidate is told of it, within a sentence.")
    longest_minutes: int = Field(description="The most that a question of the kind may take.")


class SkillGroup(Vocabulary):
    """A group of skills."""

    kind = "skill-group"
    file = "skill-groups.yaml"


class TechnologyKind(Vocabulary):
    """A kind of technology."""

    kind = "technology-kind"
    file = "technology-kinds.yaml"


class Classification(Vocabulary):
    """A published classification, with the identifiers that records use."""

    kind = "classification"
    file = "classifications.yaml"

    version: str = Field(description="Its version, quoted where it looks like a number.")
    names: dict[str, Name] = Field(description="Each identifier in use, and its name there.")
