"""Every skill is needed by a level of a role, and every technology and term is named somewhere."""

import re
from collections.abc import Iterator

from ..guide import Guide
from . import Finding

NEEDS_WHOLE = True


def check(guide: Guide) -> Iterator[Finding]:
    needed = {
        entry.skill
        for role in guide.roles.values()
        for entry in role.skills
        if any(entry.levels.values())
    }
    for skill in guide.skills.values():
        if skill.id not in needed:
            what = "no level of a role needs this skill: add it to a role, or retire it"
            yield Finding(skill, ("name",), what, warning=True)
    linked = _linked(guide)
    for kind in ("technology", "term"):
        for record in guide.records[kind].values():
            users = guide.used_by.get((kind, record.id))
            if not users and (kind, record.id) not in linked and record.status != "retired":
                what = f"nothing names this {kind}: name it where it belongs, or delete it"
                yield Finding(record, (), what, warning=True)


def _linked(guide: Guide) -> set[tuple[str, str]]:
    pattern = re.compile(r"\]\((technology|term):([a-z0-9-]+)\)")
    return {
        found
        for record in guide.all_records()
        for leaf in guide.leaves(record)
        if "](" in leaf.text
        for found in pattern.findall(leaf.text)
    }
