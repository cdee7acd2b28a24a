"""What changed, in readers' words: the entries of changes.yaml."""

from pydantic import Field

from .base import Date, Line, Part, RecordRef

FILE = "changes.yaml"


class Change(Part):
    """Something that a reader of an old posting should know."""

    date: Date = Field(description="The day on which it was published.")
    about: list[RecordRef] = Field(default=[], description="The records that changed.")
    says: Line = Field(description="What is different now, in a sentence or two.")


class Changes(Part):
    """The whole file, the newest entry first."""

    changes: list[Change] = Field(description="The entries.")
