"""Pictures say in words what they show."""

import pytest

from macros.knowledge.guide import Guide
from macros.pages import pictures
from macros.pages.filters import css_string


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


def test_a_code_says_what_it_is() -> None:
    svg = pictures.qr("https://guide.test/plans/a/?x=1&y=<")
    assert svg.startswith('<svg role="img" aria-label="QR code of the address"')
    assert "guide.test" not in svg and "<script" not in svg


@pytest.mark.parametrize("words", ['";}*{x:y', "</style><script>", "a\\b\nc", "Büro · α"])
def test_nothing_ends_a_string_of_a_stylesheet(words: str) -> None:
    made = css_string(words)
    assert made[0] == made[-1] == '"'
    assert not set('"<>{};\n') & set(made[1:-1])


def test_plain_words_stay_in_a_stylesheet() -> None:
    assert css_string("Senior, plan a: data") == '"Senior, plan a: data"'
    assert css_string("“") == '"\\00201c"'
