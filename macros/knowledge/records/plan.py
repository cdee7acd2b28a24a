"""A plan: the interviews for one level of a role."""

from typing import Literal

from pydantic import Field, model_validator

from .base import LevelId, Line, LocalId, Name, Part, QuestionId, Record, RoleId


class Slot(Part):
    """Some minutes of an interview: a question, or one of three other things."""

    question: QuestionId | None = Field(default=None, description="The question that is asked.")
    type: Literal["opening", "candidate-questions", "buffer"] | None = Field(
        default=None, alias="kind", description="opening, candidate-questions or buffer."
    )
    minutes: int = Field(ge=1, le=60, description="How long.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Slot":
        if (self.question is None) == (self.type is None):
            raise ValueError("a slot names either a `question` or a `kind`")
        return self


class Interview(Part):
    """One interview of a plan."""

    id: LocalId = Field(description="A short name, unique in the plan.")
    name: Name = Field(max_length=60, description="What people call it.")
    minutes: int = Field(ge=10, le=60, description="How long, the sum of its slots.")
    slots: list[Slot] = Field(min_length=1, description="What happens, in order.")


class Plan(Record):
    """One plan, at data/plans/<role>/<level>-<a|b>.yaml."""

    kind = "plan"
    folder = "plans"
    depth = 2

    interviews: list[Interview] = Field(
        min_length=1, max_length=4, description="The interviews, at most four."
    )
    candidate_brief: Line = Field(description="What to send to the candidate.")

    @property
    def role(self) -> RoleId:
        """The id of the role, which is the folder."""
        return self.path.split("/")[1]

    @property
    def level(self) -> LevelId:
        """The id of the level, from the file name."""
        return self.path.split("/")[2].removesuffix(".yaml").rpartition("-")[0]

    @property
    def letter(self) -> str:
        """a or b: which of the plans for the level."""
        return self.path.split("/")[2].removesuffix(".yaml").rpartition("-")[2]

    @property
    def minutes(self) -> int:
        """The minutes of all interviews together."""
        return sum(interview.minutes for interview in self.interviews)

    @property
    def questions(self) -> list[str]:
        """The ids of its questions, in the order in which they are asked."""
        return [s.question for i in self.interviews for s in i.slots if s.question]
