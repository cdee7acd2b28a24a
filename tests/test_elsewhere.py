"""The generated pages on disk, for a builder without hooks."""

from pathlib import Path

import pytest

from macros.__main__ import main

from .conftest import FIXTURE
from .zensical import addresses, difference


def test_a_page_is_one_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "project"
    command = ["pages", "--into", str(into), "--data", str(FIXTURE / "data")]
    assert main(command) == 0
    page = into / "docs/skills/alpha/index.md"
    assert page.read_text() == '{{ record_page("skills/alpha/") }}\n'
    assert (into / "docs/index.md").is_file() and (into / "macros/__init__.py").is_file()
    assert "hooks:" not in (into / "mkdocs.yml").read_text()
    assert main(command) == 1 and "is there already" in capsys.readouterr().out


def test_addresses_that_differ_are_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").touch()
    (tmp_path / "a/only.html").touch()
    ours, theirs = addresses(tmp_path / "a"), addresses(tmp_path / "b")
    assert difference(ours, theirs) == ["missing there: only.html"]
    assert difference(theirs, ours) == ["only there: only.html"]
    assert difference(ours, ours) == []
