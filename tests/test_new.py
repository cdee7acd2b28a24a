"""`python -m macros new`: in the right place, or a reason, and nothing is ever lost."""

import pytest

from macros.__main__ import main
from macros.knowledge.drafting import MARK

from .conftest import DataCopy


def new(data: DataCopy, *words: str) -> int:
    return main(["new", *words, "--data", str(data.folder)])


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        ("skill", "message-design", "skills/message-design.yaml"),
        ("question", "beta/two-writers", "questions/beta/two-writers.yaml"),
        ("plan", "builder/senior-b", "plans/builder/senior-b.yaml"),
    ],
)
def test_a_draft_in_its_place(
    data: DataCopy, capsys: pytest.CaptureFixture[str], kind: str, name: str, path: str
) -> None:
    assert new(data, kind, name) == 0
    text = data.read(path)
    places = sum(MARK in line for line in text.splitlines() if not line.startswith("#"))
    said = capsys.readouterr().out
    assert f"{places} places to fill in" in said and "make check" in said
    up = "../" * (path.count("/") + 1)
    assert f"$schema={up}docs/contributing/schemas/{kind}.json" in text
    assert main(["check", "--data", str(data.folder)]) == 1
    assert capsys.readouterr().out.count("still to fill in") == places


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("skil", "x", "did you mean `skill`"),
        ("skill", "alpha", "is there already, at skills/alpha.yaml"),
        ("skill", "Capital", "use a-z, 0-9 and single hyphens"),
        ("skill", "a/b", "is not where a skill stands"),
        ("skill", "../escape", "is not where a skill stands"),
        ("question", "two-writers", "name the skill: <skill>/<id>"),
        ("question", "bta/two-writers", "there is no skill `bta`; did you mean `beta`"),
        ("question", "beta/double-count", "is there already"),  # ids are unique in their kind
        ("question", "../two-writers", "is not an id"),
        ("plan", "builder/senior-c", "try one of"),
        ("plan", "nobody/senior-a", "there is no role `nobody`"),
        ("skill", "con", "means something else"),
    ],
)
def test_a_reason_and_no_file(
    data: DataCopy, capsys: pytest.CaptureFixture[str], kind: str, name: str, said: str
) -> None:
    before = sorted(data.folder.rglob("*"))
    assert new(data, kind, name) == 1
    assert said in capsys.readouterr().err
    assert sorted(data.folder.rglob("*")) == before


def test_an_id_that_links_still_use_is_refused(
    data: DataCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    text = data.read("skills/alpha.yaml")
    data.write("skills/alpha.yaml", text.replace("status:", "former_ids: [old-name]\n\nstatus:", 1))
    assert new(data, "skill", "old-name") == 1
    assert "links still use it" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_not_written_over(data: DataCopy) -> None:
    data.write("skills/broken.yaml", "][")
    assert new(data, "skill", "broken") == 1
    assert data.read("skills/broken.yaml") == "]["
