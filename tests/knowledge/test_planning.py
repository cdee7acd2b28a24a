"""Plans by rule: the same each time, within the limits, essential skills first."""

from dataclasses import replace

import pytest

from macros.knowledge import planning, rules
from macros.knowledge.guide import Guide
from macros.knowledge.loading import load
from macros.knowledge.planning import WORK_SAMPLES
from macros.knowledge.records import Plan

from ..conftest import ROOT

REAL = load(ROOT / "data", "data")


def test_every_role_at_every_level_has_a_plan() -> None:
    ready = {plan.rpartition("-")[0] for plan in REAL.ready_plans}
    assert ready == {pair.id for pair in REAL.role_levels()}
    assert len(ready) == 16


def test_a_plan_by_hand_comes_first() -> None:
    assert set(REAL.plans) <= set(REAL.ready_plans)
    assert not set(REAL.plans) & set(REAL.plans_by_rule)


@pytest.mark.parametrize("id_", REAL.plans_by_rule)
def test_a_plan_keeps_to_the_limits(id_: str) -> None:
    plan = REAL.plans_by_rule[id_]
    asked = [REAL.questions[question] for question in plan.questions]
    assert len(plan.interviews) <= 4 and plan.minutes <= 240
    assert {one.type for one in asked} & set(WORK_SAMPLES)
    assert "behavioural" in {one.type for one in asked}
    for interview in plan.interviews:
        assert len(REAL.rated_by_interview(interview)) <= 4 and interview.minutes <= 60
        assert interview.minutes == sum(slot.minutes for slot in interview.slots)
        assert any(slot.type == "candidate-questions" for slot in interview.slots)


@pytest.mark.parametrize("id_", REAL.plans_by_rule)
def test_every_further_question_rates_an_essential_skill_anew(id_: str) -> None:
    plan = REAL.plans_by_rule[id_]
    pair = REAL.at(plan.role, plan.level)
    essential = set(pair.essential)
    asked = [REAL.questions[one] for one in plan.questions]
    for question in asked:
        others = {skill for one in asked if one is not question for skill in one.rated_skills}
        first = question.type in ("behavioural", *WORK_SAMPLES)
        assert first or (set(question.rated_skills) & essential) - others


def test_the_second_plan_shares_no_question() -> None:
    seconds = [plan for plan in REAL.ready_plans.values() if plan.letter == "b"]
    assert seconds
    for plan in seconds:
        first = REAL.ready_plans[f"{plan.role}/{plan.level}-a"]
        assert not set(plan.questions) & set(first.questions)


def test_the_same_bank_makes_the_same_plan() -> None:
    again = replace(REAL)
    shuffled = dict(reversed(list(REAL.questions.items())))
    again.records = {**REAL.records, "question": shuffled}  # type: ignore[dict-item]
    assert again.plans_by_rule == REAL.plans_by_rule


def test_too_small_a_bank_makes_none(guide: Guide) -> None:
    pair = guide.at("builder", "mid")
    everything = [question.id for question in guide.questions.values()]
    assert planning.made(guide, pair, "a", everything) is None
    behavioural = [q.id for q in guide.questions.values() if q.type == "behavioural"]
    assert planning.made(guide, pair, "a", behavioural) is None


def test_a_plan_that_breaks_a_rule_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make check` holds plans by rule to the rules of plans by hand."""
    real = planning.made

    def spoilt(*arguments: object) -> Plan | None:
        plan = real(*arguments)  # type: ignore[arg-type]
        return plan and plan.model_copy(update={"interviews": plan.interviews[:1]})

    monkeypatch.setattr(planning, "made", spoilt)
    found = [problem.message for problem in rules.problems(load(ROOT / "data", "data"))]
    assert any("made by rule: no work sample" in message for message in found)
