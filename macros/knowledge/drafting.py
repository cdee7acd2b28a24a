"""A new record as a commented draft: every field in its order, with what it wants."""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from .guide import Guide
from .records import KINDS
from .records.base import CHECKED, AnyRef, Part, Ref, Text
from .records.plan import Slot
from .records.question import Expected
from .rules.field_order import order

# Parts that are empty without one of their optional fields.
_ALSO: dict[type[Part], tuple[str, ...]] = {Slot: ("kind",), Expected: ("stdout",)}

MARK = "FILL IN"
WIDTH = 98


class Draft:
    """Writes the text of a draft. today: the day on which it is reviewed; known: ids to begin with
    by kind, such as the skill of a question's folder."""

    def __init__(self, guide: Guide, today: date, known: Mapping[str, str]) -> None:
        self._guide, self._today, self._known = guide, today, known

    def text(self, kind: str, schema: str) -> str:
        """The whole file. schema: where its JSON Schema is, from the file, for an editor."""
        lines = [
            f"# yaml-language-server: $schema={schema}",
            f"# A new {kind}. Write over every {MARK}. A field behind # is optional: remove the #",
            "# to use it. `make check` says what is left. Delete these notes when you are done.",
        ]
        for name, info in _fields(KINDS[kind]):
            lines += ["", *_comment(info.description or "")]
            written = list(self._field(name, info))
            lines += written if info.is_required() else [f"# {line}".rstrip() for line in written]
        return "\n".join(lines) + "\n"

    def _field(self, name: str, info: FieldInfo) -> Iterator[str]:
        annotation: Any = info.annotation
        for mark in info.metadata:
            annotation = Annotated[annotation, mark]
        yield from _yaml(name, self._value(annotation, info.description or name))

    def _value(self, annotation: Any, about: str) -> Any:
        """The smallest value that the type allows."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._marked(annotation, about)
        if origin in (Union, UnionType):
            return self._value(next(one for one in inner if one is not type(None)), about)
        if origin is Literal:
            return inner[0]
        if origin is list:
            return [self._value(inner[0], about)]
        if origin is dict:
            return {key: self._value(inner[1], f"{about} {key}") for key in self._keys(inner[0])}
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return {
                name: self._value(_whole(info), info.description or name)
                for name, info in _fields(annotation)
                if info.is_required() or name in _ALSO.get(annotation, ())
            }
        return {int: 1, float: 1.0, bool: True}.get(annotation, f"{MARK}: {about}")

    def _marked(self, annotation: Any, about: str) -> Any:
        bare, *marks = get_args(annotation)
        limits = {
            name: getattr(mark, name)
            for mark in marks
            for name in ("min_length", "max_length", "ge")
            if getattr(mark, name, None) is not None
        }
        for mark in marks:
            if isinstance(mark, Ref):
                return self._id(mark.kind)
            if isinstance(mark, AnyRef):
                return f"skill:{self._id('skill')}"
            if words := CHECKED.get(getattr(mark, "func", None)):
                return "https://example.org/" if "https" in words else str(self._today)
            if getattr(mark, "pattern", None):
                return "fill-in"
        value = self._value(bare, about)
        if isinstance(value, list):
            return [_another(value[0], n) for n in range(max(limits.get("min_length", 1), 1))]
        if isinstance(value, int) and not isinstance(value, bool):
            return max(value, limits.get("ge", value))
        if isinstance(value, str) and any(isinstance(mark, Text) for mark in marks):
            value += " …" * max(0, limits.get("min_length", 0) - len(value))
            return value[: limits.get("max_length", 200)]
        return value

    def _keys(self, annotation: Any) -> list[str]:
        if get_origin(annotation) is Literal:
            return list(get_args(annotation))
        for mark in get_args(annotation)[1:]:
            if isinstance(mark, Ref):
                return [self._id(mark.kind)]
        return ["fill-in"]

    def _id(self, kind: str) -> str:
        return self._known.get(kind) or self._guide.ids(kind)[0]


def _fields(model: type[Part]) -> list[tuple[str, FieldInfo]]:
    known = {info.alias or name: info for name, info in model.model_fields.items()}
    names = order(model) if model in KINDS.values() else list(known)  # type: ignore[arg-type]
    return [(name, known[name]) for name in names]


def _whole(info: FieldInfo) -> Any:
    annotation: Any = info.annotation
    for mark in info.metadata:
        annotation = Annotated[annotation, mark]
    return annotation


def _another(value: Any, number: int) -> Any:
    """The same again, but for texts, which say which one they are."""
    if number == 0:
        return value
    if isinstance(value, str):
        return f"{value} ({number + 1})" if MARK in value else value
    if isinstance(value, dict):
        return {key: _another(one, number) for key, one in value.items()}
    return value


def _comment(words: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(words, WIDTH - 2)]


def _yaml(name: str, value: Any, indent: str = "") -> Iterator[str]:
    """A field as block YAML, long text folded."""
    if isinstance(value, dict):
        yield f"{indent}{_key(name)}:"
        for key, inner in value.items():
            yield from _yaml(key, inner, f"{indent}  ")
    elif isinstance(value, list):
        yield f"{indent}{_key(name)}:"
        for inner in value:
            yield from _item(inner, f"{indent}  ")
    elif isinstance(value, str) and MARK in value:
        yield f"{indent}{_key(name)}: >-"
        yield from (f"{indent}  {line}" for line in textwrap.wrap(value, WIDTH - len(indent) - 2))
    else:
        yield f"{indent}{_key(name)}: {_scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        lines = [line for key, inner in value.items() for line in _yaml(key, inner, f"{indent}  ")]
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]
    elif isinstance(value, str) and MARK in value:
        yield f"{indent}- >-"
        yield from (f"{indent}  {line}" for line in textwrap.wrap(value, WIDTH - len(indent) - 2))
    else:
        yield f"{indent}- {_scalar(value)}"


def _key(name: str) -> str:
    return f'"{name}"' if name.isdigit() else name


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) and not value[:1].isalpha() else str(value)
