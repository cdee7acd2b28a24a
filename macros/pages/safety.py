"""What a browser may do on our pages: a Content-Security-Policy, the same on every page.

Scripts come from the site alone. The few inline scripts of the theme are named by their hash
(https://www.w3.org/TR/CSP3/#framework-directive-source-list). The policy is the same on all pages,
because a page that is swapped in place adds its policy to that of the page before, and both hold.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'
_MARK = '<meta http-equiv="Content-Security-Policy" content="">'


def inline_scripts(html: str) -> set[str]:
    """The source expressions that allow the inline scripts of a page."""
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _SCRIPT.findall(html)
    }


def policy(scripts: Iterable[str]) -> str:
    """The policy, given the source expressions of all inline scripts of the site."""
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *sorted(scripts)]),
            "style-src 'self' 'unsafe-inline'",  # the theme sets styles on elements
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def with_mark(html: str) -> str:
    """The page with a place for the policy, before anything that it governs."""
    return html.replace(_CHARSET, _CHARSET + _MARK, 1)


def with_policy(html: str, words: str) -> str:
    """The marked page with the policy in its place."""
    return html.replace(_MARK, _MARK.replace('content=""', f'content="{words}"'), 1)


def put_policy(folder: Path, scripts: Iterable[str]) -> None:
    """Put the policy on every marked page of a built site. scripts: see policy."""
    words = policy(scripts)
    for page in folder.rglob("*.html"):
        html = with_policy(page.read_text(encoding="utf-8"), words)
        page.write_text(html, encoding="utf-8")
