"""Annotations of GitHub Actions: one line each, and nothing in a message can be another command."""

import pytest

from macros.__main__ import main
from macros.knowledge.problems import Problem
from macros.reporting.annotations import annotation

from ..conftest import DataCopy


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("data/a.yaml", 3, 5, "wrong"), "::error file=data/a.yaml,line=3,col=5::wrong"),
        (
            Problem("data/a.yaml", 1, 1, "old", warning=True),
            "::warning file=data/a.yaml,line=1,col=1::old",
        ),
        (Problem("data/a,b:c.yaml", 1, 1, "x"), "::error file=data/a%2Cb%3Ac.yaml,line=1,col=1::x"),
        (
            Problem("a", 1, 1, "50 %\n::set-env name=x::y"),
            "::error file=a,line=1,col=1::50 %25%0A::set-env name=x::y",
        ),
    ],
)
def test_the_form(problem: Problem, line: str) -> None:
    assert annotation(problem) == line
    assert "\n" not in annotation(problem)


def test_a_broken_change_is_annotated_at_its_line(
    data: DataCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    text = data.read("skills/alpha.yaml")
    data.write("skills/alpha.yaml", text.replace("group: databases-and-cache", "group: databases"))
    assert main(["check", "--data", str(data.folder), "--annotate"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"::error file={data.folder}/skills/alpha.yaml,line=2,col=8::")
    assert "did you mean `databases-and-cache`" in said[0]
    assert said[-1].endswith("1 problem, no warnings.")
