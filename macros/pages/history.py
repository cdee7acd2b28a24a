"""When each record was last changed, as its history says. Without a history nothing is known."""

import subprocess
from pathlib import Path


def last_changed(data: Path) -> dict[str, str]:
    """The day of the last commit of each file below a data folder: "skills/x.yaml" → "2026-11-26".

    Empty without git, outside a repository, and in a shallow clone, whose only commit would date
    everything.
    """
    if _said(data, "rev-parse", "--is-shallow-repository") != "false\n":
        return {}
    top = _said(data, "rev-parse", "--show-prefix").strip()
    said = _said(data, "log", "--format=%x00%cs", "--name-only", "--no-renames", "--", ".")
    found: dict[str, str] = {}
    for commit in said.split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in filter(None, files):
            found.setdefault(file.removeprefix(top), day)
    return found


def _said(folder: Path, *words: str) -> str:
    command = ["git", "-c", "core.quotepath=off", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
