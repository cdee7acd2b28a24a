"""A retired record says since when, why, and what took its place; no other record says so."""

from collections.abc import Iterator

from ..guide import Guide
from ..problems import did_you_mean
from ..records import KINDS, Record
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        if record.retired:
            what = "only a record with `status: retired` has this: delete it, or set the status"
            yield Finding(record, ("retired",), what, key=True)
    for record in guide.all_retired():
        if record.retired is None:
            what = "a retired record says since when and why: add `retired`"
            yield Finding(record, ("status",), what)
            continue
        for number, ref in enumerate(record.retired.instead):
            if fault := _fault(guide, record, ref):
                yield Finding(record, ("retired", "instead", number), fault)


def _fault(guide: Guide, record: Record, ref: str) -> str:
    kind, _, id_ = ref.partition(":")
    if kind not in KINDS:
        return f"`{ref}` must begin with a kind: {', '.join(f'`{one}:`' for one in KINDS)}"
    if (kind, id_) == (record.kind, record.id):
        return "a record does not take its own place: name another"
    if id_ in guide.retired[kind]:
        return f"`{ref}` is retired itself: name what is used now"
    if not guide.exists(kind, id_):
        return f"there is no {kind} `{id_}`{did_you_mean(id_, guide.ids(kind))}"
    return ""
