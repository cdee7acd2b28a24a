"""Ids inside a record are different from each other."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..guide import Guide
from ..records import Record
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for q in guide.questions.values():
        yield from _twice(q, ("rubric",), q.rubric)
        yield from _twice(q, ("evidence",), q.evidence)
        yield from _twice(q, ("variants",), q.variants)
        if q.exercise:
            yield from _twice(q, ("exercise", "solutions"), q.exercise.solutions)
            yield from _twice(q, ("exercise", "traps"), q.exercise.traps)
    for plan in guide.plans.values():
        yield from _twice(plan, ("interviews",), plan.interviews)


def _twice(record: Record, at: tuple[str, ...], parts: Sequence[Any]) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, part in enumerate(parts):
        if part.id in seen:
            what = f"`{part.id}` stands here twice: give each its own id"
            yield Finding(record, (*at, number, "id"), what)
        seen.add(part.id)
