"""The interface for machines: whole, valid, and the same as the records."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.knowledge.guide import Guide
from macros.outputs import api
from macros.pages.site import Site

URL = "https://guide.test/below/"


@pytest.fixture(scope="module")
def site(guide: Guide) -> Site:
    return Site(guide, "", URL)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, Any]:
    made = list(api.made(site))
    assert len(made) == len(dict(made))  # no address twice
    return json.loads(json.dumps(dict(made)))


def faults(value: Any, files: dict[str, Any]) -> list[str]:
    schema = files[value["$schema"].removeprefix(URL)]
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def test_every_file_fits_its_schema(files: dict[str, Any]) -> None:
    data = {address: value for address, value in files.items() if "/schemas/" not in address}
    assert len(data) > 15
    assert {address: faults(value, files) for address, value in data.items()} == {
        address: [] for address in data
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda value: value["record"].pop("name"), "'name' is a required property"),
        (lambda value: value["record"].update(colour="red"), "Additional properties"),
        (lambda value: value.update(kind="role"), "'skill' was expected"),
        (lambda value: value["record"].update(group="singing"), "'singing' is not one of"),
        (lambda value: value["references"].update(x={}), "'name' is a required property"),
    ],
)
def test_a_file_that_does_not_fit_is_seen(files: dict[str, Any], change: Any, said: str) -> None:
    value = json.loads(json.dumps(files["api/v1/skills/alpha.json"]))
    change(value)
    assert any(said in fault for fault in faults(value, files))


def test_every_record_is_there(site: Site, files: dict[str, Any]) -> None:
    index = files["api/v1/index.json"]
    for entry in index["kinds"]:
        records = site.guide.records[entry["kind"]]
        listed = files[entry["list"].removeprefix(URL)]
        assert entry["count"] == listed["count"] == len(records)
        assert [one["id"] for one in listed["records"]] == list(records)
        for one in listed["records"]:
            assert files[one["api"].removeprefix(URL)]["id"] == one["id"]


def test_whatever_a_record_names_has_a_name_and_an_address(
    site: Site, files: dict[str, Any]
) -> None:
    question = files["api/v1/questions/double-count.json"]
    names = question["references"]
    for criterion in question["record"]["rubric"]:
        skill = site.guide.skills[criterion["skill"]]
        assert names[f"skill:{skill.id}"] == {
            "name": skill.name,
            "url": f"{URL}skills/{skill.id}/",
            "api": f"{URL}api/v1/skills/{skill.id}.json",
        }
    assert names["level:mid"] == {"name": site.guide.levels["mid"].label}


def test_a_reference_within_a_text_is_named_too(site: Site, files: dict[str, Any]) -> None:
    texts = {
        address: json.dumps(value.get("record", {}))
        for address, value in files.items()
        if "](skill:beta)" in json.dumps(value.get("record", {}))
    }
    assert texts
    for address in texts:
        assert files[address]["references"]["skill:beta"]["name"] == site.guide.skills["beta"].name


def test_a_record_is_what_its_file_holds(site: Site, files: dict[str, Any]) -> None:
    skill = site.guide.skills["alpha"]
    value = files["api/v1/skills/alpha.json"]
    assert value["record"]["proficiency"]["1"]["behaviours"] == skill.proficiency["1"].behaviours
    assert "id" not in value["record"] and "path" not in value["record"]
    assert value["file"] == "data/skills/alpha.yaml"
