"""Pages are kept while nothing that they come from has changed, and no longer."""

from pathlib import Path

import pytest

from macros import live
from macros.pages.kept import Kept, fingerprint


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    (tmp_path / "page.html").write_text("a template")
    pages = Kept()
    pages.framed_by(live.state(tmp_path))
    pages.keep("a/", "words", b"frame", "the whole page")
    return pages


def test_a_page_is_kept_for_the_same_words_in_the_same_frame(kept: Kept) -> None:
    assert kept.page("a/", "words", b"frame") == "the whole page"
    assert kept.page("a/", "other words", b"frame") is None
    assert kept.page("a/", "words", b"another frame") is None
    assert kept.page("b/", "words", b"frame") is None


def test_unchanged_are_those_that_come_out_as_before(kept: Kept) -> None:
    kept.keep("b/", "old", b"frame", "page b")
    kept.keep("c/", "words", b"frame", "page c")

    def make(address: str) -> str:
        if address == "c/":
            raise ValueError("this page cannot be made")
        return "words"

    assert kept.unchanged(["a/", "b/", "c/", "d/"], make) == {"a/"}


def test_nothing_is_made_before_its_turn_when_nothing_was_kept() -> None:
    assert Kept().unchanged(["a/"], lambda address: pytest.fail(address)) == frozenset()


@pytest.mark.parametrize("change", ["edited", "added", "gone"])
def test_a_change_of_the_theme_ends_all_frames_and_no_words(
    kept: Kept, tmp_path: Path, change: str
) -> None:
    kept.framed_by(live.state(tmp_path))
    assert kept.page("a/", "words", b"frame")
    file = tmp_path / "page.html"
    match change:
        case "edited":
            file.write_text("another")
        case "added":
            (tmp_path / "more.html").write_text("one more")
        case "gone":
            file.unlink()
    kept.framed_by(live.state(tmp_path))
    assert kept.page("a/", "words", b"frame") is None
    assert kept.unchanged(["a/"], lambda _: "words") == {"a/"}


def test_a_fingerprint_is_equal_for_equal_values_alone() -> None:
    assert fingerprint({"title": "A"}, 1) == fingerprint({"title": "A"}, 1)
    assert fingerprint({"title": "A"}, 1) != fingerprint({"title": "B"}, 1)
    assert fingerprint("1") != fingerprint(1)
