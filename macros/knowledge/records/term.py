"""A term: a word that a newcomer meets, or a person one works with."""

from pydantic import Field

from .base import Line, Name, Record, RecordRef


class Term(Record):
    """One entry of the glossary."""

    kind = "term"
    folder = "terms"

    term: Name = Field(max_length=60, description="The word, as it stands in a sentence.")
    meaning: Line = Field(max_length=240, description="What it means, for a newcomer to go on.")
    not_to_confuse_with: Line | None = Field(
        default=None, description="Its neighbour, and the difference."
    )
    see_also: list[RecordRef] = Field(
        default=[], description="Records that say more, each with its kind: `skill:data-modelling`."
    )
    synonyms: list[Name] = Field(default=[], description="Other words that people type for it.")
