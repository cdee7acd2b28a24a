"""Pages as they were last made, so that an edit rebuilds only those that it changes.

A page is its words, which come from a record and its template, in a frame, which the theme makes
from the page's title and the like. The words are always made anew. Nothing needs to know what they
come from: a page whose words and frame are equal to the last ones is the same page.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class _Made:
    words: str  # the finished HTML of the record, inside the page
    frame: bytes  # a fingerprint of all else of the page that the theme shows
    output: str | None  # the whole page; None when its frame is to be made anew


class Kept:
    """The pages of the last builds by address, as long as the theme stays as it is."""

    def __init__(self) -> None:
        self._pages: dict[str, _Made] = {}
        self._theme: Mapping[Path, int] = {}

    def framed_by(self, theme: Mapping[Path, int]) -> None:
        """Say which files the frames of all pages come from, and when each was last written.

        When one was changed, added or taken away, no frame that was kept holds any longer.
        """
        if theme != self._theme:
            self._theme = theme
            self._pages = {at: replace(made, output=None) for at, made in self._pages.items()}

    def unchanged(self, addresses: Iterable[str], make: Callable[[str], str]) -> frozenset[str]:
        """The addresses at which the words of the page, made now, are those of the last build.

        A page that cannot be made is not among them.
        """
        if not self._pages:
            return frozenset()
        return frozenset(address for address in addresses if self._is_same(address, make))

    def _is_same(self, address: str, make: Callable[[str], str]) -> bool:
        made = self._pages.get(address)
        try:
            return made is not None and made.words == make(address)
        except Exception:  # it fails again where it is made for readers, and there it is told
            return False

    def page(self, address: str, words: str, frame: bytes) -> str | None:
        """The whole page, if it would come out as it did the last time."""
        made = self._pages.get(address)
        return made.output if made and (made.words, made.frame) == (words, frame) else None

    def keep(self, address: str, words: str, frame: bytes, output: str) -> None:
        """Keep a page as it was made."""
        self._pages[address] = _Made(words, frame, output)


def fingerprint(*parts: object) -> bytes:
    """Equal for equal parts, as they look when printed. parts: plain values."""
    return sha256(repr(parts).encode()).digest()
