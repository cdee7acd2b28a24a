"""The arithmetic of judgements, and the aims of docs/contributing/judging.md."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from .records import Cold, Facts, Judgement, Letter, Rubric, Score, SideBySide

EXACT, WITHIN_ONE = 0.70, 0.95  # B: the share of ratings on which two readers agree
STRONG = 0.60  # C: what a strong solver reaches at least; a weak one stays below all
MEAN, LEAST = 4.0, 3  # A: of all aspects, and of correctness and fairness
WINS_WHOLE, WINS_PROMPT = 0.80, 0.60  # A


@dataclass(frozen=True)
class Agreement:
    """B. exact, within_one: shares of the ratings in which two readers agree.

    as_intended: the share of all ratings that are what the author meant. eloquent, halting: the
    means of these two answers. ratings: how many pairs.
    """

    exact: float
    within_one: float
    as_intended: float
    eloquent: float
    halting: float
    ratings: int

    @property
    def passed(self) -> bool:
        """Whether it meets the aims."""
        return (
            self.exact >= EXACT and self.within_one >= WITHIN_ONE and self.eloquent <= self.halting
        )


def pairs(rubric: Rubric) -> Iterator[tuple[Letter, str, int, int]]:
    """(answer, criterion, first reader's rating, second reader's), for each of both."""
    first, second = rubric.ratings["first"], rubric.ratings["second"]
    for letter in rubric.answers:
        for criterion, rating in first[letter].items():
            yield letter, criterion, rating, second[letter][criterion]


def agreement(rubrics: Iterable[Rubric]) -> Agreement:
    """The figures of one rubric or of several together. Needs at least one."""
    apart: list[int] = []
    hits: list[bool] = []
    voices: dict[str, list[int]] = {"eloquent-wrong": [], "halting-right": [], "plain": []}
    for rubric in rubrics:
        for letter, criterion, first, second in pairs(rubric):
            answer = rubric.answers[letter]
            apart.append(abs(first - second))
            hits += [rating == answer.intended.get(criterion) for rating in (first, second)]
            voices[answer.voice] += [first, second]
    return Agreement(
        exact=_within(0, apart),
        within_one=_within(1, apart),
        as_intended=fmean(hits),
        eloquent=fmean(voices["eloquent-wrong"]),
        halting=fmean(voices["halting-right"]),
        ratings=len(apart),
    )


def _within(most: int, apart: list[int]) -> float:
    return fmean(gap <= most for gap in apart)


@dataclass(frozen=True)
class Unaimed:
    """B with the answers of C, which nobody wrote for a rating.

    exact, within_one: shares of the ratings in which two readers agree. strong, weak: the means of
    both answers. ratings: how many pairs. questions: of how many questions.
    """

    exact: float
    within_one: float
    strong: float
    weak: float
    ratings: int
    questions: int


def unaimed(colds: Iterable[Cold]) -> Unaimed | None:
    """The figures of those that were rated; None where none was."""
    apart: list[int] = []
    given: dict[str, list[int]] = {"strong": [], "weak": []}
    rated = [cold.rated for cold in colds if cold.rated]
    for one in rated:
        for solver, criteria in one.ratings["first"].items():
            for criterion, first in criteria.items():
                second = one.ratings["second"][solver][criterion]
                apart.append(abs(first - second))
                given[solver] += [first, second]
    if not rated:
        return None
    return Unaimed(
        exact=_within(0, apart),
        within_one=_within(1, apart),
        strong=fmean(given["strong"]),
        weak=fmean(given["weak"]),
        ratings=len(apart),
        questions=len(rated),
    )


def share(colds: Iterable[Cold], who: str) -> float:
    """C: the share of points that `strong` or `weak` solvers reached, over all the points."""
    return fmean(reached for cold in colds for reached in getattr(cold, who).reached)


def claims(found: Iterable[Facts]) -> int:
    """D: how many claims were checked."""
    return sum(len(facts.claims) for facts in found)


def wrong_at_first(found: Iterable[Facts]) -> int:
    """D: how many claims were wrong when they were first read."""
    return sum(not claim.right for facts in found for claim in facts.claims)


def wrong_now(found: Iterable[Facts]) -> int:
    """D: how many of them nobody has found right since."""
    return sum(not (one.right or one.mended) for facts in found for one in facts.claims)


def faults(found: Iterable[Facts]) -> int:
    """D: what was found beside wrong claims."""
    return sum(len(facts.faults) for facts in found)


def passed(judgement: Judgement) -> bool:
    """Whether the judgement of one question meets the aims of its test."""
    match judgement:
        case Rubric():
            return agreement([judgement]).passed
        case Cold():  # clear enough for a strong solver, and not too easy for a weak one
            return share([judgement], "strong") >= STRONG and share([judgement], "weak") < 1
        case Facts():
            return wrong_now([judgement]) == 0
        case SideBySide():
            whole = comparison([judgement], "whole")
            return whole.ours >= MEAN and whole.least >= LEAST
    raise TypeError(f"no aims for {judgement!r}")


def passes(found: Iterable[Judgement]) -> int:
    """How many of them meet the aims of their test."""
    return sum(passed(one) for one in found)


@dataclass(frozen=True)
class Comparison:
    """A, for one view.

    ours, other: means of all scores. least: our lowest for correctness or fairness. wins: the share
    of readers who prefer ours. readers: how many times a pair was read.
    """

    ours: float
    other: float
    least: int
    wins: float
    readers: int


def comparison(found: Iterable[SideBySide], view: str) -> Comparison:
    """The figures of a view, `whole` or `prompt`, of one pair or several. Needs at least one."""
    scores = [getattr(views, view) for one in found for views in (one.engineer, one.hiring)]
    return Comparison(
        ours=fmean(_all(one.ours for one in scores)),
        other=fmean(_all(one.other for one in scores)),
        least=min(one.ours[a] for one in scores for a in ("correctness", "fairness")),
        wins=fmean(one.prefers == "ours" for one in scores),
        readers=len(scores),
    )


def _all(scores: Iterable[dict[str, Score]]) -> Iterator[int]:
    for one in scores:
        yield from one.values()
