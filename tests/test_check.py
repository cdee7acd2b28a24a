"""The check as people call it: exit status, form of the lines, summary."""

import re
import subprocess
import sys
from pathlib import Path

from .conftest import FIXTURE, ROOT, DataCopy


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "check", *arguments],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip


def test_all_is_well() -> None:
    done = check("--data", str(FIXTURE / "data"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "11 records (2 roles, 2 responsibilities, 2 skills, 1 technology, 2 questions, 1 plan, "
        "1 term): no problems, no warnings.\n"
    )


def test_the_guide_itself_is_well() -> None:
    done = check()
    assert done.returncode == 0, done.stdout


def test_every_problem_at_once_sorted_and_placed(data: DataCopy) -> None:
    data.change("terms/tester.yaml", "term: Tester", "trem: Tester")
    data.change("roles/builder.yaml", "time_share: 70", "time_share: 71")
    data.change("skills/alpha.yaml", "group: databases-and-cache", "group: databases")
    done = check("--data", str(data.folder))
    assert done.returncode == 1
    *lines, last = done.stdout.splitlines()
    assert last.endswith(": 4 problems, no warnings.")
    found = [re.fullmatch(r"(.+?):(\d+):(\d+): (.+)", line) for line in lines]
    assert all(found) and lines == sorted(lines)
    said = "\n".join(line.removeprefix(str(data.folder)) for line in lines)
    assert "/roles/builder.yaml:13:1: the time shares sum to 101, not to 100: change them" in said
    assert "there is no skill group `databases`; did you mean `databases-and-cache`?" in said
    assert "/terms/tester.yaml:1:1: `trem` is not a field here; did you mean `term`?" in said
    assert "/terms/tester.yaml:1:1: `term` is missing: add it" in said


def test_a_warning_is_marked_and_does_not_fail(data: DataCopy) -> None:
    data.change("terms/tester.yaml", '"2026-11-22"', '"2020-01-01"')
    done = check("--data", str(data.folder))
    assert done.returncode == 0
    assert "terms/tester.yaml:9:14: warning: last read" in done.stdout
    assert done.stdout.endswith("no problems, 1 warning.\n")


def test_wrong_usage(tmp_path: Path) -> None:
    assert check("--data", str(tmp_path / "nowhere")).returncode == 2
    assert check("--dtaa", "x").returncode == 2
    assert (
        subprocess.run([sys.executable, "-m", "macros"], cwd=ROOT, capture_output=True).returncode
        == 2
    )


def test_no_mkdocs_is_needed() -> None:
    code = (
        "import sys; sys.modules['mkdocs'] = None; sys.modules['material'] = None;"
        "from macros.__main__ import main; sys.exit(main(['check']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
