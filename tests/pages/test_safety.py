"""The policy names every inline script, and nothing else."""

from macros.pages import safety


def test_inline_scripts_are_named_by_their_hash() -> None:
    # The example of https://www.w3.org/TR/CSP2/#script-src-hash-usage
    html = "<script>alert('Hello, world.');</script>"
    assert safety.inline_scripts(html) == {"'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"}


def test_data_and_files_are_no_inline_scripts() -> None:
    html = '<script src="a.js"></script><script id="x" type="application/json">{}</script>'
    assert safety.inline_scripts(html) == set()


def test_the_policy_takes_its_place_once() -> None:
    marked = safety.with_mark('<head><meta charset="utf-8"><title>x</title>')
    page = safety.with_policy(marked, safety.policy({"'sha256-b'", "'sha256-a'"}))
    assert page.count("Content-Security-Policy") == 1
    assert "script-src 'self' 'sha256-a' 'sha256-b';" in page
    assert "unsafe-inline" not in page.split("style-src")[0]
