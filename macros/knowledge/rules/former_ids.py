"""A former id is a valid id that no live record of the kind has, and stands in one record only."""

from collections.abc import Iterator

from ..files import id_fault
from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    owner: dict[tuple[str, str], str] = {}
    for record in guide.all_records():
        for number, former in enumerate(record.former_ids):
            at = ("former_ids", number)
            if fault := id_fault(former.rpartition("/")[2]):
                yield Finding(record, at, fault)
            elif former in guide.retired[record.kind]:
                what = f"`{former}` is a retired {record.kind}, whose page stays: leave it out here"
                yield Finding(record, at, what)
            elif former in guide.files[record.kind]:
                what = f"`{former}` is a live {record.kind}: an id that was published is not reused"
                yield Finding(record, at, what)
            elif (first := owner.setdefault((record.kind, former), record.id)) != record.id:
                what = f"`{former}` is a former id of `{first}` already: keep it in one record"
                yield Finding(record, at, what)
