"""Holds each part of an exercise to what it states, and says what differs."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..knowledge.records import Question
from ..knowledge.records.question import Exercise, Solution, Trap
from .postgres import OPTIONS, Server, not_here
from .sandbox import Outcome, run

SQL = Path(__file__).with_name("sql_child.py")
PG = Path(__file__).with_name("pg_child.py")
TABLES = ("sqlite", "postgresql")  # the engines whose results are rows


class Part(NamedTuple):
    """A solution or a trap of a question. location: where it stands in the question's file."""

    question: Question
    word: str  # "solution" or "trap"
    part: Solution | Trap
    location: tuple[str | int, ...]

    @property
    def name(self) -> str:
        """As people name it: sql-double-counted-revenue, trap sum-distinct."""
        return f"{self.question.id}, {self.word} {self.part.id}"


class Verdict(NamedTuple):
    """What came of a part: nothing to say, a difference, or why it was not run."""

    part: Part
    difference: str = ""
    not_run: str = ""


def parts(question: Question) -> Iterator[Part]:
    """Every part of a question's exercise, in its order."""
    exercise = question.exercise
    for n, solution in enumerate(exercise.solutions if exercise else ()):
        yield Part(question, "solution", solution, ("exercise", "solutions", n))
    for n, trap in enumerate(exercise.traps if exercise else ()):
        yield Part(question, "trap", trap, ("exercise", "traps", n))


def judged(part: Part, server: Server | None = None) -> Verdict:
    """Run one part, and compare what it gives with what it states.

    server: for PostgreSQL; a part that needs one and has none is reported as not run.
    """
    exercise = part.question.exercise
    assert exercise is not None
    if exercise.engine == "postgresql":
        if server is None:
            return Verdict(part, not_run=not_here() or "no server was started")
        outcome = _postgresql(server, exercise, part.part.code)
    else:
        outcome = _RUN[exercise.engine](exercise, part.part.code)
    trap = part.part if isinstance(part.part, Trap) else None
    if trap and trap.fails_with is not None:
        return Verdict(part, _error_difference(trap.fails_with, outcome))
    if outcome.error is not None:
        return Verdict(part, f"it fails with: {outcome.error}")
    stated = _stated(exercise, trap)
    given = _given(exercise, outcome, with_columns=trap is None)
    if stated == given:
        return Verdict(part, _too_good(exercise, trap, outcome))
    return Verdict(part, f"stated:\n{_shown(stated)}\ngiven:\n{_shown(given)}")


def _too_good(exercise: Exercise, trap: Trap | None, outcome: Outcome) -> str:
    """A trap that gives the right result is none."""
    if trap and exercise.engine in TABLES:
        expected = exercise.expected
        right = {"columns": expected.columns, "rows": expected.rows}
        if json.loads(outcome.printed) == right:
            return "it gives the expected result, so it is no trap"
    elif trap and outcome.printed == exercise.expected.stdout:
        return "it gives the expected result, so it is no trap"
    return ""


def _error_difference(stated: str, outcome: Outcome) -> str:
    if outcome.error is None:
        return f"stated to fail with: {stated}\nbut it ends well, with:\n{outcome.printed.rstrip()}"
    if outcome.error != stated:
        return f"stated to fail with: {stated}\nbut it fails with: {outcome.error}"
    return ""


def _sqlite(exercise: Exercise, code: str) -> Outcome:
    return run(SQL, given=json.dumps({"setup": exercise.setup, "code": code}))


def _postgresql(server: Server, exercise: Exercise, code: str) -> Outcome:
    with server.database() as uri:
        given = {"uri": uri, "options": OPTIONS, "setup": exercise.setup, "code": code}
        return run(PG, given=json.dumps(given))


def _python(exercise: Exercise, code: str) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "exercise.py"
        program.write_text(f"{exercise.setup or ''}\n{code}", encoding="utf-8")
        return run(program)


_RUN: dict[str, Callable[[Exercise, str], Outcome]] = {"sqlite": _sqlite, "python": _python}


def _stated(exercise: Exercise, trap: Trap | None) -> object:
    if trap is None:
        expected = exercise.expected
        if exercise.engine in TABLES:
            return {"columns": expected.columns, "rows": expected.rows}
        return expected.stdout
    assert trap.gives is not None, "a rule sees to it"
    return {"rows": trap.gives.rows} if exercise.engine in TABLES else trap.gives.stdout


def _given(exercise: Exercise, outcome: Outcome, *, with_columns: bool) -> object:
    if exercise.engine not in TABLES:
        return outcome.printed
    result = json.loads(outcome.printed)
    return result if with_columns else {"rows": result["rows"]}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        lines = [", ".join(map(str, value.get("columns") or ()))]
        lines += [", ".join("NULL" if c is None else str(c) for c in r) for r in value["rows"]]
        return "\n".join(f"  {line}" for line in lines if line) or "  no rows"
    return "\n".join(f"  {line}" for line in str(value).splitlines()) or "  nothing"
