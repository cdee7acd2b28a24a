"""Every record and word of a guide, by kind and id."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from .files import RecordFile
from .places import Source
from .problems import Problem
from .records import (
    Classification,
    Level,
    Plan,
    Proficiency,
    Question,
    QuestionKind,
    Record,
    Responsibility,
    Role,
    Skill,
    SkillGroup,
    Technology,
    TechnologyKind,
    Term,
    Vocabulary,
)
from .records.change import Change
from .walk import Leaf, leaves


@dataclass
class Catalogue:
    """The whole knowledge base. `problems` holds what the structure of its files gets wrong.

    files: what stands on disk by kind, also where it could not be read; records: what could;
    retired: the records of the past, which are in no list and only keep their address; permalinks:
    the lines of permalinks.txt, addresses from the root of the site without their first slash;
    changes: the entries of changes.yaml, the newest first. lapsed: the paths of records whose text
    changed since it was tested; they are drafts here, whatever their files say.
    """

    name: str
    sources: dict[str, Source] = field(default_factory=dict)
    files: dict[str, dict[str, RecordFile]] = field(default_factory=dict)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    retired: dict[str, dict[str, Record]] = field(default_factory=dict)
    permalinks: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    words: dict[str, dict[str, Vocabulary]] = field(default_factory=dict)
    lapsed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    _leaves: dict[str, list[Leaf]] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether every file could be read: only then is what is missing truly missing."""
        return not self.problems

    # One property a kind, so that templates and rules read like sentences.

    @property
    def roles(self) -> dict[str, Role]:
        """By id, the base roles before their variants."""
        roles = cast(dict[str, Role], self.records["role"])
        return dict(sorted(roles.items(), key=lambda item: (item[1].extends is not None, item[0])))

    @cached_property
    def responsibilities(self) -> dict[str, Responsibility]:
        """By id, in their own order."""
        all_ = cast(dict[str, Responsibility], self.records["responsibility"])
        return dict(sorted(all_.items(), key=lambda item: item[1].order))

    @property
    def skills(self) -> dict[str, Skill]:
        """By id."""
        return cast(dict[str, Skill], self.records["skill"])

    @property
    def technologies(self) -> dict[str, Technology]:
        """By id."""
        return cast(dict[str, Technology], self.records["technology"])

    @property
    def questions(self) -> dict[str, Question]:
        """By id."""
        return cast(dict[str, Question], self.records["question"])

    @property
    def plans(self) -> dict[str, Plan]:
        """By id, such as backend-developer/mid-a."""
        return cast(dict[str, Plan], self.records["plan"])

    @cached_property
    def terms(self) -> dict[str, Term]:
        """By id, in the order of the alphabet as people read it."""
        all_ = cast(dict[str, Term], self.records["term"])
        return dict(sorted(all_.items(), key=lambda item: item[1].term.lower()))

    @property
    def levels(self) -> dict[str, Level]:
        """By id, lowest first."""
        return cast(dict[str, Level], self.words["level"])

    @property
    def proficiency(self) -> dict[str, Proficiency]:
        """By digit, lowest first."""
        return cast(dict[str, Proficiency], self.words["proficiency"])

    @property
    def question_kinds(self) -> dict[str, QuestionKind]:
        """By id, shortest first."""
        return cast(dict[str, QuestionKind], self.words["question-kind"])

    @property
    def skill_groups(self) -> dict[str, SkillGroup]:
        """By id, in the order of pages."""
        return cast(dict[str, SkillGroup], self.words["skill-group"])

    @property
    def technology_kinds(self) -> dict[str, TechnologyKind]:
        """By id, in the order of pages."""
        return cast(dict[str, TechnologyKind], self.words["technology-kind"])

    @property
    def classifications(self) -> dict[str, Classification]:
        """By id."""
        return cast(dict[str, Classification], self.words["classification"])

    def exists(self, kind: str, id_: str) -> bool:
        """Whether there is such a record or word, also where its file could not be read."""
        return id_ in self.files.get(kind, ()) or id_ in self.words.get(kind, ())

    def ids(self, kind: str) -> list[str]:
        """All ids of a kind of record or word."""
        return [*self.files.get(kind, ()), *self.words.get(kind, ())]

    def record(self, ref: str, past: bool = False) -> Record:
        """The record that a typed reference such as "skill:caching" names; `past`: also retired."""
        kind, _, id_ = ref.partition(":")
        known = {**self.retired[kind], **self.records[kind]} if past else self.records[kind]
        return known[id_]

    def leaves(self, record: Record) -> list[Leaf]:
        """All marked texts of a record; walked once, because many rules ask."""
        if record.path not in self._leaves:
            self._leaves[record.path] = list(leaves(record))
        return self._leaves[record.path]

    def changes_of(self, record: Record) -> list[Change]:
        """What changed about a record, the newest first."""
        return [change for change in self.changes if f"{record.kind}:{record.id}" in change.about]

    def all_retired(self) -> Iterator[Record]:
        """Every record of the past."""
        for by_id in self.retired.values():
            yield from by_id.values()

    def all_records(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for by_id in self.records.values():
            yield from by_id.values()
