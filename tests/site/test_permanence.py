"""Old addresses in a real browser, at the root of a host and below a path."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..conftest import FIXTURE, ROOT, DataCopy
from ..test_permalinks import RETIRED, release
from .conftest import BuiltSite, Host, built
from .watching import Watched, serious


@dataclass(frozen=True)
class Old:
    """A site after a rename and a retirement, and where it is."""

    site: BuiltSite
    address: str


@pytest.fixture(scope="module", params=["", "sub/path/"], ids=["root", "below"])
def old(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, fixture_docs: Path
) -> Iterator[Old]:
    folder = tmp_path_factory.mktemp("old")
    shutil.copytree(FIXTURE / "data", folder / "data")
    data = DataCopy(folder / "data")
    spare = data.read("technologies/store.yaml").replace("name: Store", "name: Spare store")
    data.write("technologies/spare.yaml", spare)
    skill = data.read("skills/alpha.yaml")
    data.write("skills/alpha.yaml", skill.replace("[store]", "[store, spare]"))
    release(data)
    data.write(
        "technologies/spare.yaml",
        spare[: spare.index("status:")] + RETIRED + 'reviewed_on: "2026-11-20"\n',
    )
    (data.folder / "skills/alpha.yaml").unlink()
    data.write("skills/first.yaml", skill)
    for file in data.folder.rglob("*.yaml"):
        file.write_text(re.sub(r"\balpha\b", "first", file.read_text()))
    renamed = data.read("skills/first.yaml")
    data.write("skills/first.yaml", renamed.replace("status:", "former_ids: [alpha]\n\nstatus:"))
    questions = data.folder / "questions/alpha"
    if questions.exists():
        questions.rename(data.folder / "questions/first")
    docs = shutil.copytree(fixture_docs, folder / "docs")
    home = (docs / "index.md").read_text()
    (docs / "index.md").write_text(re.sub(r"\balpha\b", "first", home))
    host = Host(folder / "host")
    top = host.folder
    site = built(top, request.param, data.folder, docs, SITE_URL=host.address + request.param)
    yield Old(site, host.address + request.param)
    host.close()


@pytest.mark.parametrize("ending", ["", "index.html"])
def test_a_renamed_page_leads_on_with_its_part(browser: Browser, old: Old, ending: str) -> None:
    watched = Watched(browser, 375, "light", old.address)
    watched.page.goto(f"{old.address}skills/alpha/{ending}#step-3")
    watched.page.wait_for_url(f"{old.address}skills/first/#step-3")
    assert watched.page.locator("#step-3").is_visible()
    assert [fault for fault in watched.faults if not fault.startswith("failed:")] == []
    watched.context.close()


def test_pages_below_it_lead_on_too(browser: Browser, old: Old) -> None:
    if not (old.site.folder / "skills/first/questions/index.html").exists():
        pytest.skip("the fixture's alpha has no bank")
    watched = Watched(browser, 375, "light", old.address)
    watched.page.goto(f"{old.address}skills/alpha/questions/")
    watched.page.wait_for_url(f"{old.address}skills/first/questions/")
    watched.context.close()


def test_without_javascript_there_is_a_link(browser: Browser, old: Old) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{old.address}skills/alpha/")
    assert page.get_by_role("heading", name="This page has moved").is_visible()
    page.get_by_role("link").click()
    assert page.url == f"{old.address}skills/first/"
    context.close()


def test_a_retired_page_says_so(browser: Browser, old: Old) -> None:
    watched = Watched(browser, 1280, "light", old.address)
    page = watched.page
    page.goto(f"{old.address}technologies/spare/")
    text = page.locator("article").inner_text()
    assert "Retired on 20 November 2026" in text and "belongs to" in text
    assert serious(page) == []
    page.locator("article .found a").click()
    page.wait_for_url("**/skills/first/")
    page.goto(f"{old.address}technologies/")
    assert "Spare store" not in page.locator("article").inner_text()
    assert watched.faults == []
    watched.context.close()


def test_a_page_that_moved_has_the_policy(old: Old) -> None:
    html = (old.site.folder / "skills/alpha/index.html").read_text()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy and "script-src 'self'" in policy[1]


def resolved(site: BuiltSite, line: str) -> str:
    """What is wrong with a line of permalinks.txt on a built site, or nothing."""
    address, _, anchor = line.removeprefix("/").partition("#")
    file = (
        site.folder / address / "index.html"
        if address.endswith("/") or not address
        else site.folder / address
    )
    if not file.is_file():
        return f"{line}: no file"
    if not anchor:
        return ""
    html = file.read_text()
    if moved := re.search(r'id="moved" href="([^"]+)"', html):
        html = (file.parent / moved[1] / "index.html").read_text()
    kept = "Retired on" in html or f'id="{anchor}"' in html
    return "" if kept else f"{line}: no such part"


def test_every_address_that_was_published_is_on_the_site(real_site: BuiltSite, old: Old) -> None:
    for site, data in ((real_site, ROOT / "data"), (old.site, old.site.data)):
        lines = (data / "permalinks.txt").read_text().splitlines()
        assert len(lines) > 50
        assert [fault for line in lines if (fault := resolved(site, line))] == []
    assert resolved(real_site, "/skills/singing/") and resolved(
        real_site, "/skills/caching/#singing"
    )
