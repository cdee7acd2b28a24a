"""Pages from templates: what stands on them, and what they say when something is not there."""

import json
from pathlib import Path

import pytest

from macros.knowledge import loading
from macros.knowledge.fingerprint import fingerprint
from macros.pages.book import BadData, Book, open_book
from macros.pages.calls import NAMES, Calls
from macros.pages.filters import day, with_labels, within_sentence
from macros.pages.headings import Heading, headings
from macros.pages.render import Unknown

from ..conftest import FIXTURE, ROOT, DataCopy


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book(FIXTURE / "data", "data")


def test_every_page_renders(book: Book) -> None:
    for address, page in book.site.pages.items():
        html = book.renderer.page(address)
        assert html.count("<h1") == 1, address
        assert "None" not in html, address
        assert page.title


def test_a_page_shows_every_text_of_its_record(book: Book) -> None:
    html = book.renderer.page("questions/double-count/")
    for words in (
        "The join multiplies rows.", "Checks one row by hand.", "Edits the report by hand.",
        "Typing speed.", "Patients and visits.", "Caps “Finds the cause”: mid at 3, senior at 2.",
        "Costs nothing.", "Expect 3 on “Finds the cause”.", "no such table: amounts",
        "No knowledge of accounting is needed.", "Totals are trusted.",
    ):  # fmt: skip
        assert words in html, words


def test_neighbours_follow_the_index(book: Book) -> None:
    before, after = book.renderer.neighbours(book.guide.skills["beta"])
    assert (before and before.id, after) == ("alpha", None)


def test_headings() -> None:
    html = '<h1 id="a">A <small>x</small></h1><h2 class="q" id="b">B &amp; C<a class="headerlink" href="#b">#</a></h2><h2>no</h2>'
    assert headings(html) == [Heading(1, "a", "A"), Heading(2, "b", "B & C")]


def test_day() -> None:
    assert day("2026-01-02") == "2 January 2026"


def test_names_within_a_sentence() -> None:
    assert [within_sentence(n) for n in ("Backend developer", "API developer", "C")] == [
        "backend developer",
        "API developer",
        "c",
    ]


def test_labels_stand_for_ids(book: Book) -> None:
    question = book.guide.questions["double-count"]
    assert with_labels('3 on "cause", "other"', question) == '3 on "Finds the cause", "other"'


@pytest.mark.parametrize(
    ("call", "argument", "says"),
    [
        (
            "record_page",
            "skills/alhpa/",
            "no page is made for `skills/alhpa/`; did you mean `skills/alpha/`",
        ),
        ("count", "skil", "there is no kind `skil`; did you mean `skill`?"),
        ("skill_link", "alhpa", "there is no skill `alhpa`; did you mean `alpha`?"),
        ("role_card", "builder/midd", "did you mean `builder/mid`"),
        ("skills_of_group", "api", "there is no skill group `api`; did you mean `apis`?"),
    ],
)
def test_an_unknown_name_is_an_error_that_says_so(
    book: Book, call: str, argument: str, says: str
) -> None:
    with pytest.raises(Unknown) as error:
        getattr(Calls(book, "./"), call)(argument)
    assert says in str(error.value)


def test_every_call_has_documentation_and_an_example() -> None:
    page = (ROOT / "docs" / "contributing" / "macros.md").read_text()
    for name in NAMES:
        assert getattr(Calls, name).__doc__, name
        assert name == "record_page" or f"{{{{ {name}(" in page, name


def test_bad_data_is_refused_with_every_problem(data: DataCopy) -> None:
    data.change("terms/tester.yaml", "term: Tester", "trem: Tester")
    data.change("roles/builder.yaml", "time_share: 70", "time_share: 71")
    with pytest.raises(BadData) as error:
        open_book(data.folder, "data")
    assert len(error.value.problems) == 3
    assert "data/roles/builder.yaml:13:1" in str(error.value)


def test_a_question_says_which_tests_readers_held_with_its_words(tmp_path: Path) -> None:
    guide = loading.load(FIXTURE / "data", "data")
    claim = {"claim": "So.", "where": "prompt", "how": "known", "by": "known", "right": True}
    facts = {"judged_on": "2026-11-27", "claims": [claim, claim, claim]}
    (tmp_path / "facts").mkdir()
    for id_, text in (
        ("double-count", fingerprint(guide.questions["double-count"])),
        ("bad-news", "0" * 12),
    ):
        (tmp_path / "facts" / f"{id_}.yaml").write_text(json.dumps({**facts, "text": text}))
    book = open_book(FIXTURE / "data", "data", judgements=tmp_path)
    said = "Judged by readers: its facts"
    assert said in book.renderer.page("questions/double-count/")
    assert said not in book.renderer.page("questions/bad-news/")  # of other words
    html = Calls(book, "../").judgements()
    assert "27 November 2026, with an earlier text" in html
    assert Calls(book, "../").judged().count("6 claims, 0 wrong when first read (0\u00a0%)") == 1
