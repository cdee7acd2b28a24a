"""The builder of plans and the papers: used as a hiring manager would, and looked at on paper."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.knowledge import papers
from macros.knowledge.loading import load
from macros.knowledge.records import Plan
from macros.pages.text import bare

from ..conftest import ROOT
from .conftest import BuiltSite, Host
from .watching import Watched, serious

REAL = load(ROOT / "data", "data")
READY = "plan-builder[data-ready]"
# A plan that stays as it is when the bank grows.
SENIOR = (
    "#role=api-integration-developer&level=senior&interviews="
    "o5,communication-unwelcome-news:12,concrete-loads-ordered-twice:25,c10,s5;"
    "o5,orm-lift-day-page:30,auth-closed-account-still-works:8,c10,s5;"
    "o5,api-appointment-booking:35,c10,s5;o5,problem-request-or-need:15,c10,s5"
)


def opened(watched: Watched, address: str, fragment: str = "") -> Page:
    watched.page.goto("about:blank")  # so that a fragment alone makes a new page
    watched.page.goto(f"{address}plans/{fragment}")
    watched.page.locator(READY).wait_for()
    return watched.page


def shown(page: Page) -> list[list[str]]:
    """The titles of each talk's parts, with their minutes."""
    found: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll("plan-builder .interview")].map(talk =>
          [...talk.querySelectorAll(".slot-list > li")].map(li =>
            `${li.querySelector("select")?.selectedOptions[0].textContent ?? li.querySelector(".what").textContent} ${li.querySelector("input").value}`))"""
    )
    return found


def summary(page: Page) -> str:
    return page.locator("plan-builder .sum").inner_text()


# What a test in a browser is given: the module, the data of the builder, and an argument.
IN_BROWSER = """async given => {
  const plans = await import(new URL("../assets/plan/plan.js", location))
  const data = await plans.load()
  return (%s)(plans, data, given)
}"""


@pytest.fixture(scope="module")
def run(browser: Browser, real_address: str) -> Any:
    """Runs a function of (plans, data, given) in a browser, without a page of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{real_address}plans/")
    yield lambda function, given=None: page.evaluate(IN_BROWSER % function, given)
    context.close()


Run = Callable[..., Any]


# ---- made


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (375, "light")])
def test_five_clicks_from_home_to_a_plan(
    browser: Browser, real_address: str, width: int, scheme: str
) -> None:
    watched = Watched(browser, width, scheme, real_address)
    page = watched.page
    page.goto(real_address)
    page.get_by_role("link", name="Interview", exact=True).first.click()  # one
    page.get_by_role("link", name="plan", exact=True).click()  # two
    page.locator(READY).wait_for()
    builder = page.locator("plan-builder")
    builder.get_by_label("Role").select_option("API integration developer")  # three
    builder.get_by_label("Level").select_option("Senior")  # four
    ready = REAL.ready_plans["api-integration-developer/senior-a"]
    titles = [bare(REAL.questions[one].name) for one in ready.questions]
    assert [line for talk in shown(page) for line in talk if line.rsplit(" ", 1)[0] in titles]
    assert all(any(t in line for talk in shown(page) for line in talk) for t in titles)
    assert summary(page).startswith(f"{len(ready.interviews)} interviews, {ready.minutes} minutes.")
    assert "It keeps all rules." in summary(page)
    expect(builder.get_by_role("link", name="Letter to the candidate")).to_be_visible()
    assert serious(page) == [] and watched.faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    watched.context.close()


