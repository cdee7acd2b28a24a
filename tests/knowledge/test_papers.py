"""The letter to the candidates: it tells what is needed, and gives no question away."""

import re
from dataclasses import replace

import pytest

from macros.knowledge import papers
from macros.knowledge.guide import Guide
from macros.knowledge.loading import load
from macros.knowledge.records import Question

from ..conftest import ROOT

REAL = load(ROOT / "data", "data")
URL = "https://guide.test/roles/"


def words(guide: Guide, plan: str, assistants: bool = False) -> str:
    sections = papers.letter(guide, guide.ready_plans[plan], URL, assistants)
    return "\n".join(line for s in sections for line in (s.heading, *s.lines, *s.items))


@pytest.mark.parametrize("id_", REAL.ready_plans)
def test_it_gives_no_question_away(id_: str) -> None:
    text = words(REAL, id_)
    for question in (REAL.questions[one] for one in REAL.ready_plans[id_].questions):
        assert question.name not in text
        told = [question.prompt, question.material or "", *(p.point for p in question.outline)]
        for sentence in re.split(r"(?<=[.?!])\s+", " ".join(told)):
            assert len(sentence.split()) < 4 or sentence not in text, sentence


@pytest.mark.parametrize("id_", REAL.ready_plans)
def test_only_what_is_sent_ahead_stands_in_it_in_full(id_: str) -> None:
    plan = REAL.ready_plans[id_]
    ahead = {one for s in papers.letter(REAL, plan, URL) for one in s.ahead}
    assert ahead == {one for one in plan.questions if REAL.questions[one].send_ahead}


@pytest.mark.parametrize("id_", REAL.ready_plans)
def test_it_tells_of_every_talk(id_: str) -> None:
    text, plan = words(REAL, id_), REAL.ready_plans[id_]
    for interview in plan.interviews:
        assert f"“{interview.name}”, {interview.minutes} minutes" in text
    for wanted in (URL, "Adjustments", "If we talk remotely", "AI assistants", "the line fails"):
        assert wanted in text


def test_the_brief_of_a_plan_by_hand_stands_in_it(guide: Guide) -> None:
    assert "You will have one talk." in words(guide, "builder/mid-a")
    assert "There is one interview." in words(guide, "builder/mid-a")


def asking(guide: Guide, **changed: object) -> Question:
    return guide.questions["double-count"].model_copy(update=changed)


@pytest.mark.parametrize(
    ("tools", "kind", "letter", "allowed"),
    [
        # the list of the question holds, whatever the letter says
        (["editor"], "coding", True, False),
        (["editor", "AI assistant"], "coding", False, True),
        (["editor", "no AI assistant"], "coding", True, False),
        # where it is silent: never in three kinds, else as the letter says
        ([], "knowledge", True, False),
        ([], "debugging", True, False),
        ([], "design", True, False),
        ([], "coding", True, True),
        ([], "coding", False, False),
    ],
)
def test_the_policy_on_assistants(
    guide: Guide, tools: list[str], kind: str, letter: bool, allowed: bool
) -> None:
    question = asking(guide, tools=tools, type=kind)
    assert papers.allows_assistant(question, letter) is allowed


def with_tools(guide: Guide, tools: list[str]) -> Guide:
    """The guide, its plan's first question with these tools and the second with notes only."""
    second = guide.questions["bad-news"].model_copy(update={"tools": ["notes"]})
    changed = {"double-count": asking(guide, tools=tools), "bad-news": second}
    return replace(guide, records={**guide.records, "question": {**guide.questions, **changed}})


def test_the_letter_says_where_assistants_are_allowed(guide: Guide) -> None:
    none = "AI assistants are not used in these interviews."
    listed, silent = with_tools(guide, ["notes"]), with_tools(guide, [])
    assert none in words(listed, "builder/mid-a", True)
    assert none in words(silent, "builder/mid-a", False)
    text = words(silent, "builder/mid-a", True)
    assert "In “One talk” you may use an AI assistant for this part: a piece of daily work" in text
    assert none not in text


def test_tools_are_named_but_notes_and_assistants(guide: Guide) -> None:
    other = with_tools(guide, ["notes", "editor", "no AI assistant"])
    assert "In “One talk” you may also use: editor." in words(other, "builder/mid-a")
