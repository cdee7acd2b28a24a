"""Scoring: three interviewers rate alone, a panel combines, and nothing is lost or overwritten."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.knowledge.loading import load

from ..conftest import ROOT
from .watching import Watched, serious

REAL = load(ROOT / "data", "data")
MID = "#role=backend-developer&level=mid"
READY = "plan-score[data-ready]"


def criteria(*questions: str) -> list[str]:
    """The labels of the criteria of questions, in their order."""
    return [criterion.label for id_ in questions for criterion in REAL.questions[id_].rubric]


# The worked example of docs/method.md: what each interviewer rates, by the label of the criterion.
DATA = criteria("sql-double-counted-revenue", "communication-unwelcome-news")
DESIGN = criteria("api-appointment-booking")
OPERATE = criteria("incident-checkout-timeouts")
RATINGS = {
    "Ann": {**dict.fromkeys(DATA, 3), DATA[0]: 4, DATA[5]: 2},
    "Ben": {**dict.fromkeys([*DESIGN, *OPERATE], 3), OPERATE[2]: 2},
    "Cy": {**dict.fromkeys(OPERATE, 3), OPERATE[2]: 4},
}


def opened(page: Page, address: str, fragment: str = MID) -> None:
    page.goto("about:blank")
    page.goto(f"{address}plans/score/{fragment}")
    page.locator(READY).wait_for()


def begin(page: Page, name: str) -> None:
    page.get_by_label("Who rates").fill(name)
    page.get_by_role("button", name="Begin to rate").click()
    page.get_by_role("heading", name=f"Ratings of {name}").wait_for()


def rate(page: Page, label: str, rating: int) -> None:
    page.get_by_role("group", name=label).locator(f'input[value="{rating}"]').check()


def saved(page: Page, form: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {form}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def loaded(page: Page, file: Path) -> list[str]:
    """Load a file; what the page says of it."""
    told = page.locator("plan-score ul.told li")
    told.evaluate_all("all => all.forEach(one => one.setAttribute('data-old', ''))")
    page.get_by_label("Load a file").set_input_files(file)
    page.locator("plan-score ul.told li:not([data-old])").first.wait_for()
    found: list[str] = told.all_inner_texts()
    return found


def average(page: Page, name: str) -> str:
    row = page.locator("table.combined tr").filter(
        has=page.get_by_role("rowheader", name=name, exact=True)
    )
    return row.locator("td").first.inner_text()


def test_three_interviewers_get_the_numbers_of_the_worked_example(
    browser: Browser, real_address: str, tmp_path: Path
) -> None:
    files = []
    for name, ratings in RATINGS.items():  # each in a browser of their own
        watched = Watched(browser, 1280, "light", real_address)
        opened(watched.page, real_address)
        watched.page.get_by_label("Candidate", exact=True).fill("C-7")
        begin(watched.page, name)
        for label, rating in ratings.items():
            rate(watched.page, label, rating)
        if name == "Ann":
            hints = watched.page.get_by_role("group", name="Hints that you gave").first
            hints.get_by_role("checkbox").nth(1).check()
            capped = watched.page.get_by_role("group", name=DATA[0])
            expect(capped).to_contain_text("The hints cap it: it counts as 3.")
        assert watched.page.get_by_text("Nobody sees another rating before").is_visible()
        watched.page.get_by_role("button", name="I have finished rating").click()
        files.append(saved(watched.page, "CSV" if name == "Ben" else "JSON", tmp_path))
        assert watched.faults == []
        watched.context.close()
    watched = Watched(browser, 1280, "dark", real_address)
    page = watched.page
    opened(page, real_address)
    for file, name in zip(files, RATINGS, strict=True):
        assert loaded(page, file) == [f"Loaded: {name}."]
    assert page.get_by_label("Candidate", exact=True).input_value() == "C-7"
    figures = {name: average(page, name) for name in ("Relational databases and SQL", "Communication", "Transactions")}  # fmt: skip
    assert figures == {
        "Relational databases and SQL": "3.00", "Communication": "2.75", "Transactions": "3.00",
    }  # fmt: skip
    assert page.locator(".apart li").all_inner_texts() == [f"{OPERATE[2]}: Ben 2; Cy 4"]
    expect(page.locator("plan-score .sum")).to_contain_text("The panel may balance it")
    # Ben changes his rating: the first stays beside it
    page.get_by_role("button", name="Show the ratings of Ben").click()
    rate(page, OPERATE[2], 3)
    expect(page.get_by_role("group", name=OPERATE[2])).to_contain_text("The first rating was 2.")
    assert (average(page, OPERATE[2]), average(page, "Transactions")) == ("3.50", "3.25")
    expect(page.locator("table.combined")).to_contain_text("Ben 3 (first 2); Cy 4")
    assert page.locator(".apart").count() == 0
    page.get_by_label("The reason, if it is balanced").fill("Ann heard it in the third talk.")
    whole = json.loads(saved(page, "JSON", tmp_path).read_text())
    assert whole["reason"] == "Ann heard it in the third talk."
    assert [one["name"] for one in whole["raters"]] == list(RATINGS)
    assert serious(page) == [] and watched.faults == []
    watched.context.close()


def test_the_method_page_has_these_numbers() -> None:
    text = (ROOT / "docs/method.md").read_text()
    example = text[text.index("### A worked example") : text.index("## Fair to everybody")]
    for figure in ("= 2.75", "= 3.50", "= 3.25", "at 3.00", "Ann 4, capped at 3", "Ben 2, Cy 4"):
        assert figure in " ".join(example.split())


# ---- the arithmetic, by hand

IN_BROWSER = """async given => {
  const scoring = await import(new URL("../../assets/plan/scoring.js", location))
  const plans = await import(new URL("../../assets/plan/plan.js", location))
  const data = await plans.load()
  const plan = plans.ready(data, "backend-developer", "mid")
  return (%s)(scoring, data, plan, given)
}"""

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(browser: Browser, real_address: str) -> Any:
    """Runs a function of (scoring, data, plan, given) in a browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{real_address}plans/score/")
    yield lambda function, given=None: page.evaluate(IN_BROWSER % function, given)
    context.close()


