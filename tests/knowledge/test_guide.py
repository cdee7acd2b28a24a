"""The guide: records joined, references in both directions, variants filled up."""

import pytest

from macros.knowledge.guide import Guide

from ..conftest import DataCopy


def test_references_backwards(guide: Guide) -> None:
    users = {record.id for record in guide.naming("skill", "technology", "store")}
    assert users == {"alpha", "beta"}
    assert [r.id for r in guide.naming("question", "responsibility", "keep-data")] == [
        "double-count"
    ]


def test_questions_of_a_skill_and_for_a_level(guide: Guide) -> None:
    assert [q.id for q in guide.questions_of("alpha")] == ["bad-news", "double-count"]
    assert {q.id for q in guide.questions_rating("beta", "senior")} == {"bad-news", "double-count"}
    assert guide.questions_rating("beta", "nowhere") == []


def test_what_a_plan_rates(guide: Guide) -> None:
    plan = guide.plans["builder/mid-a"]
    assert (plan.role, plan.level, plan.letter, plan.minutes) == ("builder", "mid", "a", 50)
    assert guide.rated_by_plan(plan) == ["alpha", "beta"]


def test_a_variant_is_filled_up_from_its_base(guide: Guide) -> None:
    base, variant = guide.roles["builder"], guide.roles["keeper"]
    assert variant.name == "Keeper"
    assert variant.works_with == base.works_with
    assert list(variant.levels) == ["senior"]
    assert variant.levels["senior"].title == "Senior keeper"
    assert variant.levels["senior"].summary == base.levels["senior"].summary
    assert variant.first_90_days == {"senior": base.first_90_days["senior"]}
    skills = {s.skill: (s.importance, s.levels) for s in variant.skills}
    assert skills == {"alpha": ("essential", {"senior": 3}), "beta": ("essential", {"senior": 3})}
    assert base.same_as and not variant.same_as  # what a role is elsewhere is not inherited


def test_a_variant_of_nothing_says_only_that(data: DataCopy) -> None:
    data.change("roles/keeper.yaml", "extends: builder", "extends: bulider")
    problems = data.load().problems
    assert [str(p) for p in problems] == [
        "data/roles/keeper.yaml:1:10: there is no role `bulider`; did you mean `builder`?"
    ]


def test_a_variant_with_a_wrong_field_is_told_where(data: DataCopy) -> None:
    data.change("roles/keeper.yaml", "    scope: The data", "    scoop: The data")
    problems = data.load().problems
    assert [str(p) for p in problems] == [
        "data/roles/keeper.yaml:19:5: `scoop` is not a field here; did you mean `scope`?"
    ]


@pytest.mark.parametrize(
    ("role", "level", "expected"),
    [("builder", "mid", ["alpha"]), ("builder", "senior", ["alpha", "beta"])],
)
def test_group_profile(guide: Guide, role: str, level: str, expected: list[str]) -> None:
    rows = guide.group_profile(guide.roles[role])
    assert [group.id for group, _ in rows] == ["databases-and-cache", "apis"]
    needed = [e.skill for _, entries in rows for e in entries if e.levels[level]]
    assert needed == expected


def test_before_and_after_a_skill(guide: Guide) -> None:
    assert [s.id for s in guide.before(guide.skills["beta"])] == ["alpha"]
    assert [s.id for s in guide.after(guide.skills["alpha"])] == ["beta"]


def test_one_broken_file_does_not_hide_another(data: DataCopy) -> None:
    data.write("skills/alpha.yaml", "name: [unclosed\n")
    data.write("terms/tester.yaml", "term: 3.10\n")
    paths = {problem.path for problem in data.load().problems}
    assert paths == {"data/skills/alpha.yaml", "data/terms/tester.yaml"}
