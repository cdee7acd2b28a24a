"""What a record says, as twelve digits. A changed word changes them, a broken line does not."""

import hashlib
import json
from collections.abc import Sequence

from .records import Record
from .records.base import TAIL

TESTED = ("desk-tested", "piloted")  # what needs a fingerprint of the text that was tested
DIGITS = 12  # of SHA-256: 48 bits, enough to notice any change that was not made to deceive


def fingerprint(record: Record, fields: Sequence[str] = ()) -> str:
    """The fingerprint of what readers are told: not of sources, status, dates, former ids.

    fields: only these. Of an outline among them only the points that must come count, as these are
    all that a test of answers is held against.
    """
    left = {"id", "path", *TAIL}
    said = record.model_dump(by_alias=True, exclude=left, exclude_defaults=True)
    if fields:
        said = {name: value for name, value in said.items() if name in fields}
        if "outline" in said:
            said["outline"] = [point["point"] for point in said["outline"] if point["must"]]
    text = json.dumps(_folded(said), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def lapsed(record: Record) -> bool:
    """Whether it calls itself tested, and says something else today than what was tested."""
    tested = record.tested_text if record.status in TESTED else None
    return tested is not None and tested != fingerprint(record)


def _folded(value: object) -> object:
    """The value with white space at line ends and between words as one space, but not in code."""
    if isinstance(value, dict):
        return {
            str(key): inner if key in ("code", "setup", "stdout") else _folded(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_folded(inner) for inner in value]
    if isinstance(value, str) and "```" not in value:
        return " ".join(value.split())
    return value
