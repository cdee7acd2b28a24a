"""Editing live: a bad save is shown, the server lives, and every kind of edit appears."""

import re
import time
from collections.abc import Iterator

import pytest

from .serving import PATIENCE, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("served"))
    yield running
    running.end()


EDITS = [
    ("data/skills/alpha.yaml", "Do one thing well", "Do one thing very well", "skills/alpha/"),
    ("data/skill-groups.yaml", "label: Databases and cache", "label: Stores", "skills/"),
    ("docs/index.md", "A guide for tests", "A guide for edits", ""),
    ("docs/.overrides/main.html", '<meta charset="utf-8">', '<meta charset="utf-8"><!-- edited -->', ""),
    ("docs/assets/guide.css", "/* Type:", "/* Types:", "assets/guide.css"),
    ("docs/assets/guide.js", "// Conveniences only", "// Conveniences, only", "assets/guide.js"),
    ("macros/pages/templates/skill.html", "Common mistakes", "Usual mistakes", "skills/alpha/"),
    ("macros/pages/text.py", "return Markup(inner)", "return Markup(inner.upper())", "skills/alpha/"),
    ("macros/pages/pictures.py", "skills\"", "abilities\"", ""),
    ("macros/knowledge/catalogue.py", "item[1].extends is not None", "item[1].extends is None", "roles/"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "page"), EDITS, ids=[edit[0] for edit in EDITS])
def test_an_edit_appears_without_a_restart(
    server: Server, path: str, old: str, new: str, page: str
) -> None:
    before = server.page(page)
    text = server.write(path, old, new)
    after = server.page(page)
    assert strip(before) != strip(after)
    server.restore(path, text)
    assert strip(server.page(page)) == strip(before)


def strip(page: str) -> str:
    """A page without what differs between two servers: their addresses, also as codes."""
    page = re.sub(r'<svg role="img" aria-label="QR.*?</svg>', "", page, flags=re.DOTALL)
    return re.sub(r"livereload\(.*?\)|127\.0\.0\.1:\d+", "", page)


def test_after_edits_every_page_is_as_a_new_server_makes_it(server: Server) -> None:
    edits = [
        ("data/skills/alpha.yaml", "name: ", "name: Renamed "),  # stands on many pages
        ("docs/about.md", "# About", "# Retitled"),  # stands in the navigation
        (
            "docs/.overrides/main.html",
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><!-- new -->',
        ),
    ]
    kept = [(path, server.write(path, old, new)) for path, old, new in edits]
    addresses = re.findall(
        r"<loc>http://127\.0\.0\.1:\d+/([^<]*)</loc>", server.page("sitemap.xml")
    )
    edited = {address: strip(server.page(address)) for address in addresses}
    anew = Server(server.folder)
    try:
        fresh = {address: strip(anew.page(address)) for address in addresses}
    finally:
        anew.end()
    assert (
        len(addresses) > 20
        and "Renamed" in edited["skills/alpha/"]
        and "Retitled" in edited["about/"]
        and all("<!-- new -->" in page for page in edited.values())
    )
    assert edited == fresh
    for path, text in kept:
        server.restore(path, text)


def test_a_bad_save_is_shown_and_the_mended_file_comes_back(server: Server) -> None:
    text = server.write("data/skills/alpha.yaml", "group: databases-and-cache", "group: databases")
    place = "data/skills/alpha.yaml:2:8"
    for page in ("", "skills/alpha/", "skills/"):
        shown = server.page(page)
        assert place in shown and "did you mean `databases-and-cache`?" in shown
        assert "livereload(" in shown  # so that the browser comes back by itself
    assert f"{place}: there is no skill group `databases`" in server.said()
    server.restore("data/skills/alpha.yaml", text)
    assert "Four steps of proficiency" in server.page("skills/alpha/")


def test_what_a_page_reads_is_there_as_soon_as_the_page(server: Server) -> None:
    text = server.write("data/skills/alpha.yaml", "name: ", "name: Renamed ")
    assert "Renamed" in server.page("questions/finder.json")
    assert "Renamed" in server.page("search/index.json")
    assert "Renamed" in server.page("postings/builder.json")
    server.restore("data/skills/alpha.yaml", text)


def test_a_broken_template_is_shown(server: Server) -> None:
    text = server.write(
        "macros/pages/templates/skill.html", "{{ skill.name|name }}", "{{ skill.nmae }}"
    )
    assert "nmae" in server.page("skills/alpha/")
    assert "nmae" in server.said()
    server.restore("macros/pages/templates/skill.html", text)
    assert "Four steps of proficiency" in server.page("skills/alpha/")


def test_a_broken_module_does_not_end_the_server(server: Server) -> None:
    path = server.folder / "macros" / "pages" / "pictures.py"
    text = path.read_text()
    path.write_text(text.replace("def scale(", "def scale(("))
    deadline = time.monotonic() + PATIENCE
    while "SyntaxError" not in server.said():
        assert time.monotonic() < deadline
        assert server.process.poll() is None
    path.write_text(text)
    assert "Four steps of proficiency" in server.page("skills/alpha/")
