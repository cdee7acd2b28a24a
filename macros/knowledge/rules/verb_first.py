"""Acts begin with a verb: "Joins two tables" for a person, "List data stores" for a task."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records import Record
from . import Finding

_PERSON = re.compile(r"[A-Z][a-z]+s\b|Is\b|Has\b|Does\b|Can\b")
# Base forms that end in s all the same.
_BASE = {"Discuss", "Process", "Pass", "Press", "Address", "Assess", "Express", "Focus", "Guess"}


def check(guide: Guide) -> Iterator[Finding]:
    for skill in guide.skills.values():
        for step, one in skill.proficiency.items():
            at = ("proficiency", step, "behaviours")
            yield from _persons(skill, at, one.behaviours)
    for duty in guide.responsibilities.values():
        for level, acts in duty.good_by_level.items():
            yield from _persons(duty, ("good_by_level", level), acts)
        for number, task in enumerate(duty.typical_tasks):
            first = task.split()[0].strip(",")
            if first not in _BASE and first.endswith(("s", "ing")):
                what = f"a task begins with a verb as in “List”, “Choose”; not `{first}`"
                yield Finding(duty, ("typical_tasks", number), what)
        for level, line in duty.job_post_lines.items():
            if not line.startswith("You will "):
                what = "a line for a posting begins with “You will”"
                yield Finding(duty, ("job_post_lines", level), what)
    for role in guide.roles.values():
        for level, at_level in role.levels.items():
            yield from _persons(role, ("levels", level, "expectations"), at_level.expectations)


def _persons(record: Record, at: tuple[str, ...], acts: list[str]) -> Iterator[Finding]:
    for number, act in enumerate(acts):
        if not _PERSON.match(act):
            first = act.split()[0]
            what = f"an act begins with a verb as in “Joins”, “Chooses”; not `{first}`"
            yield Finding(record, (*at, number), what)
