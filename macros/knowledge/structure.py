"""Values of a file → a record, or what is wrong with its structure, in our words."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .places import Location, Source
from .problems import Problem, did_you_mean, shown
from .records.base import Part

DERIVED = ("id", "path")  # never written in a file


def validated(
    model: type[Part], values: Mapping[str, Any], source: Source, below: Location = ()
) -> tuple[Any, list[Problem]]:
    """The record, or None and its problems. `below`: where in the file the values stand."""
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        noted = {(p.line, p.column) for p in source.problems}
        problems = []
        for fault in error.errors(include_url=False):
            problem = _problem(model, fault, source, below)
            # A value that could not be read is None by now: its first problem says enough.
            if (problem.line, problem.column) not in noted:
                problems.append(problem)
        return None, problems


def unexpected(source: Source, names: tuple[str, ...] = DERIVED) -> Iterator[Problem]:
    """Fields that come from the file name and must not be written."""
    for name in names:
        if source.root and name in source.root.keys:
            what = f"`{name}` comes from the file name: delete this line"
            yield source.problem(source.root.keys[name], what)


def _problem(model: type[Part], fault: Any, source: Source, below: Location) -> Problem:
    location = _real(fault["loc"], source, below)
    type_, context = fault["type"], fault.get("ctx", {})
    if type_ == "extra_forbidden":
        known = [field for field in _fields(model, fault["loc"][:-1]) if field not in DERIVED]
        name = shown(fault["loc"][-1])
        text = f"`{name}` is not a field here{did_you_mean(name, known)}"
        if not did_you_mean(name, known):
            text += f"; known are {', '.join(f'`{k}`' for k in known)}"
        return source.problem(source.place(location, key=True), text)
    field = next((str(s) for s in reversed(location) if isinstance(s, str)), "the record")
    place = source.place(location)
    if type_ == "missing":
        return source.problem(place, f"`{field}` is missing: add it")
    return source.problem(place, f"`{field}` {_said(type_, context, fault, source, location)}")


def _said(type_: str, context: Any, fault: Any, source: Source, location: Location) -> str:
    node = source.node(location)
    raw = node.raw if node else ""
    value = fault.get("input")
    match type_:
        case "string_type" if value is None:
            return "is empty: write text, or leave the field out"
        case "string_type" if raw:
            return (
                f"must be text, but YAML reads `{shown(raw)}` as {_kind(value)}: put it in quotes"
            )
        case "string_type":
            return f"must be text, not {_kind(value)}"
        case "int_type" | "int_from_float":
            return f"must be a whole number without quotes, not {_kind(value)}"
        case "bool_type":
            return "must be true or false, without quotes"
        case "list_type":
            return f"must be a list, each item on a line that begins with `-`, not {_kind(value)}"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"must be a mapping of fields, not {_kind(value)}"
        case "string_too_long":
            length, most = len(value), context["max_length"]
            return f"has {length:,} characters, at most {most:,}: shorten it"
        case "string_too_short":
            length, least = len(value), context["min_length"]
            return f"has {length} characters, at least {least}: say more"
        case "too_long":
            return f"has {context['actual_length']} entries, at most {context['max_length']}"
        case "too_short":
            return f"has {context['actual_length']} entries, at least {context['min_length']}"
        case "literal_error":
            expected = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            words = ", ".join(f"`{word}`" for word in expected)
            near = did_you_mean(str(value), expected)
            return f"is `{shown(value)}`, but must be one of {words}{near}"
        case "greater_than_equal":
            return f"is {value}, but must be at least {context['ge']}"
        case "less_than_equal":
            return f"is {value}, but must be at most {context['le']}"
        case "string_pattern_mismatch":
            return f"is `{shown(value)}`: use a-z, 0-9 and single hyphens between words"
        case "value_error":
            return str(context["error"])
        case _:
            return str(fault["msg"]).lower()


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int() | float():
            return f"the number {shown(value)}"
        case str():
            return f"the text `{shown(value, 30)}`"
        case list():
            return "a list"
        case _:
            return "a mapping"


def _real(location: Location, source: Source, below: Location) -> tuple[str | int, ...]:
    """Pydantic's location without its own notes (`[key]`, names of union members)."""
    real: list[str | int] = list(below)
    for number, step in enumerate(location):
        last = number == len(location) - 1
        if step == "[key]" or not (last or source.node([*real, step])):
            continue
        if last and isinstance(step, str) and "[" in step:
            continue
        real.append(step)
    return tuple(real)


def _fields(model: type[BaseModel], location: Location) -> list[str]:
    """The field names that may stand at a location of a model."""
    here: Any = model
    for step in location:
        here = _inside(here, step)
    if isinstance(here, type) and issubclass(here, BaseModel):
        return [info.alias or name for name, info in here.model_fields.items()]
    return []


def _inside(annotation: Any, step: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, info in annotation.model_fields.items():
            if step == (info.alias or name):
                return _bare(info.annotation)
        return None
    if get_origin(annotation) in (list, dict):
        return _bare(get_args(annotation)[-1])
    return None


def _bare(annotation: Any) -> Any:
    """The first type of a union that is not None."""
    if get_origin(annotation) in (list, dict) or isinstance(annotation, type):
        return annotation
    inner = [a for a in get_args(annotation) if a is not type(None)]
    return _bare(inner[0]) if inner else None
