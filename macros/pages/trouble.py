"""The page that stands in for all others while the data has problems, under `make serve` only."""

from collections.abc import Sequence

from markupsafe import Markup

from ..knowledge.problems import Problem

_PAGE = Markup("""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{count} in the data</title>
<style>body{{font:17px/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em;
color:#1c2325;background:#fcfbf8}}code{{font-size:.9em}}li{{margin:.5em 0}}</style></head>
<body><main role="alert"><h1>{count} in the data</h1>
<p>Save the mended file, and this page comes back.</p>
<ol>{items}</ol></main></body></html>
""")
_ITEM = Markup("<li><code>{place}</code><br>{message}</li>")


def trouble_page(problems: Sequence[Problem]) -> str:
    """A whole page that names each problem with its place."""
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    items = Markup("").join(
        _ITEM.format(place=f"{p.path}:{p.line}:{p.column}", message=p.message) for p in problems
    )
    return str(_PAGE.format(count=count, items=items))
