"""The reference of fields: read from the models, with examples from the data."""

from typing import Annotated, Literal

import pytest
from pydantic import Field

from macros.knowledge import fields
from macros.knowledge.guide import Guide
from macros.knowledge.records import KINDS
from macros.knowledge.records.base import Date, LevelId, Line, Name, Prose, RecordRef, SkillId, Url


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Name, "text without Markdown, one line"),
        (Line, "text, one paragraph"),
        (Prose | None, "text, paragraphs and code blocks"),
        (list[SkillId], "list: each id of a skill"),
        (dict[LevelId, int], "fields: id of a level, each with whole number"),
        (Literal["a", "b"], "one of `a`, `b`"),
        (RecordRef, "reference such as `skill:caching`"),
        (Url, "address, https"),
        (Date, 'date in quotes, as "2026-11-22"'),
        (bool, "true or false"),
        (Annotated[str, Field(max_length=3)], "text"),
    ],
)
def test_what_a_field_wants(annotation: object, words: str) -> None:
    assert fields.wanted(annotation) == words


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_there_once(guide: Guide, kind: str) -> None:
    first, *parts = fields.reference(guide, kind)
    model = KINDS[kind]
    known = {info.alias or name for name, info in model.model_fields.items()} - {"id", "path"}
    assert sorted(field.name for field in first.fields) == sorted(known)
    assert all(field.description for section in (first, *parts) for field in section.fields)
    ids = [section.id for section in (first, *parts)]
    assert len(set(ids)) == len(ids)


def test_limits_and_examples(guide: Guide) -> None:
    sections = {section.id: section for section in fields.reference(guide, "question")}
    title = sections["question"].fields[0]
    assert (title.name, title.needed) == ("title", True)
    assert title.wants.endswith("at least 10 characters, at most 70 characters")
    assert title.example in {question.name for question in guide.questions.values()}
    rubric = next(field for field in sections["question"].fields if field.name == "rubric")
    assert (
        rubric.wants == "list: each the fields of *criterion*, at least 1 entry, at most 4 entries"
    )
    skill = next(f for f in sections["question-criterion"].fields if f.name == "skill")
    assert skill.example in guide.skills
