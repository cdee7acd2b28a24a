"""Each rule: a case that it refuses, at its place, and one that it accepts."""

from dataclasses import dataclass
from datetime import date

import pytest

from macros.knowledge import rules
from macros.knowledge.guide import Guide
from macros.knowledge.rules import stale_reviews

from ..conftest import DataCopy

ROLE, VARIANT = "roles/builder.yaml", "roles/keeper.yaml"
DUTY = "responsibilities/write-code.yaml"
ALPHA, BETA = "skills/alpha.yaml", "skills/beta.yaml"
COUNT, NEWS = "questions/alpha/double-count.yaml", "questions/alpha/bad-news.yaml"
PLAN, TERM, STORE = "plans/builder/mid-a.yaml", "terms/tester.yaml", "technologies/store.yaml"


@dataclass(frozen=True)
class Case:
    """Words changed in a file; then the message, and the words at which it stands.

    old "": the file is new, "@x" a copy of x. at "": the top of the file; None: column 101.
    first: words changed in other files before.
    """

    rule: str
    file: str
    old: str
    new: str
    says: str
    at: str | None
    first: tuple[tuple[str, str, str], ...] = ()


REFUSED = [
    Case("references_exist", STORE, "kind: data-store", "kind: data-stor",
         "there is no technology kind `data-stor`; did you mean `data-store`?", "data-stor"),
    Case("references_exist", ROLE, "levels: {mid: 2, senior: 3}", "levels: {midd: 2, senior: 3}",
         "there is no level `midd`; did you mean `mid`?", "midd: 2"),
    Case("references_exist", TERM, "skill:alpha", "skil:alpha", "must begin with a kind", "skil:"),
    Case("references_exist", TERM, "skill:alpha", "skill:alhpa",
         "there is no skill `alhpa`; did you mean `alpha`?", "skill:alhpa"),
    Case("references_exist", ALPHA, "(skill:beta)", "(skill:betta)",
         "there is no skill `betta`; did you mean `beta`?", "](skill:betta"),
    Case("references_exist", ALPHA, "(skill:beta)", "(javascript:beta)",
         "`javascript:` is not a kind of link", "](javascript:beta"),
    Case("not_itself", ALPHA, "skill: beta", "skill: alpha", "names itself", "alpha\n    note"),
    Case("former_ids", BETA, "status:", "former_ids: [alpha]\nstatus:", "live skill", "alpha]\ns"),
    Case("former_ids", BETA, "status:", "former_ids: [Al_pha]\nstatus:", "not an id", "Al_pha"),
    Case("prerequisite_cycles", ALPHA, "prerequisites: []", "prerequisites: [beta]",
         "`alpha` → `beta` → `alpha`", "beta]"),
    Case("variants", "roles/other.yaml", "", "extends: keeper\nname: Other\n",
         "`keeper` is a variant itself: extend `builder`", "keeper"),
    Case("proficiency_rises", ROLE, "{mid: 2, senior: 3}", "{mid: 3, senior: 2}",
         "falls from 3 at `mid` to 2 at `senior`", "2}"),
    Case("proficiency_rises", ROLE, "{mid: 2, senior: 3}", "{mid: 2, senior: 5}",
         "5 is not a proficiency", "5}"),
    Case("proficiency_rises", ROLE, "{mid: 2, senior: 3}", "{mid: 2}",
         "no proficiency for `senior`", "{mid: 2}"),
    Case("proficiency_rises", ROLE, "skill: beta", "skill: alpha", "listed twice", "skill: alpha"),
    Case("time_shares", ROLE, "time_share: 70", "time_share: 60", "sum to 90", "responsibilities:"),
    Case("time_shares", ROLE, "{id: keep-data", "{id: write-code", "listed twice",
         "write-code, importance: important"),
    Case("base_role_covers_all", ROLE, "  - {id: keep-data, importance: important, time_share: 30}",
         "", "leaves out `keep-data`", "responsibilities:"),
    Case("levels_complete", ROLE, "  senior: Leads one improvement by day 90.\n", "",
         "nothing for `senior`", "first_90_days:"),
    Case("levels_complete", DUTY, "  senior: You will lead it.\n", "", "nothing for `senior`",
         "job_post_lines:"),
    Case("levels_complete", DUTY, "    - Checks the result.\n", "", "has 1 acts", "mid:\n    - Does"),
    Case("main_skill", "questions/gamma/new-one.yaml", "", "@" + NEWS, "`gamma` is not a skill", ""),
    Case("main_skill", "questions/beta/new-one.yaml", "", "@" + NEWS + "|skill: beta|skill: alpha",
         "no criterion rates `beta`", "rubric:"),
    Case("question_minutes", NEWS, "minutes: 10", "minutes: 16", "takes at most 15", "16"),
    Case("question_minutes", COUNT, "after_minutes: 9", "after_minutes: 20", "comes after",
         "20\n    say"),
    Case("hint_caps", COUNT, "      cause: {mid: 3", "      cuase: {mid: 3",
         "did you mean `cause`", "cuase:"),
    Case("hint_caps", COUNT, "{mid: 3, senior: 2}", "{mid: 2, senior: 3}", "cap rises", "3}"),
    Case("hint_caps", COUNT, "{mid: 3, senior: 2}", "{mid: 3, senior: 0}", "not a rating", "0}"),
    Case("hint_caps", COUNT, "{mid: 3, senior: 2}", "{mid: 3}", "no cap for `senior`", "cause: {"),
    Case("question_levels", COUNT, "  senior: Expect 3 on both without hints.\n", "",
         "nothing for `senior`", "level_notes:"),
    Case("question_levels", NEWS, "levels: [mid, senior]\nminutes", "levels: [mid]\nminutes",
         "not for `senior`", "senior]\n  - ask: When"),
    Case("local_ids", COUNT, "id: proof", "id: cause", "stands here twice", "cause\n    skill: beta"),
    Case("local_ids", COUNT, "id: no-table", "id: twice", "stands here twice",
         "twice\n      shows: The table"),
    Case("kind_fields", NEWS, "situational_prompt: Suppose", "fairness: Suppose",
         "needs `situational_prompt`", "behavioural"),
    Case("kind_fields", COUNT, "outline:", "situational_prompt: What would you do?\noutline:",
         "belongs to behavioural questions", "situational_prompt:"),
    Case("kind_fields", COUNT, "kind: scenario", "kind: debugging", "needs `evidence`", "debugging"),
    Case("status_fields", NEWS, "status: draft", "status: desk-tested", "has `brief`", "desk-tested"),
    Case("filled_in", TERM, "synonyms: [software tester]", "synonyms: [\"FILL IN: words\"]",
         "still to fill in", '"FILL IN'),
    Case("retired", TERM, "status: draft", "status: draft\nretired: {since: \"2026-01-01\", because: Gone.}",
         "only a record with `status: retired`", "retired:"),
    Case("changes", "changes.yaml", "", "changes:\n  - date: \"2026-02-02\"\n    about: [skill:alfa]\n    says: New.\n  - date: \"2026-01-01\"\n    says: Old.\n", "did you mean `skill:alpha`", "skill:alfa"),
    Case("changes", "changes.yaml", "", "changes:\n  - date: \"2026-02-02\"\n    about: [skill:alpha]\n    says: New.\n  - date: \"2026-03-03\"\n    says: Old.\n", "the newest entry stands first", '"2026-03-03"'),
    Case("tested_text", TERM, "status: draft", "status: desk-tested", "add `tested_text: ", "desk-tested"),
    Case("tested_text", TERM, "status: draft", "status: desk-tested\ntested_text: \"0123456789ab\"",
         "has changed since it was tested", '"0123456789ab"'),
    Case("tested_text", TERM, "status: draft", "status: draft\ntested_text: \"0123456789ab\"",
         "has no tested text", "tested_text"),
    Case("exercise_shape", COUNT, "    columns: [total]\n", "", "`columns` is missing", "expected:"),
    Case("exercise_shape", COUNT, "      - [20]", "      - [20, 1]", "2 values for 1 columns",
         "[20, 1]"),
    Case("exercise_shape", COUNT, "      fails_with:", "      # fails_with:", "either `gives` or",
         "id: no-table"),
    Case("essential_covered", ROLE, "  - skill: beta\n    importance: important",
         "  - skill: beta\n    importance: essential", "no question rates `beta` at `senior`", "senior: 1",
         ((COUNT, "skill: beta", "skill: alpha"), (NEWS, "skill: beta", "skill: alpha"))),
    Case("plan_arithmetic", PLAN, "minutes: 50", "minutes: 45", "slots take 50 minutes", "45"),
    Case("plan_arithmetic", PLAN, "question: bad-news", "question: double-count", "asked twice",
         "double-count, minutes: 10"),
    Case("plan_arithmetic", PLAN, "question: bad-news", "question: double-count",
         "no behavioural question", "interviews:"),
    Case("plan_arithmetic", PLAN, "candidate-questions", "buffer", "less than 10 minutes",
         "interviews:"),
    Case("plan_arithmetic", PLAN, "id: talk", "id: letter", "`letter` is taken", "letter"),
    Case("plan_arithmetic", "plans/builder/junior-a.yaml", "", "@" + PLAN, "not a level of", ""),
    Case("plan_arithmetic", "plans/builder/mid-c.yaml", "", "@" + PLAN, "must be a or b", ""),
    Case("orphans", "skills/gamma.yaml", "", "@" + BETA, "no level of a role needs", "Beta\ng"),
    Case("orphans", "technologies/gamma.yaml", "", "@" + STORE, "nothing names this technology", ""),
    Case("stale_reviews", TERM, '"2026-11-22"', '"2999-01-01"', "in the future", '"2999'),
    Case("stale_reviews", TERM, '"2026-11-22"', '"2020-01-01"', "months ago", '"2020'),
    Case("field_order", TERM, 'term: Tester\n\nmeaning: Finds out what does not work before users do.',
         'meaning: Finds out what does not work before users do.\n\nterm: Tester',
         "`term` stands before `meaning`", "term: Tester"),
    Case("identifiers_known", ROLE, 'id: "2512"', 'id: "2513"', "did you mean `2512`?", '"2513"'),
    Case("identifiers_known", ROLE, "label: Software developers", "label: Developers",
         "calls it `Software developers`", "Developers"),
    Case("identifiers_known", ROLE, 'version: "2008"', 'version: "1988"', "in version 2008", '"1988"'),
    Case("identifiers_known", "classifications.yaml", '    "2512": Software developers',
         '    "2512": Software developers\n    "2511": Systems analysts', "no record uses", '"2511"'),
    Case("banned_words", TERM, "Finds out what", "Simply finds what", "`Simply`: leave it out", "Simply"),
    Case("banned_words", TERM, "Finds out what", "A ninja who finds what", "name the skill", "ninja"),
    Case("banned_words", TERM, "Finds out what", "Leverages and finds what", "write use", "Leverages"),
    Case("no_years", TERM, "Finds out what", "Has 5+ years of experience in what", "counts years", "5+"),
    Case("no_years", TERM, "Finds out what", "Has at least two years and finds what", "counts", "at least"),
    Case("verb_first", ALPHA, "- Reads the description.", "- Reading the description.",
         "not `Reading`", "Reading"),
    Case("verb_first", DUTY, "- Does it for a feature.", "- Do it for a feature.", "not `Do`", "Do it for"),
    Case("verb_first", DUTY, "- Find out what is needed.", "- Finds out what is needed.",
         "not `Finds`", "Finds"),
    Case("verb_first", DUTY, "mid: You will do it.", "mid: You do it.", "begins with “You will”", "You do"),
    Case("no_twins", BETA, "- Picks a method.", "- Does simple cases without asking anybody first.\n"
         "      - Does simple cases first, without asking anybody.", "says the same as data/skills/beta",
         "Does simple cases first, w"),
    Case("no_versions", STORE, "Reports on live data.", "Reports since version 3.", "out of date", "version 3"),
    Case("no_versions", STORE, "Reports on live data.", "Reports since 2019.", "`2019`", "2019"),
    Case("no_pictures", TERM, "Finds out what", "Sees ![a](https://example.org/a.png) and finds what",
         "begins a picture", "!["),
    Case("sources_enough", DUTY, "  - title: Another standard\n    url: https://example.org/other\n"
         "    supports: How it is checked.\n", "", "1 of at least 2", "sources:"),
    Case("anchors", NEWS, "1: Retells the technical detail.", "1: Poor understanding of it all.", "names no act", "Poor"),
    Case("anchors", NEWS, "1: Retells the technical detail.", "1: Too technical.", "names no act", "Too"),
    Case("anchors", NEWS, "As 3, and tells facts", "Tells facts", "it builds on 3", "Tells facts"),
    Case("anchors", NEWS, "2: Brings the problem alone.", "2: Retells all the technical detail.",
         "anchors 1 and 2 of `message` are too alike", "Retells all"),
    Case("similar_prompts", "questions/beta/new-one.yaml", "", "@" + NEWS, "the prompt is like that of data/questions", "|"),
    Case("protected_topics", NEWS, "What did you say first?", "What does your family say?", "touches family", "your family"),
    Case("protected_topics", NEWS, "Suppose it is Tuesday", "Suppose your health fails on Tuesday", "touches health", "your health"),
    Case("reading_grade", NEWS, "Suppose it is Tuesday, and the feature for Friday will be late. What do you do?",
         "Notwithstanding considerable organisational complexity, administrators continuously accumulate immeasurable quantities of unstructured documentation, necessitating comprehensive categorisation methodologies before interdepartmental communication deteriorates irretrievably throughout administrative infrastructure.", "the reading grade is", "Notwith"),
    Case("question_length", NEWS, "  - Eloquence.", "  - Eloquence. " + "words " * 130 + "\n" + "".join(
         f"  - {n} {'word ' * 150}\n" for n in range(10)), "at most 1,500", "Bringing"),
    Case("question_length", COUNT, "status: draft", "status: desk-tested", "words, at least 600", "The total"),
    Case("line_length", TERM, "software tester", "s" * 90, "at most 100", None),
]  # fmt: skip

