"""What is wrong, where, and what to do: the one form in which anything is reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend, at one place.

    path: the file, as a person would type it. line, column: from 1. message: what is wrong and
    what to do. warning: said, but does not fail a check.
    """

    path: str
    line: int
    column: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        return f"{self.path}:{self.line}:{self.column}: {mark}{self.message}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A half sentence with the nearest known words, or nothing: "; did you mean `mid`?"."""
    near = get_close_matches(word.lower()[:80], sorted(known), n=2, cutoff=0.6)
    return f"; did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""


def shown(value: object, longest: int = 60) -> str:
    """A value as it may stand in a message: one line, no control characters, not too long."""
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"
