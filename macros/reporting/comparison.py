"""What a change does to the site: pages, questions and coverage, before and after, as Markdown."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..knowledge import loading
from ..knowledge.covering import covered_roles
from ..knowledge.guide import Guide

MOST = 40  # addresses that are named; of more, only how many
_CONTENT = re.compile(r"<article.*?</article>", re.DOTALL)


@dataclass(frozen=True)
class State:
    """A built site and its data. pages: address → a fingerprint of what the page says."""

    pages: dict[str, str]
    questions: int
    exercises: int
    holes: int  # skills that a level of a base role needs and no question rates there


def state(site: Path, data: Path) -> State:
    """Read a built site and the data that it was built from. Raises FileNotFoundError without."""
    for folder in (site, data):
        if not folder.is_dir():
            raise FileNotFoundError(f"{folder} is not a folder: build the site first")
    pages = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        html = file.read_text(encoding="utf-8")
        found = _CONTENT.search(html)
        content = found[0] if found else html
        pages[address] = hashlib.sha256(content.encode()).hexdigest()
    guide = loading.load(data)
    questions = guide.questions.values()
    exercises = sum(question.exercise is not None for question in questions)
    return State(pages, len(questions), exercises, _holes(guide))


def _holes(guide: Guide) -> int:
    rows = covered_roles(guide)
    return sum(len(row.holes) for row in rows if not row.pair.role.extends)


def comparison(before: State, after: State) -> str:
    """A table of numbers, then the addresses that came, changed or went."""
    old, new = before.pages, after.pages
    added = [address for address in new if address not in old]
    lost = [address for address in old if address not in new]
    changed = [address for address in new if address in old and old[address] != new[address]]
    rows = [
        ("Pages", len(old), len(new)),
        ("Questions", before.questions, after.questions),
        ("Questions with code that is run", before.exercises, after.exercises),
        ("Essential skills of the base role without a question", before.holes, after.holes),
    ]
    lines = ["| | before | after |", "| --- | ---: | ---: |"]
    lines += [f"| {name} | {was} | {now} |" for name, was, now in rows]
    if lost:
        lines += ["", "**Addresses are lost.** Postings may link to them: see `former_ids`."]
    for title, addresses in (("Lost", lost), ("Added", added), ("Changed", changed)):
        lines += _section(title, addresses)
    return "\n".join(lines) + "\n"


def _section(title: str, addresses: Iterable[str]) -> list[str]:
    found = sorted(addresses)
    if not found:
        return ["", f"{title}: none."]
    named = [f"- `/{address}`" for address in found[:MOST]]
    if len(found) > MOST:
        named.append(f"- and {len(found) - MOST} more")
    return ["", f"<details><summary>{title}: {len(found)}</summary>", "", *named, "", "</details>"]