def test_a_role_at_a_level_leads_to_its_plan(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    page.goto(f"{real_address}roles/api-integration-developer/senior/")
    page.get_by_role("link", name="Make a plan of your own").click()
    page.locator(READY).wait_for()
    assert page.locator("plan-builder").get_by_label("Level").input_value() == "senior"
    assert watched.faults == []
    watched.context.close()


def test_a_plan_is_changed(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(watched, real_address, SENIOR)
    before = shown(page)
    talk = page.get_by_label("Interview 4")
    # another question in the same time, so that the talk is as long as before
    minutes = talk.locator("h3 small").inner_text()
    chooser = talk.locator(".slot-list select").first
    chooser.select_option(index=1)
    assert shown(page)[3] != before[3] and talk.locator("h3 small").inner_text() == minutes
    page.get_by_role("button", name="Undo").click()
    assert shown(page) == before and page.url.endswith(SENIOR)
    # removed: the rule that breaks is told, and where
    page.get_by_label("Interview 1").get_by_role("button", name="Remove: Bringing").click()
    page.get_by_label("Interview 4").get_by_role("button", name="Remove: A request").click()
    broken = page.get_by_label("Rules that it breaks")
    expect(broken).to_contain_text("There is no behavioural question. Add one.")
    expect(broken).to_contain_text("Interview 4: It has no question.")
    assert "2 rules are broken." in summary(page)
    # added again, moved into another talk, resized
    talk = page.get_by_label("Interview 4")
    talk.get_by_label("Add a question").select_option("problem-request-or-need")
    assert any("A request, and the problem behind it" in line for line in shown(page)[3])
    for _ in range(2):
        page.get_by_label("Interview 4").get_by_role("button", name="Move up: A request").click()
    assert any("A request" in line for line in shown(page)[2])
    field = page.get_by_label("Minutes for A request, and the problem behind it")
    field.fill("20")
    field.press("Enter")
    assert any(line.endswith(" 20") and "A request" in line for line in shown(page)[2])
    expect(broken).to_contain_text("Interview 4: It has no question.")
    page.get_by_label("Interview 4").get_by_role("button", name="Remove this interview").click()
    assert len(shown(page)) == 3
    page.get_by_label("Interview 1").get_by_label("Interviewer").fill("Ümit; & <b>Ö</b>")
    page.get_by_label("Interview 1").get_by_label("Name", exact=True).fill("First talk")
    page.get_by_role("button", name="Copy the address").click()
    page.get_by_text("Copied").wait_for()
    address, plan = page.evaluate("navigator.clipboard.readText()"), shown(page)
    assert address == page.url and len(address.split("#")[1]) < 2000
    assert serious(page) == [] and watched.faults == []
    watched.context.close()
    again = Watched(browser, 375, "dark", real_address)
    again.page.goto(address)
    again.page.locator(READY).wait_for()
    assert shown(again.page) == plan and again.page.url == address
    first = again.page.get_by_label("Interview 1")
    assert first.get_by_label("Interviewer").input_value() == "Ümit & <b>Ö</b>"
    assert first.get_by_label("Name", exact=True).input_value() == "First talk"
    assert again.page.locator("plan-builder b").count() == 0 and again.faults == []
    again.context.close()


def test_less_time_makes_a_smaller_plan(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, "#role=backend-developer&level=senior")
    builder = page.locator("plan-builder")
    builder.get_by_label("Minutes at most").select_option("120 minutes")
    found = re.match(r"(\w+) interviews?, (\d+) minutes", summary(page))
    assert found and int(found[2]) <= 120 and "It keeps all rules." in summary(page)
    builder.get_by_label("Interviews at most").select_option("one interview")
    assert summary(page).startswith("One interview, ")
    address = page.url
    opened(watched, real_address, "#" + address.split("#")[1])
    assert page.url == address and summary(page).startswith("One interview, ")
    watched.context.close()


def test_the_keyboard_is_enough_and_keeps_its_place(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, SENIOR)
    first = page.get_by_label("Interview 1").get_by_role("button", name="Move down: Bringing")
    first.focus()
    page.keyboard.press("Enter")
    focused = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(focused).startswith("Move down: Bringing unwelcome")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(focused).startswith("Move up: Bringing unwelcome")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    watched.context.close()


def test_leaving_a_field_loses_no_click(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, SENIOR)
    talk = page.get_by_label("Interview 1")
    talk.get_by_label("Minutes for Bringing").fill("14")
    talk.get_by_role("button", name="Move down: Bringing").click()
    assert [line for line in shown(page)[0] if "Bringing" in line] == [shown(page)[0][2]]
    assert shown(page)[0][2].endswith(" 14")
    talk.get_by_label("Minutes for Bringing").fill("15")
    page.keyboard.press("Tab")
    focused = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(focused).startswith("Move up: Bringing")
    assert shown(page)[0][2].endswith(" 15")
    watched.context.close()


# ---- the same in Python and in a browser


def as_slots(plan: Plan) -> list[tuple[str, list[tuple[str, int]]]]:
    return [
        (one.name, [(slot.question or str(slot.type), slot.minutes) for slot in one.slots])
        for one in plan.interviews
    ]


def of_browser(plan: dict[str, Any]) -> list[tuple[str, list[tuple[str, int]]]]:
    return [
        (one["name"], [(s.get("question") or s["kind"], s["minutes"]) for s in one["slots"]])
        for one in plan["interviews"]
    ]


def test_a_browser_makes_the_plans_that_the_rule_makes(run: Run) -> None:
    for id_, plan in REAL.plans_by_rule.items():
        first = REAL.ready_plans[f"{plan.role}/{plan.level}-a"]
        without = first.questions if plan.letter == "b" else []
        given = [plan.role, plan.level, without]
        made = run("(plans, data, [r, l, w]) => plans.made(data, r, l, {}, w)", given)
        assert of_browser(made) == as_slots(plan), id_


def test_every_ready_plan_keeps_the_rules_and_comes_back_from_its_address(run: Run) -> None:
    for id_, plan in REAL.ready_plans.items():
        found = run(
            """(plans, data, [r, l, letter]) => {
              const plan = plans.ready(data, r, l, letter)
              const fragment = plans.written(data, plan)
              return { plan, fragment, wrong: plans.findings(data, plan), back: plans.read(data, fragment) }
            }""",
            [plan.role, plan.level, plan.letter],
        )
        assert of_browser(found["plan"]) == as_slots(plan), id_
        assert found["wrong"] == [] and len(found["fragment"]) < 2000
        assert of_browser(found["back"]["plan"]) == as_slots(plan)
        assert found["back"]["notes"] == []


@pytest.mark.parametrize("assistants", [False, True])
def test_a_browser_writes_the_letter_that_the_build_writes(run: Run, assistants: bool) -> None:
    for plan in REAL.plans_by_rule.values():
        written = run(
            """(plans, data, [r, l, letter, assistants]) =>
              plans.letter(data, { ...plans.ready(data, r, l, letter), assistants })""",
            [plan.role, plan.level, plan.letter, assistants],
        )
        url = f"https://guide.test/roles/{plan.role}/{plan.level}/"
        wanted = [vars(one) for one in papers.letter(REAL, plan, url, assistants)]
        assert written == wanted, plan.id


BROKEN = {
    "plan.interviews[0].slots.push({ kind: 'buffer', minutes: 60 })": "at most 60",
    "plan.interviews[0].slots.at(-1).minutes = 60; plan.interviews[1].slots.at(-1).minutes = 60;"
    "plan.interviews[2].slots.at(-1).minutes = 60": "minutes in all: at most 240",
    "plan.interviews[0].slots[1].minutes = 3": "takes 20 minutes and has 3",
    "plan.interviews[1].slots.push(plan.interviews[0].slots[1])": "is asked twice",
    "plan.level = 'junior'": "is not meant for this level",
    "for (const one of plan.interviews) one.slots = one.slots.filter(s => s.kind !== 'candidate-questions')": "The candidate has 0 minutes for questions: at least 10.",
    "plan.interviews = plan.interviews.slice(1)": "There is no behavioural question",
    "for (const one of plan.interviews) one.slots = one.slots.filter(s => !s.question || s.question.startsWith('comm'))": "There is no work sample",
    "plan.interviews[1].slots.push({ question: 'problem-request-or-need', minutes: 15 })": "at most 4 (",
    "plan.interviews.push(...structuredClone(plan.interviews))": "There are 6 interviews: at most 4.",
}


@pytest.mark.parametrize("change", BROKEN)
def test_each_rule_can_break(run: Run, change: str) -> None:
    wrong = run(
        f"""(plans, data) => {{
          const plan = plans.ready(data, "backend-developer", "mid")
          {change}
          return plans.findings(data, plan).map(({{ says }}) => says)
        }}"""
    )
    assert any(BROKEN[change] in words for words in wrong), wrong


# ---- bad addresses

TALK = "o5,sql-double-counted-revenue:20,communication-unwelcome-news:12,c10,s8"
MID = "role=backend-developer&level=mid"
ADDRESSES = [
    (f"{MID}&interviews={TALK};o5,no-such-question:20,c10", "has no question “no-such-question”"),
    (f"{MID}&interviews=o5,no-such-question:20,c10", "Nothing of the plan is left"),
    ("role=singer&level=loud", "has no role “singer”"),
    (f"{MID}&plan=z", "There is no plan “z” for this level"),
    (f"{MID}&minutes=9999", "“minutes” goes from 20 to 240, not “9999”"),
    (f"{MID}&minutes=20", "has no plan that is so short"),
    (f"{MID}&colour=red&interviews={TALK}", "does not know it: “colour”"),
    (f"{MID}&__proto__=x&interviews={TALK}", "does not know it: “__proto__”"),
]
REFUSED = [
    (f"{MID}&interviews=o5,sql-double-counted-revenue:9999,c10", "must have 1 to 60 minutes"),
    (f"{MID}&interviews=o5,sql-double-counted-revenue:0,c10", "must have 1 to 60 minutes"),
    (f"{MID}&interviews=o5,sql-double-counted-revenue:-5,c10", "is no part of an interview"),
    (f"{MID}&interviews=o1e9", "“o1e9” is no part of an interview"),
    (f"{MID}&interviews=<img src=x onerror=alert(1)>", "is no part of an interview"),
    (f"{MID}&interviews={';'.join(['o5'] * 7)}", "It has 7 interviews: at most 4."),
    (f"{MID}&interviews={','.join(['o5'] * 40)}", "Interview 1 has 40 parts: at most 12."),
    (f"{MID}&interviews={TALK}&by={'a' * 3000}", "characters long, and at most 2000 are read"),
]


@pytest.mark.parametrize(("fragment", "says"), ADDRESSES + REFUSED)
def test_a_bad_address_opens_with_what_can_be_kept(
    browser: Browser, real_address: str, fragment: str, says: str
) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, f"#{fragment}")
    expect(page.locator("plan-builder ul.told")).to_contain_text(says)
    assert shown(page) and page.locator("plan-builder :is(img, svg, script)").count() == 0
    refused = any(fragment == one for one, _ in REFUSED)
    kept = page.evaluate("decodeURIComponent(location.hash)") == f"#{fragment}"
    assert kept == refused or "%" in page.url  # what is refused is not overwritten
    assert watched.faults == []
    watched.context.close()


def test_what_is_known_of_a_plan_stays(run: Run) -> None:
    found = run(
        """(plans, data, fragment) => {
          data.former.question["old-name"] = "api-appointment-booking"
          data.retired["gone"] = ["A question of the past", "2026-11-01"]
          return plans.read(data, fragment)
        }""",
        f"{MID}&interviews=o5,old-name:35,c10;o5,gone:10,incident-checkout-timeouts:30,c10;o5,never-was:5",
    )
    assert found["refused"] is False
    assert of_browser(found["plan"]) == [
        ("REST API design", [("opening", 5), ("api-appointment-booking", 35), ("candidate-questions", 10)]),
        ("Incident response", [("opening", 5), ("incident-checkout-timeouts", 30), ("candidate-questions", 10)]),
        ("Interview", [("opening", 5)]),
    ]  # fmt: skip
    assert found["notes"] == [
        "A question has a new address since: “Booking an appointment through a partner API”.",
        "“A question of the past” was retired on 2026-11-01 and is left out.",
        "The guide has no question “never-was”, so it is left out.",
    ]


def test_a_place_on_the_page_is_no_plan(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = opened(watched, real_address, "#ready")
    assert page.url.endswith("#ready")
    assert page.locator("plan-builder ul.told").is_hidden()
    watched.context.close()


def test_ready_plans_without_javascript(browser: Browser, real_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_address}plans/")
    page.get_by_role("link", name="Senior API integration developer, plan a").click()
    page.get_by_role("link", name="Sheet: ").first.click()
    assert page.get_by_role("heading", name="Read out").first.is_visible()
    assert page.get_by_role("button", name="Print").is_hidden()
    context.close()


# ---- on paper


def printed(page: Page, paper: str) -> list[str]:
    """The words of each page of a PDF, with single spaces."""
    page.evaluate("document.fonts.ready")
    reader = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [" ".join(one.extract_text().split()) for one in reader.pages]


def leads_to(page: Page) -> str:
    """What a phone reads from the code on the paper."""
    page.emulate_media(media="print")
    image = Image.open(io.BytesIO(page.locator(".qr").screenshot())).convert("L")
    page.emulate_media(media="screen")
    (code,) = zxingcpp.read_barcodes(image)
    return str(code.text)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_on_paper(browser: Browser, real_address: str, paper: str) -> None:
    page = browser.new_page()
    page.goto(f"{real_address}plans/backend-developer/mid/a/data/")
    pages = printed(page, paper)
    assert 5 <= len(pages) <= 7
    for number, words in enumerate(pages, 1):
        assert "Backend developer, plan a: Data, and telling people about it" in words
        assert "Interviewer: ____" in words and f"{number} of {len(pages)}" in words
        assert "https://guide.test/plans/backend-developer/mid/a/data/" in words
    whole = " ".join(pages)
    asked = REAL.plans["backend-developer/mid-a"].interviews[0].slots
    for question in (REAL.questions[s.question] for s in asked if s.question):
        for criterion in question.rubric:
            # no row is cut: all that stands in it is on one page
            ends = [
                words
                for a in criterion.anchors.values()
                for words in (a.split()[:2], a.split()[-2:])
            ]
            assert any(all(" ".join(one).replace('"', "") in flat(text) for one in ends) for text in pages), criterion.id  # fmt: skip
        for hint in question.hints:
            assert hint.say.split(".")[0] in whole
    assert "Print" not in whole
    assert leads_to(page) == "https://guide.test/plans/backend-developer/mid/a/data/"
    page.close()


def test_paper_has_our_fonts(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{real_address}plans/backend-developer/mid/a/letter/")
    page.evaluate("document.fonts.ready")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    fonts = [font for one in reader.pages for font in one["/Resources"]["/Font"].values()]
    # Chromium draws a variable font as one without a name
    names = {str(font.get_object().get("/BaseFont", "Source")) for font in fonts}
    assert fonts and all("Source" in name for name in names), names
    page.close()


def flat(words: str) -> str:
    """Words as data has them: straight quotes left out, plain spaces."""
    return re.sub('[“”"]', "", words).replace("’", "'").replace("–", "-").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("name", "pages", "says"),
    [
        ("letter", 2, "Your camera may stay off."),
        ("panel", 2, "The hiring manager speaks last."),
        ("scorecard", 2, "There is no line for “fit”."),
    ],
)
def test_the_other_papers(
    browser: Browser, real_address: str, name: str, pages: int, says: str
) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    page.goto(f"{real_address}plans/backend-developer/mid/a/{name}/")
    for paper in ("A4", "Letter"):
        found = printed(page, paper)
        assert len(found) == pages and says in " ".join(found)
    assert serious(page) == [] and watched.faults == []
    watched.context.close()


def test_the_letter_is_copied(browser: Browser, real_address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{real_address}plans/backend-developer/mid/a/letter/")
    page.get_by_role("button", name="Copy the letter").click()
    page.get_by_role("button", name="Copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Dear [name],") and text.endswith("[Your name]")
    assert "https://guide.test/roles/backend-developer/mid/" in text
    context.close()


def papers_of(page: Page, address: str, fragment: str, paper: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}plans/own/#{fragment}&paper={paper}")
    page.locator(f'plan-papers[data-ready="{paper}"]').wait_for()


def test_papers_of_a_plan_of_ones_own(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    talk = "o5,api-appointment-booking:40,c10"
    fragment = f"role=backend-developer&level=mid&interviews={talk};{TALK}&names=Shape it;&by=Ben;"
    papers_of(page, real_address, fragment, "1")
    pages = printed(page, "A4")
    assert len(pages) >= 3
    for number, words in enumerate(pages, 1):
        assert "Backend developer, Shape it" in words and "Interviewer: Ben" in words
        assert f"{number} of {len(pages)}" in words
    assert "Shape it 55 minutes" in pages[0] and "a partner API 40 minutes" in pages[0]
    assert leads_to(page).startswith(f"{real_address}plans/own/#role=backend-developer&level=mid")
    assert page.get_by_role("heading", level=1).count() == 1
    assert serious(page) == [] and watched.faults == []
    for paper, link, says in [
        ("letter", "Letter to the candidate", "“Shape it”, 55 minutes"),
        ("panel", "Page for the panel", "Shape it, 55 minutes. Interviewer: Ben"),
        ("scorecard", "Scorecard", "There is no line for “fit”."),
    ]:
        page.get_by_role("link", name=link).click()
        page.locator(f'plan-papers[data-ready="{paper}"]').wait_for()
        assert says in page.locator("plan-papers").inner_text()
        assert serious(page) == [] and watched.faults == []
    watched.context.close()


def test_a_sheet_of_ones_own_is_that_of_the_ready_plan(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    questions = """() => [...document.querySelectorAll("section.for-question")].map(one =>
      one.textContent.replace(/\\s+/g, " "))"""
    page.goto(f"{real_address}plans/backend-developer/mid/a/operate/")
    ready = page.evaluate(questions)
    papers_of(page, real_address, "role=backend-developer&level=mid", "3")
    assert len(ready) == 1 and page.evaluate(questions) == ready
    page.close()


def test_it_works_below_a_path(browser: Browser, real_site_below: BuiltSite) -> None:
    host = Host(real_site_below.top)
    below = f"{host.address}{real_site_below.below}"
    watched = Watched(browser, 1280, "light", host.address)
    page = opened(watched, below, "#role=backend-developer&level=mid")
    page.locator("plan-builder").get_by_role("link", name="Sheet: Designing an API").click()
    page.locator('plan-papers[data-ready="2"]').wait_for()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Designing an API")
    page.get_by_role("link", name="Score a candidate").click()
    page.locator("plan-score[data-ready]").wait_for()
    assert watched.faults == []
    watched.context.close()
    host.close()


def test_what_cannot_be_loaded_is_told(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    page.route("**/plans/sheets/*.json", lambda route: route.abort())
    page.goto(f"{real_address}plans/own/#role=backend-developer&level=mid&paper=1")
    expect(page.get_by_role("alert")).to_have_text(
        "A question could not be loaded. Try again in a moment."
    )
    page.route("**/plans/builder.json", lambda route: route.abort())
    page.goto(f"{real_address}plans/score/")
    expect(page.get_by_role("alert")).to_contain_text("The plan could not be loaded.")
    page.goto(f"{real_address}plans/")  # the ready plans stay
    page.get_by_role("link", name="Senior backend developer, plan a").wait_for()
    assert page.locator("plan-builder").inner_text() == ""
    page.close()
