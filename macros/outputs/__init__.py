"""Files that are made from the guide beside its pages, one module a format.

Each module has the addresses of its files and the functions that make them; `files` lists them all.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from ..pages.addresses import LEVELS_TABLE, LLMS, QUESTIONS_TABLE
from ..pages.site import Site
from . import api, cards, finder, llms, moved, postings, search, tables
from .search import Written

__all__ = ["Written", "files", "steps", "write"]


def files(site: Site, written: Iterable[Written]) -> Iterator[tuple[str, str]]:
    """Every file of a site that is no page: its address, and its text.

    written: the pages that people wrote by hand.
    """
    yield finder.ADDRESS, _json(finder.made(site))
    yield search.ADDRESS, _json(search.made(site, written))
    yield postings.ADDRESS, _json(postings.made(site))
    for address, value in api.made(site):
        yield address, _json(value)
    yield QUESTIONS_TABLE, tables.questions(site)
    yield LEVELS_TABLE, tables.levels_and_skills(site)
    yield LLMS, llms.made(site)
    yield from moved.made(site)


def write(folder: Path, site: Site, written: Iterable[Written]) -> None:
    """Write them all, and the pictures, into the folder of a built site."""
    for _ in steps(folder, site, written):
        pass


def steps(folder: Path, site: Site, written: Iterable[Written]) -> Iterator[Path]:
    """Write them all, one at a step, for those who may have to stop between two of them."""
    texts = ((address, text.encode()) for address, text in files(site, written))
    for address, content in chain(texts, cards.made(site)):
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        yield file


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
