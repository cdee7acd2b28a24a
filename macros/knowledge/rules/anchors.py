"""The anchors of a criterion are acts, different from each other, and 4 builds on 3.

Two anchors are too alike from a token-set ratio of 76 (rapidfuzz, 0 to 100). Words such as "Good
answer" or "Excellent" say nothing that a reader could rate by.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from ..guide import Guide
from ..records import Question
from ..records.question import Criterion
from . import Finding

ALIKE = 76
FEWEST_WORDS = 4
BUILDS_ON = "As 3, and "
EMPTY = re.compile(
    r"(?:an? )?(?:very )?(?:good|great|excellent|strong|weak|poor|bad|solid|okay|outstanding)"
    r"(?: (?:answer|understanding|knowledge|skills?|grasp))?\b",
    re.IGNORECASE,
)


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        for number, criterion in enumerate(question.rubric):
            yield from _anchors(question, criterion, ("rubric", number, "anchors"))


def _anchors(
    question: Question, criterion: Criterion, at: tuple[str | int, ...]
) -> Iterator[Finding]:
    for rating, words in criterion.anchors.items():
        if EMPTY.match(words) or len(words.split()) < FEWEST_WORDS:
            what = f"anchor {rating} of `{criterion.id}` names no act: say what the candidate does"
            yield Finding(question, (*at, rating), what)
    if not criterion.anchors["4"].startswith(BUILDS_ON):
        what = f"anchor 4 of `{criterion.id}` begins with “{BUILDS_ON.strip()}”: it builds on 3"
        yield Finding(question, (*at, "4"), what)
    for (low, first), (high, second) in combinations(sorted(criterion.anchors.items()), 2):
        ratio = fuzz.token_set_ratio(first, second.removeprefix(BUILDS_ON))
        if ratio >= ALIKE:
            what = (
                f"anchors {low} and {high} of `{criterion.id}` are too alike ({ratio:.0f} of 100)"
            )
            yield Finding(question, (*at, high), f"{what}: name another act")
