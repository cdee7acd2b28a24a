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
from ..conftest import FIXTURE, ROOT, write_docs


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
        "REPO_URL": "https://github.com/example/guide",
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
    docs = write_docs(tmp_path_factory.mktemp("docs"))
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


class Host:
    """A server for a folder on a free port, whose address is known before anything is built."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handler = functools.partial(Quiet, directory=str(folder))
        self.folder = folder
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()


@pytest.fixture(scope="session")
def real_address(real_site: BuiltSite) -> Iterator[str]:
    host = Host(real_site.top)
    yield host.address
    host.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running
