"""All records together: every reference resolved, and look-ups in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .catalogue import Catalogue
from .records import (
    Level,
    Plan,
    Question,
    Record,
    Role,
    Skill,
    SkillGroup,
    Technology,
)
from .records.base import AnyRef, Importance, Ref
from .records.plan import Interview
from .records.role import RoleLevel, RoleSkill
from .walk import Leaf


class RoleAtLevel(NamedTuple):
    """A role at one of its levels: what a person is hired as."""

    role: Role
    level: Level

    @property
    def at(self) -> RoleLevel:
        """What the role says of the level."""
        return self.role.levels[self.level.id]

    @property
    def id(self) -> str:
        """As in an address: backend-developer/mid."""
        return f"{self.role.id}/{self.level.id}"

    @property
    def key(self) -> tuple[str, str]:
        """The ids of the role and of the level."""
        return self.role.id, self.level.id

    @property
    def essential(self) -> list[str]:
        """The ids of the skills that are essential at the level."""
        found = (entry for entry in self.role.skills if entry.importance == "essential")
        return [entry.skill for entry in found if entry.levels[self.level.id]]


@dataclass
class Guide(Catalogue):
    """The whole knowledge base, with look-ups in both directions."""

    @cached_property
    def skills_with_questions(self) -> set[str]:
        """The ids of skills that are the main skill of a question."""
        return {question.skill for question in self.questions.values()}

    def role_levels(self) -> list[RoleAtLevel]:
        """Every role at each of its levels, lowest first."""
        return [pair for role in self.roles.values() for pair in self.levels_of(role)]

    def levels_of(self, role: Role) -> list[RoleAtLevel]:
        """A role at each of its levels, lowest first."""
        return [RoleAtLevel(role, w) for w in self.levels.values() if w.id in role.levels]

    def at(self, role: str, level: str) -> RoleAtLevel:
        """A role at one of its levels."""
        return RoleAtLevel(self.roles[role], self.levels[level])

    def needs(
        self, skill: str, pairs: Iterable[RoleAtLevel]
    ) -> list[tuple[int, Importance | None]]:
        """The proficiency in a skill, and its importance, that each role at a level needs."""
        found: list[tuple[int, Importance | None]] = []
        for pair in pairs:
            entry = next((e for e in pair.role.skills if e.skill == skill), None)
            now = entry.levels[pair.level.id] if entry else 0
            found.append((now, entry.importance if entry and now else None))
        return found

    def skills_of_group(self, group: str) -> list[Skill]:
        """The skills of a group, by name."""
        found = [skill for skill in self.skills.values() if skill.group == group]
        return sorted(found, key=lambda skill: skill.name.lower())

    def technologies_of_kind(self, kind: str) -> list[Technology]:
        """The technologies of a kind, by name."""
        found = [one for one in self.technologies.values() if one.type == kind]
        return sorted(found, key=lambda one: one.name.lower())

    def roles_expecting(self, skill: str) -> list[Role]:
        """The base roles that need a skill at some level; its variants where no base role does."""
        found = [
            role
            for role in self.roles.values()
            if any(any(e.levels.values()) for e in role.skills if e.skill == skill)
        ]
        return [role for role in found if not role.extends] or found

    def questions_of(self, skill: str) -> list[Question]:
        """The questions whose main skill it is: easiest level and shortest first."""
        return self._questions_by_skill.get(skill, [])

    @cached_property
    def _questions_by_skill(self) -> dict[str, list[Question]]:
        order = list(self.levels)
        by_skill: dict[str, list[Question]] = defaultdict(list)
        for question in self.questions.values():
            by_skill[question.skill].append(question)
        for found in by_skill.values():
            found.sort(key=lambda q: (min(map(order.index, q.levels)), q.minutes, q.id))
        return dict(by_skill)

    def questions_rating(self, skill: str, level: str) -> list[Question]:
        """The questions for a level that have a criterion for the skill."""
        return [q for q in self.questions.values() if level in q.levels and skill in q.rated_skills]

    def before(self, skill: Skill) -> list[Skill]:
        """The skills that come before one, by name."""
        return sorted((self.skills[id_] for id_ in skill.prerequisites), key=lambda s: s.name)

    def after(self, skill: Skill) -> list[Skill]:
        """The skills that one leads to, by name."""
        found = (other for other in self.skills.values() if skill.id in other.prerequisites)
        return sorted(found, key=lambda s: s.name)

    @cached_property
    def plans_by_rule(self) -> dict[str, Plan]:
        """Plans for each role at a level that has no file, by id; see planning.

        A second one, which shares no question with the first, where the bank has enough for it.
        """
        from . import planning  # only here, because it needs the guide

        found: dict[str, Plan] = {}
        for pair in self.role_levels():
            asked: list[str] = []
            for letter in ("a", "b") if not pair.role.extends else ("a",):
                plan = self.plans.get(f"{pair.id}-{letter}")
                if plan is None and (plan := planning.made(self, pair, letter, asked)):
                    found[plan.id] = plan
                asked += plan.questions if plan else []
        return found

    @cached_property
    def ready_plans(self) -> dict[str, Plan]:
        """All plans by id, in the order of roles and levels: those by hand, else those by rule."""
        known = {**self.plans_by_rule, **self.plans}
        ids = (f"{pair.id}-{letter}" for pair in self.role_levels() for letter in "ab")
        return {id_: known[id_] for id_ in ids if id_ in known}

    def rated_by_interview(self, interview: Interview) -> list[str]:
        """The ids of the skills that an interview rates, in the order of its questions."""
        asked = (self.questions[slot.question] for slot in interview.slots if slot.question)
        return list(dict.fromkeys(skill for question in asked for skill in question.rated_skills))

    def rated_by_plan(self, plan: Plan) -> list[str]:
        """The ids of the skills that a plan rates, each once."""
        rated = (skill for one in plan.interviews for skill in self.rated_by_interview(one))
        return list(dict.fromkeys(rated))

    def group_profile(self, role: Role) -> list[tuple[SkillGroup, list[RoleSkill]]]:
        """The role's skills in their groups, both in the order of pages; no group is empty.

        A skill that no level of the role needs (as a variant may say) is left out.
        """
        by_skill = {entry.skill: entry for entry in role.skills if any(entry.levels.values())}
        rows = []
        for group in self.skill_groups.values():
            entries = [by_skill[s.id] for s in self.skills_of_group(group.id) if s.id in by_skill]
            if entries:
                rows.append((group, entries))
        return rows

    @cached_property
    def used_by(self) -> dict[tuple[str, str], list[tuple[Record, Leaf]]]:
        """(kind, id) → every record that names it, with the place: the references backwards."""
        users: dict[tuple[str, str], list[tuple[Record, Leaf]]] = defaultdict(list)
        for record in self.all_records():
            for kind, id_, leaf in references(self.leaves(record)):
                if (kind, id_) != (record.kind, record.id):
                    users[kind, id_].append((record, leaf))
        return users

    def naming(self, kind: str, of_kind: str, id_: str) -> list[Record]:
        """The records of `kind` that name the record `id_` of kind `of_kind`, each once."""
        users = self.used_by.get((of_kind, id_), [])
        found = {record.id: record for record, _ in users if record.kind == kind}
        return list(found.values())


def references(found: Iterable[Leaf]) -> Iterator[tuple[str, str, Leaf]]:
    """(kind, id, where) for each id among the texts of a record (not inside what people read)."""
    for leaf in found:
        if isinstance(leaf.mark, Ref):
            yield leaf.mark.kind, leaf.text, leaf
        elif isinstance(leaf.mark, AnyRef):
            kind, _, id_ = leaf.text.partition(":")
            yield kind, id_, leaf
