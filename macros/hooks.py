"""What MkDocs calls: a page for each record, and finished HTML put in after Markdown."""

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
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from macros.pages.book import Book

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from macros import live  # noqa: E402

# Stands in for a page. The theme writes a heading of its own above what has no "<h1" in it.
PLACE = "<!--page <h1 -->"
EMPTY = "empty.html"  # the theme's template for a page that is finished already
LOG = logging.getLogger("mkdocs.guide")


class Session:
    """What outlives a build. MkDocs loads this file once, also when it serves and builds again."""

    serving = False  # people are editing: a problem is shown, and ends nothing
    addresses: tuple[str, ...] = ()  # the pages of the last data that could be read
    scripts: set[str]  # the inline scripts of the pages built so far, for the policy
    macros: Any = None  # the package, imported anew when a module of it changed
    source: Any = None  # what the book that is open was made from, and the state of the code then
    code: Any = None
    kept: Any = None  # the pages as they were last made, while people edit
    nav: Navigation
    written: list[tuple[str, str, str]]  # of pages by hand: title, address, description
    frames: dict[str, bytes] = {}  # what is around the words of each page, as fingerprints


class Finished(Page):
    """A page that needs no Markdown: its words are those of the last build, or there are none."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Say that there is nothing to read, and no macro to call."""
        self.markdown, self.meta = "", {"hide": ["navigation"], "render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to on_page_content."""
        self.content = ""


def on_startup(command: str, **_: Any) -> None:
    """Remember whether people are editing."""
    Session.serving = command == "serve"
    if Session.serving:
        live.prepare()


@event_priority(100)  # before the macros plugin, which asks for the book
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data. Every problem is printed, and nothing is built for readers."""
    macros = live.imported_anew()
    live.Watch.building = True
    live.stop()
    Session.macros, Session.kept = macros, Session.kept or macros.Kept()
    named = str(config.extra["data"])
    data = Path(config.config_file_path).parent / named
    where = (config.repo_url or "", config.site_url or "/", str(config.extra["dates"]))
    judgements = Path(config.docs_dir) / macros.judging.FOLDER
    state = live.state(data), live.state(judgements), where, macros
    source, code = state, live.state(ROOT / "macros")
    if not Session.serving or source != Session.source or macros.opened is None:
        _open(data, named, where, judgements)
    elif code != Session.code:  # a template, because another module is another package
        macros.opened = macros.opened.rendered_anew()
    Session.source, Session.code = source, code
    macros.shelf = macros.Shelf()
    Session.scripts = set()
    # MkDocs warns of an edit address that leads nowhere, so there is one only with a repository.
    config.edit_uri = "edit/main/docs/" if config.repo_url else ""
    return config


def _open(data: Path, named: str, where: tuple[str, str, str], judgements: Path) -> None:
    """Read and check the data; while people edit, problems are kept to be shown."""
    macros = Session.macros
    macros.opened, macros.trouble = None, []
    try:
        macros.opened = macros.open_book(data, named, *where, judgements)
        Session.addresses = tuple(macros.opened.site.pages)
    except macros.BadData as error:
        if not Session.serving:
            raise Abort(str(error)) from error
        LOG.error(str(error))
        macros.trouble = error.problems


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch for edits in our way."""
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = live.observer()  # type: ignore[assignment]
    for path in watched:
        server.watch(path)
    return server


def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Remember the titles in the navigation's order: every page shows some of them."""
    Session.nav = nav
    return nav


def on_env(env: Environment, files: Files, **_: Any) -> Environment:
    """Compile the theme's templates once, and leave it out of pages that come out as before."""
    env.bytecode_cache = Session.macros.Compiled()
    Session.written = [
        (file.page.title, file.url, file.page.meta.get("description", ""))
        for file in files.documentation_pages()
        if file.page and file.url not in Session.addresses
    ]
    if Session.serving:
        titles = [(page.title, page.url) for page in Session.nav.pages]
        for file in files.documentation_pages():
            if file.page and _is_finished(file.page, titles):
                file.page.meta["template"] = EMPTY
    return env


def _is_finished(page: Page, titles: list[Any]) -> bool:
    """Whether the whole page is there already. Notes what its frame shows, for the next build."""
    macros, url = Session.macros, page.url
    if macros.trouble:
        return True
    if url not in _book().site.pages:
        return False
    frame = Session.frames[url] = macros.fingerprint(
        page.meta, page.edit_url, str(page.toc), titles
    )
    return Session.kept.page(url, macros.shelf.waiting(url), frame) is not None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each address. Its body is one call that names an address of ours."""
    finished = _finished(config) if Session.serving else ()
    for address in Session.addresses:
        body = f'---\nhide: [navigation]\n---\n{{{{ record_page("{address}") }}}}\n'
        file = File.generated(config, f"{address}index.md", content=body)
        files.append(file)
        if address in finished:
            Finished(None, file, config)
    return files


def _finished(config: MkDocsConfig) -> frozenset[str]:
    """The generated pages whose words are those of the last build; all, when none can be made."""
    macros = Session.macros
    theme = (Path(config.config_file_path), Path(str(config.theme.custom_dir)))
    Session.kept.framed_by(live.state(*theme))
    if macros.trouble:
        return frozenset(Session.addresses)
    unchanged: frozenset[str] = Session.kept.unchanged(Session.addresses, _book().renderer.page)
    return unchanged


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Name generated pages. Only now, because the macros plugin renders titles as templates."""
    page.meta["search"] = {"exclude": True}  # the guide has an index of its own, see outputs
    macros = Session.macros
    if macros.trouble:
        return ""
    made = _book().site.pages.get(page.url)
    if made:
        page.meta.pop("render_macros", None)
        page.meta["title"] = made.title
        page.meta["description"] = made.description
        page.meta["crumbs"] = made.crumbs
        page.meta["card"] = _book().site.card_address(made)
        page.meta["meaning"] = macros.meaning.said(_book().site, made)
        page.edit_url = _book().site.edit_url(made.record)
        page.update_date = _book().site.changed_on(made.record)  # in the sitemap
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Put the finished HTML in, and on generated pages its headings into the contents."""
    if Session.macros.trouble:
        return html
    if isinstance(page, Finished):
        html = _book().renderer.page(page.url)
    else:
        html = Session.macros.shelf.fill(html)
    if page.url not in _book().site.pages:
        _add_headings(page, html)
        return html
    page.toc = _contents(html)
    # The theme does not read the page itself, which takes this place in on_post_page.
    Session.macros.shelf.keep(page.url, html)
    return PLACE


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Put a generated page in its place; while the data has problems, every page says so."""
    macros = Session.macros
    if macros.trouble:
        return str(macros.trouble_page(macros.trouble))
    if page.url not in _book().site.pages:
        return _marked(output)
    words = macros.shelf.take(page.url)
    if page.meta.get("template") == EMPTY:
        return str(Session.kept.page(page.url, words, Session.frames[page.url]))
    output = _marked(output.replace(PLACE, words, 1))
    if Session.serving:
        Session.kept.keep(page.url, words, Session.frames[page.url], output)
    return output


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The page for addresses that lead nowhere is a page, too."""
    return _marked(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the other files, and the policy on every page: the scripts of all are known now."""
    live.Watch.building = False
    outputs, site_dir = Session.macros.outputs, Path(config.site_dir)
    if not Session.macros.trouble:
        written = [outputs.Written(*one) for one in Session.written]
        list(outputs.put(site_dir, outputs.for_pages(_book().site, written)))
        others = outputs.put(site_dir, outputs.for_machines(_book().site))
        if Session.serving:  # the page comes first, and what no page needs a moment later
            live.later(others)
        else:
            list(others)
    if not Session.serving:  # the script that reloads pages while people edit has no hash
        Session.macros.safety.put_policy(site_dir, Session.scripts)


def on_shutdown(**_: Any) -> None:
    """Write no more into a site that is about to go away."""
    live.stop()


def on_build_error(error: Exception, **_: Any) -> None:
    """A build has ended, too, that fails."""
    live.Watch.building = False


def _marked(html: str) -> str:
    """The page with a place for the policy; its inline scripts are noted."""
    safety = Session.macros.safety
    Session.scripts |= safety.inline_scripts(html)
    return html if Session.serving else str(safety.with_mark(html))


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
