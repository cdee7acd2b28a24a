"""Every marked text of a record, with its location: ids that refer, and texts that people read."""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from .records.base import AnyRef, Part, Ref, Text

Mark = Ref | AnyRef | Text
Walker = Callable[[Any, tuple[str | int, ...]], Iterator["Leaf"]]


class Leaf(NamedTuple):
    """A text, what it is marked as, and where it stands in the record.

    key: the text is a field name (as in `levels: {mid: 2}`) and not a value.
    """

    location: tuple[str | int, ...]
    mark: Mark
    text: str
    key: bool = False


def leaves(part: Part) -> Iterator[Leaf]:
    """All marked texts of a record or part, in the order of its fields."""
    return _model_walker(type(part))(part, ())


@cache
def _model_walker(model: type[Part]) -> Walker:
    fields = []
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        for mark in info.metadata:
            annotation = Annotated[annotation, mark]
        if walker := _walker(annotation):
            fields.append((name, info.alias or name, walker))

    def walk(part: Any, location: tuple[str | int, ...]) -> Iterator[Leaf]:
        for name, alias, walker in fields:
            value = getattr(part, name)
            if value is not None:
                yield from walker(value, (*location, alias))

    return walk


def _walker(annotation: Any) -> Walker | None:
    """A function that walks values of the annotated type, or None where nothing is marked."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = [m for m in arguments[1:] if isinstance(m, (Ref, AnyRef, Text))]
        return _leaf_walker(marks[0]) if marks else _walker(arguments[0])
    if origin in (Union, UnionType):
        found = [w for w in map(_walker, arguments) if w]
        return found[0] if found else None
    if origin is list and (item := _walker(arguments[0])):
        return lambda value, location: (
            leaf for n, one in enumerate(value) for leaf in item(one, (*location, n))
        )
    if origin is dict:
        return _dict_walker(*map(_walker, arguments))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _model_walker(annotation)
    return None


def _leaf_walker(mark: Mark) -> Walker:
    return lambda value, location: iter((Leaf(location, mark, value),))


def _dict_walker(of_key: Walker | None, of_value: Walker | None) -> Walker | None:
    if not (of_key or of_value):
        return None

    def walk(value: Any, location: tuple[str | int, ...]) -> Iterator[Leaf]:
        for key, item in value.items():
            if of_key:
                for leaf in of_key(key, (*location, key)):
                    yield leaf._replace(key=True)
            if of_value:
                yield from of_value(item, (*location, key))

    return walk
