"""Text of a record → safe HTML. Nothing else makes HTML of what a contributor wrote.

Markdown (CommonMark and tables) is rendered with raw HTML escaped, then sanitised: only the tags
below survive, no attribute but a checked `href`. Quotes are curled and ranges get their dash here,
so that data stays plain to type.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import comrak
import nh3
from markupsafe import Markup, escape

TAGS = {
    "a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "table", "tbody", "td",
    "th", "thead", "tr", "ul",
}  # fmt: skip

Resolve = Callable[[str, str], str | None]  # (kind, id) → address from the site's root, or None

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.table = True
_PARSING = comrak.ParseOptions()
_PARSING.smart = True
_RENDERING = comrak.RenderOptions()
_RENDERING.unsafe_ = False
_RENDERING.escape = True  # raw HTML is shown as it was typed, not left out


class Texts:
    """Turns texts into HTML for pages whose way to the site's root is given.

    resolve: knows the address of a record; kinds: the words that links may begin with.
    """

    def __init__(self, resolve: Resolve, kinds: frozenset[str]) -> None:
        self._resolve = resolve
        self._schemes = {"https", "mailto", *kinds}
        self.line = lru_cache(50_000)(self._line)
        self.prose = lru_cache(50_000)(self._prose)

    def _line(self, text: str, root: str) -> Markup:
        """One paragraph, without its tags. What is not a paragraph is shown as written."""
        html = self._html(" ".join(text.split()), root)
        inner = html.removeprefix("<p>").removesuffix("</p>\n")
        if len(inner) != len(html) - len("<p></p>\n") or "<p>" in inner:
            return plain(text)
        return Markup(inner)

    def _prose(self, text: str, root: str) -> Markup:
        """Paragraphs, lists, tables and code. A wide block of code can be scrolled by keyboard."""
        html = self._html(text, root)
        return Markup(html.replace("<pre>", '<pre class="material" tabindex="0">'))

    def _html(self, text: str, root: str) -> str:
        if "]" not in text:  # without a link to a record it is the same on every page
            return _without_links(text)
        return self._made(text, root)

    def _made(self, text: str, root: str) -> str:
        raw = comrak.render_markdown(text, _EXTENSIONS, _PARSING, _RENDERING)

        def attribute(tag: str, name: str, value: str) -> str | None:
            kind, colon, id_ = value.partition(":")
            if kind in ("https", "mailto"):
                return value
            address = self._resolve(kind, id_) if colon else None
            return None if address is None else root + address

        clean = nh3.clean(
            raw,
            tags=TAGS,
            attributes={"a": {"href"}},
            attribute_filter=attribute,
            url_schemes=self._schemes,
            link_rel="noopener",
            clean_content_tags={"script", "style"},
        )
        return _dashes(clean)


_NO_RECORDS = Texts(lambda kind, id_: None, frozenset())


@lru_cache(50_000)
def _without_links(text: str) -> str:
    return _NO_RECORDS._made(text, "")


@lru_cache(50_000)
def plain(text: str) -> Markup:
    """A name or title: escaped, with curled quotes and dashes in ranges; no Markdown."""
    return Markup(_dashes(_curled(str(escape(" ".join(text.split()))))))


_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[`*]+")


@lru_cache(50_000)
def bare(text: str) -> str:
    """Text of a record without any markup, for what is neither a page nor HTML."""
    return str(plain(_MARKS.sub(lambda mark: mark[1] or "", text)).unescape())


def in_brackets(name: str) -> str:
    """A name as the words of a Markdown link: nothing in it ends them or begins another."""
    return re.sub(r"([\\\[\]<>`*_])", r"\\\1", name)


def _curled(escaped: str) -> str:
    text = escaped.replace("&#34;", '"').replace("&#39;", "'")
    text = re.sub(r'(^|[\s(\[])"', "\\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", "\\1‘", text).replace("'", "’")


# A number range: not a date (2026-11-22), not part of a code (15-1254.00), not inside a word.
_RANGE = re.compile(r"(?<![\w.-])(\d{1,4})-(\d{1,4})(?![\w-]|\.\d)")
_UNIT = re.compile(r"(\d) (%|s|ms|min|minutes?)(?!\w)")
_PIECES = re.compile(r"(<pre.*?</pre>|<code.*?</code>|<[^>]*>)", re.DOTALL)


def _dashes(html: str) -> str:
    """En dashes in ranges and fixed spaces before units, outside tags and code."""
    pieces = _PIECES.split(html)
    for n in range(0, len(pieces), 2):
        if any(map(str.isdigit, pieces[n])):
            pieces[n] = _UNIT.sub("\\1\N{NO-BREAK SPACE}\\2", _RANGE.sub("\\1–\\2", pieces[n]))
    return "".join(pieces)
