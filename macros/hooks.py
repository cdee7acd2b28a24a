"""What MkDocs calls: a page for each record, and finished HTML put in after Markdown."""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))
# Under `mkdocs serve` this file is loaded again at each build: so is all that it imports.
for name in [n for n in sys.modules if n == "macros" or n.startswith("macros.")]:
    del sys.modules[name]

from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.structure.toc import AnchorLink, TableOfContents  # noqa: E402

import macros  # noqa: E402
from macros.pages import render  # noqa: E402
from macros.pages.book import BadData, open_book  # noqa: E402


@event_priority(100)  # before the macros plugin, which asks for the book
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data. Every problem is printed, and there is no build with one."""
    data = Path(config.config_file_path).parent / str(config.extra["data"])
    try:
        macros.opened = open_book(data, str(config.extra["data"]), config.repo_url or "")
    except BadData as error:
        raise Abort(str(error)) from error
    macros.shelf = macros.Shelf()
    # MkDocs warns of an edit address that leads nowhere, so there is one only with a repository.
    config.edit_uri = "edit/main/docs/" if config.repo_url else ""
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each address. Its body is one call that names an address of ours."""
    for address in _book().site.pages:
        body = f'---\nhide: [navigation]\n---\n{{{{ record_page("{address}") }}}}\n'
        files.append(File.generated(config, f"{address}index.md", content=body))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Name generated pages. Only now, because the macros plugin renders titles as templates."""
    made = _book().site.pages.get(page.url)
    if made:
        page.meta["title"] = made.title
        page.meta["description"] = made.description
        page.meta["crumbs"] = made.crumbs
        page.edit_url = _book().site.edit_url(made.record)
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Put the finished HTML in, and on generated pages its headings into the contents."""
    assert macros.shelf is not None
    html = macros.shelf.fill(html)
    if page.url in _book().site.pages:
        page.toc = _contents(html)
    else:
        _add_headings(page, html)
    return html


def _book() -> Any:
    assert macros.opened is not None, "on_config has run"
    return macros.opened


def _contents(html: str) -> TableOfContents:
    top: AnchorLink | None = None
    for heading in render.headings(html):
        link = AnchorLink(heading.words, heading.anchor, heading.depth)
        if top is None:
            top = link
        elif heading.depth == 2:
            top.children.append(link)
    return TableOfContents([top] if top else [])


def _add_headings(page: Page, html: str) -> None:
    """Headings that calls made on a hand-written page join the contents, in the page's order."""
    top = page.toc.items[0] if page.toc.items else None
    if top is None:
        return
    known = {child.id: child for child in top.children}
    found = [h for h in render.headings(html) if h.depth == 2]
    top.children = [known.get(h.anchor) or AnchorLink(h.words, h.anchor, 2) for h in found]
