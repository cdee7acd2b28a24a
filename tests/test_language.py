"""The language guide names checks that exist."""

import re

from macros.knowledge import rules

from .conftest import ROOT


def test_each_check_that_the_language_guide_names_exists() -> None:
    text = (ROOT / "docs/contributing/language.md").read_text()
    known = {module.__name__.rpartition(".")[2] for module in rules.modules()}
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line]
    named = {
        name
        for row in rows
        for name in re.findall(r"`([a-z_]+)`", row.rstrip(" |").rpartition("|")[2])
    }
    assert named <= known, named - known
    assert len(named) >= 9


def test_each_pair_says_what_holds_it() -> None:
    text = (ROOT / "docs/contributing/language.md").read_text()
    for row in text.splitlines():
        if row.startswith("| ") and "---" not in row and "held by" not in row:
            holder = row.rstrip(" |").rpartition("|")[2]
            assert "`" in holder or "human judgement" in holder, row
