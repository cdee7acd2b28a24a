"""One search for the site, in the theme's box: what is asked for is among the first."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from .conftest import BuiltSite
from .watching import Watched, serious

QUERIES = [
    (query, address)
    for pairs in yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text()).values()
    for query, address in pairs
]
RESULTS = ".md-search-result__link"


@pytest.fixture(scope="module")
def page(browser: Browser, real_address: str) -> Iterator[Page]:
    watched = Watched(browser, 1280, "light", real_address)
    watched.page.goto(real_address)
    yield watched.page
    assert watched.faults == []
    watched.context.close()


def found(page: Page, queries: list[str]) -> dict[str, list[str]]:
    """The first three addresses for each query, asked of the site's own module."""
    return dict(
        page.evaluate(
            """async queries => {
              const { Search } = await import(new URL("assets/search/search.js", location))
              const search = await Search.load("search/index.json")
              return queries.map(q => [q, search.find(q).slice(0, 3).map(page => page.address)])
            }""",
            queries,
        )
    )


def test_of_sixty_queries_95_in_100_find_their_page(page: Page) -> None:
    assert len(QUERIES) >= 60
    answers = found(page, [query for query, _ in QUERIES])
    missed = {query: answers[query] for query, address in QUERIES if address not in answers[query]}
    assert len(missed) <= 0.05 * len(QUERIES), missed


def test_an_exact_name_comes_first(page: Page) -> None:
    answers = found(page, ["caching", "postgres", "C#", "race condition", "auth"])
    assert [addresses[0] for addresses in answers.values()] == [
        "skills/caching/",
        "technologies/postgresql/",
        "technologies/csharp/",
        "glossary/#race-condition",
        "skills/authentication-and-authorisation/",
    ]


def test_nonsense_finds_nothing(page: Page) -> None:
    assert found(page, ["qqzzxxy", "", "   ", "***"]) == {
        "qqzzxxy": [],
        "": [],
        "   ": [],
        "***": [],
    }


def test_the_index_is_the_one_that_the_library_would_make(page: Page, real_site: BuiltSite) -> None:
    """The build writes what MiniSearch itself would write, had it been given the same pages."""
    from macros.outputs import search
    from macros.pages.book import open_book

    from ..conftest import ROOT

    made = json.loads((real_site.folder / search.ADDRESS).read_text())
    book = open_book(ROOT / "data", "data")
    pages = [
        {
            "id": number, "name": one.name, "also": "\n".join(one.also), "text": one.text,
            **made["index"]["storedFields"][str(number)],
        }
        for number, one in enumerate(search.documents(book.site, []))
    ]  # fmt: skip
    theirs, ours = page.evaluate(
        """async ([pages, made]) => {
          const { default: MiniSearch } = await import(new URL("assets/vendor/minisearch.js", location))
          const { options } = await import(new URL("assets/search/search.js", location))
          const how = options(new Set(made.idle), made.fields)
          const theirs = new MiniSearch(how)
          theirs.addAll(pages)
          const terms = index => Object.fromEntries(JSON.parse(JSON.stringify(index)).index)
          return [terms(theirs), terms(MiniSearch.loadJS(made.index, how))]
        }""",
        [pages, {**made, "index": _without_written(made["index"], len(pages))}],
    )
    assert theirs == ours


def _without_written(index: dict, count: int) -> dict:  # type: ignore[type-arg]
    """The index without the pages that were written by hand: they stand last."""
    kept = {
        token: {
            field: {n: times for n, times in counted.items() if int(n) < count}
            for field, counted in fields.items()
        }
        for token, fields in index["index"]
    }
    terms = [
        [token, {field: counted for field, counted in fields.items() if counted}]
        for token, fields in kept.items()
        if any(fields.values())
    ]
    return {**index, "index": terms}


@pytest.mark.parametrize("width", [375, 1280])
def test_the_box_answers_the_keyboard(browser: Browser, real_address: str, width: int) -> None:
    watched = Watched(browser, width, "light", real_address)
    page = watched.page
    loaded: list[str] = []
    page.on("request", lambda r: loaded.append(r.url.removeprefix(real_address)))
    page.goto(real_address + "skills/")
    page.wait_for_load_state("networkidle")
    assert not {"search/index.json", "assets/vendor/minisearch.js"} & set(loaded)
    page.keyboard.press("/")
    page.keyboard.type("postgres")
    page.locator(RESULTS).first.wait_for()
    assert "PostgreSQL" in page.locator(RESULTS).first.inner_text()
    assert serious(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/technologies/postgresql/**")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert watched.faults == []
    watched.context.close()


def test_a_search_that_finds_nothing_says_so(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    watched.page.goto(real_address)
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("qqzzxxy")
    watched.page.get_by_text("Nothing found. Try another word").wait_for()
    assert serious(watched.page) == []
    watched.context.close()
