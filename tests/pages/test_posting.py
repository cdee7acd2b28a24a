"""A ready posting in four forms, in which any text stays text."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from macros.knowledge.guide import Guide
from macros.pages import posting
from macros.pages.site import Site

from .test_meaning import PROPERTIES, faults

URL = "https://guide.test/"
PROPERTIES["JobPosting"] = {
    "title", "description", "responsibilities", "skills", "relevantOccupation", "hiringOrganization",
    "jobLocation",
}  # fmt: skip
HOSTILE = "</script><img src=x onerror=alert(1)> [a](javascript:b) *c* \"d\" 'e' & {{ f }}"


@pytest.fixture(scope="module")
def forms(guide: Guide) -> dict[str, str]:
    return posting.forms(Site(guide, "", URL), guide.at("builder", "mid"))


def test_each_form_has_every_part(guide: Guide, forms: dict[str, str]) -> None:
    role = guide.roles["builder"]
    for form, text in forms.items():
        assert role.levels["mid"].title in text, form
        assert f"{URL}roles/builder/mid/" in text, form
        assert "#step-" in text, form


def test_the_plain_text_reads_like_one(forms: dict[str, str]) -> None:
    heads = [line for line in forms["Plain text"].splitlines() if line in posting.HEADS]
    assert tuple(heads) == posting.HEADS
    assert "<" not in forms["Plain text"] and "](" not in forms["Plain text"]


def test_json_ld_is_a_job_posting(forms: dict[str, str]) -> None:
    job = json.loads(forms["JSON-LD"])
    assert job["@type"] == "JobPosting" and job["relevantOccupation"]["@type"] == "Occupation"
    assert faults(job) == []
    assert "<" not in forms["JSON-LD"]  # nothing in it can end a script element


def test_hostile_text_stays_text(guide: Guide) -> None:
    skill = guide.skills["alpha"].model_copy(update={"name": HOSTILE})
    role = guide.roles["builder"]
    post = role.job_post.model_copy(update={"intro": HOSTILE, "link_text": HOSTILE})
    role = role.model_copy(update={"job_post": post})
    records = {
        **guide.records,
        "skill": {**guide.records["skill"], "alpha": skill},
        "role": {**guide.records["role"], "builder": role},
    }
    changed = replace(guide, records=records)
    forms = posting.forms(Site(changed, "", URL), changed.at("builder", "mid"))
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not any(name.startswith("on") for name, _ in attrs)
            assert all((value or "").startswith(URL) for name, value in attrs if name == "href")

    Reader().feed(forms["HTML"])
    assert set(tags) <= {"h1", "h2", "p", "ul", "li", "a"}
    assert "](javascript" not in forms["Markdown"] and "<img" not in forms["Markdown"].replace(
        "\\<", ""
    )
    assert "</script" not in forms["JSON-LD"]
