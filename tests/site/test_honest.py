"""Building honestly: all or nothing, no network, the same bytes, and a failure that names its record."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import FIXTURE, ROOT, write_docs


def project(folder: Path) -> Path:
    """A copy of the project with the fixture's data and pages, and no git."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(
        ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("assets", ".overrides"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    write_docs(folder / "docs")
    shutil.copytree(FIXTURE / "data", folder / "data")
    return folder


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    told = {"SITE_URL": "https://guide.test/", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONPATH": "."}
    return subprocess.run(
        [*command], cwd=folder, capture_output=True, text=True, env={**os.environ, **told, **environment}
    )  # fmt: skip


BUILD = (sys.executable, "-m", "macros", "build")


def bytes_of(site: Path) -> dict[str, str]:
    """The hash of every file of a site, by path."""
    return {
        str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_a_failing_template_names_the_record_and_leaves_the_site(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    assert run(folder, *BUILD).returncode == 0
    before = bytes_of(folder / "site")
    template = folder / "macros/pages/templates/technology.html"
    template.write_text(template.read_text().replace("technology.summary", "technology.sumary"))
    done = run(folder, *BUILD)
    assert done.returncode != 0
    assert "data/technologies/store.yaml" in done.stdout + done.stderr
    assert "sumary" in done.stdout + done.stderr
    assert "site is as it was" in done.stderr
    assert bytes_of(folder / "site") == before
    assert [p.name for p in folder.iterdir() if p.name.startswith("site")] == ["site"]
    quiet = run(folder, sys.executable, "-m", "mkdocs", "build", "-q", "--strict", STRICT="true")
    assert quiet.returncode != 0


def test_bad_data_leaves_the_site(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    assert run(folder, *BUILD).returncode == 0
    before = bytes_of(folder / "site")
    (folder / "data/terms/tester.yaml").write_text("trem: x\n")
    done = run(folder, *BUILD)
    assert done.returncode != 0
    assert "data/terms/tester.yaml:1:1: `trem` is not a field here" in done.stdout + done.stderr
    assert bytes_of(folder / "site") == before


def test_an_unknown_name_on_a_page_by_hand_fails(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    page = folder / "docs/index.md"
    for wrong, says in (
        ('{{ skill_link("alhpa") }}', "did you mean `alpha`"),
        ("{{ nothing_like_this }}", "nothing_like_this"),
        ("[x](nowhere.md)", "nowhere.md"),
    ):
        page.write_text(f"# Home\n\n{wrong}\n")
        done = run(folder, *BUILD)
        assert done.returncode != 0, wrong
        assert says in done.stdout + done.stderr


ANOTHER_DAY = """
import datetime, time
class Day(datetime.date):
    today = classmethod(lambda cls: cls.fromordinal(datetime_.date.today().toordinal() + 40))
class Now(datetime.datetime):
    now = classmethod(lambda cls, tz=None: real.now(tz) + datetime.timedelta(days=40))
real, seconds = datetime.datetime, time.time
class datetime_: date = datetime.date
datetime.date, datetime.datetime = Day, Now
time.time = lambda: seconds() + 40 * 86400
"""


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    first = project(tmp_path / "one")
    second = project(tmp_path / "an öther földer")
    assert run(first, *BUILD, TZ="UTC", LC_ALL="C").returncode == 0
    elsewhere = second / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "sitecustomize.py").write_text(ANOTHER_DAY)
    told = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C.UTF-8",
        "LANG": "de_DE.UTF-8",
        "PYTHONHASHSEED": "7",
    }
    done = run(second, *BUILD, PYTHONPATH=f".{os.pathsep}{elsewhere}", **told)
    assert done.returncode == 0, done.stderr
    assert bytes_of(first / "site") == bytes_of(second / "site")


def test_another_day_is_seen_without_a_fixed_date(tmp_path: Path) -> None:
    """The clock of the test above does move: without SOURCE_DATE_EPOCH the sitemap shows it."""
    folder = project(tmp_path / "one")
    (folder / "sitecustomize.py").write_text(ANOTHER_DAY)
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    sitemaps = []
    for path in (".", str(folder)):
        told = {**environment, "SITE_URL": "https://guide.test/", "PYTHONPATH": path}
        if path == ".":
            (folder / "sitecustomize.py").rename(folder / "later.py")
        else:
            (folder / "later.py").rename(folder / "sitecustomize.py")
        done = subprocess.run([*BUILD], cwd=folder, capture_output=True, text=True, env=told)
        assert done.returncode == 0, done.stderr
        sitemaps.append((folder / "site/sitemap.xml").read_text())
    assert sitemaps[0] != sitemaps[1]


def test_a_shallow_clone_builds_the_same(tmp_path: Path) -> None:
    folder = project(tmp_path / "one")
    assert run(folder, *BUILD).returncode == 0
    plain = bytes_of(folder / "site")
    shutil.rmtree(folder / "site")
    git = [
        "git",
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "init.defaultBranch=main",
    ]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        assert run(folder, *git, *command).returncode == 0
    assert (
        run(tmp_path, "git", "clone", "-q", "--depth", "1", f"file://{folder}", "two").returncode
        == 0
    )
    assert run(tmp_path / "two", *BUILD).returncode == 0
    assert bytes_of(tmp_path / "two" / "site") == plain


def test_no_network_is_needed(tmp_path: Path) -> None:
    alone = ["unshare", "-rn"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"]).returncode:
        pytest.skip("this system does not let a process give up its network")
    folder = project(tmp_path / "project")
    reach = "import socket; socket.create_connection(('192.0.2.1', 80), 2)"
    assert (
        subprocess.run([*alone, sys.executable, "-c", reach], capture_output=True).returncode != 0
    )
    done = run(folder, *alone, *BUILD)
    assert done.returncode == 0, done.stderr
