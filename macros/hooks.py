"""What MkDocs calls: a page for each record, and finished HTML put in after Markdown."""

import importlib
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from macros.pages.book import Book

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))
BEGIN, END = "<!--page-->", "<!--/page-->"  # around what stands in for a page
LOG = logging.getLogger("mkdocs.guide")


class Session:
    """What outlives a build. MkDocs loads this file once, also when it serves and builds again."""

    serving = False  # people are editing: a problem is shown, and ends nothing
    addresses: tuple[str, ...] = ()  # the pages of the last data that could be read
    scripts: set[str]  # the inline scripts of the pages built so far, for the policy
    macros: Any = None  # the package, imported anew when a module of it changed
    modules: dict[Path, int] = {}  # when each module was last written


def on_startup(command: str, **_: Any) -> None:
    """Remember whether people are editing."""
    Session.serving = command == "serve"


@event_priority(100)  # before the macros plugin, which asks for the book
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data. Every problem is printed, and nothing is built for readers."""
    Session.macros = macros = _imported_anew()
    data = Path(config.config_file_path).parent / str(config.extra["data"])
    try:
        macros.opened = macros.open_book(data, str(config.extra["data"]), config.repo_url or "")
        Session.addresses = tuple(macros.opened.site.pages)
    except macros.BadData as error:
        if not Session.serving:
            raise Abort(str(error)) from error
        LOG.error(str(error))
        macros.trouble = error.problems
    macros.shelf = macros.Shelf()
    Session.scripts = set()
    # MkDocs warns of an edit address that leads nowhere, so there is one only with a repository.
    config.edit_uri = "edit/main/docs/" if config.repo_url else ""
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Look for edits twice as often as MkDocs does; oftener would slow the build that follows."""
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.25)
    for path in watched:
        server.watch(path)
    return server


def on_env(env: Environment, **_: Any) -> Environment:
    """Compile the theme's templates once, and not for each build."""
    env.bytecode_cache = Session.macros.Compiled()
    return env


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each address. Its body is one call that names an address of ours."""
    for address in Session.addresses:
        body = f'---\nhide: [navigation]\n---\n{{{{ record_page("{address}") }}}}\n'
        files.append(File.generated(config, f"{address}index.md", content=body))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Name generated pages. Only now, because the macros plugin renders titles as templates."""
    if Session.macros.trouble:
        return ""
    made = _book().site.pages.get(page.url)
    if made:
        page.meta["title"] = made.title
        page.meta["description"] = made.description
        page.meta["crumbs"] = made.crumbs
        page.edit_url = _book().site.edit_url(made.record)
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Put the finished HTML in, and on generated pages its headings into the contents."""
    if Session.macros.trouble:
        return html
    html = Session.macros.shelf.fill(html)
    if page.url not in _book().site.pages:
        _add_headings(page, html)
        return html
    page.toc = _contents(html)
    # The search reads a page here. It gets the words that it should know, and the page itself takes
    # their place in on_post_page.
    Session.macros.shelf.keep(page.url, html)
    return f"{BEGIN}{_book().renderer.indexed(page.url)}{END}"


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Put a generated page in its place; while the data has problems, every page says so."""
    macros = Session.macros
    if macros.trouble:
        return str(macros.trouble_page(macros.trouble))
    before, begin, rest = output.partition(BEGIN)
    if begin:
        output = before + macros.shelf.take(page.url) + rest.partition(END)[2]
    return _marked(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The page for addresses that lead nowhere is a page, too."""
    return _marked(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Put the policy on every page, now that the inline scripts of all are known."""
    if Session.serving:
        return  # the script that reloads the page while people edit is not among them
    words = Session.macros.safety.policy(Session.scripts)
    for page in Path(config.site_dir).rglob("*.html"):
        html = Session.macros.safety.with_policy(page.read_text(encoding="utf-8"), words)
        page.write_text(html, encoding="utf-8")


def _marked(html: str) -> str:
    """The page with a place for the policy; its inline scripts are noted."""
    safety = Session.macros.safety
    Session.scripts |= safety.inline_scripts(html)
    return html if Session.serving else str(safety.with_mark(html))


def _imported_anew() -> Any:
    """The package macros as it is on disk now, so that an edit of it shows without a restart."""
    now = {module: module.stat().st_mtime_ns for module in Path(__file__).parent.rglob("*.py")}
    if Session.macros and now == Session.modules:
        Session.macros.opened, Session.macros.trouble = None, []
        return Session.macros
    changed = {path.stem for path, when in now.items() if Session.modules.get(path) != when}
    Session.modules = now
    # The compiled templates stay, unless the module that keeps them is itself the one that changed.
    kept = set() if "compiled" in changed else {"macros.pages.compiled"}
    for name in [n for n in sys.modules if n.split(".")[0] == "macros" and n not in kept]:
        del sys.modules[name]
    return importlib.import_module("macros")


def _book() -> "Book":
    book: Book = Session.macros.opened
    return book


def _contents(html: str) -> TableOfContents:
    top: AnchorLink | None = None
    for heading in Session.macros.headings(html):
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
    found = [h for h in Session.macros.headings(html) if h.depth == 2]
    top.children = [known.get(h.anchor) or AnchorLink(h.words, h.anchor, 2) for h in found]