def rater(name: str, ratings: dict[str, int], hints: dict[str, list[int]] | None = None) -> Any:
    entries = {key: {"first": None, "rating": one, "note": ""} for key, one in ratings.items()}
    return {"name": name, "finished": True, "hints": hints or {}, "ratings": entries}


SQL, API, NEWS = "sql-double-counted-revenue", "api-appointment-booking", "communication-unwelcome-news"  # fmt: skip
EXPLAIN, REPAIR = f"{SQL}/diagnosis", f"{SQL}/query"
KEYS = "(scoring, data, plan) => scoring.criteria(data, plan).map(one => one.key)"
COMBINED = "(scoring, data, plan, raters) => scoring.combined(data, plan, raters)"


def combined(run: Run, *raters: Any) -> tuple[dict[str, float | None], str]:
    found = run(COMBINED, list(raters))
    return {one["id"]: one["average"] for one in found["skills"]}, found["verdict"]


def test_by_hand(run: Run) -> None:
    keys = run(KEYS)
    assert len(keys) == 14 and len(set(keys)) == 14
    sql = [key for key in keys if key.startswith(SQL)]
    # two criteria of one skill, one with 3 and one with 2: 2.5, which may be balanced
    figures, verdict = combined(run, rater("Ann", {sql[0]: 3, sql[1]: 2}))
    assert figures["relational-databases-sql"] == 2.5 and verdict == "balanced"
    # below 2.5: not
    figures, verdict = combined(run, rater("Ann", {sql[0]: 2, sql[1]: 2}))
    assert figures["relational-databases-sql"] == 2 and verdict == "below"
    # two raters: the mean of the criterion first, (3 + 4) / 2, then of the skill, (3.5 + 3) / 2
    figures, verdict = combined(
        run, rater("Ann", {sql[0]: 3, sql[1]: 3}), rater("Ben", {sql[0]: 4})
    )
    assert figures["relational-databases-sql"] == 3.25 and verdict == "reached"
    # thirds: (3 + 3 + 2) / 3 of one and 10 / 3 of the other make 3 exactly
    three = [{sql[0]: 3, sql[1]: 4}, {sql[0]: 3, sql[1]: 3}, {sql[0]: 2, sql[1]: 3}]
    figures, verdict = combined(run, *(rater(f"R{n}", one) for n, one in enumerate(three)))
    assert figures["relational-databases-sql"] == pytest.approx(3) and verdict == "reached"
    # two skills between 2.5 and the bar: only one may be balanced
    api = [key for key in keys if key.startswith(API)]
    figures, verdict = combined(
        run, rater("Ann", {sql[0]: 3, sql[1]: 2, api[1]: 3}), rater("Ben", {api[1]: 2})
    )
    assert figures["rest-api-design"] == 2.5 and verdict == "below"
    # nothing rated
    assert combined(run, rater("Ann", {}))[1] == ""
    # a skill that is not essential does not decide
    figures, verdict = combined(run, rater("Ann", {sql[0]: 3, sql[1]: 3, sql[2]: 1}))
    assert figures["reporting-and-analytics"] == 1 and verdict == "reached"


