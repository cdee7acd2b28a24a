"""Which files of a data folder are records, and which do not belong there."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .problems import Problem, did_you_mean, shown
from .records import KINDS, VOCABULARIES
from .records.base import ID, LONGEST_ID

# Files that may stand beside the records: notes, and lists with a reader of their own.
OTHERS = {"README.md", "changes.yaml", "permalinks.txt"}

# Names that mean something else: in an address of this guide, or as a file name on Windows
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
RESERVED = {"index", "questions", "roles", "new", "con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that should hold a record. path: below the data folder, with `/`."""

    kind: str
    id: str
    path: str


@dataclass(slots=True)
class Listing:
    """What was found in a data folder."""

    records: list[RecordFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def listing(data: Path, name: str) -> Listing:
    """All record files of the folder `data`, which messages call `name`, in a fixed order."""
    found = Listing()
    if not data.is_dir():
        found.problems.append(
            Problem(name, 1, 1, "this is not a folder: name one that holds `roles/`, `skills/` …")
        )
        return found
    seen: dict[tuple[str, str], str] = {}
    for path, fault in _walk(data, ""):
        message = fault or _place_fault(path)
        if message:
            found.problems.append(Problem(f"{name}/{path}", 1, 1, message))
            continue
        folder, _, rest = path.partition("/")
        if not rest:
            continue  # a vocabulary, or one of the OTHERS
        record = _record_file(folder, path)
        found.records.append(record)
        twin = seen.setdefault((record.kind, record.id.lower()), path)
        if twin != path:
            message = f"`{shown(record.id)}` is taken by {name}/{twin}: choose another file name"
            found.problems.append(Problem(f"{name}/{path}", 1, 1, message))
    return found


def _walk(data: Path, below: str) -> Iterator[tuple[str, str]]:
    """(path, fault) for every file; links and special files are faults and not followed."""
    try:
        entries = sorted(os.scandir(data / below), key=lambda entry: entry.name)
    except OSError as error:
        yield below or ".", f"the folder cannot be read: {error.strerror}"
        return
    for entry in entries:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_symlink():
            yield path, "this is a link: put the file itself here"
        elif entry.is_dir():
            if path.endswith(".yaml"):
                yield path, "this is a folder with the name of a file: rename or delete it"
            else:
                yield from _walk(data, path)
        elif not entry.is_file():
            yield path, "this is not an ordinary file: delete it"
        else:
            yield path, ""


_FOLDERS = {record.folder: record for record in KINDS.values()}
_VOCABULARY_FILES = {words.file for words in VOCABULARIES.values()}


def _place_fault(path: str) -> str:
    """What is wrong with the place or name of a file, or nothing."""
    *folders, name = path.split("/")
    if not folders:
        known = _VOCABULARY_FILES | OTHERS
        if name in known:
            return ""
        return f"no such file is known here{did_you_mean(name, known)}; records stand in folders"
    if folders[0] not in _FOLDERS:
        advice = did_you_mean(folders[0], _FOLDERS)
        return f"`{shown(folders[0])}` is not a folder of records{advice}"
    record = _FOLDERS[folders[0]]
    if len(folders) != record.depth:
        wanted = "/".join([record.folder, "<folder>"][: record.depth])
        return f"a {record.kind} stands in `{wanted}/`: move the file there"
    if not name.endswith(".yaml"):
        return "a record ends in `.yaml`: rename the file, or move it out of data/"
    for word in (*folders[1:], name.removesuffix(".yaml")):
        if fault := id_fault(word):
            return fault
    return ""


def id_fault(word: str) -> str:
    """What is wrong with an id, or nothing."""
    if len(word) > LONGEST_ID:
        return f"`{shown(word)}` has {len(word)} characters: an id has at most {LONGEST_ID}"
    if not ID.fullmatch(word):
        return f"`{shown(word)}` is not an id: use a-z, 0-9 and single hyphens between words"
    if word in RESERVED:
        return f"`{word}` means something else in addresses or on Windows: choose another id"
    return ""


def _record_file(folder: str, path: str) -> RecordFile:
    record = _FOLDERS[folder]
    rest = path.split("/")[1:]
    # A plan is known by its role and level together; all others by the file name alone.
    id_ = "/".join(rest) if record.kind == "plan" else rest[-1]
    return RecordFile(record.kind, id_.removesuffix(".yaml"), path)
