"""The workflows: least rights, pinned actions, and nothing of substance but our own commands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FILES = [path.name for path in WORKFLOWS]


def steps(path: Path) -> list[dict]:  # type: ignore[type-arg]
    jobs = yaml.safe_load(path.read_text())["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def test_they_are_there() -> None:
    assert FILES == ["check.yml", "publish.yml", "weekly.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=FILES)
def test_rights_are_given_by_the_job(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"] and job["timeout-minutes"] <= 20


@pytest.mark.parametrize("path", WORKFLOWS, ids=FILES)
def test_actions_are_pinned_and_keep_no_credentials(path: Path) -> None:
    for line in path.read_text().splitlines():
        if "uses:" in line:
            assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line
    for step in steps(path):
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_a_change_needs_no_secret() -> None:
    text = (ROOT / ".github/workflows/check.yml").read_text()
    assert "secrets." not in text and "pull_request_target" not in text


def test_they_run_commands_of_ours() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for path in WORKFLOWS:
        matrix = re.search(r"what: \[(.*)\]", path.read_text())
        for step in steps(path):
            command = step.get("run", "")
            for target in re.findall(r"make (?:-C before )?([a-z]+)", command):
                assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
            if "$WHAT" in command:
                assert matrix
                for target in matrix[1].split(", "):
                    assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
            assert not command or re.match(r"make |\.ci/run|\.venv/bin/python -m macros ", command)


def zizmor(folder: Path) -> "subprocess.CompletedProcess[str]":
    program = Path(sys.executable).with_name("zizmor")
    return subprocess.run(
        [program, "--offline", "--no-progress", folder], capture_output=True, text=True, check=False
    )


def test_zizmor_finds_nothing_and_would_find_something(tmp_path: Path) -> None:
    done = zizmor(ROOT / ".github")
    assert done.returncode == 0, done.stdout
    bad = tmp_path / ".github/workflows/bad.yml"
    bad.parent.mkdir(parents=True)
    text = WORKFLOWS[0].read_text()
    bad.write_text(re.sub(r"@[0-9a-f]{40} # v\S+", "@main", text).replace("permissions: {}", ""))
    assert zizmor(tmp_path / ".github").returncode != 0


def test_nobody_is_invented() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text().splitlines()
    assert all(line.startswith("#") for line in lines)


@pytest.mark.parametrize("form", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml")))
def test_issue_forms_have_what_github_wants(form: Path) -> None:
    found = yaml.safe_load(form.read_text())
    assert {"name", "description", "body"} <= set(found)
    ids = [part["id"] for part in found["body"]]
    assert len(set(ids)) == len(ids)