# Changes near the line, that the rule must leave alone.
ACCEPTED = [
    Case("references_exist", ALPHA, "(skill:beta)", "(https://example.org/a:b)", "", ""),
    Case("not_itself", BETA, "prerequisites: [alpha]", "prerequisites: []", "", ""),
    Case("former_ids", BETA, "status:", "former_ids: [old, older]\nstatus:", "", ""),
    Case("prerequisite_cycles", ALPHA, "name: Alpha", "name: Alpha again", "", ""),
    Case("variants", VARIANT, "name: Keeper", "name: Guardian", "", ""),
    Case("proficiency_rises", ROLE, "{mid: 2, senior: 3}", "{mid: 3, senior: 3}", "", ""),
    Case("time_shares", VARIANT, "time_share: 100}", "time_share: 100 }", "", ""),
    Case("base_role_covers_all", VARIANT, "keep-data", "write-code", "", ""),
    Case("essential_covered", ROLE, "  - skill: beta\n    importance: important",
         "  - skill: beta\n    importance: helpful", "", ""),
    Case("levels_complete", ROLE, "Leads one improvement", "Leads two improvements", "", ""),
    Case("main_skill", NEWS, "skill: beta", "skill: alpha", "", ""),
    Case("question_minutes", NEWS, "minutes: 10", "minutes: 15", "", ""),
    Case("hint_caps", COUNT, "{mid: 3, senior: 2}", "{mid: 2, senior: 2}", "", ""),
    Case("question_levels", NEWS, "levels: [mid, senior]\n  - ask: When",
         "levels: [senior]\n  - ask: When", "", ""),
    Case("local_ids", COUNT, "id: twice", "id: total", "", ""),  # a solution may share it
    Case("kind_fields", COUNT, "kind: scenario", "kind: coding", "", ""),
    Case("status_fields", COUNT, "status: draft", "status: desk-tested", "", ""),
    Case("filled_in", TERM, "synonyms: [software tester]", "synonyms: [fill in a form]", "", ""),
    Case("retired", TERM, "status: draft",
         "status: retired\nretired: {since: \"2026-01-01\", because: Gone.}", "", ""),
    Case("changes", "changes.yaml", "", "changes:\n  - date: \"2026-02-02\"\n    about: [skill:alpha]\n    says: New.\n  - date: \"2026-01-01\"\n    says: Old.\n", "", ""),
    Case("tested_text", TERM, "term: Tester", "term: Trier", "", ""),
    Case("exercise_shape", COUNT, "- [20]", "- [null]", "", ""),
    Case("plan_arithmetic", PLAN, "{kind: opening, minutes: 5}", "{kind: buffer, minutes: 5}", "", ""),
    Case("orphans", STORE, "name: Store", "name: Store two", "", ""),
    Case("stale_reviews", TERM, '"2026-11-22"', '"2026-10-01"', "", ""),
    Case("field_order", TERM, "synonyms: [software tester]", "synonyms: [tester]", "", ""),
    Case("identifiers_known", ROLE, "match: broad", "match: close", "", ""),
    Case("banned_words", TERM, "Finds out what", "Finds out in a simple way what", "", ""),
    Case("no_years", TERM, "Finds out what", "Finds out within two years what", "", ""),
    Case("verb_first", DUTY, "- Find out what is needed.", "- Discuss what is needed.", "", ""),
    Case("no_twins", BETA, "- Picks a method.", "- Picks a method for unusual cases.", "", ""),
    Case("no_versions", STORE, "Reports on live data.", "Reports on 100 tables.", "", ""),
    Case("no_pictures", TERM, "Finds out what", "Finds out [what](https://example.org/a)", "", ""),
    Case("sources_enough", DUTY, "Another standard", "A third standard", "", ""),
    Case("anchors", NEWS, "2: Brings the problem alone.", "2: Brings the problem without a way out.", "", ""),
    Case("similar_prompts", NEWS, "title: Bringing bad", "title: Carrying bad", "", ""),
    Case("protected_topics", NEWS, "What did you say first?", "A clinic keeps health records. What now?", "", ""),
    Case("reading_grade", NEWS, "Suppose it is Tuesday", "Suppose that it is Tuesday", "", ""),
    Case("question_length", NEWS, "title: Bringing bad", "title: Carrying bad", "", ""),
    Case("line_length", COUNT, "https://example.org/joins", "https://example.org/" + "j" * 90, "", ""),
]  # fmt: skip

