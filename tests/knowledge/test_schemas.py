"""The schemas for editors are those of the models, and fit every file of the data."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros import schemas
from macros.knowledge import loading
from macros.knowledge.records import KINDS
from macros.knowledge.source import read

from ..conftest import ROOT

GUIDE = loading.load(ROOT / "data", "data")


def test_they_are_fresh() -> None:
    written = {file.name: file.read_text() for file in schemas.FOLDER.glob("*.json")}
    assert written == schemas.texts(GUIDE), "stale: run `python -m macros schemas`"


def test_they_are_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schemas, "FOLDER", tmp_path / "schemas")
    assert schemas.schemas(ROOT / "data") == 0
    assert len(list((tmp_path / "schemas").iterdir())) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_the_data_fits(kind: str) -> None:
    validator = Draft202012Validator(json.loads(schemas.texts(GUIDE)[f"{kind}.json"]))
    faults = {}
    for file in GUIDE.files[kind].values():
        source = read(ROOT / "data" / file.path, file.path)
        assert source.root is not None
        found = [error.message for error in validator.iter_errors(source.root.plain())]
        if found:
            faults[file.path] = found
    assert faults == {}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": "A"}, "is a required property"),
        ({"nmae": "A"}, "Additional properties are not allowed"),
        ({"group": "singing"}, "'singing' is not one of"),
    ],
)
def test_they_see_what_is_wrong(values: dict[str, str], said: str) -> None:
    validator = Draft202012Validator(json.loads(schemas.texts(GUIDE)["skill.json"]))
    assert any(said in error.message for error in validator.iter_errors(values))


def test_an_editor_finds_them_for_every_folder() -> None:
    wired = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    for file in (one for by_id in GUIDE.files.values() for one in by_id.values()):
        fitting = [
            schema
            for schema, pattern in wired.items()
            if re.fullmatch(pattern.replace("*", "[^/]*").lstrip("/"), f"data/{file.path}")
        ]
        assert fitting == [f"./docs/contributing/schemas/{file.kind}.json"]
        assert (ROOT / fitting[0]).is_file()
