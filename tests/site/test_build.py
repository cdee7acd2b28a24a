"""Strict builds of the fixture and of the real data, at the root and below a path."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.knowledge import loading
from macros.pages import safety
from macros.pages.site import Site

from .conftest import BuiltSite

SITES = ["fixture_site", "fixture_site_below", "real_site", "real_site_below"]


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


def test_every_page_of_the_data_is_there(site: BuiltSite) -> None:
    pages = Site(loading.load(site.data)).pages
    assert pages
    missing = [address for address in pages if not (site.folder / address / "index.html").exists()]
    assert missing == []


def test_records_loaded_equal_files_on_disk(site: BuiltSite) -> None:
    guide = loading.load(site.data)
    on_disk = {
        str(file.relative_to(site.data)) for file in site.data.rglob("*/*.yaml") if file.is_file()
    }
    assert {record.path for record in guide.all_records()} == on_disk


def test_no_template_is_left_over(site: BuiltSite) -> None:
    for page in site.pages():
        text = page.read_text()
        assert "\ue000" not in text, page
        assert "{{" not in re.sub(r"<(code|pre).*?</\1>", "", text, flags=re.DOTALL), page


def test_canonical_addresses_follow_the_site_url(site: BuiltSite) -> None:
    address = next(iter(Site(loading.load(site.data)).pages))
    text = (site.folder / address / "index.html").read_text()
    assert f'<link rel="canonical" href="https://guide.test/{site.below}{address}">' in text


def test_record_pages_stay_out_of_the_navigation(site: BuiltSite) -> None:
    text = (site.folder / "index.html").read_text()
    tabs = re.findall(r'class="md-tabs__link"', text)
    assert 8 <= len(tabs) <= 12, tabs


class Emptiness(HTMLParser):
    """Finds lists, tables and sections that have no words in them."""

    WATCHED = frozenset({"ul", "ol", "dl", "table", "section", "blockquote", "p", "li", "dd", "td"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool, int]] = []
        self.empty: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "svg", "input", "button"):
            self._filled()
        if tag in self.WATCHED:
            # what is there to be written on with a pen has no words
            exempt = (("role", "cell") in attrs and tag == "td") or ("class", "write") in attrs
            self.open.append((tag, exempt, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            name, filled, line = self.open.pop()
            if not filled:
                self.empty.append((name, line))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._filled()

    def _filled(self) -> None:
        self.open = [(tag, True, line) for tag, _, line in self.open]


def article(page: Path) -> str:
    found = re.search(r"<article.*?</article>", page.read_text(), re.DOTALL)
    return found[0] if found else ""


def test_no_part_of_a_page_is_empty(site: BuiltSite) -> None:
    for address in Site(loading.load(site.data)).pages:
        page = site.folder / address / "index.html"
        parser = Emptiness()
        parser.feed(article(page))
        assert parser.empty == [], page
        for heading, following in re.findall(
            r"<h2[^>]*>(.*?)</h2>\s*(<h2|</section|</details|</article|<footer)?",
            article(page),
            re.DOTALL,
        ):
            assert not following, f"{page}: nothing follows {heading}"


def test_emptiness_is_seen() -> None:
    parser = Emptiness()
    parser.feed('<ul></ul><p> </p><ol><li>x</li></ol><table><tr><td class="write"></td>y</table>')
    assert [tag for tag, _ in parser.empty] == ["ul", "p"]


def test_the_pencil_opens_the_yaml(real_site: BuiltSite) -> None:
    text = (real_site.folder / "skills/relational-databases-sql/index.html").read_text()
    edit = "https://github.com/example/guide/edit/main/data/skills/relational-databases-sql.yaml"
    assert text.count(edit) >= 2  # Material's pencil, and the foot of the record
    by_hand = (real_site.folder / "skills/index.html").read_text()
    assert "https://github.com/example/guide/edit/main/docs/skills/index.md" in by_hand


def test_without_a_repository_nothing_leads_there(tmp_path: Path, fixture_docs: Path) -> None:
    from ..conftest import FIXTURE
    from .conftest import built

    site = built(tmp_path, "", FIXTURE / "data", fixture_docs, REPO_URL="")
    for page in site.pages():
        text = page.read_text()
        assert "/edit/main/" not in text and "issues/new" not in text, page


def test_every_page_has_the_policy_that_its_scripts_need(site: BuiltSite) -> None:
    for page in site.pages():
        text = page.read_text()
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
        assert policy, page
        assert text.index(policy[0]) < text.index("<script"), page
        assert safety.inline_scripts(text) <= set(policy[1].replace(";", " ").split()), page
        assert '<meta name="referrer" content="same-origin">' in text, page
        for link in re.findall(r"<a[^>]*target=[^>]*>", text):
            assert "noopener" in link, page


def test_every_page_has_one_heading_of_the_first_rank(real_site: BuiltSite) -> None:
    counts = {
        page.relative_to(real_site.folder): len(re.findall(r"<h1[ >]", page.read_text()))
        for page in real_site.pages()
    }
    assert {str(page): count for page, count in counts.items() if count != 1} == {}
