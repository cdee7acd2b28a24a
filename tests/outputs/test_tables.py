"""Tables that a spreadsheet opens as they are, and takes for nothing but text."""

import csv
import io

import pytest

from macros.knowledge.guide import Guide
from macros.outputs import tables
from macros.pages.site import Site


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_for_each_question(guide: Guide) -> None:
    found = rows(tables.questions(Site(guide, "", "https://guide.test/")))
    assert [row["id"] for row in found] == list(guide.questions)
    for row in found:
        question = guide.questions[row["id"]]
        assert int(row["minutes"]) == question.minutes
        assert row["skills"].split() == question.rated_skills
        assert row["url"] == f"https://guide.test/questions/{question.id}/"


def test_the_proficiency_of_every_level(guide: Guide) -> None:
    found = rows(tables.levels_and_skills(Site(guide)))
    assert {row["skill"] for row in found} == set(guide.skills)
    for row in found:
        for pair in guide.role_levels():
            needed = guide.needs(row["skill"], [pair])[0][0]
            assert int(row[pair.id]) == needed


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (row,) = csv.reader(
        io.StringIO(tables.written(("a",), [(cell,)]).partition("\r\n")[2], newline="")
    )
    assert row == [f"'{cell}"]


def test_other_cells_stay_as_they_are() -> None:
    text = tables.written(("a", "b", "c"), [('two, "three"', -1, "a=b")])
    assert rows(text) == [{"a": 'two, "three"', "b": "-1", "c": "a=b"}]
