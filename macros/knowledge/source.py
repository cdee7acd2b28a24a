"""A YAML file → plain values, and the place of each.

The file is read as a stream of parser events and not as a tree, so nothing recurses: a file that is
nested 20,000 deep or refers to itself costs no more than its length. Only the part of YAML that
records need is accepted. Whatever YAML would quietly turn into something else (`no`, `3.10`, `012`,
`1:30`, dates, merge keys) is a problem with a place, and no tag ever makes an object.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .problems import Problem, shown

LARGEST_FILE = 200_000  # bytes; the longest record is about 20,000
DEEPEST = 12  # levels of nesting; records need seven

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


def read(file: Path, path: str) -> Source:
    """Read one file. `path` is how it is named in messages. Never raises for what is in it."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            return _refused(path, f"the file is larger than {LARGEST_FILE:,} bytes: split it")
        raw = file.read_bytes()
    except OSError as error:
        return _refused(path, f"the file cannot be read: {error.strerror or error}")
    return read_text(raw, path)


@lru_cache(4096)
def read_text(raw: bytes, path: str) -> Source:
    """The same for bytes that are already in memory. A source is not changed after it was made, so
    that a file which did not change is read once while people edit others."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused(path, "the file is UTF-16: save it as UTF-8")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        return _refused(path, "the file is not UTF-8: save it as UTF-8", _end_of(before))
    if wrong := _UNPRINTABLE.search(text):
        what = f"a control character (U+{ord(wrong[0]):04X}) stands here: delete it"
        return _refused(path, what, _end_of(text[: wrong.start()]))
    source = Source(path, text)
    try:
        source.root = _Builder(source).build()
    except _Stop:
        source.root = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        source.problems.append(source.problem(place, _explained(error)))
        source.root = None
    except (yaml.YAMLError, ValueError) as error:
        what = f"this is not YAML: {shown(error, 120)}"
        source.problems.append(source.problem(Place(1, 1), what))
        source.root = None
    return source


# YAML 1.2, rule [1] c-printable, less what nobody sees on the page: C1 escapes, marks of direction
# and of no width, the byte order mark, and private use (our placeholders).
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\uf900-\ufefe\uff00-\ufffb"
    "\U00010000-\U000dffff]"
)


def _end_of(text: str) -> Place:
    return Place(text.count("\n") + 1, len(text) - text.rfind("\n"))


def _refused(path: str, message: str, place: Place = TOP) -> Source:
    source = Source(path)
    source.problems.append(source.problem(place, message))
    return source


def _explained(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be read"
    for sign, advice in _ADVICE:
        if sign in problem:
            return advice
    context = f" ({error.context})" if error.context else ""
    return f"this is not YAML: {shown(problem, 120)}{context}"


_ADVICE = [
    (
        "mapping values are not allowed",
        "a colon with a space after it begins a new field here: put the whole text in quotes, "
        "or write it on the next line after `>-`",
    ),
    (
        "cannot start any token",
        "this character cannot begin a value (a tab, @, ` or %): indent with spaces, quote text",
    ),
    (
        "did not find expected key",
        "the indentation is wrong here, or a quote was closed too early",
    ),
    (
        "did not find expected '-'",
        "a list item is not in line with the others: give every `-` the same indentation",
    ),
]


class _Stop(Exception):
    """Reading cannot go on; the problem is already noted."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    node: Node
    key: str | None = None
    key_place: Place = TOP
    skip: bool = False  # the value that follows belongs to a key that was refused


class _Builder:
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
        raise _Stop

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
        twin = next((k for k in top.node.keys if _folded(k) == _folded(key)), None)
        if key == "<<":
            self._complain(place, "`<<` copies another mapping: write its fields out")
        elif message or not (isinstance(value, str) or type(value) is int) or not key.strip():
            self._complain(place, f"`{shown(key)}` cannot be a field name: use a plain word")
        elif twin is not None:
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
    return unicodedata.normalize("NFKC", key)


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
