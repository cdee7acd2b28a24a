"""A record was read whole within the last 18 months, and not in the future."""

from collections.abc import Iterator
from datetime import date

from ..guide import Guide
from . import Finding

LONGEST_DAYS = 548  # 18 months of 365.25 / 12 days, rounded up


def check(guide: Guide, today: date | None = None) -> Iterator[Finding]:
    today = today or date.today()
    for record in guide.all_records():
        age = (today - date.fromisoformat(record.reviewed_on)).days
        if age > LONGEST_DAYS and record.status != "retired":
            what = f"last read {age // 30} months ago: read it whole, then set today's date"
            yield Finding(record, ("reviewed_on",), what, warning=True)
        elif age < -1:  # one day of grace: it may be tomorrow where the author lives
            yield Finding(record, ("reviewed_on",), "this day is in the future: set today's date")
