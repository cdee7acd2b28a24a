"""`python -m macros new skill <id>`: a commented draft in its place. Nothing is written over."""

import sys
from datetime import date
from pathlib import Path

from .knowledge import loading
from .knowledge.drafting import MARK, Draft
from .knowledge.files import id_fault
from .knowledge.guide import Guide
from .knowledge.problems import did_you_mean
from .knowledge.records import KINDS

SCHEMAS = "docs/contributing/schemas"
INSIDE = {  # kinds that stand in a folder of their own, and what names it
    "question": "the skill: <skill>/<id>",
    "plan": "the role, and a level with a letter: <role>/<level>-a",
}


def new(kind: str, name: str, data: Path) -> int:
    """Write a draft. name: the id, with its folder for questions and plans.

    Returns 0, or 1 where nothing was written, with the reason on standard error.
    """
    guide = loading.load(data)
    if fault := fault_of(kind, name, guide):
        print(fault, file=sys.stderr)
        return 1
    file = data / KINDS[kind].folder / f"{name}.yaml"
    up = "../" * (len(Path(name).parts) + 1)
    known = {"skill": name.split("/")[0]} if kind == "question" else {}
    text = Draft(guide, date.today(), known).text(kind, f"{up}{SCHEMAS}/{kind}.json")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        print(f"{file} is there already: open it, or choose another id", file=sys.stderr)
        return 1
    places = sum(MARK in line for line in text.splitlines() if not line.startswith("#"))
    print(f"Wrote {file}, a draft with {places} places to fill in.")
    print(f"Write over every `{MARK}`, then run `make check`: it names what is left.")
    return 0


def fault_of(kind: str, name: str, guide: Guide) -> str:
    """Why there can be no new record of this name, or nothing."""
    if kind not in KINDS:
        return f"`{kind}` is no kind of record{did_you_mean(kind, KINDS)}; {_listed(KINDS)}"
    *folders, id_ = name.split("/")
    if len(folders) != KINDS[kind].depth - 1:
        wanted = INSIDE.get(kind, "nothing but the id")
        return f"`{name}` is not where a {kind} stands; name {wanted}"
    for word in (*folders, id_):
        if fault := id_fault(word):
            return fault
    owner = {"question": "skill", "plan": "role"}.get(kind)
    if owner and not guide.exists(owner, folders[0]):
        near = did_you_mean(folders[0], guide.ids(owner))
        return f"there is no {owner} `{folders[0]}`{near}"
    taken = name if kind == "plan" else id_
    if taken in guide.files[kind]:
        return f"the {kind} `{taken}` is there already, at {guide.files[kind][taken].path}"
    for record in guide.records[kind].values():
        if taken in record.former_ids:
            return f"`{taken}` was the id of {record.path} before, and links still use it"
    return _plan_fault(name, guide) if kind == "plan" else ""


def _plan_fault(name: str, guide: Guide) -> str:
    role, _, file = name.partition("/")
    level, _, letter = file.rpartition("-")
    levels = guide.roles[role].levels if role in guide.roles else {}
    if letter not in ("a", "b") or level not in levels:
        known = ", ".join(f"{one}-a" for one in levels)
        return f"`{file}` is no plan of {role}; try one of {known}, or the same with -b"
    return ""


def _listed(kinds: dict[str, type]) -> str:
    return f"kinds are {', '.join(kinds)}"
