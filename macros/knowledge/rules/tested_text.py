"""A record that is more than a draft says what was tested; once a word changes, it is a draft."""

from collections.abc import Iterator

from ..fingerprint import fingerprint
from ..guide import Guide
from . import Finding

TESTED = ("desk-tested", "piloted")


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        if record.status not in TESTED:
            if record.tested_text:
                what = f"a {record.status} record has no tested text: delete this line"
                yield Finding(record, ("tested_text",), what, key=True)
            continue
        now = fingerprint(record)
        if record.tested_text is None:
            what = f"a {record.status} record says which text was tested: add `tested_text: {now}`"
            yield Finding(record, ("status",), what)
        elif record.tested_text != now:
            what = (
                f"the text has changed since it was tested: set `status: draft`, or have it tested "
                f"again and write `{now}`"
            )
            yield Finding(record, ("tested_text",), what)