NAMES = [module.__name__.rpartition(".")[2] for module in rules.modules()]


def applied(case: Case, data: DataCopy) -> Guide:
    for change in case.first:
        data.change(*change)
    if case.old:
        data.change(case.file, case.old, case.new)
    elif case.new.startswith("@"):
        model, *replacement = case.new[1:].split("|")
        text = data.read(model)
        data.write(case.file, text.replace(*replacement) if replacement else text)
    else:
        data.write(case.file, case.new)
    return data.load()


def only(name: str) -> list[object]:
    return [m for m in rules.modules() if m.__name__.endswith(f".{name}")]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.rule}: {case.says[:30]}")
def test_refused_at_its_place(case: Case, data: DataCopy) -> None:
    guide = applied(case, data)
    found = rules.problems(guide, only(case.rule))  # type: ignore[arg-type]
    found = [p for p in found if p not in guide.problems]
    matching = [p for p in found if case.says in p.message]
    assert matching, f"expected {case.says!r}, found {[str(p) for p in found]}"
    problem = matching[0]
    assert problem.path == f"data/{case.file}"
    if case.at is None:
        assert problem.column == 101
        return
    text = data.read(case.file)
    lines = text[: text.index(case.at)].split("\n")
    assert (problem.line, problem.column) == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.rule)
