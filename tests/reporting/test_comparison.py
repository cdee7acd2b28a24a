"""What a change does to the site, told from two builds."""

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.reporting.comparison import MOST, State, comparison, state

from ..conftest import FIXTURE


def page(site: Path, address: str, words: str, around: str = "") -> None:
    file = site / address / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<html>{around}<article>{words}</article></html>")


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    before, after = tmp_path / "before", tmp_path / "after"
    for site in (before, after):
        page(site, "", "home")
        page(site, "skills/same", "same", around=site.name)  # its frame differs, its words do not
    page(before, "skills/changed", "old")
    page(after, "skills/changed", "new")
    page(before, "skills/lost", "lost")
    page(after, "skills/added", "added")
    return before, after


def test_added_changed_and_lost_pages(
    sites: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(FIXTURE / "data", data)
    (data / "questions/beta").mkdir(exist_ok=True)
    questions = sorted((FIXTURE / "data/questions").rglob("*.yaml"))
    one = questions[0].relative_to(FIXTURE / "data")
    (data / one).unlink()
    command = [
        "compare",
        *map(str, sites),
        "--data-before",
        str(data),
        "--data-after",
        str(FIXTURE / "data"),
    ]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "| Pages | 4 | 4 |" in said
    assert f"| Questions | {len(questions) - 1} | {len(questions)} |" in said
    for title, address in (("Lost", "lost"), ("Added", "added"), ("Changed", "changed")):
        part = said[said.index(f"{title}: 1") :].split("</details>")[0]
        assert f"- `/skills/{address}/`" in part
    assert "Addresses are lost" in said and "/skills/same/" not in said


def test_holes_are_counted(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(FIXTURE / "data", data)
    whole = state(tmp_path, data)
    assert whole.holes == 0 and whole.questions > whole.exercises > 0
    shutil.rmtree(data / "questions")
    empty = state(tmp_path, data)
    assert empty.holes > 0 and empty.questions == empty.exercises == 0


def test_a_long_list_is_cut() -> None:
    nothing = State({}, 0, 0, 0)
    many = State({f"p{n}/": "x" for n in range(MOST + 3)}, 0, 0, 0)
    said = comparison(nothing, many)
    assert said.count("- `/") == MOST and "- and 3 more" in said
    assert "Lost: none." in said and "Addresses are lost" not in said


def test_a_site_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = str(tmp_path / "nowhere")
    assert main(["compare", where, where, "--data-before", where, "--data-after", where]) == 2
    assert "build the site first" in capsys.readouterr().err
