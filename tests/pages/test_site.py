"""Addresses are made in one place, and each page has one."""

from dataclasses import replace

import yaml

from macros.knowledge.guide import Guide
from macros.pages.addresses import PAPERS
from macros.pages.page import root_of
from macros.pages.site import Site

from ..conftest import ROOT


def test_addresses(guide: Guide) -> None:
    site = Site(guide)
    assert site.address("skill", "alpha") == "skills/alpha/"
    assert site.address("role-level", "builder/mid") == "roles/builder/mid/"
    assert site.address("plan", "builder/mid-a") == "plans/builder/mid/a/"
    assert site.address("term", "tester") == "glossary/#tester"
    assert site.address("question", "bad-news") == "questions/bad-news/"
    assert site.address("skill", "nothing") is None
    assert site.address("role-level", "builder/nothing") is None
    assert site.bank_address("alpha") == "skills/alpha/questions/"
    assert site.bank_address("beta") is None  # it has no questions of its own


def test_the_way_back_to_the_root() -> None:
    assert [root_of(a) for a in ("", "skills/", "roles/a/mid/")] == ["./", "../", "../../../"]


def test_every_record_but_terms_has_a_page(guide: Guide) -> None:
    pages = Site(guide).pages
    for record in guide.all_records():
        address = Site(guide).address(record.kind, record.id)
        assert record.kind == "term" or address in pages, record.path


def test_edit_and_report_only_with_a_repository(guide: Guide) -> None:
    skill = guide.skills["alpha"]
    with_one = Site(guide, "https://example.org/source/")
    assert with_one.edit_url(skill) == "https://example.org/source/edit/main/data/skills/alpha.yaml"
    assert "record=data/skills/alpha.yaml" in (with_one.report_url(skill) or "")
    assert Site(guide).edit_url(skill) is None and Site(guide).report_url(skill) is None


def test_the_form_for_a_mistake_takes_the_record() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/mistake.yml").read_text())
    assert "record" in [field.get("id") for field in form["body"]]


def test_every_ready_plan_has_its_papers(guide: Guide) -> None:
    site = Site(guide)
    for plan in guide.ready_plans.values():
        names = [*(one.id for one in plan.interviews), "letter", "panel", "scorecard"]
        for name in names:
            page = site.pages[site.paper_address(plan, name)]
            assert page.template in PAPERS and page.crumbs[-1][1] == site.record_address(
                "plan", plan.id
            )
    assert site.paper_address(guide.plans["builder/mid-a"], "talk") == "plans/builder/mid/a/talk/"


def test_a_sheet_that_is_no_more_leads_to_its_plan(guide: Guide) -> None:
    known = replace(guide, permalinks=("plans/builder/mid/a/fourth/",))
    assert Site(known).moved == {"plans/builder/mid/a/fourth/": "plans/builder/mid/a/"}
