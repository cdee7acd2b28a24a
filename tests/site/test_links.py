"""Every link and anchor of the built sites leads somewhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BuiltSite
from .test_build import SITES

LYCHEE = Path(sys.executable).parent / "lychee"


def lychee(site: BuiltSite) -> subprocess.CompletedProcess[str]:
    """Check the links inside a site; those to other hosts are left to a weekly run."""
    return subprocess.run(
        [
            str(LYCHEE),
            "--offline",
            "--include-fragments",
            "--no-progress",
            "--index-files", "index.html",
            "--exclude", "#[a-z]+=",  # the state of a tool, which is no anchor
            "--root-dir", str(site.top),
            "--remap", f"https://guide.test/ file://{site.top}/",
            str(site.folder),
        ],
        capture_output=True,
        text=True,
    )  # fmt: skip


@pytest.mark.parametrize("name", SITES)
def test_links_and_anchors(name: str, request: pytest.FixtureRequest) -> None:
    done = lychee(request.getfixturevalue(name))
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]


def test_a_broken_link_and_a_broken_anchor_are_seen(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><h1 id="a">A</h1><a href="#b">anchor</a><a href="nowhere/">page</a>'
    )
    done = lychee(BuiltSite(tmp_path, "", tmp_path))
    assert done.returncode != 0
    assert "#b" in done.stdout and "nowhere" in done.stdout
