"""The finder of questions: choices, counts, words, addresses, keys, and what is not known."""

import gzip
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import FIXTURE, ROOT
from .conftest import BuiltSite, Host, built
from .watching import Watched, serious

READY = "question-finder[data-ready]"
LIMIT = 30_000  # bytes of our scripts on any page, compressed (issue: "at most 30 kB")


def opened(watched: Watched, address: str, fragment: str = "") -> Page:
    page = watched.page
    page.goto(f"{address}questions/{fragment}")
    page.locator(READY).wait_for()
    if page.viewport_size and page.viewport_size["width"] < 900:
        page.locator(".narrow > summary").click()
    return page


def box(page: Page, facet: str, option: str):  # type: ignore[no-untyped-def]
    return page.locator(f"input[name={facet}][value={option}]")


def count(page: Page, facet: str, option: str) -> int:
    return int(page.locator(f"label:has(input[name={facet}][value={option}]) small").inner_text())


def titles(page: Page) -> list[str]:
    return page.locator("question-finder .finder .found a").all_inner_texts()


def total(page: Page) -> int:
    return int(page.get_by_role("status").inner_text().split()[0])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_choices_narrow_and_counts_follow(
    browser: Browser, real_address: str, width: int, scheme: str
) -> None:
    watched = Watched(browser, width, scheme, real_address)
    page = opened(watched, real_address)
    everything = total(page)
    debugging, mid = count(page, "kind", "debugging"), count(page, "level", "mid")
    assert 0 < debugging < everything
    box(page, "kind", "debugging").check()
    assert total(page) == debugging and len(titles(page)) == debugging
    # Counts of the same facet stay, because choosing another kind adds to it; others follow.
    assert count(page, "kind", "coding") > 0
    assert count(page, "level", "mid") < mid
    assert page.url.endswith("#kind=debugging")
    box(page, "kind", "coding").check()
    assert page.url.endswith("#kind=debugging,coding")
    assert total(page) == debugging + count(page, "kind", "coding")
    assert serious(page) == []
    page.get_by_role("button", name="Clear all").click()
    assert total(page) == everything and "#" not in page.url
    assert watched.faults == []
    watched.context.close()


def test_words_are_found_and_best_comes_first(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address)
    page.get_by_role("searchbox", name="Words in a question").fill("revenue counted twice")
    expect(page.locator("question-finder .finder .found a").first).to_have_text(
        "The revenue report that counts money twice"
    )
    assert page.url.endswith("#q=revenue+counted+twice")
    assert watched.faults == []
    watched.context.close()


