"""What people type: `python -m macros check`, and the other commands."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .knowledge import guide as knowledge
from .knowledge import rules

OK, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when all is well, 1 with problems, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Backend Role Guide")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check the data: every problem, with its place")
    check.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder"
    )
    options = parser.parse_args(arguments)
    return check_data(options.data)


def check_data(data: Path) -> int:
    """Print every problem of a data folder, one a line, and a summary."""
    if not data.is_dir():
        print(f"{data} is not a folder: name one with --data", file=sys.stderr)
        return USAGE
    guide = knowledge.load(data)
    found = rules.problems(guide)
    for problem in found:
        print(problem)
    wrong = sum(not problem.warning for problem in found)
    print(summary(guide, wrong, len(found) - wrong))
    return PROBLEMS if wrong else OK


def summary(guide: knowledge.Guide, wrong: int, warnings: int) -> str:
    """One line: how many records of each kind were found, and how many problems."""
    counts = ", ".join(
        _many(len(by_id), record.folder if len(by_id) != 1 else record.kind)
        for record in knowledge.KINDS.values()
        if (by_id := guide.files[record.kind]) is not None
    )
    files = sum(map(len, guide.files.values()))
    problems = _many(wrong, "problem" if wrong == 1 else "problems")
    marked = _many(warnings, "warning" if warnings == 1 else "warnings")
    return f"{files} records ({counts}): {problems}, {marked}."


def _many(number: int, word: str) -> str:
    return f"{number or 'no'} {word}" if word[:4] in ("prob", "warn") else f"{number} {word}"


if __name__ == "__main__":
    sys.exit(main())
