"""One page of each kind in a real browser: quiet, at home, within its width, accessible."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from .watching import Watched, serious

PAGES = [
    "",
    "roles/",
    "roles/backend-developer/",
    "roles/backend-developer/senior/",
    "responsibilities/",
    "responsibilities/back-up-and-restore/",
    "skills/",
    "skills/relational-databases-sql/",
    "skills/relational-databases-sql/questions/",
    "technologies/",
    "technologies/postgresql/",
    "questions/",
    "questions/sql-double-counted-revenue/",
    "questions/incident-checkout-timeouts/#interview",
    "plans/",
    "plans/#role=backend-developer&level=senior",
    "plans/backend-developer/mid/a/",
    "plans/backend-developer/mid/a/operate/",
    "plans/backend-developer/mid/a/letter/",
    "plans/backend-developer/mid/a/panel/",
    "plans/backend-developer/mid/a/scorecard/",
    "plans/own/#role=backend-developer&level=mid&paper=1",
    "plans/score/#role=backend-developer&level=mid",
    "glossary/",
    "compare/",
    "compare/backend-developer/mid-senior/",
    "compare/roles/senior/",
    "coverage/",
    "roles/web-cms-developer/",
    "method/",
    "hire/",
    "contributing/macros/",
    "contributing/judgements/",
    "404.html",
]
WIDTHS = [375, 1280]
SCHEMES = ["light", "dark"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_pages(browser: Browser, real_address: str, width: int, scheme: str) -> None:
    watched = Watched(browser, width, scheme, real_address)
    page, found = watched.page, []
    for path in PAGES:
        page.goto(real_address + path)
        page.wait_for_load_state("networkidle")
        found += [f"{path}: {fault}" for fault in serious(page) + watched.faults]
        watched.faults.clear()
    watched.context.close()
    assert found == []


def test_nothing_is_wider_than_a_small_phone(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 320, "light", real_address)
    wide = []
    for path in PAGES:
        watched.page.goto(real_address + path)
        width = watched.page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append(f"{path}: {width}")
    watched.context.close()
    assert wide == []


TABLES_ASTRAY = """() => [...document.querySelectorAll(".md-typeset__scrollwrap")].filter(box =>
  box.scrollWidth > box.clientWidth
  || box.getBoundingClientRect().left !== document.querySelector("h1").getBoundingClientRect().left
).length"""


def test_tables_by_hand_fit_a_small_phone(browser: Browser, real_address: str) -> None:
    """They neither scroll nor stand beside the text."""
    watched = Watched(browser, 320, "light", real_address)
    page, boxes = watched.page, "document.querySelectorAll('.md-typeset__scrollwrap')"
    for path in ("method/", "grow/", "contributing/architecture/"):
        page.goto(real_address + path)
        assert page.evaluate(f"{boxes}.length") > 0
        assert page.evaluate(TABLES_ASTRAY) == 0, path
    page.evaluate(f"{boxes}[0].style.marginLeft = '-16px'")
    assert page.evaluate(TABLES_ASTRAY) == 1
    page.evaluate(f"{boxes}[0].style.marginLeft = ''")
    page.evaluate(f"{boxes}[0].querySelector('td').style.minWidth = '400px'")
    assert page.evaluate(TABLES_ASTRAY) == 1
    watched.context.close()


def test_faults_are_seen(browser: Browser, real_address: str) -> None:
    """What the tests above look for, made on purpose."""
    watched = Watched(browser, 320, "light", real_address)
    page = watched.page
    page.goto(real_address)
    page.evaluate("""() => {
      console.error('said on purpose')
      alert('asked on purpose')
      document.body.insertAdjacentHTML('beforeend',
        '<img src="http://127.0.0.2:9/x.png" style="width:900px"><button></button>')
    }""")
    page.wait_for_function("document.images[document.images.length - 1].complete")
    assert any("said on purpose" in fault for fault in watched.faults)
    assert "dialog: asked on purpose" in watched.faults
    assert any("foreign: http://127.0.0.2" in fault for fault in watched.faults)
    assert page.evaluate("document.documentElement.scrollWidth") > 320
    violations = {v["id"] for v in Axe().run(page).response["violations"]}
    assert {"button-name", "image-alt"} <= violations
    watched.context.close()


def test_a_question_unfolds_and_folds(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 375, "light", real_address)
    page = watched.page
    page.goto(real_address + "questions/incident-checkout-timeouts/")
    assert page.locator("details.part[open]").count() == 0
    parts = page.locator("details.part").count()
    assert parts >= 7
    page.get_by_role("button", name="Unfold all parts").click()
    assert page.locator("details.part[open]").count() == parts
    assert page.url.endswith("#interview")
    page.get_by_role("button", name="Fold all parts").click()
    assert page.locator("details.part[open]").count() == 0
    watched.context.close()


def test_a_link_into_a_folded_part_opens_it(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    page.goto(real_address + "questions/incident-checkout-timeouts/#rate-diagnosis")
    page.wait_for_selector("details.part[open] #rate-diagnosis")
    assert page.locator("details.part[open]").count() == 1
    watched.context.close()


def test_the_levels_are_reached_by_keyboard(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    page.goto(real_address + "roles/backend-developer/mid/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Senior":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/backend-developer/senior/")
    watched.context.close()


def test_prompt_and_code_are_copied_with_one_click(browser: Browser, real_address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(real_address + "questions/sql-double-counted-revenue/#interview")
    page.locator(".prompt + [data-copy]").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Our finance lead opens this report every Monday.")
    page.locator("details.code summary").first.click()
    page.locator("details.code[open] [data-copy]").first.click()
    page.wait_for_function("navigator.clipboard.readText().then(t => t.startsWith('CREATE TABLE'))")
    context.close()
