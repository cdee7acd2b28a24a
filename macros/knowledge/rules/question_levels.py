"""Notes and follow-ups of a question are for levels of the question, and each level has a note."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        for level in question.level_notes:
            if level not in question.levels:
                what = f"the question is not for `{level}`: delete the note, or add the level"
                yield Finding(question, ("level_notes", level), what, key=True)
        for level in question.levels if question.level_notes else ():
            if level not in question.level_notes:
                what = f"`level_notes` says nothing for `{level}`: add it"
                yield Finding(question, ("level_notes",), what, key=True)
        for number, follow_up in enumerate(question.follow_ups):
            for n, level in enumerate(follow_up.levels):
                if level not in question.levels:
                    at = ("follow_ups", number, "levels", n)
                    yield Finding(question, at, f"the question is not for `{level}`: delete it")
