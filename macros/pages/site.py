"""Which pages there are, and at which address. No other module makes an address."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..knowledge import comparing
from ..knowledge.guide import Guide, RoleAtLevel
from ..knowledge.records import KINDS, Plan, Question, Record
from . import permanence
from .addresses import API, FILES, INDEXES, WITH_CARD
from .page import Page


class Site:
    """All pages of a guide, by address, and the address of everything that has one.

    repo_url: where the source is kept, or "" where no edit and report links are wanted. url: where
    readers find the site, with a slash at the end. dates: when the file of a record was last
    changed, where that is known.
    """

    def __init__(
        self,
        guide: Guide,
        repo_url: str = "",
        url: str = "/",
        dates: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.guide = guide
        self.dates = dates
        self.repo_url = repo_url.rstrip("/")
        self.url = url.rstrip("/") + "/"
        self.pages = {page.address: page for page in self._all_pages()}
        self.moved = dict(self._moved())  # former address → the one that took its place
        self.pages |= {page.address: page for page in self._retired()}

    def address(self, kind: str, id_: str) -> str | None:
        """Where a record or a role at a level is found, or None where there is no such thing."""
        if kind == "role-level":
            role, _, level = id_.partition("/")
            known = role in self.guide.roles and level in self.guide.roles[role].levels
            return f"roles/{id_}/" if known else None
        if id_ not in self.guide.records.get(kind, ()):
            return None
        return self.record_address(kind, id_)

    def record_address(self, kind: str, id_: str) -> str:
        """Where a record of this id is, was or would be found."""
        if kind == "term":
            return f"glossary/#{id_}"
        if kind == "plan":
            role, _, name = id_.partition("/")
            level, _, letter = name.rpartition("-")
            return f"plans/{role}/{level}/{letter}/"
        return f"{INDEXES[kind][1]}{id_}/"

    def file_addresses(self) -> Iterator[str]:
        """The files for machines that are promised to stay."""
        yield from FILES
        for kind, record in KINDS.items():
            yield self.schema_address(record.folder)
            yield self.api_address(kind)
            yield from (self.api_address(kind, id_) for id_ in self.guide.records[kind])

    def card_address(self, page: Page) -> str:
        """Where the picture of a page is, or "" where it has none of its own."""
        return f"cards/{page.address.rstrip('/')}.png" if page.template in WITH_CARD else ""

    def schema_address(self, name: str) -> str:
        """Where the schema of a file of the interface is."""
        return f"{API}schemas/{name}.json"

    def api_address(self, kind: str, id_: str = "") -> str:
        """Where the API has a record, or the list of a kind where no id is given."""
        folder = KINDS[kind].folder
        return f"{API}{folder}/{id_}.json" if id_ else f"{API}{folder}.json"

    def bank_address(self, skill: str) -> str | None:
        """Where the questions of a skill are listed, or None where it has none."""
        return f"skills/{skill}/questions/" if self.guide.questions_of(skill) else None

    def comparison_of_levels(self, low: RoleAtLevel, high: RoleAtLevel) -> str:
        """Where a level of a role is compared with the next."""
        return f"compare/{low.role.id}/{low.level.id}-{high.level.id}/"

    def posting_address(self, pair: RoleAtLevel) -> str:
        """Where the ready posting for a role at a level is."""
        return f"postings/{pair.id}/"

    def comparison_of_roles(self, level: str) -> str:
        """Where the roles are compared at a level."""
        return f"compare/roles/{level}/"

    def paper_address(self, plan: Plan, name: str) -> str:
        """Where a paper of a plan is: the sheet of an interview, by its id, or one of PAPERS."""
        return f"{self.record_address('plan', plan.id)}{name}/"

    def builder_address(self, pair: RoleAtLevel, letter: str = "a", page: str = "plans/") -> str:
        """Where a ready plan is changed, or scored, in a browser."""
        words = f"{page}#role={pair.role.id}&level={pair.level.id}"
        return words if letter == "a" else f"{words}&plan={letter}"

    def edit_url(self, record: Record) -> str | None:
        """Where the YAML of a record is edited in the browser."""
        return f"{self.repo_url}/edit/main/data/{record.path}" if self.repo_url else None

    def history_url(self, record: Record) -> str | None:
        """Where the changes of a record are listed, in the words of those who made them."""
        return f"{self.repo_url}/commits/main/data/{record.path}" if self.repo_url else None

    def changed_on(self, record: Record) -> str:
        """The day on which a record was last changed; where that is not known, last read."""
        return self.dates.get(record.path, record.reviewed_on)

    def report_url(self, record: Record) -> str | None:
        """Where a mistake in a record is reported, with the record filled in."""
        if not self.repo_url:
            return None
        return f"{self.repo_url}/issues/new?template=mistake.yml&record=data/{record.path}"

    def _moved(self) -> Iterator[tuple[str, str]]:
        for line in self.guide.permalinks:
            address = line.partition("#")[0]
            if address and address not in self.pages:
                new = permanence.moved_to(self, address)
                if new and (new in self.pages or new.startswith(API)):
                    yield address, new

    def _retired(self) -> Iterator[Page]:
        """A page for each address of a record of the past."""
        main = {self.record_address(r.kind, r.id): r for r in self.guide.all_retired()}
        known = [line.partition("#")[0] for line in self.guide.permalinks]
        for address in sorted({*known, *main}):
            record = main.get(address) or permanence.retired_at(self, address)
            page = address.endswith("/") and address not in self.pages
            if record and page and address not in self.moved and record.retired:
                words = f"Retired on {record.retired.since}."
                above = (INDEXES[record.kind],)
                yield Page(address, "retired.html", record, record.title, words, above)

    def _all_pages(self) -> Iterator[Page]:
        guide = self.guide
        for role in guide.roles.values():
            yield self._page(role, "role.html", role.summary)
            for pair in guide.levels_of(role):
                address = f"roles/{pair.id}/"
                crumbs = (INDEXES["role"], (role.name, f"roles/{role.id}/"))
                shows = {"level": pair.level}
                at, words = "role-level.html", f"{pair.at.title}: {pair.at.summary}"
                yield Page(address, at, role, pair.at.title, words, crumbs, shows)
        for duty in guide.responsibilities.values():
            yield self._page(duty, "responsibility.html", duty.summary)
        for skill in guide.skills.values():
            group = guide.skill_groups[skill.group]
            above = (INDEXES["skill"], (group.label, f"skills/#{group.id}"))
            yield self._page(skill, "skill.html", skill.summary, crumbs=above)
            if bank := self.bank_address(skill.id):
                title = f"Questions on {skill.name}"
                words = f"Interview questions on {skill.name}, by level and kind, with minutes."
                crumbs = (INDEXES["skill"], (skill.name, f"skills/{skill.id}/"))
                yield Page(bank, "bank.html", skill, title, words, crumbs)
        for technology in guide.technologies.values():
            yield self._page(technology, "technology.html", technology.summary)
        for question in guide.questions.values():
            yield self._page(
                question, "question.html", question.assesses, crumbs=self._above(question)
            )
        for plan in guide.ready_plans.values():
            yield self._plan_page(plan)
            yield from self._papers(plan)
        yield from self._comparisons()
        for pair in guide.role_levels():
            title = f"Posting: {pair.at.title}"
            words = f"A ready posting, in four forms, with links that stay: {pair.at.title}."
            above = (("Postings", "postings/"), (pair.at.title, f"roles/{pair.id}/"))
            address = self.posting_address(pair)
            yield Page(address, "posting.html", pair.role, title, words, above, {"pair": pair})

    def _comparisons(self) -> Iterator[Page]:
        guide = self.guide
        above = (("Roles", "roles/"), ("Compare", "compare/"))
        for low, high in comparing.neighbouring_levels(guide):
            title = f"{low.role.name}: {low.level.label} and {high.level.label.lower()}"
            words = f"What changes from {low.at.title} to {high.at.title}."
            address = self.comparison_of_levels(low, high)
            both: dict[str, Any] = {"before": low, "after": high}
            yield Page(address, "compare-levels.html", low.role, title, words, above, both)
        for level in guide.levels.values():
            pairs = comparing.roles_at(guide, level.id)
            if len(pairs) < 2:
                continue
            title = f"The roles at {level.label.lower()} level"
            words = f"{len(pairs)} backend roles at {level.label.lower()} level, side by side."
            all_: dict[str, Any] = {"level": level, "pairs": pairs}
            address = self.comparison_of_roles(level.id)
            yield Page(address, "compare-roles.html", pairs[0].role, title, words, above, all_)

    def _page(
        self,
        record: Record,
        template: str,
        description: str,
        crumbs: tuple[tuple[str, str], ...] | None = None,
    ) -> Page:
        address = self.address(record.kind, record.id)
        assert address is not None, "every kind with a template has an address"
        above = (INDEXES[record.kind],) if crumbs is None else crumbs
        return Page(address, template, record, record.title, " ".join(description.split()), above)

    def _above(self, question: Question) -> tuple[tuple[str, str], ...]:
        skill = self.guide.skills[question.skill]
        bank = self.bank_address(skill.id)
        assert bank is not None, "the skill of a question has a bank"
        return (INDEXES["question"], (skill.name, bank))

    def _plan_page(self, plan: Plan) -> Page:
        role, level = self.guide.roles[plan.role], self.guide.levels[plan.level]
        title = f"Interview plan {plan.letter}: {role.levels[level.id].title}"
        words = f"{len(plan.interviews)} interviews, {plan.minutes} minutes in all."
        address = self.record_address("plan", plan.id)
        shows = {"plan": plan, "level": level}
        above = (INDEXES["plan"],)
        return Page(address, "plan.html", self._source(plan), title, words, above, shows)

    def _source(self, plan: Plan) -> Record:
        """What a plan is drawn from: one that was made by rule has no file of its own."""
        return plan if plan.id in self.guide.plans else self.guide.roles[plan.role]

    def _papers(self, plan: Plan) -> Iterator[Page]:
        pair = self.guide.at(plan.role, plan.level)
        at = f"{pair.at.title}, plan {plan.letter}"
        above = (INDEXES["plan"], (at, self.record_address("plan", plan.id)))
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
            address, source = self.paper_address(plan, name), self._source(plan)
            words = f"{at}. {title}. {words}"
            yield Page(address, template, source, title, words, above, shows)
