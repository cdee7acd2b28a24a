"""A record does not name itself as its alternative, prerequisite, neighbour or base."""

from collections.abc import Iterator

from ..guide import Guide, references
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        for kind, id_, leaf in references(guide.leaves(record)):
            if kind != record.kind or id_ != record.id:
                continue
            yield Finding(record, leaf.location, f"`{id_}` names itself: delete it")
