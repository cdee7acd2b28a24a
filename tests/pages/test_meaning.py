"""JSON-LD of every kind of page: types and properties that schema.org has, and safe in a page."""

import json
from dataclasses import replace
from typing import Any

import pytest

from macros.knowledge.guide import Guide
from macros.pages import meaning
from macros.pages.site import Site

URL = "https://guide.test/"
THING = {"name", "description", "url", "sameAs"}
# From https://schema.org: the properties of each type that the guide uses, its own and inherited.
PROPERTIES = {
    "Occupation": THING | {"skills", "responsibilities", "occupationalCategory"},
    "DefinedTerm": THING | {"termCode", "inDefinedTermSet"},
    "DefinedTermSet": THING | {"hasDefinedTerm"},
    "Question": THING
    | {"text", "educationalLevel", "assesses", "timeRequired", "inLanguage", "license"},
    "LearningResource": THING
    | {
        "text",
        "learningResourceType",
        "educationalLevel",
        "assesses",
        "timeRequired",
        "inLanguage",
        "license",
    },
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
}


def faults(thing: Any) -> list[str]:
    """Types and properties that are not those of schema.org."""
    if isinstance(thing, list):
        return [fault for one in thing for fault in faults(one)]
    if not isinstance(thing, dict):
        return []
    kinds = thing.get("@type")
    types = kinds if isinstance(kinds, list) else [kinds]
    found = [f"no type {kind}" for kind in types if kind not in PROPERTIES]
    known = set().union(*(PROPERTIES.get(kind, set()) for kind in types))
    found += [f"{kinds} has no {name}" for name in thing if name[0] != "@" and name not in known]
    return found + [fault for value in thing.values() for fault in faults(value)]


@pytest.fixture(scope="module")
def site(guide: Guide) -> Site:
    return Site(guide, "", URL)


def things(site: Site, address: str) -> dict[str, Any]:
    said = json.loads(meaning.said(site, site.pages[address]))
    return {str(one["@type"]): one for one in said}


def test_every_page_says_only_what_schema_org_knows(site: Site) -> None:
    for address, page in site.pages.items():
        said = json.loads(meaning.said(site, page))
        assert said and all(one["@context"] == "https://schema.org" for one in said)
        assert faults(said) == [], address


def test_what_is_not_known_is_seen() -> None:
    assert faults({"@type": "Occupation", "salary": 1}) == ["Occupation has no salary"]
    assert faults([{"@type": "Ocupation"}]) == ["no type Ocupation"]


def test_a_role_at_a_level(site: Site) -> None:
    role = site.guide.roles["builder"]
    said = things(site, "roles/builder/mid/")["Occupation"]
    assert said["name"] == role.levels["mid"].title and said["url"] == f"{URL}roles/builder/mid/"
    assert {one["@type"] for one in said["skills"]} == {"DefinedTerm"}
    assert len(said["responsibilities"]) == len(role.responsibilities)


def test_a_question(site: Site) -> None:
    question = site.guide.questions["double-count"]
    said = things(site, "questions/double-count/")["['Question', 'LearningResource']"]
    assert said["timeRequired"] == f"PT{question.minutes}M"
    assert [one["termCode"] for one in said["assesses"]] == question.rated_skills


def test_skills_are_one_set(site: Site) -> None:
    sets = {
        things(site, f"skills/{skill}/")["DefinedTerm"]["inDefinedTermSet"]["url"]
        for skill in site.guide.skills
    }
    assert sets == {f"{URL}skills/"}


def test_breadcrumbs_end_at_the_page(site: Site) -> None:
    places = things(site, "skills/alpha/questions/")["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in places] == list(range(1, len(places) + 1))
    assert places[-1]["item"] == f"{URL}skills/alpha/questions/"


def test_nothing_ends_the_script(guide: Guide) -> None:
    name = "</script><script>alert(1)</script><!-- & \u2028"
    skill = guide.skills["alpha"].model_copy(update={"name": name})
    records = {**guide.records, "skill": {**guide.records["skill"], "alpha": skill}}
    site = Site(replace(guide, records=records), "", URL)
    said = meaning.said(site, site.pages["skills/alpha/"])
    assert not set("<>&\u2028") & set(said)
    assert json.loads(said)[0]["name"].startswith("</script><script>")
