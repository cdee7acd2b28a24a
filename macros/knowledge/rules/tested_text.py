"""A record that is more than a draft says what was tested; once a word changes, it is a draft."""

from collections.abc import Iterator

from ..fingerprint import TESTED, fingerprint
from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        if record.path in guide.lapsed:
            # A warning: whoever mends a word should not have to know what a test is.
            what = (
                "the text has changed since it was tested, so it counts as a draft: set "
                f"`status: draft`, or have it tested again and write `{fingerprint(record)}`"
            )
            yield Finding(record, ("tested_text",), what, warning=True)
        elif record.status not in TESTED:
            if record.tested_text:
                what = f"a {record.status} record has no tested text: delete this line"
                yield Finding(record, ("tested_text",), what, key=True)
        elif record.tested_text is None:
            now = fingerprint(record)
            what = f"a {record.status} record says which text was tested: add `tested_text: {now}`"
            yield Finding(record, ("status",), what)