def test_hints_cap_at_the_level(run: Run) -> None:
    cap = "(scoring, data, plan, [level, hints]) => scoring.cap(data, level, 'sql-double-counted-revenue', 'diagnosis', hints)"  # fmt: skip
    keys = run(KEYS)
    first = keys[0].split("/")[1]
    cap = cap.replace("'diagnosis'", f"'{first}'")
    assert run(cap, ["mid", []]) == 4
    assert run(cap, ["mid", [1]]) == 2
    assert run(cap, ["mid", [2]]) == 3
    assert run(cap, ["mid", [1, 2]]) == 2  # the lowest holds
    figures, _ = combined(run, rater("Ann", {keys[0]: 4, keys[1]: 4}, {SQL: [2]}))
    assert figures["relational-databases-sql"] == 3.5
    figures, _ = combined(run, rater("Ann", {keys[0]: 1, keys[1]: 4}, {SQL: [2]}))
    assert figures["relational-databases-sql"] == 2.5  # a cap raises nothing


# ---- files

NOTES = ['=HYPERLINK("https://evil.test")', "'=x", "+1", 'a "quoted", word', "two\nlines", "-", "@a", "Ü · ✓"]  # fmt: skip


@pytest.mark.parametrize("form", ["toCSV", "toJSON"])
def test_a_file_brings_everything_back(run: Run, form: str) -> None:
    keys = run(KEYS)
    one = rater("Ann, =first", dict.fromkeys(keys[:8], 3), {SQL: [1, 3]})
    for key, note in zip(keys, NOTES, strict=False):
        one["ratings"][key] |= {"note": note, "first": 2}
    given = {"candidate": "-7", "reason": "", "raters": [one, rater("Ben", {keys[9]: 4})]}
    given["raters"][1]["ratings"][keys[9]]["first"] = 4
    text, back = run(
        f"""(scoring, data, plan, scores) => {{
          const text = scoring.{form}(data, plan, scores)
          return [text, scoring.read(data, plan, text, {{ candidate: "", raters: [] }})]
        }}""",
        given,
    )
    assert back["problems"] == [] and back["candidate"] == "-7"
    ratings = [one["ratings"] for one in back["raters"]]
    assert ratings == [one["ratings"] for one in given["raters"]]
    assert back["raters"][0]["hints"][SQL] == [1, 3]
    if form == "toCSV":  # a spreadsheet takes no cell for a formula
        for cell in re.findall(r'(?:^|,)"?([^",]*)', text, re.MULTILINE):
            assert not cell.startswith(("=", "+", "-", "@")), cell


HEAD = "role,level,candidate,rater,interview,question,criterion,first,rating,hints,note"
ROW = f"backend-developer,mid,C-7,Eve,x,{SQL},CRITERION,,3,,"
BAD_CSV = [
    ("a,b\n1,2", "Line 1: the columns must be role,level"),
    (HEAD, "Line 2: there is no rating."),
    (f"{HEAD}\n{ROW}\n{ROW.replace('3,,', '7,,')}", "Line 3: a rating is 1, 2, 3 or 4, not “7”."),
    (f"{HEAD}\n{ROW.replace('3,,', 'x,,')}", "Line 2: a rating is 1, 2, 3 or 4, not “x”."),
    (f"{HEAD}\n{ROW}\n{ROW}", "Line 3: “CRITERION” is rated twice."),
    (f"{HEAD}\n{ROW.replace('mid', 'senior')}", "Line 2: it is for the level “senior”"),
    (f"{HEAD}\n{ROW.replace('C-7', 'C-8')}", "Line 2: it is for “C-8”, and here is “C-7”."),
    (f"{HEAD}\n{ROW.replace('Eve', 'Ann')}", "Line 2: “Ann” is here already."),
    (f"{HEAD}\n{ROW.replace('Eve', ' ')}", "Line 2: a rater needs a name"),
    (f"{HEAD}\n{ROW.replace('CRITERION', '__proto__')}", "no criterion “__proto__”"),
    (f"{HEAD}\n{ROW.replace(SQL, '__proto__')}", "in “__proto__”"),
    (f"{HEAD}\n{ROW.replace('3,,', '3,9,')}", "has 3 hints, so not “9”."),
    (f"{HEAD}\n{ROW.replace(',,3', ',2,')}", "there is a first rating and no rating."),
    (f'{HEAD}\n{ROW}"never closed\n', "Line 2: a quotation mark is not closed."),
    (f"{HEAD}\n{ROW},,", "Line 2: 13 cells, and 11 are wanted."),
    (f'{HEAD}\n{ROW}"two\nlines"\n{ROW}', "Line 4: “CRITERION” is rated twice."),
    (f"{HEAD}\n{ROW}{'n' * 2001}", "Line 2: a note is at most 2000 characters."),
]


