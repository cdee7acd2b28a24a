"""The runner catches what differs, with its place; and what runs is alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.exercises import postgres, sandbox
from macros.exercises.command import exercise
from macros.exercises.runner import judged, parts

from ..conftest import ROOT, DataCopy

COUNT = "questions/alpha/double-count.yaml"


def differences(data: DataCopy) -> dict[str, str]:
    """What the parts of the fixture's exercise say, by their ids."""
    guide = data.load()
    assert guide.problems == [], [str(p) for p in guide.problems]
    verdicts = [judged(part) for part in parts(guide.questions["double-count"])]
    return {verdict.part.part.id: verdict.difference for verdict in verdicts}


def test_all_is_as_stated(data: DataCopy) -> None:
    assert differences(data) == {"total": "", "twice": "", "no-table": ""}


@pytest.mark.parametrize(
    ("old", "new", "part", "says"),
    [
        (
            "SELECT SUM(amount) AS total",
            "SELECT COUNT(amount) AS total",
            "total",
            "given:\n  total\n  1",
        ),
        (
            "SELECT SUM(amount) AS total",
            "SELECT SUM(amount) AS sum",
            "total",
            "given:\n  sum\n  20",
        ),
        (
            "SELECT SUM(amount) AS total",
            "SELEC SUM(amount) AS total",
            "total",
            'near "SELEC": syntax error',
        ),
        ("      - [20]", "      - [21]", "total", "stated:\n  total\n  21"),
        ("          - [40]", "          - [41]", "twice", "stated:\n  41\ngiven:\n  40"),
        ("SELECT 2 * SUM(amount)", "SELECT SUM(amount)", "twice", "given:\n  20"),
        ("no such table: amounts", "no such table: sums", "no-table", "but it fails with: sqlite3"),
        ("FROM amounts;", "FROM totals;", "no-table", "but it ends well"),
        (
            "FROM amounts;",
            "FROM totals WHERE;",
            "no-table",
            "but it fails with: sqlite3.OperationalError: near",
        ),
    ],
)
def test_what_differs_is_said(data: DataCopy, old: str, new: str, part: str, says: str) -> None:
    data.change(COUNT, old, new)
    found = differences(data)
    assert says in found[part]
    assert [name for name, words in found.items() if words and name != part] == []


def test_a_trap_that_gives_the_right_result_is_none(data: DataCopy) -> None:
    data.change(COUNT, "SELECT 2 * SUM(amount)", "SELECT SUM(amount)")
    data.change(COUNT, "          - [40]", "          - [20]")
    assert differences(data)["twice"] == "it gives the expected result, so it is no trap"


def test_the_command_names_the_place(data: DataCopy, capsys: pytest.CaptureFixture[str]) -> None:
    assert exercise(data.folder, []) == 0
    assert "1 exercises: 1 solutions and 2 traps run" in capsys.readouterr().out
    data.change(COUNT, "          - [40]", "          - [41]")
    assert exercise(data.folder, ["double-count"]) == 1
    said = capsys.readouterr().out
    line = data.read(COUNT)[: data.read(COUNT).index("id: twice")].count("\n") + 1
    assert f"{COUNT}:{line}:7: double-count, trap twice: stated:" in said
    assert exercise(data.folder, ["dobule-count"]) == 2
    assert "did you mean `double-count`?" in capsys.readouterr().err


def test_an_engine_that_is_not_here_is_named(
    data: DataCopy, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "NEEDED", ("a_package_that_is_not_there",))
    data.change(COUNT, "engine: sqlite", "engine: postgresql")
    assert exercise(data.folder, []) == 0
    said = capsys.readouterr().out
    why = "no PostgreSQL here (a_package_that_is_not_there), `make test` installs it"
    assert f"not run: double-count, solution total: {why}" in said
    assert said.rstrip().endswith("none wrong, 3 not run.")


def python(tmp_path: Path, code: str) -> sandbox.Outcome:
    program = tmp_path / "program.py"
    program.write_text(code)
    return sandbox.run(program)


def test_a_program_sees_nothing_of_ours(tmp_path: Path) -> None:
    code = "import os; print(dict(os.environ).keys() - {'LC_CTYPE'}, os.listdir())"
    assert python(tmp_path, code) == sandbox.Outcome("set() []\n", None)
    assert (
        python(tmp_path, "import macros").error == "ModuleNotFoundError: No module named 'macros'"
    )


def test_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert python(tmp_path, "x = bytearray(2 << 30)").error == "MemoryError"
    assert "File too large" in (
        python(tmp_path, "open('x', 'wb').write(bytes(2 << 20))").error or ""
    )
    monkeypatch.setattr(sandbox, "SECONDS", 1)
    assert python(tmp_path, "while True: pass").error is not None


def test_no_network(tmp_path: Path) -> None:
    if not sandbox.alone():
        pytest.skip("this system does not let a process give up its network")
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 5)"
    assert "unreachable" in (python(tmp_path, code).error or "")


def test_checking_runs_no_code(data: DataCopy) -> None:
    """A solution that leaves a mark when it is run, and a check after which there is none."""
    mark = data.folder.parent / "mark"
    data.change(COUNT, "engine: sqlite", "engine: python")
    text = data.read(COUNT)
    start, end = text.index("  setup:"), text.index("rubric:")
    code = f"open({str(mark)!r}, 'w').write('ran')"
    exercise_ = (
        '  expected:\n    stdout: "x"\n  solutions:\n    - id: mark\n      note: Leaves a mark.\n'
        f"      code: |\n        {code}\n\n"
    )
    data.write(COUNT, text[:start] + exercise_ + text[end:])
    command = [sys.executable, "-m", "macros", "check", "--data", str(data.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in (0, 1) and not mark.exists()
    assert exercise(data.folder, []) == 1
    assert mark.exists()
