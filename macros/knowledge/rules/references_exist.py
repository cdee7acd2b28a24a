"""Whatever a record names exists: in its fields, and in its texts as `[words](skill:id)`."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..problems import did_you_mean, shown
from ..records import KINDS, Record
from ..records.base import AnyRef, Ref, Text
from ..walk import Leaf
from . import Finding

# A link of Markdown whose target looks like `kind:id`; `https:` and the like are no kinds.
LINK = re.compile(r"\]\(\s*<?([A-Za-z][A-Za-z-]*):([^)\s>]*)")


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        for leaf in guide.leaves(record):
            if isinstance(leaf.mark, Ref):
                yield from _named(guide, record, leaf, leaf.mark.kind, leaf.text)
            elif isinstance(leaf.mark, AnyRef):
                yield from _typed(guide, record, leaf)
            elif isinstance(leaf.mark, Text) and "](" in leaf.text:
                yield from _links(guide, record, leaf)


def _named(guide: Guide, record: Record, leaf: Leaf, kind: str, id_: str) -> Iterator[Finding]:
    if past := guide.retired.get(kind, {}).get(id_):
        yield Finding(record, leaf.location, retired(past), key=leaf.key)
    elif not guide.exists(kind, id_):
        what = f"there is no {kind.replace('-', ' ')} `{shown(id_)}`"
        message = f"{what}{did_you_mean(id_, guide.ids(kind))}"
        yield Finding(record, leaf.location, message, key=leaf.key)


def _typed(guide: Guide, record: Record, leaf: Leaf) -> Iterator[Finding]:
    kind, colon, id_ = leaf.text.partition(":")
    if not colon or kind not in KINDS:
        known = ", ".join(f"`{kind}:`" for kind in KINDS)
        message = f"`{shown(leaf.text)}` must begin with a kind: {known}"
        yield Finding(record, leaf.location, message)
    else:
        yield from _named(guide, record, leaf, kind, id_)


def _links(guide: Guide, record: Record, leaf: Leaf) -> Iterator[Finding]:
    for kind, id_ in LINK.findall(leaf.text):
        if kind in ("https", "mailto"):
            continue
        words = f"]({kind}:{id_}"
        if kind not in KINDS:
            known = ", ".join(f"`{kind}:`" for kind in KINDS)
            message = f"`{shown(kind)}:` is not a kind of link here; use https:, {known}"
            yield Finding(record, leaf.location, message, words=words)
        elif past := guide.retired[kind].get(id_):
            yield Finding(record, leaf.location, retired(past), words=words)
        elif not guide.exists(kind, id_):
            message = f"there is no {kind} `{shown(id_)}`{did_you_mean(id_, guide.ids(kind))}"
            yield Finding(record, leaf.location, message, words=words)


def retired(past: Record) -> str:
    """What to say of a reference to a record of the past."""
    instead = past.retired.instead if past.retired else []
    advice = f"; use {' or '.join(f'`{ref}`' for ref in instead)}" if instead else ": leave it out"
    return f"the {past.kind} `{past.id}` is retired{advice}"
