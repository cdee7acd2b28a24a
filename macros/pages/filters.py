"""What templates do to single values: a date, a name within a sentence, words for a stylesheet."""

import re
from calendar import month_name
from datetime import date

from markupsafe import Markup

from ..knowledge.records import Question


def day(iso: str) -> str:
    """A date as people read it: "22 November 2026" for "2026-11-22"."""
    when = date.fromisoformat(iso)
    return f"{when.day} {month_name[when.month]} {when.year}"


def within_sentence(name: str) -> str:
    """A name as it stands within a sentence: "backend developer", but "API developer"."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def with_labels(words: str, question: Question) -> str:
    """Data names a criterion by its id in quotes; people read its label."""
    for criterion in question.rubric:
        words = words.replace(f'"{criterion.id}"', f'"{criterion.label}"')
    return words


def css_string(words: str) -> Markup:
    """Words as a string of a stylesheet, which they cannot end; see
    https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point.
    """
    safe = re.sub(r"[^A-Za-z0-9 ,.:_-]", lambda sign: f"\\{ord(sign[0]):06x}", words)
    return Markup('"{}"').format(safe)
