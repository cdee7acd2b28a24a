"""JSON Schemas of the YAML, made from the records, for editors that complete and warn.

Words of the closed lists are named one by one. Ids of records are not: a schema would be stale with
each new record, and `make check` knows them.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from .guide import Guide
from .records import KINDS, VOCABULARIES
from .records.role import RoleVariant
from .structure import DERIVED

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(kind: str, guide: Guide, variants: bool = True) -> dict[str, Any]:
    """The schema of a record's file: draft 2020-12, with a title and a description.

    variants: whether a role may leave out what its base says, as in its file.
    """
    model: Any = KINDS[kind] | RoleVariant if kind == "role" and variants else KINDS[kind]
    made = TypeAdapter(model).json_schema(by_alias=True)
    for part in (made, *made.get("$defs", {}).values()):
        if set(DERIVED) <= set(part.get("properties", ())):
            _without_derived(part)
    made = _with_words(made, guide)
    about = {
        "$schema": DIALECT,
        "title": kind.capitalize(),
        "description": (KINDS[kind].__doc__ or "").strip(),
    }
    return {**about, **{key: value for key, value in made.items() if key not in about}}


def _without_derived(part: dict[str, Any]) -> None:
    for name in DERIVED:
        del part["properties"][name]
    part["required"] = [name for name in part.get("required", ()) if name not in DERIVED]
    if not part["required"]:
        del part["required"]


def _with_words(schema: Any, guide: Guide) -> Any:
    """The schema with every mark of a reference turned into what an editor understands."""
    if isinstance(schema, list):
        return [_with_words(part, guide) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = {key: _with_words(value, guide) for key, value in schema.items() if key != "x-ref"}
    kind = schema.get("x-ref")
    if isinstance(kind, str) and kind in VOCABULARIES:
        made["enum"] = list(guide.words[kind])
    return made
