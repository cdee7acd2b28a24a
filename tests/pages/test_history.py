"""The days of the history: with one, without one, and in a shallow clone."""

import subprocess
from pathlib import Path

import pytest

from macros.pages.history import last_changed

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin:/usr/local/bin",
}  # fmt: skip


def git(folder: Path, day: str, *words: str) -> None:
    when = f"{day}T12:00:00+0000"
    dated = {**ENVIRONMENT, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", "-C", str(folder), *words], env=dated, check=True, capture_output=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A repository with two files, one of which was changed later."""
    folder = tmp_path / "repository" / "data"
    (folder / "skills").mkdir(parents=True)
    top = folder.parent
    git(top, "2026-01-01", "init", "-q", "-b", "main")
    for name in ("alpha", "é beta"):
        (folder / "skills" / f"{name}.yaml").write_text("a")
    git(top, "2026-01-01", "add", ".")
    git(top, "2026-01-01", "commit", "-qm", "one")
    (folder / "skills/alpha.yaml").write_text("b")
    (top / "other").write_text("b")
    git(top, "2026-03-05", "add", ".")
    git(top, "2026-03-05", "commit", "-qm", "two")
    return folder


def test_the_last_commit_of_each_file(data: Path) -> None:
    assert last_changed(data) == {
        "skills/alpha.yaml": "2026-03-05",
        "skills/é beta.yaml": "2026-01-01",
    }


def test_a_shallow_clone_knows_nothing(data: Path, tmp_path: Path) -> None:
    git(tmp_path, "2026-04-01", "clone", "-q", "--depth", "1", f"file://{data.parent}", "shallow")
    assert last_changed(tmp_path / "shallow/data") == {}


def test_neither_does_a_folder_without_history(tmp_path: Path) -> None:
    assert last_changed(tmp_path) == {}
    assert last_changed(tmp_path / "nowhere") == {}


def test_nor_a_machine_without_git(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert last_changed(data) == {}
