"""An exercise expects rows (SQL) or stdout (Python), and a trap either gives or fails."""

from collections.abc import Iterator

from ..guide import Guide
from ..records import Question
from ..records.question import Exercise
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        if question.exercise:
            yield from _shape(question, question.exercise)


def _shape(question: Question, exercise: Exercise) -> Iterator[Finding]:
    printed = exercise.engine == "python"
    wanted = ("stdout",) if printed else ("columns", "rows")
    for field in ("columns", "rows", "stdout"):
        there = getattr(exercise.expected, field) is not None
        at = ("exercise", "expected")
        if there and field not in wanted:
            what = f"`{field}` does not fit the engine {exercise.engine}: delete it"
            yield Finding(question, (*at, field), what, key=True)
        elif not there and field in wanted:
            yield Finding(question, at, f"`{field}` is missing for {exercise.engine}", key=True)
    columns = exercise.expected.columns or []
    for number, row in enumerate(exercise.expected.rows or ()):
        if len(row) != len(columns):
            at_row = ("exercise", "expected", "rows", number)
            what = f"the row has {len(row)} values for {len(columns)} columns"
            yield Finding(question, at_row, what)
    for number, trap in enumerate(exercise.traps):
        at_trap = ("exercise", "traps", number)
        if (trap.gives is None) == (trap.fails_with is None):
            what = "a trap has either `gives` or `fails_with`: keep the one that happens"
            yield Finding(question, at_trap, what)
        elif trap.gives and (trap.gives.stdout is None) == printed:
            what = f"`gives` has the wrong shape for the engine {exercise.engine}"
            yield Finding(question, (*at_trap, "gives"), what, key=True)
