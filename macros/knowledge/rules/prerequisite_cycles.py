"""No skill is, over others, its own prerequisite."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    graph = {s.id: [p for p in s.prerequisites if p != s.id] for s in guide.skills.values()}
    while True:
        try:
            TopologicalSorter(graph).prepare()
            return
        except CycleError as error:
            circle = error.args[1][::-1]  # the sorter names a prerequisite before who needs it
        skill, first = guide.skills[circle[0]], circle[1]
        at = ("prerequisites", skill.prerequisites.index(first))
        way = " → ".join(f"`{one}`" for one in circle)
        yield Finding(skill, at, f"these skills require each other: {way}; delete one step")
        graph[skill.id].remove(first)
