"""Which files are there as soon as a page is, and which may come a moment later."""

import re
from pathlib import Path

from macros import outputs
from macros.knowledge.guide import Guide
from macros.pages.site import Site

from ..conftest import ROOT

ASSETS = ROOT / "docs" / "assets"


def read_by(scripts: list[str]) -> set[str]:
    """The files of data that some scripts ask for, from the root of the site."""
    found = (re.findall(r'new URL\("([^"]+\.json)"', script) for script in scripts)
    return {address.replace("../", "") for addresses in found for address in addresses}


def test_what_scripts_read_is_there_with_the_page(guide: Guide) -> None:
    scripts = [file.read_text() for file in ASSETS.rglob("*.js") if file.parent.name != "vendor"]
    wanted = read_by(scripts)
    there = {address for address, _ in outputs.for_pages(Site(guide), [])}
    assert len(wanted) >= 3 and wanted == there


def test_a_script_that_reads_another_file_is_seen() -> None:
    assert read_by(['fetch(new URL("../../other/new.json", here))']) == {"other/new.json"}


def test_no_file_is_made_twice(guide: Guide) -> None:
    site = Site(guide)
    found = [address for address, _ in outputs.for_pages(site, [])]
    found += [address for address, _ in outputs.for_machines(site)]
    assert len(found) == len(set(found)) > 30


def test_a_file_is_written_when_it_is_asked_for(tmp_path: Path) -> None:
    steps = outputs.put(tmp_path, [("a/b.txt", b"one"), ("c.txt", b"two")])
    assert next(steps) == tmp_path / "a/b.txt"
    assert (tmp_path / "a/b.txt").read_bytes() == b"one" and not (tmp_path / "c.txt").exists()
    assert list(steps) == [tmp_path / "c.txt"]