def test_accepted(case: Case, data: DataCopy) -> None:
    found = rules.problems(applied(case, data), only(case.rule))  # type: ignore[arg-type]
    assert [str(p) for p in found] == []


# No data can break these; test_planning breaks the code that they guard.
BROKEN_ELSEWHERE = {"plans_by_rule"}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BROKEN_ELSEWHERE])
def test_every_rule_has_both_cases(name: str) -> None:
    assert any(case.rule == name for case in REFUSED)
    assert any(case.rule == name for case in ACCEPTED)


def test_every_rule_says_what_it_is() -> None:
    for module in rules.modules():
        assert module.__doc__, module.__name__


def test_the_fixture_breaks_no_rule(guide: Guide) -> None:
    assert [str(p) for p in rules.problems(guide)] == []


def test_rules_on_the_whole_wait_until_every_file_can_be_read(data: DataCopy) -> None:
    data.change(ROLE, "  - {id: keep-data, importance: important, time_share: 30}\n", "")
    data.change(TERM, "term: Tester", "trem: Tester")
    messages = [p.message for p in rules.problems(data.load())]
    assert not any("leaves out" in message for message in messages)
    assert any("`trem` is not a field here; did you mean `term`?" in m for m in messages)


def test_a_review_is_stale_after_18_months(guide: Guide) -> None:
    assert not list(stale_reviews.check(guide, date(2028, 5, 22)))
    assert list(stale_reviews.check(guide, date(2028, 5, 25)))
