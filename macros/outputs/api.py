"""The interface for machines: records as JSON, with names and addresses of what they name."""

from collections.abc import Iterator
from typing import Any

from ..knowledge.guide import Guide, references
from ..knowledge.records import KINDS, Record
from ..knowledge.records.base import Text
from ..knowledge.rules.field_order import order
from ..knowledge.rules.references_exist import LINK
from ..knowledge.schemas import DIALECT, record_schema
from ..pages.addresses import API_INDEX, LEVELS_TABLE, QUESTIONS_TABLE
from ..pages.permanence import moved_to, retired_at
from ..pages.site import Site
from ..pages.text import bare

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def made(site: Site) -> Iterator[tuple[str, Any]]:
    """Every file of the interface: its address and its value."""
    yield API_INDEX, _index(site)
    yield site.schema_address("index"), _object(_INDEX_FIELDS)
    for kind in KINDS:
        folder = KINDS[kind].folder
        yield site.api_address(kind), _list(site, kind)
        yield site.schema_address(f"{folder}-list"), _list_schema()
        yield site.schema_address(folder), _record_schema(kind, site.guide)
        for record in site.guide.records[kind].values():
            yield site.api_address(kind, record.id), _record(site, record)
    yield site.schema_address("note"), _object(_NOTE_FIELDS, needed=("$schema",))
    yield from _notes(site)


def _notes(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """What stands at an address of the interface whose record was renamed or retired."""
    known = set(site.file_addresses())
    schema = {"$schema": site.url + site.schema_address("note")}
    for address in sorted({line.partition("#")[0] for line in site.guide.permalinks} - known):
        if not address.endswith(".json"):
            continue
        if new := moved_to(site, address):
            yield address, {**schema, "moved": site.url + new}
        elif (past := retired_at(site, address)) and past.retired:
            instead = [site.guide.record(ref) for ref in past.retired.instead]
            note = {"since": past.retired.since, "because": bare(past.retired.because)}
            yield (
                address,
                {
                    **schema,
                    "retired": {**note, "instead": [named(site, record) for record in instead]},
                },
            )


def _index(site: Site) -> dict[str, Any]:
    return {
        "$schema": site.url + site.schema_address("index"),
        "name": "Backend Role Guide",
        "version": "1",
        "url": site.url,
        "licence": LICENCE,
        "kinds": [
            {
                "kind": kind,
                "count": len(site.guide.records[kind]),
                "list": site.url + site.api_address(kind),
                "schema": site.url + site.schema_address(KINDS[kind].folder),
            }
            for kind in KINDS
        ],
        "tables": [site.url + QUESTIONS_TABLE, site.url + LEVELS_TABLE],
    }


def _list(site: Site, kind: str) -> dict[str, Any]:
    records = site.guide.records[kind].values()
    return {
        "$schema": site.url + site.schema_address(f"{KINDS[kind].folder}-list"),
        "kind": kind,
        "count": len(records),
        "records": [
            {"id": record.id, **named(site, record), "status": record.status} for record in records
        ],
    }


def named(site: Site, record: Record) -> dict[str, str]:
    """What a record is called, and where its page and its file of the interface are."""
    return {
        "name": bare(record.title),
        "url": f"{site.url}{site.address(record.kind, record.id)}",
        "api": f"{site.url}{site.api_address(record.kind, record.id)}",
    }


def _record(site: Site, record: Record) -> dict[str, Any]:
    values = record.model_dump(by_alias=True, exclude_defaults=True)
    return {
        "$schema": site.url + site.schema_address(record.folder),
        "kind": record.kind,
        "id": record.id,
        **named(site, record),
        "file": f"data/{record.path}",
        "record": {name: values[name] for name in order(type(record)) if name in values},
        "references": dict(sorted(_references(site, record))),
    }


def _references(site: Site, record: Record) -> Iterator[tuple[str, dict[str, str]]]:
    """Whatever the record names, in its fields and in its texts, as kind:id."""
    guide = site.guide
    leaves = guide.leaves(record)
    found = {(kind, id_) for kind, id_, _ in references(leaves)}
    for leaf in leaves:
        if isinstance(leaf.mark, Text):
            found |= {(kind, id_) for kind, id_ in LINK.findall(leaf.text) if kind in KINDS}
    for kind, id_ in found:
        if kind in KINDS:
            yield f"{kind}:{id_}", named(site, guide.records[kind][id_])
        else:
            yield f"{kind}:{id_}", {"name": bare(guide.words[kind][id_].label)}


# The schemas of the files: what stands around a record. The record has the schema of its YAML.

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NAMED = {"name": _TEXT, "url": _TEXT, "api": _TEXT}


def _object(fields: dict[str, Any], needed: tuple[str, ...] | None = None) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": fields,
        "required": list(fields if needed is None else needed),
        "additionalProperties": False,
    }


def _part(fields: dict[str, Any], needed: tuple[str, ...] | None = None) -> dict[str, Any]:
    return {key: value for key, value in _object(fields, needed).items() if key != "$schema"}


_INDEX_FIELDS = {
    "$schema": _TEXT,
    "name": _TEXT,
    "version": {"const": "1"},
    "url": _TEXT,
    "licence": _TEXT,
    "kinds": {
        "type": "array",
        "items": _part({"kind": _TEXT, "count": _COUNT, "list": _TEXT, "schema": _TEXT}),
    },
    "tables": {"type": "array", "items": _TEXT},
}


_NOTE_FIELDS = {
    "$schema": _TEXT,
    "moved": _TEXT,
    "retired": _part(
        {"since": _TEXT, "because": _TEXT, "instead": {"type": "array", "items": _part(_NAMED)}}
    ),
}


def _list_schema() -> dict[str, Any]:
    entry = _part({"id": _TEXT, **_NAMED, "status": _TEXT})
    fields = {"$schema": _TEXT, "kind": _TEXT, "count": _COUNT}
    return _object({**fields, "records": {"type": "array", "items": entry}})


def _record_schema(kind: str, guide: Guide) -> dict[str, Any]:
    own = record_schema(kind, guide, variants=False)
    definitions = own.pop("$defs", {})
    made = _object(
        {
            "$schema": _TEXT,
            "kind": {"const": kind},
            "id": _TEXT,
            **_NAMED,
            "file": _TEXT,
            "record": {key: value for key, value in own.items() if key != "$schema"},
            "references": {
                "type": "object",
                "additionalProperties": _part(_NAMED, needed=("name",)),
            },
        }
    )
    return {**made, "$defs": definitions}
