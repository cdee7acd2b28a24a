"""A draft is a record with nothing but places to fill in."""

from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.knowledge import loading, rules
from macros.knowledge.drafting import MARK, Draft
from macros.knowledge.records import KINDS
from macros.knowledge.schemas import record_schema
from macros.knowledge.source import read

from ..conftest import DataCopy

PLACES = {
    "role": "roles/a-new-one.yaml",
    "responsibility": "responsibilities/a-new-one.yaml",
    "skill": "skills/a-new-one.yaml",
    "technology": "technologies/a-new-one.yaml",
    "question": "questions/beta/a-new-one.yaml",
    "plan": "plans/builder/senior-b.yaml",
    "term": "terms/a-new-one.yaml",
}


def drafted(data: DataCopy, kind: str) -> str:
    guide = loading.load(data.folder, "data")
    known = {"skill": "beta"} if kind == "question" else {}
    text = Draft(guide, date(2026, 11, 26), known).text(kind, "../schema.json")
    data.write(PLACES[kind], text)
    return text


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_can_be_read_and_says_what_is_left(data: DataCopy, kind: str) -> None:
    assert not [p for p in rules.problems(loading.load(data.folder, "data")) if not p.warning]
    text = drafted(data, kind)
    guide = loading.load(data.folder, "data")
    assert guide.problems == []
    found = [p for p in rules.problems(guide) if p.path == f"data/{PLACES[kind]}"]
    assert found and {p.message for p in found} == {f"still to fill in: write over `{MARK}`"}
    for problem in found:  # each place is a line of the draft
        assert MARK in "\n".join(text.splitlines()[problem.line - 1 : problem.line + 1])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_there_with_a_note(data: DataCopy, kind: str) -> None:
    text = drafted(data, kind)
    for name, info in KINDS[kind].model_fields.items():
        if name in ("id", "path"):
            continue
        start = f"{info.alias or name}:"
        lines = [line for line in text.splitlines() if line.removeprefix("# ").startswith(start)]
        assert lines and lines[0].startswith("#") != info.is_required(), name
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../schema.json"
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("kind", KINDS)
def test_optional_fields_are_right_once_they_are_used(data: DataCopy, kind: str) -> None:
    """With every optional field switched on, the draft still fits its schema but for references."""
    text = drafted(data, kind)
    lines = [line.removeprefix("# ") if _is_field(line) else line for line in text.splitlines()]
    data.write(PLACES[kind], "\n".join(lines) + "\n")
    source = read(Path(data.folder) / PLACES[kind], PLACES[kind])
    assert source.problems == [] and source.root is not None
    schema = record_schema(kind, loading.load(data.folder, "data"), variants=False)
    values = source.root.plain()
    values.pop("extends", None)
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(values)]
    assert errors == []


def _is_field(line: str) -> bool:
    """A line of a field that is switched off, and not a note."""
    bare = line.removeprefix("# ")
    return line.startswith("# ") and (
        (
            bare.split(":")[0].replace("_", "").isalpha()
            and bare.split(":")[0].islower()
            and bare.split(":", 1)[-1][:2] in ("", " >", " t", ' "', " b", " 1", " c")
        )
        or line.startswith("#  ")
    )
