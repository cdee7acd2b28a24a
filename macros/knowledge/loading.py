"""A data folder → a guide, with everything that the structure of its files gets wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from .files import RecordFile, listing
from .fingerprint import lapsed
from .guide import Guide
from .places import Source
from .problems import did_you_mean, shown
from .records import KINDS, VOCABULARIES, Record, Vocabulary
from .records.change import FILE as CHANGES
from .records.change import Change, Changes
from .records.role import RoleVariant, joined
from .source import read
from .structure import DERIVED, unexpected, validated


def load(data: Path, name: str | None = None) -> Guide:
    """Read a data folder. Never raises for what its files hold: see `problems`.

    name: what messages call the folder; its own path if left out.
    """
    guide = Guide(name or str(data))
    found = listing(data, guide.name)
    guide.problems += found.problems
    guide.records = {kind: {} for kind in KINDS}
    guide.retired = {kind: {} for kind in KINDS}
    guide.files = {kind: {} for kind in KINDS}
    guide.words = {kind: _words(guide, data, words) for kind, words in VOCABULARIES.items()}
    if not data.is_dir():
        return guide
    values: dict[str, dict[str, Any]] = {}
    for file in found.records:
        guide.files[file.kind][file.id] = file
        source = guide.sources[file.path] = read(data / file.path, f"{guide.name}/{file.path}")
        guide.problems += [*source.problems, *unexpected(source)]
        if source.root:
            plain = source.root.plain()
            values[file.path] = {k: v for k, v in plain.items() if k not in DERIVED}
    for file in found.records:
        if file.path in values:
            record = _record(guide, file, values)
            if record and lapsed(record):  # a draft again, whatever its file says
                guide.lapsed.add(file.path)
                record = record.model_copy(update={"status": "draft", "tested_text": None})
            if record:
                past = record.status == "retired"
                (guide.retired if past else guide.records)[file.kind][file.id] = record
    if (data / CHANGES).is_file():
        guide.changes = _changes(guide, data)
    permalinks = data / "permalinks.txt"
    if permalinks.is_file():
        text = permalinks.read_text(encoding="utf-8", errors="replace")
        guide.permalinks = tuple(line.removeprefix("/") for line in text.splitlines())
    return guide


def _changes(guide: Guide, data: Path) -> tuple[Change, ...]:
    source = guide.sources[CHANGES] = read(data / CHANGES, f"{guide.name}/{CHANGES}")
    guide.problems += source.problems
    if source.root is None:
        return ()
    found, problems = validated(Changes, source.root.plain(), source)
    guide.problems += problems
    return tuple(found.changes) if found else ()


def _words(guide: Guide, data: Path, words: type[Vocabulary]) -> dict[str, Vocabulary]:
    source = guide.sources[words.file] = read(data / words.file, f"{guide.name}/{words.file}")
    guide.problems += source.problems
    found = {}
    for id_, node in source.root.value.items() if source.root else ():
        values = node.plain()
        if not isinstance(values, dict):
            what = f"`{id_}` must have a `label` and a `summary`"
            guide.problems.append(source.problem(node.place, what))
            continue
        word, problems = validated(words, {**values, "id": id_}, source, (id_,))
        guide.problems += problems
        if word:
            found[id_] = word
    return found


def _record(guide: Guide, file: RecordFile, values: Mapping[str, Any]) -> Record | None:
    """The record of a file; what keeps it from being one is added to the guide's problems."""
    source, own = guide.sources[file.path], values[file.path]
    whole = {**own, "id": file.id, "path": file.path}
    if file.kind == "role" and "extends" in own:
        _, problems = validated(RoleVariant, whole, source)
        base = _base(guide, str(own["extends"]), source, values)
        guide.problems += problems
        if problems or base is None:
            return None
        whole = joined(base, whole)
    record, problems = validated(KINDS[file.kind], whole, source)
    guide.problems += problems
    return cast(Record | None, record)


def _base(
    guide: Guide, base: str, variant: Source, values: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The values of the base of a variant, or None where it is not a complete role itself.

    A base that is not there is noted here; one that is broken has problems of its own.
    """
    file = guide.files["role"].get(base)
    what = ""
    if file is None:
        what = f"there is no role `{shown(base)}`{did_you_mean(base, guide.files['role'])}"
    elif guide.sources[file.path] is variant:
        what = f"`{base}` names itself: name a base role"
    if file is None or what:
        guide.problems.append(variant.problem(variant.place(("extends",)), what))
        return None
    found = values.get(file.path)
    if found is None or "extends" in found:
        return None
    whole = {**found, "id": file.id, "path": file.path}
    return found if validated(KINDS["role"], whole, guide.sources[file.path])[0] else None
