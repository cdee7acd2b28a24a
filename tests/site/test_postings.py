"""The builder of postings: made as a new user would, looked at in each form."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.pages import posting
from macros.pages.book import open_book

from ..conftest import ROOT
from .conftest import BuiltSite, Host
from .watching import Watched, serious

READY = "posting-builder[data-ready]"


def opened(watched: Watched, address: str, fragment: str = "") -> Page:
    watched.page.goto(f"{address}postings/{fragment}")
    watched.page.locator(READY).wait_for()
    return watched.page


def output(page: Page, form: str = "Plain text") -> str:
    page.get_by_role("radio", name=form).check()
    return str(page.locator("posting-builder").get_by_label("The posting").text_content())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_a_posting_is_made(browser: Browser, real_address: str, width: int, scheme: str) -> None:
    watched = Watched(browser, width, scheme, real_address)
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(watched, real_address)
    page.locator("posting-builder").get_by_label("Role").select_option("API integration developer")
    page.locator("posting-builder").get_by_label("Level").select_option("Senior")
    page.locator("posting-builder").get_by_label("Employer").fill("Riverside Software")
    page.locator("posting-builder").get_by_label("Place").fill("Leeds")
    page.locator("posting-builder").get_by_label("Pay").fill("£52,000 to £60,000 a year")
    page.locator("posting-builder").get_by_label("Messaging and events").check()
    text = output(page)
    assert text.startswith(
        "Senior API integration developer\n\nRiverside Software · Leeds · £52,000"
    )
    assert (
        "Messaging and events (advanced): https://guide.test/skills/messaging-and-events/#step-3"
        in text
    )
    assert page.get_by_text("7 must-haves are too many.").is_visible()
    page.locator("posting-builder").get_by_label("Messaging and events").uncheck()
    assert page.get_by_text("6 of at most 6 must-haves.").is_visible()
    for form in ("Markdown", "HTML", "JSON-LD"):
        assert "Riverside Software" in output(page, form)
    page.get_by_role("button", name="Copy", exact=True).first.click()
    page.get_by_text("Copied").wait_for()
    job = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert job["hiringOrganization"]["name"] == "Riverside Software"
    assert page.get_by_text("datePosted: the day").is_visible()
    assert not page.get_by_text("hiringOrganization: the employer").is_visible()
    assert serious(page) == [] and watched.faults == []
    watched.context.close()


def test_its_address_brings_it_back_in_another_browser(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address)
    page.locator("posting-builder").get_by_label("Role").select_option("Web CMS developer")
    page.locator("posting-builder").get_by_label("Level").select_option("Junior")
    page.locator("posting-builder").get_by_label("Employer").fill("Ümlaut & Söhne <b>")
    page.locator("posting-builder fieldset input[type=checkbox]").first.uncheck()
    text, address = output(page), page.url
    assert len(address) < 2000
    watched.context.close()
    again = Watched(browser, 1280, "light", real_address)
    again.page.goto(address)
    again.page.locator(READY).wait_for()
    assert output(again.page) == text and again.page.url == address
    again.context.close()


def test_a_browser_writes_what_the_build_writes(
    browser: Browser, real_site: BuiltSite, real_address: str
) -> None:
    book = open_book(ROOT / "data", "data", "", "https://guide.test/")
    ready = {pair.id: posting.forms(book.site, pair) for pair in book.guide.role_levels()}
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address)
    made = page.evaluate(
        """async () => {
          const { written } = await import(new URL("../assets/posting.js", location))
          const { roles, heads } = await (await fetch("builder.json")).json()
          const only = list => list.filter(one => one.chosen)
          return Object.fromEntries(roles.flatMap(role => role.levels.map(level => [
            `${role.id}/${level.id}`,
            written({ ...level, duties: only(level.duties), skills: only(level.skills) }, heads),
          ])))
        }"""
    )
    assert len(ready) == 16 and made == ready
    watched.context.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We look for a coding ninja", "“ninja”: name the skill."),
        ("A young team", "“young”: leave age out."),
        ("At least 5 years of experience", "touches years of experience"),
        ("Tell us your nationality", "touches origin"),
        ("You will simply ship", "“simply”: leave it out."),
    ],
)
def test_words_that_the_guide_would_not_use(
    browser: Browser, real_address: str, words: str, said: str
) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address)
    page.locator("posting-builder").get_by_label("About you, the company").fill(
        "We repair lifts, and care about how."
    )
    assert page.locator("posting-builder form ul.note li").count() == 0
    page.locator("posting-builder").get_by_label("About you, the company").fill(words)
    expect(page.locator("posting-builder form ul.note")).to_contain_text(said)
    watched.context.close()


HOSTILE = {
    "markup": "#role=backend-developer&employer="
    + quote("</script><img src=x onerror=alert(1)>")
    + "&about="
    + quote('"><svg onload=alert(1)> [x](javascript:alert(1))'),
    "too long": "#about=" + "a" * 5000,
    "unknown": "#role=singer&level=loud&skills=error-handling,singing&duties=dancing",
    "odd names": "#__proto__=x&role=__proto__",
    "broken escapes": "#employer=%E0%A4%A&role=%",
}


@pytest.mark.parametrize("fragment", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_is_taken_for_words(
    browser: Browser, real_address: str, fragment: str
) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, fragment)
    for form in ("Plain text", "Markdown", "HTML", "JSON-LD"):
        text = output(page, form)
        assert "Junior backend developer" in text
        if "onerror" in fragment:
            assert ("<img" in text.replace("\\<", "")) == (form == "Plain text")
    json.loads(output(page, "JSON-LD"))
    assert page.locator("posting-builder :is(img, svg, script)").count() == 0
    if "singer" in fragment:
        assert page.get_by_text("does not know it: singer, loud, dancing, singing").is_visible()
    if "aaaa" in fragment:
        assert page.get_by_text("an address that is too long").is_visible()
    assert watched.faults == []
    watched.context.close()


def test_ready_postings_without_javascript(browser: Browser, real_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_address + "postings/")
    links = page.locator("article p a[href*='/']").filter(has_text="Senior")
    assert links.count() >= 5
    links.first.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Posting: Senior")
    assert page.get_by_label("The posting as Plain text").is_visible()
    context.close()


def test_no_page_of_ours_claims_to_be_a_vacancy(real_site: BuiltSite) -> None:
    for page in real_site.pages():
        for part in page.read_text().split('<script type="application/ld+json">')[1:]:
            assert "JobPosting" not in part.split("</script>")[0], page


def test_it_works_below_a_path(browser: Browser, real_site_below: BuiltSite) -> None:
    host = Host(real_site_below.top)
    watched = Watched(browser, 1280, "light", host.address)
    page = opened(watched, f"{host.address}{real_site_below.below}", "#level=staff")
    assert "https://guide.test/sub/path/roles/backend-developer/staff/" in output(page)
    assert watched.faults == []
    watched.context.close()
    host.close()
