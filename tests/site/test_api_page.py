"""The examples of the page on data for programs do what they say."""

import json
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from ..conftest import ROOT
from .conftest import BuiltSite

PAGE = (ROOT / "docs/api.md").read_text()
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_prints_something_true(number: int, real_address: str) -> None:
    said = StringIO()
    with redirect_stdout(said):
        exec(compile(EXAMPLES[number], f"example {number + 1}", "exec"), {"guide": real_address})
    lines = said.getvalue().splitlines()
    questions = len(list((ROOT / "data/questions").rglob("*.yaml")))
    expected = {0: str(questions), 1: "Relational databases and SQL", 2: "The ferry page"}
    assert any(line.startswith(expected[number]) for line in lines)


def test_every_address_on_the_page_is_there(real_site: BuiltSite) -> None:
    table = PAGE[: PAGE.index("## What a record")]
    named = re.findall(r"`((?:api/v1/|llms)\S+)`", table)
    assert len(named) >= 7
    assert [one for one in named if not (real_site.folder / one).is_file()] == []


def test_files_of_the_site_are_json_all_through(real_site: BuiltSite) -> None:
    files = sorted(Path(real_site.folder / "api").rglob("*.json"))
    assert len(files) > 150
    for file in files:
        assert json.loads(file.read_text())
