"""Addresses that were published lead somewhere for ever: the list of them, and its check.

`data/permalinks.txt` has one address a line, with the anchors that pages promise. `python -m macros
permalinks` adds what is new, and takes nothing away.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .knowledge import loading, rules
from .knowledge.problems import Problem, did_you_mean
from .pages import permanence
from .pages.site import Site

FILE = "permalinks.txt"


def written(docs: Path) -> Iterator[str]:
    """The addresses of the pages that people wrote by hand."""
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs)
        if not any(part.startswith(".") for part in path.parts):
            yield path.with_suffix("").as_posix().removesuffix("index").removesuffix("/") + "/"


def published(site: Site, docs: Path) -> set[str]:
    """Every address that the site has now, and that is promised to stay."""
    by_hand = {"" if address == "/" else address for address in written(docs)}
    return {*permanence.promised(site), *by_hand}


def problems(site: Site, docs: Path) -> list[Problem]:
    """A problem for each address of the list that leads nowhere, or to a part that is gone."""
    now = published(site, docs)
    path = f"{site.guide.name}/{FILE}"
    found, seen = [], set()
    for number, line in enumerate(site.guide.permalinks, 1):
        fault = _fault(line, site, now)
        if not fault and line in seen:
            fault = "this address stands here twice: delete this line"
        seen.add(line)
        if fault:
            found.append(Problem(path, number, 1, fault))
    return found


def _fault(line: str, site: Site, now: set[str]) -> str:
    address, _, anchor = line.partition("#")
    if line in now or (address.endswith(".json") and _noted(address, site)):
        return ""
    page = site.moved.get(address, address)
    shown = site.pages.get(page)
    if shown is None and address not in now:
        near = did_you_mean(line, [one for one in now if "#" not in one])
        return (
            f"`/{line}` was published and leads nowhere now{near or ';'} put its old id into "
            "`former_ids` of what took its place, or keep the record with `status: retired`"
        )
    kept = shown is None or shown.template == "retired.html" or f"{page}#{anchor}" in now
    if anchor and not kept:
        return f"`/{page}` has no part `#{anchor}` any more, and links use it: bring it back"
    return ""


def _noted(address: str, site: Site) -> bool:
    """Whether a file of the interface is left that says what became of it."""
    return bool(permanence.moved_to(site, address) or permanence.retired_at(site, address))


def permalinks(data: Path, docs: Path) -> int:
    """Add every address of now to the list. Returns 0, or 1 with problems in the data."""
    guide = loading.load(data)
    wrong = [problem for problem in rules.problems(guide) if not problem.warning]
    if wrong:
        print("\n".join(map(str, wrong)))
        return 1
    old = set(guide.permalinks)
    new = published(Site(guide), docs)
    text = "".join(f"/{address}\n" for address in sorted(old | new))
    _replaced(data / FILE, text)
    print(f"{len(new - old)} addresses added, {len(old | new)} in all.")
    return 0


def _replaced(file: Path, text: str) -> None:
    """Write the file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".permalinks")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
