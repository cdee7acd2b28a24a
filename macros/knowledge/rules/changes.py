"""Entries of changes.yaml are about records that are there, and stand with the newest first."""

from collections.abc import Iterator
from datetime import date

from ..guide import Guide
from ..problems import did_you_mean
from ..records import KINDS
from ..records.change import FILE
from . import Finding


def check(guide: Guide, today: date | None = None) -> Iterator[Finding]:
    newest = str(today or date.today())
    for number, change in enumerate(guide.changes):
        at = ("changes", number)
        if change.date > newest:
            after = "the entry before" if number else "today"
            what = f"this day is after that of {after}: the newest entry stands first"
            yield Finding(FILE, (*at, "date"), what)
        newest = min(newest, change.date)
        for place, ref in enumerate(change.about):
            kind, _, id_ = ref.partition(":")
            if kind not in KINDS or not guide.exists(kind, id_):
                known = [f"{one}:{name}" for one in KINDS for name in guide.ids(one)]
                what = f"there is no record `{ref}`{did_you_mean(ref, known)}"
                yield Finding(FILE, (*at, "about", place), what)
