"""What a hand-written page may call. Each returns HTML; an unknown id is an error that says so.

The docstrings are the documentation: the page docs/contributing/macros.md shows them with an
example that is made by the call itself.
"""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from ..judging import current, figures
from ..knowledge import fields
from ..knowledge.guide import RoleAtLevel
from ..knowledge.problems import did_you_mean
from .book import Book
from .render import Unknown

Call = Callable[..., str]


class Calls:
    """The calls, for a page whose way to the root of the site is `root`."""

    def __init__(self, book: Book, root: str) -> None:
        self._book = book
        self._root = root

    def record_page(self, address: str) -> str:
        """The whole page of a record, by its address. Generated pages consist of this call."""
        return self._book.renderer.page(address)

    def count(self, kind: str) -> str:
        """How many records of a kind there are."""
        known = self._book.guide.records
        if kind not in known:
            raise Unknown(f"there is no kind `{kind}`{did_you_mean(kind, known)}")
        return str(len(known[kind]))

    def skill_link(self, skill: str) -> str:
        """A link to a skill, with its name."""
        return self._link("skill", skill)

    def question_link(self, question: str) -> str:
        """A link to a question, with its title."""
        return self._link("question", question)

    def role_card(self, role_level: str) -> str:
        """A role at a level, as role/level: its title, its skills as a picture, a sentence."""
        pair = self._pair(role_level)
        return self._made("role_card", pair=pair)

    def role_cards(self, role: str) -> str:
        """A card for each level of a role."""
        return self._made("role_cards", role=self._found("role", role))

    def skills_of_group(self, group: str) -> str:
        """The skills of a group, each with its summary."""
        return self._made("skills_of_group", group=self._word("skill-group", group))

    def levels_by_skills(self, role: str) -> str:
        """The table of a role: the proficiency that each level needs in each skill."""
        return self._made("levels_by_skills", role=self._found("role", role))

    def roles_index(self) -> str:
        """Every role, with its levels."""
        return self._made("roles_index")

    def responsibilities_index(self) -> str:
        """Every responsibility, in order."""
        return self._made("responsibilities_index")

    def skills_index(self) -> str:
        """Every skill, by group."""
        return self._made("skills_index")

    def technologies_index(self) -> str:
        """Every technology, by kind."""
        return self._made("technologies_index")

    def questions_index(self) -> str:
        """The finder of questions; without JavaScript, every bank by the group of its skill."""
        return self._made("questions_index")

    def plans_index(self) -> str:
        """The builder of plans, and every ready one."""
        return self._made("plans_index")

    def postings_index(self) -> str:
        """The builder of postings, and every ready posting."""
        return self._made("postings_index")

    def coverage(self) -> str:
        """How many questions rate each skill at each level, with the holes."""
        return self._made("coverage")

    def comparisons_index(self) -> str:
        """Every ready comparison of levels and of roles."""
        return self._made("comparisons_index")

    def judgements(self) -> str:
        """Every judgement of a question: the figures of the four tests, one table each."""
        return self._made("judgements", judged=self._book.judgements, **_FIGURES)

    def judged(self) -> str:
        """The figures of the four tests in one table, beside their aims."""
        return self._made("judged", judged=self._book.judgements, **_FIGURES)

    def changes(self) -> str:
        """What changed, in readers' words."""
        return self._made("changes")

    def field_reference(self) -> str:
        """Every field of every kind of record, with an example from the data."""
        guide = self._book.guide
        sections, shared = {}, set()
        for kind in guide.records:  # parts that several kinds have are told once
            found = fields.reference(guide, kind)
            sections[kind] = [one for one in found if one.name not in shared]
            shared |= {one.name for one in found}
        return self._made("field_reference", sections=sections)

    def glossary(self) -> str:
        """Every term, with its meaning and an anchor of its own."""
        return self._made("glossary")

    def _made(self, template: str, **shows: Any) -> str:
        return self._book.renderer.render(f"calls/{template}.html", self._root, shows)

    def _found(self, kind: str, id_: str) -> Any:
        known = self._book.guide.records[kind]
        if id_ not in known:
            raise Unknown(f"there is no {kind} `{id_}`{did_you_mean(id_, known)}")
        return known[id_]

    def _word(self, kind: str, id_: str) -> Any:
        known = self._book.guide.words[kind]
        if id_ not in known:
            said = kind.replace("-", " ")
            raise Unknown(f"there is no {said} `{id_}`{did_you_mean(id_, known)}")
        return known[id_]

    def _link(self, kind: str, id_: str) -> Markup:
        return self._book.renderer.link(self._root, self._found(kind, id_))

    def _pair(self, role_level: str) -> RoleAtLevel:
        known = {pair.id: pair for pair in self._book.guide.role_levels()}
        if role_level not in known:
            near = did_you_mean(role_level, known)
            raise Unknown(f"there is no role at a level `{role_level}`{near}")
        return known[role_level]


_FIGURES = {"figures": figures, "current": current}

NAMES = tuple(name for name in vars(Calls) if not name.startswith("_"))
