"""What people type: `python -m macros check`, and the other commands."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from . import judging
from .compressing import compress
from .elsewhere import write_pages
from .exercises.command import exercise
from .knowledge import loading, rules
from .knowledge.fingerprint import fingerprint
from .knowledge.guide import Guide
from .knowledge.problems import did_you_mean
from .knowledge.records import KINDS
from .new import new
from .pages.site import Site
from .permalinks import permalinks
from .permalinks import problems as permalinks_problems
from .publish import build
from .reporting.annotations import annotation
from .reporting.comparison import comparison, state
from .schemas import schemas
from .vendor import vendor

OK, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when all is well, 1 with problems, 2 for wrong usage."""
    options = parser().parse_args(arguments)
    if options.command == "exercise":
        return exercise(options.data, options.questions)
    if options.command == "build":
        return build(options.into)
    if options.command == "new":
        return new(options.kind, options.name, options.data)
    if options.command == "schemas":
        return schemas(options.data)
    if options.command == "vendor":
        return vendor()
    if options.command == "compare":
        return compare(options)
    if options.command == "compress":
        return compress(options.site)
    if options.command == "pages":
        return write_pages(options.into, options.data)
    if options.command == "fingerprint":
        return fingerprints(options.data, options.records, options.of)
    if options.command == "permalinks":
        return permalinks(options.data, options.docs)
    return check(options.data, options.docs or options.data.parent / "docs", options.annotate)


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m macros", description="Backend Role Guide")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("check", help="check the data: every problem, with its place")
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one.add_argument("--docs", type=Path, metavar="DIR", help="pages by hand; docs beside the data")
    one.add_argument("--annotate", action="store_true", help="as annotations of GitHub Actions")
    one = commands.add_parser("build", help="build the whole site, or leave the last one untouched")
    one.add_argument("--into", type=Path, default=Path("site"), metavar="DIR", help="the site")
    one = commands.add_parser("exercise", help="run the code of exercises against what it states")
    one.add_argument("questions", nargs="*", metavar="QUESTION", help="ids; all if left out")
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one = commands.add_parser("new", help="write the draft of a new record, commented")
    one.add_argument("kind", metavar="KIND", help=", ".join(KINDS))
    one.add_argument("name", metavar="ID", help="the id; <skill>/<id> for a question")
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one = commands.add_parser("schemas", help="make the JSON Schemas of the YAML anew")
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one = commands.add_parser("compare", help="what a change does: two built sites, as Markdown")
    for when in ("before", "after"):
        one.add_argument(when, type=Path, metavar=when.upper(), help="the folder of a built site")
        one.add_argument(f"--data-{when}", type=Path, required=True, metavar="DIR", help="its data")
    one = commands.add_parser("compress", help="put a compressed copy beside each file of a site")
    one.add_argument("site", type=Path, metavar="SITE", help="the folder of a built site")
    one = commands.add_parser("pages", help="write the generated pages, for another builder")
    one.add_argument("--into", type=Path, required=True, metavar="DIR", help="a new folder")
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one = commands.add_parser("fingerprint", help="the fingerprints of records, to be tested")
    one.add_argument("records", nargs="+", metavar="KIND:ID", help="such as question:two-tugs")
    one.add_argument(
        "--of",
        choices=judging.TESTS,
        metavar="TEST",
        help=f"of what a test of judging sees: {', '.join(judging.TESTS)}",
    )
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one = commands.add_parser("permalinks", help="add new addresses to those that must stay")
    one.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data")
    one.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="pages by hand")
    commands.add_parser("vendor", help="fetch the browser libraries that the site carries (npm)")
    return top


def fingerprints(data: Path, names: Sequence[str], test: str | None = None) -> int:
    """Print the fingerprint of each record, or of what the readers of a test see of it.

    Returns 0, or 2 where a record is not there.
    """
    guide = loading.load(data)
    known = {f"{record.kind}:{record.id}": record for record in guide.all_records()}
    for name in names:
        if name not in known:
            print(f"there is no record `{name}`{did_you_mean(name, known)}", file=sys.stderr)
            return USAGE
    seen = judging.TESTS[test].judges if test else ()
    for name in names:
        print(f"{fingerprint(known[name], seen)}  {name}")
    return OK


def compare(options: argparse.Namespace) -> int:
    """Print what differs between two built sites. Returns 0, or 2 where one is not there."""
    try:
        before = state(options.before, options.data_before)
        after = state(options.after, options.data_after)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return USAGE
    print(comparison(before, after), end="")
    return OK


def check(data: Path, docs: Path, annotate: bool = False) -> int:
    """Print every problem of a data folder, one a line, and a summary."""
    if not data.is_dir():
        print(f"{data} is not a folder: name the data folder with --data", file=sys.stderr)
        return USAGE
    gc.disable()  # a short run that makes many small things and throws none away
    guide = loading.load(data)
    found = rules.problems(guide)
    folder = docs / judging.FOLDER
    found += judging.problems(guide, judging.load(folder, str(folder)))
    if not any(not problem.warning for problem in found):  # else there is no site to look at
        found += permalinks_problems(Site(guide), docs)
    for problem in found:
        print(annotation(problem) if annotate else problem)
    wrong = sum(not problem.warning for problem in found)
    print(summary(guide, wrong, len(found) - wrong))
    return PROBLEMS if wrong else OK


def summary(guide: Guide, wrong: int, warnings: int) -> str:
    """One line: how many records of each kind there are on disk, and how many problems."""
    counts = [
        f"{len(guide.files[kind])} {kind if len(guide.files[kind]) == 1 else record.folder}"
        for kind, record in KINDS.items()
    ]
    records = sum(map(len, guide.files.values()))
    problems = f"{wrong or 'no'} problem{'' if wrong == 1 else 's'}"
    marked = f"{warnings or 'no'} warning{'' if warnings == 1 else 's'}"
    return f"{records} records ({', '.join(counts)}): {problems}, {marked}."


if __name__ == "__main__":
    sys.exit(main())
