"""A question: an interview that can be held, from the words to read out to the anchors."""

from typing import Literal

from pydantic import Field

from .base import (
    Code,
    LevelId,
    Line,
    LocalId,
    Name,
    Part,
    Prose,
    QuestionKindId,
    Record,
    ResponsibilityId,
    SkillId,
    Step,
    TechnologyId,
)

Cell = str | int | float | None


class Fact(Part):
    """Something that the interviewer knows and gives when asked (design)."""

    asked: Line = Field(description="What the candidate may ask.")
    answer: Line = Field(description="What to answer; the same for every candidate.")


class Evidence(Part):
    """A card that the interviewer gives when asked for it (debugging)."""

    id: LocalId = Field(description="A short name, unique in the question.")
    asked_for: Line = Field(description="What the candidate asks to see.")
    shows: Line = Field(description="What there is to see.")


class Point(Part):
    """One point of a good answer."""

    point: Line = Field(description="The point.")
    why: Line = Field(description="Why it holds or matters here.")
    must: bool = Field(description="true when no good answer can leave it out.")


class Expected(Part):
    """What a solution must give, exactly."""

    columns: list[str] | None = Field(default=None, description="SQL: the names of the columns.")
    rows: list[list[Cell]] | None = Field(default=None, description="SQL: the rows, in order.")
    stdout: Code | None = Field(default=None, description="Python: what is printed.")


class Gives(Part):
    """The wrong result that a trap gives, exactly."""

    rows: list[list[Cell]] | None = Field(default=None, description="SQL: the wrong rows.")
    stdout: Code | None = Field(default=None, description="Python: what is printed.")


class Solution(Part):
    """Code that gives the expected result."""

    id: LocalId = Field(description="A short name, unique in the exercise.")
    note: Line = Field(description="What is good about it, or what to discuss.")
    code: Code = Field(description="The code.")


class Trap(Part):
    """A common wrong answer, and what it gives."""

    id: LocalId = Field(description="A short name, unique in the exercise.")
    shows: Line = Field(description="What goes wrong, in a sentence.")
    code: Code = Field(description="The code.")
    gives: Gives | None = Field(default=None, description="The exact wrong result.")
    fails_with: str | None = Field(
        default=None, max_length=300, description="Or the last line of the error, exactly."
    )


class Exercise(Part):
    """Code that proves the answer: every test run executes it."""

    engine: Literal["sqlite", "python", "postgresql"] = Field(
        description="Where it runs; postgresql for what SQLite cannot show, such as two sessions."
    )
    setup: Code | None = Field(default=None, description="Runs before each solution and trap.")
    expected: Expected = Field(description="What each solution gives.")
    solutions: list[Solution] = Field(min_length=1, description="Right answers.")
    traps: list[Trap] = Field(default=[], description="Common wrong answers.")


class Criterion(Part):
    """One thing to rate, with an anchor for each rating."""

    id: LocalId = Field(description="A short name, unique in the question.")
    skill: SkillId = Field(description="The one skill that the rating counts for.")
    label: Name = Field(max_length=60, description="What people read.")
    anchors: dict[Step, Line] = Field(
        min_length=4, description="What earns a 1, 2, 3 (the bar) and 4 (“As 3, and …”)."
    )


class Hint(Part):
    """Help at a fixed time, and what it costs."""

    after_minutes: int = Field(ge=1, description="When to say it, if it is still needed.")
    say: Line = Field(description="The words.")
    caps: dict[str, dict[LevelId, int]] = Field(
        description="criterion: {level: highest rating after the hint}; `{}` when it is free."
    )


class FollowUp(Part):
    """A further question that tells understanding from memory."""

    ask: Line = Field(description="The words.")
    listens_for: Line = Field(description="What a good answer holds.")
    levels: list[LevelId] = Field(min_length=1, description="The levels at which to ask it.")


class Variant(Part):
    """Another story around the same bones."""

    id: LocalId = Field(description="A short name, unique in the question.")
    change: Line = Field(description="What to change.")


class Question(Record):
    """One question. Its folder is its main skill."""

    kind = "question"
    folder = "questions"
    depth = 2

    name: Name = Field(
        alias="title", min_length=10, max_length=70, description="What the question is about."
    )
    type: QuestionKindId = Field(
        alias="kind", description="Its kind, a word of question-kinds.yaml."
    )
    levels: list[LevelId] = Field(min_length=1, description="The levels that it is meant for.")
    minutes: int = Field(ge=3, description="How long it takes with follow-ups.")
    technologies: list[TechnologyId] = Field(
        default=[], description="Technologies in which it may be answered."
    )
    responsibilities: list[ResponsibilityId] = Field(
        default=[], description="Where they differ from those of the skill."
    )
    tools: list[Name] = Field(default=[], description="What the candidate may use.")
    send_ahead: bool = Field(
        default=False, description="true when every candidate gets it before the interview."
    )
    assesses: Line = Field(description="What the question finds out.")
    job_link: Line | None = Field(default=None, description="Which real task it stands for.")
    brief: Line | None = Field(default=None, description="How the interviewer sets it up.")
    prompt: Prose = Field(min_length=80, max_length=900, description="The words to read out.")
    situational_prompt: Prose | None = Field(
        default=None, description="Behavioural: an equal form for who has no example."
    )
    material: Prose | None = Field(default=None, description="What the candidate sees.")
    facts: list[Fact] = Field(default=[], description="Design: what to answer when asked.")
    evidence: list[Evidence] = Field(default=[], description="Debugging: what to show when asked.")
    outline: list[Point] = Field(min_length=2, description="What a good answer holds.")
    exercise: Exercise | None = Field(default=None, description="Code that proves the answer.")
    rubric: list[Criterion] = Field(
        min_length=1, max_length=4, description="What to rate, two to four criteria."
    )
    hints: list[Hint] = Field(default=[], description="Help at fixed times, with its cost.")
    level_notes: dict[LevelId, Line] = Field(
        default={}, description="What to expect at each level of the question."
    )
    follow_ups: list[FollowUp] = Field(min_length=2, description="What to ask next.")
    red_flags: list[Line] = Field(default=[], description="What should worry the interviewer.")
    not_signals: list[Line] = Field(min_length=1, description="What must not count.")
    variants: list[Variant] = Field(default=[], description="Other stories, same bones.")
    fairness: Line | None = Field(default=None, description="Only what is special here.")

    @property
    def skill(self) -> str:
        """The id of the main skill, which is the folder."""
        return self.path.split("/")[1]

    @property
    def rated_skills(self) -> list[str]:
        """The ids of the skills that its criteria rate, in their order, each once."""
        return list(dict.fromkeys(criterion.skill for criterion in self.rubric))
