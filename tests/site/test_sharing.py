"""Links that look good where they are pasted."""

import html
import json
import re

import pytest
from playwright.sync_api import Browser

from .conftest import BuiltSite
from .watching import Watched, serious

ROOT_URL = "https://guide.test/"


def tags(site: BuiltSite, address: str) -> dict[str, str]:
    text = (site.folder / address / "index.html").read_text()
    found = re.findall(
        r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">', text
    )
    return {name: html.unescape(value) for name, value in found}


@pytest.mark.parametrize(
    ("address", "card"),
    [
        ("", "cards/home.png"),
        ("hire/", "cards/home.png"),
        ("skills/caching/", "cards/skills/caching.png"),
        ("roles/backend-developer/senior/", "cards/roles/backend-developer/senior.png"),
        ("responsibilities/back-up-and-restore/", "cards/responsibilities/back-up-and-restore.png"),
        ("questions/tugs-all-off-duty/", "cards/home.png"),
    ],
)
def test_tags_and_their_picture(
    real_site: BuiltSite, real_site_below: BuiltSite, address: str, card: str
) -> None:
    for site in (real_site, real_site_below):
        found = tags(site, address)
        url = f"{ROOT_URL}{site.below}"
        assert found["og:image"] == url + card and (site.folder / card).is_file()
        assert found["og:url"] == url + address
        assert found["og:title"] and found["og:description"]
        assert found["twitter:card"] == "summary_large_image"


def test_every_page_of_a_record_says_what_it_is(real_site: BuiltSite) -> None:
    for address in ("skills/caching/", "questions/tugs-all-off-duty/", "roles/backend-developer/"):
        text = (real_site.folder / address / "index.html").read_text()
        (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
        assert {"BreadcrumbList"} < {str(one["@type"]) for one in json.loads(said)}


@pytest.mark.parametrize("width", [375, 1280])
def test_link_to_this_in_three_forms(browser: Browser, real_address: str, width: int) -> None:
    watched = Watched(browser, width, "light", real_address)
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = watched.page
    page.goto(real_address + "skills/caching/")
    page.get_by_text("Link to this", exact=True).click()
    url = f"{ROOT_URL}skills/caching/"
    forms = page.locator(".link-to pre").all_inner_texts()
    assert forms == [f"Caching: {url}", f"[Caching]({url})", f'<a href="{url}">Caching</a>']
    page.get_by_role("button", name="Copy as Markdown").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"[Caching]({url})"
    assert serious(page) == [] and watched.faults == []
    watched.context.close()
