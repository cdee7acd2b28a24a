"""The site on Debian's nginx, with the configuration that the docs give."""

import gzip
import shutil
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.__main__ import main

from .. import nginx
from .conftest import BuiltSite

pytestmark = pytest.mark.skipif(nginx.found() is None, reason="no nginx, and none can be installed")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, real_site: BuiltSite) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("nginx")
    site = shutil.copytree(real_site.folder, folder / "site")
    assert main(["compress", str(site)]) == 0
    with nginx.serving(site, folder) as running:
        yield running


def get(address: str, path: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    host = HTTPConnection(urlsplit(address).netloc)
    host.request("GET", f"/{path}", headers=headers)
    answer = host.getresponse()
    return answer.status, answer.headers, answer.read()


def test_headers_of_a_page(address: str) -> None:
    status, headers, body = get(address, "skills/caching/")
    assert status == 200 and b"Caching" in body
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-cache"


def test_a_page_that_did_not_change_is_not_sent_again(address: str) -> None:
    _, headers, _ = get(address, "skills/caching/")
    status, _, body = get(address, "skills/caching/", **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")


def test_styles_may_be_kept_for_a_day(address: str) -> None:
    status, headers, _ = get(address, "assets/guide.css")
    assert status == 200 and "max-age=86400" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["skills/caching/", "assets/finder.js", "search/index.json"])
def test_compressed_copies_are_sent(address: str, path: str) -> None:
    plain = get(address, path)[2]
    status, headers, packed = get(address, path, **{"Accept-Encoding": "gzip"})
    assert status == 200 and headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == plain and len(packed) < len(plain) / 2


def test_both_ways_to_write_an_address(address: str) -> None:
    status, headers, _ = get(address, "skills/caching")
    assert status == 301 and headers["Location"].endswith("/skills/caching/")
    assert get(address, "skills/caching/index.html")[0] == 200


def test_a_wrong_address_gets_the_page_with_the_search(address: str) -> None:
    status, headers, body = get(address, "skills/singing/")
    assert status == 404 and b"md-search" in body
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert get(address, "api/v1/skills/singing.json")[0] == 404


def test_programs_elsewhere_may_read_the_data(address: str) -> None:
    status, headers, _ = get(address, "api/v1/index.json")
    assert status == 200 and headers["Content-Type"].startswith("application/json")
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert get(address, "skills/")[1]["Access-Control-Allow-Origin"] is None


def test_copies_are_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x" * 5000)
    (tmp_path / "small.html").write_text("x")
    (tmp_path / "a.png").write_bytes(b"x" * 5000)
    packed = []
    for _ in range(2):
        assert main(["compress", str(tmp_path)]) == 0
        packed.append((tmp_path / "a.html.gz").read_bytes())
    assert packed[0] == packed[1]
    assert sorted(f.name for f in tmp_path.glob("*.gz")) == ["a.html.gz"]
    assert main(["compress", str(tmp_path / "nowhere")]) == 1
