"""Files that are made from the guide beside its pages, one module a format.

Each module has the address of its file and a function that makes its text; `files` lists them all.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..pages.site import Site
from . import finder, search
from .search import Written

__all__ = ["Written", "files", "write"]


def files(site: Site, written: Iterable[Written]) -> dict[str, str]:
    """Every file of a site that is no page: its address, and its text.

    written: the pages that people wrote by hand.
    """
    made: dict[str, Any] = {
        finder.ADDRESS: finder.made(site),
        search.ADDRESS: search.made(site, written),
    }
    return {address: _json(value) for address, value in made.items()}


def write(folder: Path, site: Site, written: Iterable[Written]) -> None:
    """Write them all into the folder of a built site."""
    for address, text in files(site, written).items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
