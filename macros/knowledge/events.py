"""YAML events → values with places, on an explicit stack, so that nothing recurses.

Only the part of YAML that records need is accepted. Whatever YAML would quietly turn into
something else (`no`, `3.10`, `012`, `1:30`, dates, merge keys) is a problem with a place, and no
tag ever makes an object.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .places import TOP, Node, Place, Source
from .problems import shown

DEEPEST = 12  # levels of nesting; records need seven


class Stopped(Exception):
    """Reading cannot go on; the problem is already noted."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    node: Node
    key: str | None = None
    key_place: Place = TOP
    folded: dict[str, str] = field(default_factory=dict)  # normalised key → key as it is written
    skip: bool = False  # the value that follows belongs to a key that was refused


class Builder:
    """Events → nodes, with an explicit stack."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def build(self) -> Node | None:
        documents = 0
        for event in self._events():
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(place, "a second document begins here: one record a file")
            elif isinstance(event, yaml.AliasEvent):
                self._complain(place, f"`*{shown(event.anchor)}` refers back: write it out")
                self._add(Node(place, None))
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event, place)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._open(event, place)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.stack.pop()
        if self.root is None or (self.root.raw in ("", "~", "null") and self.root.value is None):
            self._complain(Place(1, 1), "the file is empty: write a record, or delete the file")
            return None
        if not isinstance(self.root.value, dict):
            what = "a list" if isinstance(self.root.value, list) else "a single value"
            self._complain(self.root.place, f"the file holds {what}: begin with `field: value`")
            return None
        return self.root

    def _events(self) -> Iterator[Any]:
        return yaml.parse(self.source.text, Loader=yaml.CSafeLoader)

    def _complain(self, place: Place, message: str) -> None:
        self.source.problems.append(self.source.problem(place, message))

    def _stop(self, place: Place, message: str) -> None:
        self._complain(place, message)
        raise Stopped

    def _marked(self, event: Any, place: Place) -> None:
        if event.anchor:
            self._complain(place, f"`&{shown(event.anchor)}` names a value: write it out instead")
        if event.tag and event.tag != "!":
            self._complain(place, f"the tag `{shown(event.tag)}` is not allowed: delete it")

    def _open(self, event: Any, place: Place) -> None:
        self._marked(event, place)
        if len(self.stack) >= DEEPEST:
            self._stop(place, f"this is nested more than {DEEPEST} levels deep: make it flatter")
        if self._expects_key():
            self._stop(place, "a field name must be one word, not a list or a mapping")
        node = Node(place, {} if isinstance(event, yaml.MappingStartEvent) else [])
        self._add(node)
        self.stack.append(_Open(node))

    def _expects_key(self) -> bool:
        return (
            bool(self.stack)
            and isinstance(self.stack[-1].node.value, dict)
            and (self.stack[-1].key is None)
        )

    def _scalar(self, event: Any, place: Place) -> None:
        self._marked(event, place)
        plain = bool(event.implicit[0])
        if self._expects_key():
            self._key(event.value, place, plain)
            return
        value, message = (event.value, "") if not plain else _plain_value(event.value)
        if message:
            self._complain(place, message)
        self._add(Node(place, value, event.value if plain else ""))

    def _key(self, key: str, place: Place, plain: bool) -> None:
        top = self.stack[-1]
        top.key, top.key_place, top.skip = key, place, True
        value, message = (key, "") if not plain else _plain_value(key)
        twin = top.folded.setdefault(_folded(key), key)
        if key == "<<":
            self._complain(place, "`<<` copies another mapping: write its fields out")
        elif message or not (isinstance(value, str) or type(value) is int) or not key.strip():
            self._complain(place, f"`{shown(key)}` cannot be a field name: use a plain word")
        elif twin in top.node.keys:
            line = top.node.keys[twin].line
            self._complain(place, f"`{shown(key)}` stands here twice, first on line {line}")
        else:
            top.skip = False

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif top.key is not None:
            if not top.skip:
                top.node.value[top.key] = node
                top.node.keys[top.key] = top.key_place
            top.key = None


def _folded(key: str) -> str:
    return key if key.isascii() else unicodedata.normalize("NFKC", key)


_INT = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def _plain_value(text: str) -> tuple[Any, str]:
    """What an unquoted scalar means, and what is wrong with it.

    YAML 1.1 (https://yaml.org/type/) turns many words into something else; only the forms that
    nobody misreads are taken: true, false, null, decimal integers and decimal fractions.
    """
    if text in ("", "~", "null"):
        return None, ""
    if text in ("true", "false"):
        return text == "true", ""
    if _INT.fullmatch(text):
        return int(text), ""
    if _FLOAT.fullmatch(text):
        return float(text), ""
    # Only short texts are dates or words with a meaning; an endless row of digits is a number, too,
    # but YAML's own patterns would take very long over it.
    probe = text
    if len(text) > 100:
        probe = "9" * 20 if not text[:100].strip("0123456789_") else "x"
    for tag, pattern in _RESOLVERS.get(probe[0], ()):
        if pattern.match(probe):
            kind = _READ_AS.get(tag.rpartition(":")[2], "something else")
            return None, f"YAML reads `{shown(text)}` as {kind}: put it in quotes if it is text"
    return text, ""


_READ_AS = {
    "bool": "true or false",
    "int": "another number",
    "float": "another number",
    "timestamp": "a date",
    "null": "nothing",
    "merge": "a copy of another mapping",
    "value": "a default value",
}
