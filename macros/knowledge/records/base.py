"""What all records share: identity, sources, status, and the marks that say what a text is."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 48  # characters: an address of a level of a role stays below 120


# Marks are dataclasses and not named tuples: `typing` keeps annotations by equality, and a tuple of
# this module would equal that of an older import of it, as `mkdocs serve` makes one for each build.


@dataclass(frozen=True)
class Ref:
    """Marks a text that is the id of another record or word of the kind `kind`."""

    kind: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """In a JSON Schema the mark is `x-ref`, for knowledge.schemas."""
        return {**handler(core), "x-ref": self.kind}


@dataclass(frozen=True)
class AnyRef:
    """Marks a text that names its kind too: `skill:data-modelling`."""


@dataclass(frozen=True)
class Text:
    """Marks a text that people read, and how it is laid out.

    plain: no Markdown (names, titles). line: one paragraph, with `code`, emphasis and links.
    prose: paragraphs, lists and code blocks.
    """

    form: Literal["plain", "line", "prose"]


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is blank: write text, or leave the field out")
    return text


def _one_line(text: str) -> str:
    if "\n" in text.strip():
        raise ValueError("must be one line: use `>-` instead of `|`")
    return text


def _at_most(characters: int) -> AfterValidator:
    """A limit that a field may tighten: two `max_length` of pydantic would replace one another."""

    def check(text: str) -> str:
        if len(text) > characters:
            length = f"{len(text):,} characters, at most {characters:,}"
            raise ValueError(f"has {length}: shorten it")
        return text

    return AfterValidator(check)


_BLANK = AfterValidator(_not_blank)
Name = Annotated[str, Text("plain"), _at_most(200), _BLANK, AfterValidator(_one_line)]
Line = Annotated[str, Text("line"), _at_most(800), _BLANK]
Prose = Annotated[str, Text("prose"), _at_most(6_000), _BLANK]
Code = Annotated[str, _at_most(12_000), _BLANK]

RoleId = Annotated[str, Ref("role")]
ResponsibilityId = Annotated[str, Ref("responsibility")]
SkillId = Annotated[str, Ref("skill")]
TechnologyId = Annotated[str, Ref("technology")]
QuestionId = Annotated[str, Ref("question")]
TermId = Annotated[str, Ref("term")]
LevelId = Annotated[str, Ref("level")]
GroupId = Annotated[str, Ref("skill-group")]
QuestionKindId = Annotated[str, Ref("question-kind")]
TechnologyKindId = Annotated[str, Ref("technology-kind")]
ClassificationId = Annotated[str, Ref("classification")]
RecordRef = Annotated[str, AnyRef()]

LocalId = Annotated[str, Field(pattern=f"^{ID.pattern}$", max_length=LONGEST_ID)]
Step = Literal["1", "2", "3", "4"]  # proficiency, and the anchors of a criterion
Importance = Literal["essential", "important", "helpful"]


def _https(url: str) -> str:
    if not re.fullmatch(r"https://[^\s<>\"'`{}|\\^]+", url):
        raise ValueError("must be an address that begins with https:// and has no spaces")
    return url


Url = Annotated[str, Field(max_length=500), AfterValidator(_https)]


def _date(text: str) -> str:
    try:
        date.fromisoformat(text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else "")
    except ValueError:
        raise ValueError('must be a quoted date that exists, such as "2026-11-22"') from None
    return text


Date = Annotated[str, AfterValidator(_date)]
# What the reference of fields says of a text that a function checks.
CHECKED: dict[Any, str] = {_https: "address, https", _date: 'date in quotes, as "2026-11-22"'}


class Part(BaseModel):
    """A part of a record. Unknown fields are refused, and no value is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, validate_default=False)


class CitedSource(Part):
    """Where a claim of the record can be checked."""

    title: Name = Field(description="What the source calls itself, with author or publisher.")
    url: Url = Field(description="Its permanent address; prefer the primary source.")
    supports: Line = Field(description="Which claim of this record it supports.")


class SameAs(Part):
    """The same thing in a published classification."""

    scheme: ClassificationId = Field(description="A word of classifications.yaml.")
    version: str = Field(description="Its version, quoted where it looks like a number.")
    id: str = Field(description="The identifier there, in full.")
    label: Name = Field(description="The name that the classification gives it.")
    match: Literal["exact", "close", "broad", "narrow", "related"] = Field(
        description="How well it fits, in the words of SKOS: theirs is broader, narrower, …"
    )


class Retired(Part):
    """Why a record is not used any more. Its address stays, and says so."""

    since: Date = Field(description="The day of it.")
    because: Line = Field(description="Why, for somebody who followed an old link.")
    instead: list[RecordRef] = Field(
        default=[], description="What took its place, such as `skill:caching`."
    )


class Record(Part):
    """One file of data. The kind is its folder and the id its file name."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    depth: ClassVar[int] = 1  # folders between data/ and the file

    id: str = Field(description="The file name without its ending. Never written in the file.")
    path: str = Field(description="The file below data/. Never written in the file.")

    sources: list[CitedSource] = Field(default=[], description="Where its claims can be checked.")
    same_as: list[SameAs] = Field(
        default=[], description="The same thing in ESCO, O*NET or ISCO; left out where none fits."
    )
    former_ids: list[str] = Field(
        default=[], description="Ids under which it was published before, so that links go on."
    )
    status: Literal["draft", "desk-tested", "piloted", "retired"] = Field(
        description="How far it was tested; the method page says what each word means."
    )
    tested_text: str | None = Field(
        default=None,
        pattern="^[0-9a-f]{12}$",
        description="The fingerprint of the text that was tested, once it is more than a draft.",
    )
    retired: Retired | None = Field(
        default=None, description="With status retired: since when, why, and what to use instead."
    )
    reviewed_on: Date = Field(description='When somebody last read it whole, as "2026-11-22".')

    @property
    def title(self) -> str:
        """What people call it: the first of name, title and term that the kind has."""
        for field in ("name", "term", "id"):
            if value := getattr(self, field, None):
                return str(value)
        raise AssertionError("a record always has an id")


TAIL = (
    "sources",
    "same_as",
    "former_ids",
    "status",
    "tested_text",
    "retired",
    "reviewed_on",
)
