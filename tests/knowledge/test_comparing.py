"""Levels and roles side by side."""

from macros.knowledge import comparing
from macros.knowledge.guide import Guide

from ..conftest import DataCopy


def test_skills_that_differ(guide: Guide) -> None:
    mid, senior = guide.at("builder", "mid"), guide.at("builder", "senior")
    rows = comparing.skill_changes(guide, mid, senior)
    found = {c.skill.id: (c.before, c.after, c.differs) for _, changes in rows for c in changes}
    assert found == {"alpha": (2, 3, True), "beta": (0, 1, True)}
    same = comparing.skill_changes(guide, mid, mid)
    assert [c.differs for _, changes in same for c in changes] == [False]


def test_importance_alone_makes_a_difference(guide: Guide) -> None:
    base, variant = guide.at("builder", "senior"), guide.at("keeper", "senior")
    changes = {
        c.skill.id: c for _, row in comparing.skill_changes(guide, base, variant) for c in row
    }
    assert not changes["alpha"].differs
    assert (changes["beta"].importance_before, changes["beta"].importance_after) == (
        "important",
        "essential",
    )


def test_time_shares(guide: Guide) -> None:
    changes = comparing.share_changes(
        guide, guide.at("builder", "senior"), guide.at("keeper", "senior")
    )
    assert [(c.responsibility.id, c.before, c.after) for c in changes] == [
        ("keep-data", 30, 100),
        ("write-code", 70, 0),
    ]


def test_pairs(guide: Guide) -> None:
    pairs = [(low.id, high.id) for low, high in comparing.neighbouring_levels(guide)]
    assert pairs == [("builder/mid", "builder/senior")]
    assert [pair.role.id for pair in comparing.roles_at(guide, "senior")] == ["builder", "keeper"]
    assert [pair.role.id for pair in comparing.roles_at(guide, "mid")] == ["builder"]


def test_ways_to_grow(data: DataCopy) -> None:
    data.change(
        "roles/keeper.yaml", "  senior:\n    title: Senior keeper", "  mid:\n    title: Keeper"
    )
    data.change("roles/keeper.yaml", "levels: {senior: 3}", "levels: {mid: 3}")
    guide = data.load()
    assert guide.problems == []
    variant = comparing.growth(guide, guide.roles["keeper"])
    assert variant.up == []
    assert [role.id for role in variant.sideways] == ["builder"]
    assert [pair.id for pair in variant.further] == ["builder/senior"]
    base = comparing.growth(guide, guide.roles["builder"])
    assert len(base.up) == 1 and base.further == []
