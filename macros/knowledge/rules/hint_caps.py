"""A hint caps criteria of its question, at its levels, at 1 to 4, and never higher for more."""

from collections.abc import Iterator

from ..guide import Guide
from ..problems import did_you_mean
from ..records import Question
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        criteria = [criterion.id for criterion in question.rubric]
        for number, hint in enumerate(question.hints):
            for criterion, caps in hint.caps.items():
                at = ("hints", number, "caps", criterion)
                if criterion not in criteria:
                    near = did_you_mean(criterion, criteria)
                    what = f"`{criterion}` is not a criterion of this question{near}"
                    yield Finding(question, at, what, key=True)
                yield from _caps(guide, question, caps, at)


def _caps(
    guide: Guide, question: Question, caps: dict[str, int], at: tuple[str | int, ...]
) -> Iterator[Finding]:
    lowest = 4
    for level in guide.levels:
        if level in question.levels and level not in caps:
            yield Finding(question, at, f"no cap for `{level}`: add it", key=True)
        if level not in caps:
            continue
        if level not in question.levels:
            what = f"the question is not for `{level}`: delete the cap"
            yield Finding(question, (*at, level), what, key=True)
        elif not 1 <= caps[level] <= 4:
            yield Finding(question, (*at, level), f"{caps[level]} is not a rating: use 1 to 4")
        elif caps[level] > lowest:
            what = f"the cap rises to {caps[level]} at `{level}`: it must not rise"
            yield Finding(question, (*at, level), what)
        lowest = min(lowest, caps[level])
