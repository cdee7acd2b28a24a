"""`mkdocs serve` on a copy of the project, edited as people edit."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from ..conftest import FIXTURE, ROOT, write_docs

PATIENCE = 60  # seconds; how long it takes is for `make bench`


class Server:
    """`mkdocs serve` on a copy of the project with the fixture's data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "data").exists():
            self._fill(folder)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.log = (folder / "log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=folder, stdout=self.log, stderr=self.log,
            env={**os.environ, "SITE_URL": self.address, "PYTHONPATH": "."},
        )  # fmt: skip
        self._wait_until_up()

    @staticmethod
    def _fill(folder: Path) -> None:
        for name in ("macros", "mkdocs.yml"):
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, folder / name)
        shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
        shutil.copytree(ROOT / "docs" / ".overrides", folder / "docs" / ".overrides")
        write_docs(folder / "docs")
        shutil.copytree(FIXTURE / "data", folder / "data")

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.page("")
                return
            except OSError:
                assert self.process.poll() is None, self.said()
                assert time.monotonic() < deadline, self.said()

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def said(self) -> str:
        return (self.folder / "log").read_text()

    def write(self, path: str, old: str, new: str) -> str:
        """Change a file, wait for the rebuild that follows, and return what was there."""
        file = self.folder / path
        before = file.read_text()
        assert old in before, f"{old!r} is not in {path}"
        epoch = self._epoch()
        file.write_text(before.replace(old, new, 1))
        self._reloaded_after(epoch)
        return before

    def restore(self, path: str, text: str) -> None:
        epoch = self._epoch()
        (self.folder / path).write_text(text)
        self._reloaded_after(epoch)

    def _epoch(self) -> str:
        """Which build a browser has: it stands in the script that the server adds."""
        found = re.search(r"livereload\((\d+),", self.page(""))
        assert found
        return found[1]

    def _reloaded_after(self, epoch: str) -> None:
        # The server holds this request until there is a newer build, as it does for a browser.
        with urllib.request.urlopen(
            f"{self.address}livereload/{epoch}/1", timeout=PATIENCE
        ) as answer:
            assert answer.read().decode() != epoch, self.said()
