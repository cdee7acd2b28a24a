"""What several tests need: the smallest whole data folder, and a copy that a test may change."""

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from macros.knowledge import loading
from macros.knowledge.guide import Guide

ROOT = Path(__file__).parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "guide"

# The same examples each time, so that a failure is the change's and not the day's; `make fuzz` asks
# for new ones, and for many more.
settings.register_profile("short", max_examples=150, derandomize=True, deadline=None)
settings.register_profile("long", max_examples=20_000, deadline=None)
settings.load_profile(os.environ.get("FUZZ", "short"))


def write_docs(docs: Path) -> Path:
    """The fixture's hand-written pages, and a page for whatever else stands in the navigation."""
    shutil.copytree(FIXTURE / "docs", docs, dirs_exist_ok=True)
    for path in re.findall(r"[\w/-]+\.md", (ROOT / "mkdocs.yml").read_text()):
        page = docs / path
        if not page.exists():
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"# {page.stem.capitalize()}\n\nA page by hand.\n")
    return docs


class DataCopy:
    """A copy of the smallest data folder. Paths are those below data/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: str, text: str | bytes) -> "DataCopy":
        """Write a file, making its folders."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def read(self, path: str) -> str:
        return (self.folder / path).read_text()

    def change(self, path: str, old: str, new: str) -> "DataCopy":
        """Replace words that stand exactly once in a file."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def load(self) -> Guide:
        return loading.load(self.folder, "data")


@pytest.fixture
def data(tmp_path: Path) -> DataCopy:
    shutil.copytree(FIXTURE / "data", tmp_path / "data")
    return DataCopy(tmp_path / "data")


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The fixture's guide, not to be changed."""
    return loading.load(FIXTURE / "data", "data")