@pytest.mark.parametrize(("text", "says"), BAD_CSV)
def test_a_table_that_does_not_fit_is_refused(run: Run, text: str, says: str) -> None:
    criterion = run(KEYS)[0].split("/")[1]
    found = run(
        """(scoring, data, plan, text) => scoring.read(data, plan, text,
          { candidate: "C-7", raters: [{ name: "Ann", finished: true, hints: {}, ratings: {} }] })""",
        text.replace("CRITERION", criterion),
    )
    assert "raters" not in found or found["problems"]
    assert any(says.replace("CRITERION", criterion) in one for one in found["problems"]), found


def test_a_bad_file_changes_nothing(browser: Browser, real_address: str, tmp_path: Path) -> None:
    watched = Watched(browser, 375, "light", real_address)
    page = watched.page
    opened(page, real_address)
    page.get_by_label("Candidate", exact=True).fill("C-7")
    begin(page, "Ann")
    rate(page, DATA[0], 3)
    page.get_by_role("button", name="I have finished rating").click()
    good = saved(page, "JSON", tmp_path)
    text = good.read_text()
    line = next(n for n, words in enumerate(text.splitlines(), 1) if '"criterion"' in words)
    interviews = json.loads(text)["interviews"]
    broken = {
        text.replace('"rating":3', '"rating":9'): f"Line {line}: a rating is 1, 2, 3 or 4",
        text.replace('"rating":3,', '"rating":3'): f"Line {line}: this is not whole JSON.",
        text[: len(text) // 2]: "this is not whole JSON.",
        text.replace("scores/1", "scores/9"): "Line 2: the `format` must be",
        text.replace(f'"{interviews}"', '"o5"'): "Line 5: it was scored with another plan.",
        text: "“Ann” is here already.",
        "{}": "Line 1: the `format` must be",
        "<img src=x onerror=alert(1)>": "Line 1: the columns must be",
        '{"format": "backend-role-guide/scores/1", "raters": 5}': "no rater",
        "x" * 1_000_001: "too large",
    }
    before = page.evaluate("JSON.stringify(sessionStorage)")
    for number, (content, says) in enumerate(broken.items()):
        file = tmp_path / f"bad-{number}.json"
        file.write_text(content)
        told = loaded(page, file)
        assert told[0] == f"“{file.name}” was not loaded, and nothing was changed."
        assert any(says in one for one in told), (says, told)
        assert page.evaluate("JSON.stringify(sessionStorage)") == before
    assert page.locator("plan-score :is(img, svg)").count() == 0
    assert serious(page) == [] and watched.faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    watched.context.close()


# ---- kept


def test_a_reload_keeps_what_was_entered_and_forgetting_is_asked_twice(
    browser: Browser, real_address: str
) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    opened(page, real_address)
    begin(page, "Ann")
    rate(page, DATA[0], 4)
    page.get_by_label(f"What was said or done: {DATA[0]}").fill("<b>Order 101</b>")
    page.reload()
    page.locator(READY).wait_for()
    assert page.get_by_role("group", name=DATA[0]).locator('input[value="4"]').is_checked()
    note = page.get_by_label(f"What was said or done: {DATA[0]}")
    assert note.input_value() == "<b>Order 101</b>"
    page.get_by_role("button", name="Remove the ratings of Ann").click()
    page.get_by_role("button", name="Bring them back").click()
    assert page.get_by_text("is rating").is_visible()
    forget = page.locator("plan-score p button").last
    forget.click()
    assert page.get_by_text("is rating").is_visible()
    forget.click()
    assert not page.get_by_text("is rating").is_visible()
    assert "Order 101" not in page.evaluate("JSON.stringify(sessionStorage)")
    watched.context.close()


def test_it_works_where_the_browser_keeps_nothing(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    refused = "() => { throw new DOMException('no', 'SecurityError') }"
    watched.page.add_init_script(
        f"for (const name of ['getItem', 'setItem']) Storage.prototype[name] = {refused}"
    )
    opened(watched.page, real_address)
    begin(watched.page, "Ann")
    rate(watched.page, DATA[0], 3)
    watched.page.get_by_role("button", name="I have finished rating").click()
    assert average(watched.page, "Relational databases and SQL") == "3.00"
    watched.context.close()


def test_another_plan_is_chosen(browser: Browser, real_address: str) -> None:
    watched = Watched(browser, 1280, "light", real_address)
    page = watched.page
    opened(page, real_address)
    begin(page, "Ann")
    page.locator("plan-score select").first.select_option("Backend developer, plan b")
    page.get_by_text("Who rates").wait_for()
    page.wait_for_function("location.hash.includes('plan=b')")
    second = REAL.ready_plans["backend-developer/mid-b"]
    names = ", ".join(one.name for one in second.interviews)
    expect(page.locator("plan-score")).to_contain_text(f"Backend developer: {names}")
    assert not page.get_by_text("is rating").is_visible()  # the ratings stay with their plan
    page.go_back()
    expect(page.get_by_text("is rating")).to_be_visible()
    assert watched.faults == []
    watched.context.close()
