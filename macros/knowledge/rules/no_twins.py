"""No two acts say the same: behaviours, tasks, good work and expectations, over all records.

Two texts are compared where they share three longer words; a token-set ratio of 86 or more is a
twin (rapidfuzz, 0 to 100). The number is a choice: among 1,273 acts every pair above it said the
same; below it, a reader decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, utils

from ..guide import Guide
from ..records import Record
from . import Finding

TWIN = 86
SHARED_WORDS = 3
COMMON = 40  # a word in more texts than this says nothing about a pair


class Act(NamedTuple):
    """Something that somebody does, and where it stands."""

    record: Record
    at: tuple[str | int, ...]
    text: str


def acts(guide: Guide) -> Iterator[Act]:
    """Every act of the guide."""
    for skill in guide.skills.values():
        for step, one in skill.proficiency.items():
            for n, text in enumerate(one.behaviours):
                yield Act(skill, ("proficiency", step, "behaviours", n), text)
    for duty in guide.responsibilities.values():
        for n, text in enumerate(duty.typical_tasks):
            yield Act(duty, ("typical_tasks", n), text)
        for level, good in duty.good_by_level.items():
            for n, text in enumerate(good):
                yield Act(duty, ("good_by_level", level, n), text)
    for role in guide.roles.values():
        own = guide.sources[role.path]
        for level, at in role.levels.items():
            if role.extends and own.node(("levels", level, "expectations")) is None:
                continue  # it is the base's
            for n, text in enumerate(at.expectations):
                yield Act(role, ("levels", level, "expectations", n), text)


def check(guide: Guide) -> Iterator[Finding]:
    every = list(acts(guide))
    plain = [utils.default_process(act.text) for act in every]
    for first, second in sorted(_candidates(plain)):
        if fuzz.token_set_ratio(plain[first], plain[second]) < TWIN:
            continue
        one, other = every[first], every[second]
        where = guide.sources[one.record.path].place(one.at)
        path = f"{guide.name}/{one.record.path}:{where.line}"
        what = f"says the same as {path}: keep it where it belongs"
        yield Finding(other.record, other.at, what)


def _candidates(texts: list[str]) -> set[tuple[int, int]]:
    """Pairs of texts that share enough of their rarer words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for word in set(re.findall(r"\w{4,}", text)):
            holders[word].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) <= COMMON:
            for pair in combinations(numbers, 2):
                shared[pair] += 1
    return {pair for pair, words in shared.items() if words >= SHARED_WORDS}
