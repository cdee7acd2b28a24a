"""Pictures say in words what they show."""

from macros.knowledge.guide import Guide
from macros.pages import pictures


def test_scale(guide: Guide) -> None:
    svg = pictures.scale(guide, 3, 1)
    assert 'aria-label="3 of 4, Advanced"' in svg
    assert [svg.count(f'"{name}"') for name in ("had", "new", "not")] == [1, 2, 1]


def test_fingerprint(guide: Guide) -> None:
    svg = pictures.fingerprint(guide, guide.roles["builder"], "senior")
    assert 'aria-label="Senior: Advanced in 1, Guided in 1 skills"' in svg
    assert svg.count("<rect") == 2


def test_prerequisite_map(guide: Guide) -> None:
    alpha, beta = guide.skills["alpha"], guide.skills["beta"]
    svg = pictures.prerequisite_map(beta, [alpha], [], "../../")
    assert "Alpha comes before Beta; it leads to nothing further here" in svg
    assert '<a xlink:href="../../skills/alpha/">' in svg
