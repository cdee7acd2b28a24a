"""Pages and parts of pages → HTML, by the templates beside this module."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from ..judging import Judgements, current
from ..knowledge import comparing, covering, papers
from ..knowledge.guide import Guide, RoleAtLevel
from ..knowledge.problems import did_you_mean
from ..knowledge.records import KINDS, Question, Record
from ..knowledge.records.question import Hint
from . import filters, pictures, posting, text
from .addresses import INDEXES
from .compiled import Compiled
from .site import Site

# What people call the tests of docs/contributing/judging.md, within a sentence.
TESTS = {
    "side-by-side": "beside another question",
    "rubric": "its rubric",
    "cold": "solved cold",
    "facts": "its facts",
}
TEMPLATES = Path(__file__).parent / "templates"


class Unknown(LookupError):
    """A page or macro names something that is not there; the message says what is near."""


class PageFailed(Exception):
    """A template failed; the message names the record's file and the template."""


class Renderer:
    """Renders the pages of a site, and the parts that hand-written pages call for."""

    def __init__(self, site: Site, judgements: Judgements | None = None) -> None:
        self.site = site
        self.judgements = judgements or Judgements()
        self.guide: Guide = site.guide
        self.texts = text.Texts(site.address, frozenset(KINDS))
        self._pages: dict[str, str] = {}
        self._links: dict[tuple[str, str, str], Markup] = {}
        self._sheets: dict[tuple[str, str, str, int], Markup] = {}
        self._rows: dict[str, tuple[list[Record], dict[str, int]]] = {}

    def page(self, address: str) -> str:
        """The HTML of the page at an address, made once. Raises Unknown if there is none."""
        if address not in self._pages:
            self._pages[address] = self._page(address)
        return self._pages[address]

    def _page(self, address: str) -> str:
        page = self.site.pages.get(address)
        if page is None:
            near = did_you_mean(address, self.site.pages)
            raise Unknown(f"no page is made for `{address}`{near}")
        shows = {page.record.kind: page.record, "page": page, **page.shows}
        try:
            return self.render(page.template, page.root, shows)
        except Exception as error:
            file = f"{self.guide.name}/{page.record.path}"
            raise PageFailed(
                f"the page of {file} cannot be made by {page.template}: {error}"
            ) from error

    def render(self, template: str, root: str, shows: Mapping[str, Any]) -> str:
        """A template's HTML for a page whose way to the root of the site is `root`."""
        return self._environment.get_template(template).render(root=root, **shows)

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(),
        )
        environment.filters.update(
            line=jinja2.pass_context(lambda context, words: self._line(context, words)),
            prose=jinja2.pass_context(lambda context, words: self._prose(context, words)),
            name=text.plain,
            bare=text.bare,
            in_brackets=text.in_brackets,
            cost=self.cost,
            date=filters.day,
            within=filters.within_sentence,
            labels=filters.with_labels,
            css=filters.css_string,
        )
        environment.globals.update(
            guide=self.guide,
            site=self.site,
            pictures=pictures,
            comparing=comparing,
            covering=covering,
            papers=papers,
            INDEXES=INDEXES,
            link=jinja2.pass_context(lambda context, record: self.link(context["root"], record)),
            level_link=jinja2.pass_context(
                lambda context, pair: self.level_link(context["root"], pair)
            ),
            neighbours=self.neighbours,
            judged=self.judged,
            on_sheet=jinja2.pass_context(lambda context, *of: self.on_sheet(context["root"], *of)),
            posting_forms=lambda pair: posting.forms(self.site, pair),
        )
        return environment

    def _line(self, context: Context, words: str) -> Markup:
        return self.texts.line(words, context["root"])

    def _prose(self, context: Context, words: str) -> Markup:
        return self.texts.prose(words, context["root"])

    def link(self, root: str, record: Record) -> Markup:
        """A link to a record, with the name that people call it by."""
        key = (root, record.kind, record.id)
        if key not in self._links:
            address = self.site.address(record.kind, record.id)
            self._links[key] = Markup('<a class="{}" href="{}{}">{}</a>').format(
                record.kind, root, address, text.plain(record.title)
            )
        return self._links[key]

    def level_link(self, root: str, pair: RoleAtLevel) -> Markup:
        """A link to a role at a level, with its job title."""
        address = self.site.address("role-level", pair.id)
        return Markup('<a class="role-level" href="{}{}">{}</a>').format(
            root, address, text.plain(pair.at.title)
        )

    def on_sheet(self, root: str, question: Question, level: str, minutes: int) -> Markup:
        """A question on the sheet of an interviewer; many plans have the same."""
        key = (root, question.id, level, minutes)
        if key not in self._sheets:
            shows = {"question": question, "level": level, "minutes": minutes}
            self._sheets[key] = Markup(self.render("parts/sheet.html", root, shows))
        return self._sheets[key]

    def cost(self, hint: Hint, question: Question, level: str = "") -> str:
        """What a hint costs, in words; for one level where it is given."""
        labels = {criterion.id: criterion.label for criterion in question.rubric}
        said = []
        for criterion, caps in hint.caps.items():
            wanted = {level: caps[level]} if level in caps else caps
            if len(set(wanted.values())) == 1:
                said.append(f"Caps “{labels[criterion]}” at {next(iter(wanted.values()))}.")
            else:
                named = (f"{self.guide.levels[k].label.lower()} at {n}" for k, n in wanted.items())
                said.append(f"Caps “{labels[criterion]}”: {', '.join(named)}.")
        return " ".join(said) or "Costs nothing."

    def judged(self, question: Question) -> list[str]:
        """The tests that readers held with the words that a question has today."""
        return [
            label
            for test, label in TESTS.items()
            if (one := self.judgements.found[test].get(question.id)) and current(one, question)
        ]

    def neighbours(self, record: Record) -> tuple[Record | None, Record | None]:
        """The records before and after one, in the order of its index."""
        if record.kind not in self._rows:
            row = list(self._row(record.kind))
            self._rows[record.kind] = row, {one.id: n for n, one in enumerate(row)}
        row, places = self._rows[record.kind]
        at = places[record.id]
        before = row[at - 1] if at > 0 else None
        after = row[at + 1] if at + 1 < len(row) else None
        return before, after

    def _row(self, kind: str) -> Iterable[Record]:
        """All records of a kind, in the order of its index."""
        guide = self.guide
        skills = (skill for group in guide.skill_groups for skill in guide.skills_of_group(group))
        match kind:
            case "skill":
                return skills
            case "question":
                return (question for skill in skills for question in guide.questions_of(skill.id))
            case "technology":
                kinds = guide.technology_kinds
                return (one for kind in kinds for one in guide.technologies_of_kind(kind))
            case "responsibility":
                return guide.responsibilities.values()
            case "role":
                return guide.roles.values()
            case _:
                return guide.records[kind].values()
