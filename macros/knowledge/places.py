"""Values with the place of each: what a file is read into."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .problems import Problem

Location = Sequence[str | int]


class Place(NamedTuple):
    """Where a value or a key begins; both numbers count from 1."""

    line: int
    column: int


TOP = Place(1, 1)


@dataclass(slots=True)
class Node:
    """One value of a file. `value`: a scalar, or a list or a dict of nodes.

    raw: how a scalar is written in the file; keys: for a mapping, where each key stands.
    """

    place: Place
    value: Any
    raw: str = ""
    keys: dict[str, Place] = field(default_factory=dict)

    def plain(self) -> Any:
        """The value without places, as the record classes take it."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


@dataclass(slots=True)
class Source:
    """One file that was read. `root` is None when nothing in it can be used."""

    path: str
    text: str = ""
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)

    def node(self, location: Location) -> Node | None:
        """The node at a location such as ("rubric", 0, "skill"), or None."""
        node = self.root
        for step in location:
            if node is None:
                return None
            if isinstance(node.value, dict):
                node = node.value.get(str(step))
            elif isinstance(node.value, list) and isinstance(step, int):
                node = node.value[step] if step < len(node.value) else None
            else:
                return None
        return node

    def place(self, location: Location, *, key: bool = False) -> Place:
        """Where a location stands; with `key`, where its field name stands.

        Where the location does not exist, as with a missing field, the nearest place above it.
        """
        for end in range(len(location), -1, -1):
            if (key or end < len(location)) and end > 0:
                parent = self.node(location[: end - 1])
                if parent and str(location[end - 1]) in parent.keys:
                    return parent.keys[str(location[end - 1])]
            node = self.node(location[:end])
            if node:
                return node.place
        return Place(1, 1)

    def find(self, location: Location, words: str) -> Place:
        """Where some words stand inside the text at a location; its beginning if not found."""
        start = self.place(location)
        lines = self.text.splitlines()
        for number in range(start.line, len(lines) + 1):
            first = start.column - 1 if number == start.line else 0
            column = lines[number - 1].find(words, first)
            if column >= 0:
                return Place(number, column + 1)
        return start

    def problem(self, place: Place, message: str, *, warning: bool = False) -> Problem:
        """A problem of this file."""
        return Problem(self.path, place.line, place.column, message, warning)
