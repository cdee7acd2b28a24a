"""Every marked text of a record is met, with its location."""

import importlib.util

from macros.knowledge.guide import Guide
from macros.knowledge.records.base import AnyRef, Ref, Text
from macros.knowledge.walk import leaves


def test_references_in_lists_mappings_and_keys(guide: Guide) -> None:
    found = {
        (leaf.mark.kind, leaf.text, leaf.location, leaf.key)
        for leaf in leaves(guide.roles["builder"])
        if isinstance(leaf.mark, Ref)
    }
    assert ("term", "tester", ("works_with", 0), False) in found
    assert ("responsibility", "keep-data", ("responsibilities", 1, "id"), False) in found
    assert ("level", "senior", ("skills", 0, "levels", "senior"), True) in found
    assert ("level", "mid", ("levels", "mid"), True) in found


def test_texts_in_all_forms(guide: Guide) -> None:
    question = guide.questions["double-count"]
    forms = {
        (leaf.location, leaf.mark.form) for leaf in leaves(question) if isinstance(leaf.mark, Text)
    }
    assert (("title",), "plain") in forms
    assert (("rubric", 0, "anchors", "3"), "line") in forms
    assert (("prompt",), "prose") in forms


def test_typed_references(guide: Guide) -> None:
    found = [leaf.text for leaf in leaves(guide.terms["tester"]) if isinstance(leaf.mark, AnyRef)]
    assert found == ["skill:alpha"]


def test_code_is_no_text(guide: Guide) -> None:
    places = [leaf.location for leaf in leaves(guide.questions["double-count"])]
    assert not any("code" in place or "setup" in place for place in places)


def test_an_older_import_of_the_marks_is_not_taken_for_this_one() -> None:
    """Under `mkdocs serve` the module is imported again; `typing` keeps what is equal."""
    name = "macros.knowledge.records.base"
    spec = importlib.util.find_spec(name)
    assert spec and spec.loader
    older = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(older)
    assert older.Ref("skill") != Ref("skill")
    assert older.Text("line") != Text("line")
