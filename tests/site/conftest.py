"""Whole sites, built as a person would build them, and a server to read them from."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..browser import launched
from ..conftest import FIXTURE, ROOT


@dataclass(frozen=True)
class BuiltSite:
    """A built site. top: the folder of the host; below: the path of the site on it ("" at the root)."""

    top: Path
    below: str
    data: Path

    @property
    def folder(self) -> Path:
        return self.top / self.below

    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


def built(top: Path, below: str, data: Path, docs: Path, **environment: str) -> BuiltSite:
    """Build a site strictly; fails with what the builder said."""
    site = BuiltSite(top, below, data)
    site.folder.parent.mkdir(parents=True, exist_ok=True)
    told = {
        "GUIDE_DATA": str(data),
        "GUIDE_DOCS": str(docs),
        "SITE_URL": f"https://guide.test/{below}",
        "REPO_URL": "https://source.test/guide",
        **environment,
    }
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build", "--into", str(site.folder)],
        cwd=ROOT,
        env={**os.environ, **told},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def fixture_docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-written pages of the fixture, with the real styles and scripts."""
    docs = tmp_path_factory.mktemp("docs")
    shutil.copytree(FIXTURE / "docs", docs, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    return docs


@pytest.fixture(scope="session")
def fixture_site(tmp_path_factory: pytest.TempPathFactory, fixture_docs: Path) -> BuiltSite:
    return built(tmp_path_factory.mktemp("fixture"), "", FIXTURE / "data", fixture_docs)


@pytest.fixture(scope="session")
def fixture_site_below(tmp_path_factory: pytest.TempPathFactory, fixture_docs: Path) -> BuiltSite:
    top = tmp_path_factory.mktemp("fixture-below")
    return built(top, "sub/path/", FIXTURE / "data", fixture_docs)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return built(tmp_path_factory.mktemp("real"), "", ROOT / "data", ROOT / "docs")


@pytest.fixture(scope="session")
def real_site_below(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    top = tmp_path_factory.mktemp("real-below")
    return built(top, "sub/path/", ROOT / "data", ROOT / "docs")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def served(folder: Path) -> Iterator[str]:
    """The address of a server for a folder, on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def real_address(real_site: BuiltSite) -> Iterator[str]:
    yield from served(real_site.top)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running
