"""Random input: the reader always answers with a place, and the text function is always safe.

Short here; `make fuzz` runs the same tests for much longer.
"""

import re
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.knowledge import loading, rules
from macros.knowledge.source import read_text
from macros.pages.text import TAGS, Texts, plain

from ..conftest import FIXTURE, DataCopy
from ..hostile import REFUSED, WORDS

PIECES = st.sampled_from(
    ["a", "term", "no", "on", "3.10", "012", "1:30", "2026-11-22", "~", "null", "<<", "&x", "*x", "!!str",
     "!x", "? ", "- ", ": ", ":", ", ", "[", "]", "{", "}", "|", ">-", "'", '"', "#", "%", "@", "`", "---",
     "...", "\n", "\n  ", "\n    ", "\t", " ", "\\", "\u00e9", "\u202e", "\ufeff", "\x00", "9" * 40],
)  # fmt: skip
YAML = st.lists(PIECES, max_size=60).map("".join)


def holds_its_word(raw: bytes) -> None:
    source = read_text(raw, "a.yaml")
    lines = raw.count(b"\n") + 2 + raw.count(b"\r") + raw.count(b"\x85")
    assert source.root is not None or source.problems
    for problem in source.problems:
        assert 1 <= problem.line <= lines and problem.column >= 1
        assert problem.message and str(problem).isprintable()
    if source.root is not None:
        source.root.plain()


@given(YAML)
def test_the_reader_answers_anything_like_yaml(text: str) -> None:
    holds_its_word(text.encode())


@given(st.binary(max_size=300))
def test_the_reader_answers_any_bytes(raw: bytes) -> None:
    holds_its_word(raw)


FILES = sorted((FIXTURE / "data").rglob("*.yaml"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.integers(0, 5000), st.integers(0, 60), YAML)
def test_the_check_answers_any_damage(
    data: DataCopy, file: object, start: int, length: int, new: str
) -> None:
    path = str(file).split("/data/", 1)[1]
    whole = data.read(path)
    start %= len(whole)
    data.write(path, whole[:start] + new + whole[start + length :])
    try:
        for problem in rules.problems(data.load()):
            assert problem.line >= 1 and problem.column >= 1
    finally:
        data.write(path, whole)


class Tags(HTMLParser):
    """Everything in a piece of HTML that is more than text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name, value or "") for name, value in attrs] or [(tag, "", "")]

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", "", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", "", decl))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", "", data))


TEXTS = Texts(lambda kind, id_: f"{kind}s/{id_}/" if id_ == "known" else None, frozenset({"skill"}))
ATTRIBUTES = {
    ("a", "href"),
    ("a", "rel"),
    ("pre", "class"),
    ("pre", "tabindex"),
    ("td", ""),
    ("th", ""),
}
ADDRESS = re.compile(r"(https://|mailto:|\.\./skills/known/$)")


def unsafe(html: str) -> list[tuple[str, str, str]]:
    """What a piece of HTML holds that it must not."""
    parser = Tags()
    parser.feed(html)
    parser.close()
    return [
        (tag, name, value)
        for tag, name, value in parser.found
        if tag not in TAGS
        or (name and (tag, name) not in ATTRIBUTES)
        or (name == "href" and not ADDRESS.match(value))
    ]


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *WORDS,
                *REFUSED,
                "[x](skill:known)",
                "[x](",
                "](",
                ")",
                "<",
                ">",
                "</p>",
                "<p",
                "`",
                "```\n",
                "~~~",
                "\n\n",
                "\n- ",
                "\n1. ",
                "\n> ",
                "| a |\n| - |\n",
                "**",
                "_",
                "&",
                "&#",
                ";",
                "<!--",
                "-->",
                "\\",
                "\x85",
                "\u2028",
            ],
        ),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)


@given(MARKUP)
def test_text_is_never_more_than_text(text: str) -> None:
    for html in (TEXTS.line(text, "../"), TEXTS.prose(text, "../"), plain(text)):
        assert unsafe(html) == [], html
    assert "<p>" not in TEXTS.line(text, "../")


def test_every_refused_spelling_is_harmless() -> None:
    for text in [*WORDS, *REFUSED]:
        for html in (TEXTS.line(text, "../"), TEXTS.prose(text, "../"), plain(text)):
            assert unsafe(html) == [], (text, html)


def test_what_is_unsafe_is_seen() -> None:
    assert unsafe("<a href='javascript:x'>y</a>") and unsafe("<p onclick=x>y</p>")
    assert unsafe("<script>x</script>") and unsafe("<!-- x -->") and unsafe("<a id='__config'>")
    assert not unsafe("<p>x <a href='https://x.org'>y</a></p>")


def test_the_fixture_survived() -> None:
    assert loading.load(FIXTURE / "data", "data").problems == []
