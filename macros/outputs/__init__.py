"""Files that are made from the guide beside its pages, one module a format.

Each module has the addresses of its files and the functions that make them.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..pages.addresses import LEVELS_TABLE, LLMS, QUESTIONS_TABLE
from ..pages.site import Site
from . import api, cards, finder, llms, moved, plans, postings, search, sheets, tables
from .search import Written

__all__ = ["Written", "for_machines", "for_pages", "put"]

Files = Iterator[tuple[str, bytes]]  # the address of each, and what it holds


def for_pages(site: Site, written: Iterable[Written]) -> Files:
    """The files that a script on a page reads: such a page needs them as soon as it is there.

    written: the pages that people wrote by hand.
    """
    yield finder.ADDRESS, _json(finder.made(site))
    yield search.ADDRESS, _json(search.made(site, written))
    yield postings.ADDRESS, _json(postings.made(site))
    yield plans.ADDRESS, _json(plans.made(site))


def for_machines(site: Site) -> Files:
    """The others: sheets, the interface, tables, what says where things moved, and pictures.

    The sheets are read by pages, too, but only once somebody made a plan.
    """
    for address, value in sheets.made(site):
        yield address, _json(value)
    for address, value in api.made(site):
        yield address, _json(value)
    yield QUESTIONS_TABLE, tables.questions(site).encode()
    yield LEVELS_TABLE, tables.levels_and_skills(site).encode()
    yield LLMS, llms.made(site).encode()
    for address, text in moved.made(site):
        yield address, text.encode()
    yield from cards.made(site)


def put(folder: Path, found: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """Write each file into the folder of a site when it is asked for, and say which it was."""
    for address, content in found:
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        yield file


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
