"""How long the check and the build take, as ratios to a fixed piece of work on the same machine.

Absolute times vary with the machine; a ratio to hashing 200 MB in the same run varies less.
"""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase

from macros import outputs
from macros.knowledge import loading
from macros.pages.site import Site

from .browser import launched
from .conftest import ROOT
from .site.conftest import Host
from .site.serving import Server


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The shortest of a few runs, in seconds of the clock."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def yardstick() -> None:
    """A fixed piece of work."""
    digest, block = hashlib.sha256(), bytes(1_000_000)
    for _ in range(200):
        digest.update(block)


def check(data: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "macros", "check", "--data", str(data)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip


def build(data: Path, site: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "macros", "build", "--into", str(site)],
        cwd=ROOT, check=True, capture_output=True, env={**os.environ, "GUIDE_DATA": str(data)},
    )  # fmt: skip


def generated(folder: Path, records: int) -> Path:
    """The real data, with copies of a large question until there are so many records.

    Each copy has a prompt of its own, because the check refuses two that are alike.
    """
    shutil.copytree(ROOT / "data", folder)
    questions = folder / "questions" / "relational-databases-sql"
    text = (questions / "sql-double-counted-revenue.yaml").read_text()
    there = len(list(folder.rglob("*/*.yaml")))
    for number in range(records - there):
        title = f"title: The report that counts money twice, {number}"
        made = re.sub(r"^prompt: \|\n(?:  .*\n|\n)+", _prompt(number), text, flags=re.MULTILINE)
        (questions / f"generated-{number}.yaml").write_text(re.sub("^title: .*", title, made))
    return folder


def _prompt(number: int) -> str:
    """Sentences of short words that no other number gives, of a vocabulary of 10,000 words."""
    draw = random.Random(number)
    lines = [
        " ".join("".join(draw.choices(ascii_lowercase[:10], k=4)) for _ in range(7))
        for _ in range(8)
    ]
    return "prompt: |\n" + "".join(f"  {line.capitalize()}.\n" for line in lines) + "\n"


EDITS = [
    ("data/skills/caching.yaml", "name: Caching", "name: Edited"),
    ("data/skills/caching.yaml", "group: databases-and-cache", "group: wrong"),
    ("docs/hire.md", "# ", "# Edited "),
    ("macros/pages/templates/skill.html", "Common mistakes", "Edited"),
    ("docs/.overrides/main.html", '<meta charset="utf-8">', '<meta charset="utf-8"><!-- -->'),
]


def edits(data: Path, folder: Path) -> dict[str, float]:
    """Seconds from a save to the reload of the browser, under `mkdocs serve`."""
    folder.mkdir()
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(data, folder / "data")
    for name in ("macros", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    server, took = Server(folder), {}
    try:
        for path, old, new in EDITS:
            start = time.perf_counter()
            text = server.write(path, old, new)
            took[f"{path}, {new}"] = time.perf_counter() - start
            server.restore(path, text)
            time.sleep(5)  # people pause between edits; a machine that shares its cores gets tired
    finally:
        server.end()
    return took


def finding(data: Path, site: Path) -> dict[str, float]:
    """Milliseconds in a browser: the finder ready after its page, the index read, one query.

    site: a built site, into which the finder and the index of `data` are put.
    """
    guide = loading.load(data)
    list(outputs.put(site, outputs.for_pages(Site(guide), [])))
    host = Host(site)
    with launched() as browser:
        page = browser.new_page()
        page.goto(f"{host.address}questions/")
        page.locator("question-finder[data-ready]").wait_for()
        took: dict[str, float] = page.evaluate(
            """async queries => {
          const ready = performance.getEntriesByName("finder ready")[0].startTime
          const loaded = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd
          const { Search } = await import(new URL("../assets/search/search.js", location))
          let from = performance.now()
          const search = await Search.load("../search/index.json")
          const index = performance.now() - from
          const timed = query => {
            from = performance.now()
            search.find(query)
            return performance.now() - from
          }
          const middle = times => times.sort((a, b) => a - b)[2]
          const times = queries.map(query => middle([1, 2, 3, 4, 5].map(() => timed(query))))
          return {
            "finder ready after its page": ready - loaded,
            "search index read": index,
            "slowest of six queries": Math.max(...times),
          }
        }""",
            ["postgres", "slow query", "counts money twice", "transacions", "report", "c#"],
        )
    host.close()
    return took


def main() -> None:
    """Print a table of ratios."""
    unit = seconds(yardstick)
    print(f"unit: hashing 200 MB, {unit:.2f} s here")
    with tempfile.TemporaryDirectory() as folder:
        for name, records in (("as it is", 0), ("500 records", 500)):
            data = generated(Path(folder) / name.replace(" ", "-"), records)
            count = len(list(data.rglob("*/*.yaml")))
            took = seconds(lambda data=data: check(data))  # type: ignore[misc]
            print(f"check, {name} ({count} records): {took / unit:.1f} units ({took:.2f} s)")
            site = Path(folder) / "site"
            took = seconds(lambda data=data, site=site: build(data, site), runs=2)  # type: ignore[misc]
            print(f"build, {name}: {took / unit:.1f} units ({took:.2f} s)")
        data = generated(Path(folder) / "many", 3140)  # 3,000 of them are questions
        for what, took in finding(data, site).items():
            print(f"3,000 questions, {what}: {took / unit / 1000:.2f} units ({took:.0f} ms)")
        data = generated(Path(folder) / "release", 230)  # 88 questions, the first release
        for edit, took in edits(data, Path(folder) / "served").items():
            print(f"shown after {took / unit:.1f} units ({took:.2f} s): {edit}")


if __name__ == "__main__":
    main()
