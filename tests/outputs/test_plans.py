"""What the builder of plans and the papers read."""

from typing import Any

import pytest

from macros.knowledge.guide import Guide
from macros.outputs import plans, sheets
from macros.pages.site import Site

from ..conftest import DataCopy


@pytest.fixture
def made(guide: Guide) -> dict[str, Any]:
    return plans.made(Site(guide, url="https://guide.test/"))


def test_roles_have_their_levels_and_ready_plans(made: dict[str, Any]) -> None:
    role = made["roles"][0]
    mid = role["levels"][0]
    assert (role["id"], mid["id"], mid["title"]) == ("builder", "mid", "Builder")
    assert mid["url"] == "https://guide.test/roles/builder/mid/"
    assert mid["essential"] == ["alpha"]
    assert mid["ready"]["a"][0]["slots"][:2] == [["opening", 5], ["double-count", 20]]


def test_questions_have_what_the_rules_need(made: dict[str, Any], guide: Guide) -> None:
    question = made["questions"]["double-count"]
    record = guide.questions["double-count"]
    assert question["minutes"] == record.minutes and question["kind"] == record.type
    assert [one[0] for one in question["criteria"]] == [one.id for one in record.rubric]
    assert question["caps"] == [hint.caps for hint in record.hints]
    assert "prompt" not in question and "outline" not in question


def test_renamed_and_retired_questions_are_known(data: DataCopy) -> None:
    news = "questions/alpha/bad-news.yaml"
    data.change(news, "status: draft", "former_ids: [worse-news]\nstatus: draft")
    found = plans.made(Site(data.load()))
    assert found["former"]["question"] == {"worse-news": "bad-news"} and found["retired"] == {}
    retired = "status: retired\nretired: {since: '2026-11-01', because: It was too easy.}"
    data.change(news, "status: draft", retired)
    found = plans.made(Site(data.load()))
    assert list(found["retired"]) == ["bad-news"] and "bad-news" not in found["questions"]
    assert found["retired"]["bad-news"][1] == "2026-11-01"


def test_a_sheet_has_each_level_and_every_anchor(guide: Guide) -> None:
    found = dict(sheets.made(Site(guide)))
    assert set(found) == {sheets.address(one) for one in guide.questions}
    for question in guide.questions.values():
        sheet = found[sheets.address(question.id)]
        assert list(sheet["levels"]) == question.levels
        assert all(
            html.startswith('<section class="for-question">') for html in sheet["levels"].values()
        )
        assert {key: list(steps) for key, steps in sheet["anchors"].items()} == {
            one.id: ["1", "2", "3", "4"] for one in question.rubric
        }
        assert bool(sheet["ahead"]) == question.send_ahead
