"""What judgements must agree on with the questions that they are about."""

from collections.abc import Iterator
from typing import get_args

from ..knowledge.fingerprint import TESTED, fingerprint
from ..knowledge.guide import Guide
from ..knowledge.places import Location
from ..knowledge.problems import Problem, did_you_mean
from ..knowledge.records.question import Question
from .figures import passed
from .loading import Judgements
from .records import Cold, Judgement, Rubric, SideBySide, Solver

SEEN = ("relevance", "clarity", "depth", "correctness", "fairness", "time")  # in a prompt alone
ASPECTS = {"whole": (*SEEN, "levels", "rubric"), "prompt": SEEN}
VOICES = ("eloquent-wrong", "halting-right")


def current(judgement: Judgement, question: Question) -> bool:
    """Whether what was judged is what the question says today."""
    return judgement.text == fingerprint(question, judgement.judges)


def problems(guide: Guide, judgements: Judgements) -> list[Problem]:
    """Everything that is wrong with judgements, and questions that claim more than was judged."""
    found = list(judgements.problems)
    for test, judged in judgements.found.items():
        for id_, judgement in judged.items():
            source = judgements.sources[test, id_]
            question = guide.questions.get(id_)
            if question is None:
                what = f"there is no question `{id_}`{did_you_mean(id_, guide.questions)}"
                found.append(source.problem(source.place(()), what))
                continue
            for location, what in _faults(judgement, question):
                found.append(source.problem(source.place(location), what))
    if guide.whole:
        found += _claimed(guide, judgements)
    return sorted(set(found))


def _faults(judgement: Judgement, question: Question) -> Iterator[tuple[Location, str]]:
    match judgement:
        case Rubric():
            yield from _rubric(judgement, question)
        case Cold():
            if current(judgement, question):
                yield from _cold(judgement, question)
            yield from _rated(judgement, question)
        case SideBySide():
            yield from _side_by_side(judgement)


def _rubric(judgement: Rubric, question: Question) -> Iterator[tuple[Location, str]]:
    first = judgement.ratings["first"]
    known = {c.id for c in question.rubric}
    if not current(judgement, question):  # the criteria of then; both readers had the same
        known = set(next(iter(first.values()), {}))
    for reader, letters in judgement.ratings.items():
        for letter in judgement.answers.keys() - letters.keys():
            yield ("ratings", reader), f"answer {letter} is not rated: add it"
        for letter, rated in letters.items():
            if rated.keys() != known:
                names = ", ".join(f"`{name}`" for name in sorted(known))
                yield ("ratings", reader, letter), f"must rate each of {names}, and nothing else"
    voices: list[str] = [answer.voice for answer in judgement.answers.values()]
    for voice in VOICES:
        if voices.count(voice) != 1:
            yield ("answers",), f"one of the answers must have `voice: {voice}`"
    for criterion in sorted(known):
        meant = [answer.intended.get(criterion) for answer in judgement.answers.values()]
        for rating in (1, 2, 3, 4):
            if (count := meant.count(rating)) != 2:
                what = f"{count} answers are meant as {rating} for `{criterion}`, must be two"
                yield ("answers",), what


def _cold(judgement: Cold, question: Question) -> Iterator[tuple[Location, str]]:
    points = sum(point.must for point in question.outline)
    for name, marked in (("strong", judgement.strong), ("weak", judgement.weak)):
        if len(marked.reached) != points:
            what = (
                f"{len(marked.reached)} points are marked; the question has {points} that must come"
            )
            yield (name, "reached"), what


def _rated(judgement: Cold, question: Question) -> Iterator[tuple[Location, str]]:
    rated = judgement.rated
    if rated is None:
        return
    known = {criterion.id for criterion in question.rubric}
    if rated.text != fingerprint(question, Rubric.judges):  # the criteria of then
        known = {
            name for solvers in rated.ratings.values() for of in solvers.values() for name in of
        }
    for reader, solvers in rated.ratings.items():
        for solver in get_args(Solver):
            if solvers.get(solver, {}).keys() != known:
                names = ", ".join(f"`{name}`" for name in sorted(known))
                what = f"must rate the {solver} answer for each of {names}, and nothing else"
                yield ("rated", "ratings", reader), what


def _side_by_side(judgement: SideBySide) -> Iterator[tuple[Location, str]]:
    for reader in ("engineer", "hiring"):
        for view, aspects in ASPECTS.items():
            scores = getattr(getattr(judgement, reader), view)
            for side in ("ours", "other"):
                for aspect in aspects:
                    if aspect not in getattr(scores, side):
                        yield (reader, view, side), f"`{aspect}` has no score: add it"


def _claimed(guide: Guide, judgements: Judgements) -> Iterator[Problem]:
    """A question that calls itself desk-tested passed B, C and D as it stands today."""
    for question in guide.questions.values():
        if question.status in TESTED:
            for lacking in lacks(question, judgements):
                source = guide.sources[question.path]
                what = f"{lacking}: have it judged, or set `status: draft`"
                yield source.problem(source.place(("status",)), what)


def lacks(question: Question, judgements: Judgements) -> Iterator[str]:
    """What keeps a question from being desk-tested, in words; nothing where all is there."""
    for test in ("rubric", "cold", "facts"):
        judgement = judgements.found[test].get(question.id)
        if judgement is None:
            yield f"the test `{test}` was not held"
        elif not current(judgement, question):
            yield f"the test `{test}` was held with another text"
        elif not passed(judgement):
            yield f"the test `{test}` was not passed"
