"""`python -m macros exercise [question …]`: run them, and say what differs and where."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from ..knowledge.guide import Guide
from ..knowledge.loading import load
from ..knowledge.problems import did_you_mean
from .postgres import running
from .runner import Part, Verdict, judged, parts
from .sandbox import alone

BAR = 30  # characters


def exercise(data: Path, wanted: Sequence[str]) -> int:
    """Run the exercises of some questions, or of all. Returns 0, 1 (a difference) or 2 (usage)."""
    guide = load(data)
    unknown = [name for name in wanted if name not in guide.questions]
    for name in unknown:
        near = did_you_mean(name, guide.questions)
        print(f"there is no question `{name}`{near}", file=sys.stderr)
    if unknown:
        return 2
    chosen = [guide.questions[name] for name in wanted or sorted(guide.questions)]
    todo = [part for question in chosen for part in parts(question)]
    engines = {question.exercise.engine for question in chosen if question.exercise}
    verdicts = []
    with running() if "postgresql" in engines else nullcontext() as server:
        for number, part in enumerate(todo):
            _progress(number, len(todo), part.name)
            verdicts.append(judged(part, server))
    _progress(len(todo), len(todo), "")
    return report(guide, verdicts)


def report(guide: Guide, verdicts: Sequence[Verdict]) -> int:
    """Print each difference with its place, what was not run, and the counts."""
    for verdict in verdicts:
        if verdict.difference:
            print(f"{_place(guide, verdict.part)}: {verdict.part.name}: {verdict.difference}")
        elif verdict.not_run:
            print(f"{_place(guide, verdict.part)}: not run: {verdict.part.name}: {verdict.not_run}")
    ran = [v for v in verdicts if not v.not_run]
    wrong = [v for v in ran if v.difference]
    questions = len({v.part.question.id for v in ran})
    solutions = sum(v.part.word == "solution" for v in ran)
    network = "without a network" if alone() else "with a network: this system keeps it"
    print(
        f"{questions} exercises: {solutions} solutions and {len(ran) - solutions} traps run, "
        f"{network}; {len(wrong) or 'none'} wrong, {len(verdicts) - len(ran) or 'none'} not run."
    )
    return 1 if wrong else 0


def _place(guide: Guide, part: Part) -> str:
    source = guide.sources[part.question.path]
    place = source.place(part.location)
    return f"{source.path}:{place.line}:{place.column}"


def _progress(done: int, of: int, name: str) -> None:
    """A bar on the terminal; nothing where the output is kept."""
    if not sys.stderr.isatty():
        return
    filled = BAR * done // max(of, 1)
    words = f"[{'#' * filled}{'.' * (BAR - filled)}] {done}/{of} {name}"
    sys.stderr.write(f"\r{words[:99]:<99}" if done < of else f"\r{'':<99}\r")
    sys.stderr.flush()
