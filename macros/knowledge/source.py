"""A YAML file → its values, each with its place. See events.py for what is accepted."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from .events import Builder, Stopped
from .places import TOP, Place, Source
from .problems import shown

LARGEST_FILE = 200_000  # bytes; the longest record is about 20,000


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
        source.root = Builder(source).build()
    except Stopped:
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
