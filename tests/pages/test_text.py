"""Texts become HTML: typography, links to records, and nothing that runs."""

import pytest

from macros.pages.text import Texts, plain


def resolve(kind: str, id_: str) -> str | None:
    return f"{kind}s/{id_}/" if (kind, id_) == ("skill", "caching") else None


TEXTS = Texts(resolve, frozenset({"skill", "role"}))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('He said "no" in 2-5 days', "He said “no” in 2–5 days"),
        ("on 2026-11-22 in 15-1254.00", "on 2026-11-22 in 15-1254.00"),
        ("`a-1-2` and *stress*", "<code>a-1-2</code> and <em>stress</em>"),
        ("wait 30 minutes or 5 %", "wait 30\xa0minutes or 5\xa0%"),
        ("[Caching](skill:caching)", '<a href="../skills/caching/">Caching</a>'),
        ("SUM(DISTINCT x) * 2 * 3", "SUM(DISTINCT x) * 2 * 3"),
        ("snake_case_word", "snake_case_word"),
        ("two\n  lines", "two lines"),
        ("- not a list", "- not a list"),
        ("# not a heading", "# not a heading"),
        ("<b>typed</b>", "&lt;b&gt;typed&lt;/b&gt;"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
    ],
)
def test_line(text: str, html: str) -> None:
    assert TEXTS.line(text, "../") == html


def test_an_unknown_link_loses_its_address() -> None:
    assert "href" not in TEXTS.line("[x](skill:nothing)", "../")
    assert "href" not in TEXTS.line("[x](javascript:alert(1))", "../")


def test_prose_has_paragraphs_code_and_tables() -> None:
    html = TEXTS.prose(
        "One.\n\nTwo.\n\n```sql\nSELECT '<b>' - 1-2\n```\n\n| a |\n| - |\n| 1 |\n", "./"
    )
    assert html.count("<p>") == 2
    assert (
        '<pre class="material" tabindex="0"><code>SELECT \'&lt;b&gt;\' - 1-2\n</code></pre>' in html
    )
    assert "<td>1</td>" in html


def test_plain_knows_no_markdown() -> None:
    assert plain('The "*n*+1" <b>') == "The “*n*+1” &lt;b&gt;"
