"""Which pages there are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..knowledge import comparing
from ..knowledge.records import Plan, Question, Record
from .addresses import COMPARE, INDEXES, POSTINGS
from .page import Page

if TYPE_CHECKING:
    from .site import Site


def pages(site: "Site") -> Iterator[Page]:
    """A page for each record that has one, each role at a level, plan, paper, and so on."""
    guide = site.guide
    for role in guide.roles.values():
        yield _page(site, role, "role.html", role.summary)
        for pair in guide.levels_of(role):
            address = site.record_address("role-level", pair.id)
            crumbs = (INDEXES["role"], (role.name, site.record_address("role", role.id)))
            shows = {"level": pair.level}
            at, words = "role-level.html", f"{pair.at.title}: {pair.at.summary}"
            yield Page(address, at, role, pair.at.title, words, crumbs, shows)
    for duty in guide.responsibilities.values():
        yield _page(site, duty, "responsibility.html", duty.summary)
    for skill in guide.skills.values():
        group = guide.skill_groups[skill.group]
        above = (INDEXES["skill"], (group.label, site.group_address(group.id)))
        yield _page(site, skill, "skill.html", skill.summary, crumbs=above)
        if bank := site.bank_address(skill.id):
            title = f"Questions on {skill.name}"
            words = f"Interview questions on {skill.name}, by level and kind, with minutes."
            crumbs = (INDEXES["skill"], (skill.name, site.record_address("skill", skill.id)))
            yield Page(bank, "bank.html", skill, title, words, crumbs)
    for technology in guide.technologies.values():
        yield _page(site, technology, "technology.html", technology.summary)
    for question in guide.questions.values():
        yield _page(
            site, question, "question.html", question.assesses, crumbs=_above(site, question)
        )
    for plan in guide.ready_plans.values():
        yield _plan_page(site, plan)
        yield from _papers(site, plan)
    yield from _comparisons(site)
    for pair in guide.role_levels():
        title = f"Posting: {pair.at.title}"
        words = f"A ready posting, in four forms, with links that stay: {pair.at.title}."
        above = (POSTINGS, (pair.at.title, site.record_address("role-level", pair.id)))
        address = site.posting_address(pair)
        yield Page(address, "posting.html", pair.role, title, words, above, {"pair": pair})


def _comparisons(site: "Site") -> Iterator[Page]:
    guide = site.guide
    above = (INDEXES["role"], COMPARE)
    for low, high in comparing.neighbouring_levels(guide):
        title = f"{low.role.name}: {low.level.label} and {high.level.label.lower()}"
        words = f"What changes from {low.at.title} to {high.at.title}."
        address = site.comparison_of_levels(low, high)
        both: dict[str, Any] = {"before": low, "after": high}
        yield Page(address, "compare-levels.html", low.role, title, words, above, both)
    for level in guide.levels.values():
        pairs = comparing.roles_at(guide, level.id)
        if len(pairs) < 2:
            continue
        title = f"The roles at {level.label.lower()} level"
        words = f"{len(pairs)} backend roles at {level.label.lower()} level, side by side."
        all_: dict[str, Any] = {"level": level, "pairs": pairs}
        address = site.comparison_of_roles(level.id)
        yield Page(address, "compare-roles.html", pairs[0].role, title, words, above, all_)


def _page(
    site: "Site",
    record: Record,
    template: str,
    description: str,
    crumbs: tuple[tuple[str, str], ...] | None = None,
) -> Page:
    address = site.address(record.kind, record.id)
    assert address is not None, "every kind with a template has an address"
    above = (INDEXES[record.kind],) if crumbs is None else crumbs
    return Page(address, template, record, record.title, " ".join(description.split()), above)


def _above(site: "Site", question: Question) -> tuple[tuple[str, str], ...]:
    skill = site.guide.skills[question.skill]
    bank = site.bank_address(skill.id)
    assert bank is not None, "the skill of a question has a bank"
    return (INDEXES["question"], (skill.name, bank))


def _plan_page(site: "Site", plan: Plan) -> Page:
    role, level = site.guide.roles[plan.role], site.guide.levels[plan.level]
    title = f"Interview plan {plan.letter}: {role.levels[level.id].title}"
    words = f"{len(plan.interviews)} interviews, {plan.minutes} minutes in all."
    address = site.record_address("plan", plan.id)
    shows = {"plan": plan, "level": level}
    above = (INDEXES["plan"],)
    return Page(address, "plan.html", _source(site, plan), title, words, above, shows)


def _source(site: "Site", plan: Plan) -> Record:
    """What a plan is drawn from: one that was made by rule has no file of its own."""
    return plan if plan.id in site.guide.plans else site.guide.roles[plan.role]


def _papers(site: "Site", plan: Plan) -> Iterator[Page]:
    pair = site.guide.at(plan.role, plan.level)
    at = f"{pair.at.title}, plan {plan.letter}"
    above = (INDEXES["plan"], (at, site.record_address("plan", plan.id)))
    found: list[tuple[str, str, str, str]] = [
        (one.id, "sheet.html", f"Sheet: {one.name}", "For the interviewer, with the answers.")
        for one in plan.interviews
    ]
    found += [
        ("letter", "letter.html", "Letter to the candidate", "Safe to send, and to copy."),
        ("panel", "panel.html", "Page for the panel", "Who covers what, and how to rate."),
        ("scorecard", "scorecard.html", "Scorecard", "Blank, for one candidate."),
    ]
    interviews = {one.id: one for one in plan.interviews}
    for name, template, title, words in found:
        shows = {"plan": plan, "pair": pair, "interview": interviews.get(name)}
        address, source = site.paper_address(plan, name), _source(site, plan)
        words = f"{at}. {title}. {words}"
        yield Page(address, template, source, title, words, above, shows)
