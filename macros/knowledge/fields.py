"""What each field of a record wants, read from the models: the reference that nobody types."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic.fields import FieldInfo

from .guide import Guide
from .records import KINDS
from .records.base import CHECKED, AnyRef, Part, Record, Ref, Text
from .rules.field_order import order

SHOWN = 100  # characters of an example


@dataclass(frozen=True)
class Field:
    """One field. wants: in words; example: as it stands in a record of the data, or ""."""

    name: str
    needed: bool
    wants: str
    description: str
    example: str = ""


@dataclass(frozen=True)
class Section:
    """The fields of a record or of a part of one. id: an anchor; about: the model's docstring."""

    id: str
    name: str
    about: str
    fields: tuple[Field, ...]


def reference(guide: Guide, kind: str) -> list[Section]:
    """The fields of a kind, with examples from the guide: the record first, then its parts."""
    records = list(guide.records[kind].values())
    sections, seen = [], [cast(type[Part], KINDS[kind])]
    values: dict[type[Part], list[Any]] = {KINDS[kind]: records}
    for model in seen:  # grows while it is walked
        found = values.get(model, [])
        named = _fields(model)
        fields = tuple(_field(name, info, _held(model, name, found)) for name, info in named)
        label = kind if model is KINDS[kind] else _spaced(model.__name__)
        id_ = kind if model is KINDS[kind] else f"{kind}-{label.replace(' ', '-')}"
        sections.append(Section(id_, label, (model.__doc__ or "").strip(), fields))
        for name, info in named:
            for part in _parts(info.annotation):
                inner = [one for held in _held(model, name, found) for one in _inside(held)]
                values.setdefault(part, []).extend(inner)
                if part not in seen:
                    seen.append(part)
    return sections


def _fields(model: type[Part]) -> list[tuple[str, FieldInfo]]:
    known = {info.alias or name: info for name, info in model.model_fields.items()}
    names = order(model) if issubclass(model, Record) else list(known)
    return [(name, known[name]) for name in names if name in known]


def _held(model: type[Part], name: str, found: list[Any]) -> list[Any]:
    """What stands in a field of each of some records or parts."""
    attribute = next(n for n, info in model.model_fields.items() if (info.alias or n) == name)
    return [getattr(one, attribute) for one in found]


def _field(name: str, info: FieldInfo, values: list[Any]) -> Field:
    annotation: Any = info.annotation
    for mark in info.metadata:
        annotation = Annotated[annotation, mark]
    unit = "characters" if info.annotation in (str, str | None) else "entries"
    wants = ", ".join([wanted(annotation), *_limits(info.metadata, unit)])
    return Field(name, info.is_required(), wants, info.description or "", _example(values))


def wanted(annotation: Any) -> str:
    """A type in words: "list of ids of skills", "whole number", "one of `a`, `b`"."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(annotation)
    if origin in (Union, UnionType):
        return " or ".join(wanted(one) for one in inner if one is not type(None))
    if origin is Literal:
        return "one of " + ", ".join(f"`{one}`" for one in inner)
    if origin is list:
        return f"list: each {wanted(inner[0])}"
    if origin is dict:
        return f"fields: {wanted(inner[0])}, each with {wanted(inner[1])}"
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return f"the fields of *{_spaced(annotation.__name__)}*"
    words = {str: "text", int: "whole number", float: "number", bool: "true or false"}
    return words.get(annotation, "text")


def _marked(annotation: Any) -> str:
    bare, *marks = get_args(annotation)
    for mark in marks:
        match mark:
            case Ref(kind):
                return f"id of a {kind.replace('-', ' ')}"
            case AnyRef():
                return "reference such as `skill:caching`"
            case Text("plain"):
                return "text without Markdown, one line"
            case Text("line"):
                return "text, one paragraph"
            case Text("prose"):
                return "text, paragraphs and code blocks"
        if words := CHECKED.get(getattr(mark, "func", None)):
            return words
    return wanted(bare)


def _limits(marks: list[Any], unit: str) -> Iterator[str]:
    """The limits that pydantic keeps as marks of annotated_types."""
    for mark in marks:
        for name, words in (
            ("ge", "at least {}"),
            ("le", "at most {}"),
            ("min_length", f"at least {{}} {unit}"),
            ("max_length", f"at most {{}} {unit}"),
        ):
            if (limit := getattr(mark, name, None)) is not None:
                said = words.format(limit)
                yield said.replace("entries", "entry") if limit == 1 else said


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _inside(held: Any) -> Iterator[Part]:
    """The parts in a value: itself, or those of its list or mapping."""
    many = held.values() if isinstance(held, dict) else held if isinstance(held, list) else [held]
    yield from (one for one in many if isinstance(one, Part))


def _example(values: list[Any]) -> str:
    """The shortest value that any record has there, as it could stand in YAML."""
    found = []
    for value in values:
        one = value[0] if isinstance(value, list) and value else value
        if one not in (None, [], {}, "") and not isinstance(one, dict | list | Part):
            found.append(" ".join(one.split()) if isinstance(one, str) else json.dumps(one))
    best = min(found, key=lambda text: (len(text) < 4, len(text)), default="")
    return best if len(best) <= SHOWN else best[: SHOWN - 2].rsplit(" ", 1)[0] + " …"


def _spaced(name: str) -> str:
    """The name of a class in words: "follow up" for FollowUp."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
