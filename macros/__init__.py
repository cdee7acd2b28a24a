"""The guide as a site builder sees it: `define_env` says what a page may call.

Under MkDocs, `hooks.py` has opened the book and put up a shelf: calls leave a placeholder in the
Markdown, and the finished HTML takes its place once Markdown is done, because parsing it again
would be the slowest step of the build. Under another builder the HTML itself is returned.
"""

import re
from itertools import count
from pathlib import Path
from typing import Any

from . import judging, outputs
from .knowledge.problems import Problem
from .pages import meaning, safety
from .pages.book import BadData, Book, open_book
from .pages.calls import NAMES, Calls
from .pages.compiled import Compiled
from .pages.headings import headings
from .pages.kept import Kept, fingerprint
from .pages.page import root_of
from .pages.trouble import trouble_page

# Between characters for private use, which stand in no text: Markdown takes it for a word, alone in
# a paragraph as well as within a sentence.
_TOKEN = re.compile("\ue000[0-9]+\ue001")

__all__ = [
    "BadData",
    "Compiled",
    "Kept",
    "Shelf",
    "define_env",
    "fingerprint",
    "headings",
    "judging",
    "meaning",
    "open_book",
    "outputs",
    "safety",
    "trouble_page",
]


class Shelf:
    """Finished HTML that waits for its page, each piece by a token that stands in for it."""

    def __init__(self) -> None:
        self._waiting: dict[str, str] = {}
        self._numbers = count()

    def put(self, html: str) -> str:
        """Keep some HTML; returns what stands in for it in Markdown."""
        token = f"\ue000{next(self._numbers)}\ue001"
        self._waiting[token] = html
        return token

    def keep(self, address: str, html: str) -> None:
        """Keep a whole page until its place is ready."""
        self._waiting[address] = html

    def waiting(self, address: str) -> str:
        """The page that is kept for an address."""
        return self._waiting[address]

    def take(self, address: str) -> str:
        """The page that was kept for an address."""
        return self._waiting.pop(address)

    def fill(self, html: str) -> str:
        """The HTML of a page with every placeholder replaced."""
        for token in _TOKEN.findall(html):
            made = self._waiting[token]
            html = html.replace(f"<p>{token}</p>", made).replace(token, made)
        return html


opened: Book | None = None  # set by hooks.py, for the build that is running
shelf: Shelf | None = None
trouble: list[Problem] = []  # what keeps the book closed while people edit


def define_env(env: Any) -> None:
    """Give pages their calls. `env`: the environment of mkdocs-macros, or one that acts alike."""
    book = opened
    if book is None and not trouble:
        project = Path(env.project_dir)
        judgements = project / "docs" / judging.FOLDER
        book = open_book(project / "data", "data", judgements=judgements)

    def call(name: str) -> Any:
        def run(*arguments: str) -> str:
            if book is None:
                return ""
            html = getattr(Calls(book, root_of(env.page.url)), name)(*arguments)
            return shelf.put(html) if shelf else str(html)

        run.__name__, run.__doc__ = name, getattr(Calls, name).__doc__
        return run

    for name in NAMES:
        env.macro(call(name))
