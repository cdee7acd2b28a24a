"""A page at each former address, which leads to the one that took its place."""

from collections.abc import Iterator

from markupsafe import Markup

from ..pages.page import root_of
from ..pages.safety import with_mark
from ..pages.site import Site
from ..pages.text import plain

_PAGE = Markup("""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} · moved</title>
<link rel="canonical" href="{url}">
<style>body{{font:17px/1.5 system-ui,sans-serif;max-width:38em;margin:3em auto;padding:0 1em;\
color:#1c2325;background:#fcfbf8}}a{{color:#0b5a68}}</style>
<script src="{root}assets/moved.js" defer></script>
</head><body><main><h1>This page has moved</h1>
<p>It is now at <a id="moved" href="{root}{new}">{title}</a>.</p></main></body></html>
""")


def made(site: Site) -> Iterator[tuple[str, str]]:
    """Every page that leads on: the address of its file, and its HTML."""
    for old, new in site.moved.items():
        if old.endswith("/") and new in site.pages:
            title = plain(site.pages[new].title)
            html = _PAGE.format(title=title, url=site.url + new, root=root_of(old), new=new)
            yield f"{old}index.html", with_mark(str(html))
