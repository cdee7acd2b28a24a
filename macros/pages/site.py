"""The address of everything that has one. No other module makes an address."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..knowledge.guide import Guide, RoleAtLevel
from ..knowledge.records import KINDS, Plan, Record
from . import listing, permanence
from .addresses import API, COMPARE, FILES, INDEXES, POSTINGS, WITH_CARD
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
        self.pages = {page.address: page for page in listing.pages(self)}
        self.moved = dict(self._moved())  # former address → the one that took its place
        self.pages |= {page.address: page for page in self._retired()}

    def address(self, kind: str, id_: str) -> str | None:
        """Where a record or a role at a level is found, or None where there is no such thing."""
        if kind == "role-level":
            role, _, level = id_.partition("/")
            known = role in self.guide.roles and level in self.guide.roles[role].levels
            return self.record_address(kind, id_) if known else None
        if id_ not in self.guide.records.get(kind, ()):
            return None
        return self.record_address(kind, id_)

    def record_address(self, kind: str, id_: str) -> str:
        """Where a record or a role at a level of this id is, was or would be found."""
        if kind == "role-level":
            kind = "role"
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
        return (
            f"{self.record_address('skill', skill)}questions/"
            if self.guide.questions_of(skill)
            else None
        )

    def group_address(self, group: str) -> str:
        """Where the skills of a group are listed."""
        return f"{INDEXES['skill'][1]}#{group}"

    def comparison_of_levels(self, low: RoleAtLevel, high: RoleAtLevel) -> str:
        """Where a level of a role is compared with the next."""
        return f"{COMPARE[1]}{low.role.id}/{low.level.id}-{high.level.id}/"

    def posting_address(self, pair: RoleAtLevel) -> str:
        """Where the ready posting for a role at a level is."""
        return f"{POSTINGS[1]}{pair.id}/"

    def comparison_of_roles(self, level: str) -> str:
        """Where the roles are compared at a level."""
        return f"{COMPARE[1]}roles/{level}/"

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
