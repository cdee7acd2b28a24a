"""The fields of a record stand in the order of the reference, the same in every file."""

from collections.abc import Iterator
from itertools import pairwise

from ..guide import Guide
from ..records import Record
from ..records.base import TAIL
from . import Finding


def order(record: type[Record]) -> list[str]:
    """The field names of a kind in their order; sources to reviewed_on come last."""
    names = [info.alias or name for name, info in record.model_fields.items()]
    return [n for n in names if n not in (*TAIL, "id", "path")] + list(TAIL)


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        rank = {name: n for n, name in enumerate(order(type(record)))}
        root = guide.sources[record.path].root
        written = [key for key in (root.keys if root else ()) if key in rank]
        for before, after in pairwise(written):
            if rank[before] > rank[after]:
                what = f"`{after}` stands before `{before}` in every other file: move it up"
                yield Finding(record, (after,), what, warning=True, key=True)