def test_an_address_brings_it_all_back(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(
        watched, real_address, "#q=database&kind=debugging,scenario&level=mid&order=short"
    )
    assert box(page, "kind", "scenario").is_checked() and box(page, "level", "mid").is_checked()
    assert page.get_by_role("combobox", name="Order").input_value() == "short"
    assert page.get_by_role("searchbox", name="Words in a question").input_value() == "database"
    assert 0 < total(page) == len(titles(page))
    minutes = page.locator("question-finder .finder .found .meta").all_inner_texts()
    times = [int(line.split(" · ")[1].split()[0]) for line in minutes]
    assert times == sorted(times)
    watched.context.close()


def test_back_and_forward(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address)
    everything = total(page)
    box(page, "kind", "coding").check()
    coding = total(page)
    box(page, "level", "junior").check()
    both = total(page)
    assert everything > coding > both
    status = page.get_by_role("status")
    page.go_back()
    expect(status).to_have_text(f"{coding} of {everything} questions")
    assert not box(page, "level", "junior").is_checked()
    page.go_back()
    expect(status).to_have_text(f"{everything} questions")
    page.go_forward()
    expect(status).to_have_text(f"{coding} of {everything} questions")
    page.locator("question-finder .finder .found a").first.click()
    page.wait_for_url("**/questions/*/")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(f"{coding} of {everything} questions")
    assert [fault for fault in watched.faults if not fault.startswith("failed:")] == []
    watched.context.close()


def test_nothing_fits_and_a_way_out(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    # a debugging question takes longer than ten minutes, whatever the bank holds
    page = opened(watched, real_address, "#kind=debugging&minutes=10")
    assert total(page) == 0
    assert page.get_by_text("No question fits all of this.").is_visible()
    assert serious(page) == []
    page.get_by_role("button", name="Without 1 to 10").click()
    assert total(page) > 0 and page.url.endswith("#kind=debugging")
    watched.context.close()


def test_by_keyboard_alone(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address)
    page.get_by_role("searchbox", name="Words in a question").focus()
    page.keyboard.press("Tab")  # the first facet
    page.keyboard.press("Tab")  # its first option
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked") is True
    chosen = total(page)
    assert (
        0
        < chosen
        < page.evaluate("fetch('finder.json').then(r => r.json()).then(j => j.questions.length)")
    )
    remove = page.get_by_role("button", name="Remove Knowledge")
    remove.focus()
    page.keyboard.press("Enter")
    assert total(page) > chosen
    assert page.evaluate("document.activeElement.localName") == "a"  # focus is not lost
    watched.context.close()


HOSTILE = {
    "too long": "#q=" + "a" * 5000,
    "markup": "#q=" + quote("<img src=x onerror=alert(1)>") + "&kind=<script>alert(1)</script>",
    "unknown": "#kind=singing,coding&colour=red&order=upwards",
    "odd names": "#__proto__=x&constructor=y&kind=__proto__",
    "broken escapes": "#q=%E0%A4%A&kind=%",
    "no pair": "#programming-languages",
}


@pytest.mark.parametrize("fragment", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_is_taken_for_words(
    browser: Browser, real_address: str, fragment: str
) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, fragment)
    assert page.locator("question-finder img, question-finder script:not([src])").count() == 0
    notice = page.locator("question-finder .note")
    if "colour" in fragment:
        assert notice.inner_text().endswith("know it: singing, colour, order.")
        assert box(page, "kind", "coding").is_checked()
    if "aaaa" in fragment:
        assert "an address that is too long" in notice.inner_text()
    assert watched.faults == []
    watched.context.close()


def test_it_works_without_storage(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    page.add_init_script("""for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError") }})""")
    page.goto(real_address + "questions/#kind=coding")
    page.locator(READY).wait_for()
    assert total(page) == count(page, "kind", "coding") > 0
    watched.context.close()


def test_it_works_on_a_page_that_is_swapped_in_place(
    browser: Browser, tmp_path: Path, fixture_docs: Path
) -> None:
    host = Host(tmp_path)
    built(tmp_path / "site", "", FIXTURE / "data", fixture_docs, SITE_URL=f"{host.address}site/")
    watched = Watched(browser, 1280, "light", host.address)
    page = watched.page
    page.goto(f"{host.address}site/skills/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.locator(".md-tabs").get_by_role("link", name="Questions").click()
        page.locator(READY).wait_for()
        assert total(page) > 0
        page.locator(".md-tabs").get_by_role("link", name="Skills").click()
        page.wait_for_url("**/skills/")
    page.go_back()
    page.locator(READY).wait_for()
    assert page.evaluate("window.stayed") is True
    assert watched.faults == []
    watched.context.close()
    host.close()


def test_without_javascript_the_banks_are_there(browser: Browser, real_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_address + "questions/")
    bank = page.get_by_role("link", name="Relational databases and SQL")
    bank.click()
    page.wait_for_url("**/skills/relational-databases-sql/questions/")
    context.close()


def test_it_works_below_a_path(browser: Browser, real_site_below: BuiltSite) -> None:
    host = Host(real_site_below.top)
    address = f"{host.address}{real_site_below.below}"
    watched = Watched(browser, 1280, "light", host.address)
    page = opened(watched, address, "#q=ferry")
    expect(page.locator("question-finder .finder .found a").first).to_have_attribute(
        "href", f"{address}questions/caching-ferry-wrong-quay/"
    )
    assert watched.faults == []
    watched.context.close()
    host.close()


def size(*files: str) -> int:
    """Bytes of scripts, compressed one by one as a host sends them."""
    return sum(len(gzip.compress((ROOT / "docs/assets" / file).read_bytes())) for file in files)


# What each page loads of ours at the most: its own, and the search once it is used.
SEARCH = ("search/search.js", "search/worker.js", "vendor/minisearch.js")
PAGES = {
    "any": ("guide.js", *SEARCH),
    "questions/": ("guide.js", "element.js", "finder.js", *SEARCH),
    "postings/": ("guide.js", "element.js", "posting.js", *SEARCH),
    # A whole tool each: the limit is for what they load before anybody searches.
    "plans/": ("guide.js", "element.js", "plan/plan.js", "plan/builder.js"),
    "plans/own/": (
        "guide.js",
        "element.js",
        "plan/plan.js",
        "plan/of-plan.js",
        "plan/papers.js",
        "vendor/uqr.js",
    ),
    "plans/score/": (
        "guide.js",
        "element.js",
        "plan/plan.js",
        "plan/scoring.js",
        "plan/of-plan.js",
        "plan/score.js",
    ),
    "moved": ("moved.js",),
}


def test_our_scripts_are_small(real_site: BuiltSite) -> None:
    assets = ROOT / "docs/assets"
    there = {file.relative_to(assets).as_posix() for file in assets.rglob("*.js")}
    assert there == {file for files in PAGES.values() for file in files}
    assert {page: size(*files) for page, files in PAGES.items() if size(*files) > LIMIT} == {}
    for page in real_site.pages():  # and none where it is unused
        text, address = page.read_text(), page.parent.relative_to(real_site.folder).as_posix() + "/"
        assert ("assets/finder.js" in text) == (address == "questions/"), address
        assert ("assets/posting.js" in text) == (address == "postings/"), address
        for script in ("builder", "papers", "score"):
            own = {"builder": "plans/", "papers": "plans/own/", "score": "plans/score/"}[script]
            assert (f"assets/plan/{script}.js" in text) == (address == own), address
        assert "vendor/minisearch" not in text and "assets/moved.js" not in text, address


def test_what_is_too_large_is_seen() -> None:
    assert size(*(["vendor/minisearch.js"] * 2)) > LIMIT
