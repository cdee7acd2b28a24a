"""The rules of the data, one a module. A module's docstring is the rule that people read.

Each module has `check(guide)`, which yields a Finding for everything that breaks the rule. Where
NEEDS_WHOLE is true, the rule asks what is missing from the whole, so it is only run when every file
could be read.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple

from ..guide import Guide
from ..places import Location, Place
from ..problems import Problem
from ..records import Record


class Finding(NamedTuple):
    """Something in a record that breaks a rule.

    record: the record, or the path of its file below data/. location: where in it. message: what is
    wrong and what to do. key: the field name is at fault and not its value. words: the words in the
    text at the location that are at fault. place: where it is, when that is known already.
    """

    record: Record | str
    location: Location
    message: str
    warning: bool = False
    key: bool = False
    words: str = ""
    place: Place | None = None


@cache
def modules() -> list[ModuleType]:
    """Every rule, by name."""
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]


def problems(guide: Guide, rules: Iterable[ModuleType] | None = None) -> list[Problem]:
    """Everything that is wrong with a guide, sorted by place, each thing once."""
    found, unfilled = set(guide.problems), set()
    for rule in modules() if rules is None else rules:
        if guide.whole or not getattr(rule, "NEEDS_WHOLE", False):
            placed = set(_placed(guide, rule.check(guide)))
            if rule.__name__.endswith(".filled_in"):
                unfilled = placed
            found |= placed
    # Of a new draft only what is still to fill in: the rest makes sense once it is written.
    drafts = {problem.path for problem in unfilled}
    return sorted(p for p in found if p in unfilled or p.path not in drafts)


def _placed(guide: Guide, findings: Iterable[Finding]) -> Iterator[Problem]:
    for finding in findings:
        path = finding.record if isinstance(finding.record, str) else finding.record.path
        source = guide.sources[path]
        if finding.place:
            place = finding.place
        elif finding.words:
            place = source.find(finding.location, finding.words)
        else:
            place = source.place(finding.location, key=finding.key)
        yield source.problem(place, finding.message, warning=finding.warning)
