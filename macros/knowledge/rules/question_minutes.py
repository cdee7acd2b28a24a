"""A question takes no longer than its kind allows, and its hints come within its time."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        kind = guide.question_kinds.get(question.type)
        if kind and question.minutes > kind.longest_minutes:
            most = f"a {question.type} question takes at most {kind.longest_minutes}"
            yield Finding(question, ("minutes",), f"{question.minutes} minutes, but {most}")
        for number, hint in enumerate(question.hints):
            if hint.after_minutes >= question.minutes:
                what = f"the hint comes after the {question.minutes} minutes of the question"
                yield Finding(
                    question, ("hints", number, "after_minutes"), f"{what}: say it sooner"
                )
