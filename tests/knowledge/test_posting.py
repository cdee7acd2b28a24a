"""What a ready posting says."""

from macros.knowledge import posting
from macros.knowledge.guide import Guide
from macros.knowledge.loading import load

from ..conftest import ROOT


def test_duties_go_by_their_share_of_the_time(guide: Guide) -> None:
    pair = guide.at("builder", "mid")
    shares = {entry.id: entry.time_share for entry in pair.role.responsibilities}
    found = [shares[duty.responsibility.id] for duty in posting.duties(guide, pair)]
    assert found == sorted(found, reverse=True)


def test_every_ready_posting_asks_for_six_essential_skills_at_most() -> None:
    guide = load(ROOT / "data", "data")
    for pair in guide.role_levels():
        importance = {entry.skill: entry.importance for entry in pair.role.skills}
        musts = posting.musts(guide, pair)
        chosen = [must for must in musts if must.chosen]
        assert 1 <= len(chosen) <= posting.MOST_SKILLS
        assert {importance[must.skill.id] for must in chosen} == {"essential"}
        assert all(must.proficiency > 0 for must in musts)
        least = min(must.proficiency for must in chosen)
        left = [m for m in musts if not m.chosen and importance[m.skill.id] == "essential"]
        assert all(must.proficiency <= least for must in left)
        assert 1 <= sum(duty.chosen for duty in posting.duties(guide, pair)) <= posting.MOST_DUTIES
