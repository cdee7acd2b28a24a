"""The headings of a finished page, for the contents beside it."""

import re
from typing import NamedTuple

from markupsafe import Markup


class Heading(NamedTuple):
    """A heading of a finished page: its depth (1 to 3), anchor and plain words."""

    depth: int
    anchor: str
    words: str


_HEADING = re.compile(r'<h([123])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_EXTRAS = re.compile(
    r'<a class="headerlink".*?</a>|<small.*?</small>|<svg.*?</svg>|<[^>]+>', re.DOTALL
)


def headings(html: str) -> list[Heading]:
    """The headings of a finished page that have an anchor."""
    return [
        Heading(int(depth), anchor, str(Markup(_EXTRAS.sub("", words)).unescape()).strip())
        for depth, anchor, words in _HEADING.findall(html)
    ]
