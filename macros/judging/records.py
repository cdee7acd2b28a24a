"""What a file of a judgement holds: one model for each of the four tests, one file a question.

docs/contributing/judging.md says how each test is held.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..knowledge.records.base import Date, Line, LocalId, Name, Part, Prose, Url

Letter = Literal["A", "B", "C", "D", "E", "F", "G", "H"]
Rating = Literal[1, 2, 3, 4]
Score = Annotated[int, Field(ge=1, le=5)]
Aspect = Literal[
    "relevance", "clarity", "depth", "levels", "rubric", "correctness", "fairness", "time"
]
Reader = Literal["first", "second"]


class Judgement(Part):
    """What all four have. The question is the name of the file."""

    test: ClassVar[str]  # and the name of its folder
    judges: ClassVar[tuple[str, ...]]  # the fields of a question that its readers saw; () for all

    judged_on: Date = Field(description="The day of the judgement.")
    text: str = Field(
        pattern="^[0-9a-f]{12}$",
        description="The fingerprint of what was judged: `fingerprint --of <test>`.",
    )


class Answer(Part):
    """One of the eight answers, in the shuffled order in which the readers got them."""

    intended: dict[LocalId, Rating] = Field(
        description="The rating that its author meant, for each criterion."
    )
    voice: Literal["plain", "eloquent-wrong", "halting-right"] = Field(
        description="The two that shall not be taken for one another, or plain."
    )
    says: Prose = Field(description="The answer.")


class Unclear(Part):
    """Words of a rubric that left a reader in doubt."""

    criterion: LocalId = Field(description="The criterion.")
    what: Line = Field(description="Which words, and between which ratings.")


class Rubric(Judgement):
    """B: eight answers, rated by two readers from the rubric alone."""

    test = "rubric"
    judges = ("prompt", "situational_prompt", "material", "facts", "evidence", "rubric")

    answers: dict[Letter, Answer] = Field(min_length=8, description="The answers.")
    ratings: dict[Reader, dict[Letter, dict[LocalId, Rating]]] = Field(
        min_length=2, description="reader: {answer: {criterion: rating}}."
    )
    unclear: list[Unclear] = Field(default=[], description="What the readers doubted.")


class Marked(Part):
    """An answer that was given cold, and which of the points that must come it reached."""

    says: Prose = Field(description="The answer.")
    reached: list[bool] = Field(description="For each point that must come, in their order.")


Solver = Literal["strong", "weak"]


class Rated(Part):
    """B with answers that nobody wrote for a rating: two readers rate both by the rubric alone."""

    judged_on: Date = Field(description="The day of the ratings.")
    text: str = Field(
        pattern="^[0-9a-f]{12}$",
        description="The fingerprint of what they read: `fingerprint --of rubric`.",
    )
    ratings: dict[Reader, dict[Solver, dict[LocalId, Rating]]] = Field(
        min_length=2, description="reader: {strong or weak: {criterion: rating}}."
    )
    unclear: list[Unclear] = Field(default=[], description="What the readers doubted.")


class Cold(Judgement):
    """C: a strong and a weak answer from prompt and material, marked by somebody else."""

    test = "cold"
    judges = ("prompt", "situational_prompt", "material", "facts", "evidence", "outline")

    strong: Marked = Field(description="By somebody of the highest level that is named.")
    weak: Marked = Field(description="By somebody with little practice.")
    remarks: list[Line] = Field(default=[], description="What solver or marker noticed.")
    rated: Rated | None = Field(default=None, description="What the rubric makes of both.")


class Claim(Part):
    """One thing in a question that can be wrong."""

    claim: Line = Field(description="The claim, in the reader's words.")
    where: Name = Field(description="The field of the question.")
    how: Literal["source", "computed", "run", "known", "reasoned"] = Field(
        description="Read in a source, computed, code was run, common knowledge, or reasoned."
    )
    by: Line = Field(description="The address, or the calculation in a few words.")
    right: bool = Field(description="Whether it was right when it was first read.")
    wrong: Line | None = Field(default=None, description="What was wrong with it.")
    mended: bool = Field(
        default=False, description="true once another reader found the new words right."
    )


class Fault(Part):
    """Not a fact: something that the parts of a question do not agree on."""

    what: Line = Field(description="The fault.")
    mended: bool = Field(default=False, description="true once it is mended.")


class Facts(Judgement):
    """D: every claim of a question, checked by a reader who did not write it."""

    test = "facts"
    judges = ()

    claims: list[Claim] = Field(min_length=3, description="The claims.")
    faults: list[Fault] = Field(default=[], description="What else the reader found.")


class Scores(Part):
    """The scores of one reader for one view: ours and the other, and which they prefer."""

    ours: dict[Aspect, Score] = Field(min_length=1, description="Our question, 1 to 5.")
    other: dict[Aspect, Score] = Field(min_length=1, description="The other one, 1 to 5.")
    prefers: Literal["ours", "other"] = Field(description="Which of the two they would use.")


class Views(Part):
    """Both views of one reader."""

    whole: Scores = Field(description="All that each of the two gives.")
    prompt: Scores = Field(description="Only what the candidate hears and sees.")


class SideBySide(Judgement):
    """A: beside the closest question that is public elsewhere, by two kinds of reader."""

    test = "side-by-side"
    judges = ()

    other: Name = Field(description="The other question, by its title and its collection.")
    url: Url = Field(description="Where it is published.")
    shown_first: Literal["ours", "other"] = Field(description="By lot.")
    engineer: Views = Field(description="Read with the eye of a staff engineer.")
    hiring: Views = Field(description="Read with the eye of a hiring professional.")


TESTS: dict[str, type[Judgement]] = {
    model.test: model for model in (SideBySide, Rubric, Cold, Facts)
}
