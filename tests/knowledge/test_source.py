"""YAML with places: what is read, where it stood, and what is refused."""

import pytest

from macros.knowledge.places import Place, Source
from macros.knowledge.source import LARGEST_FILE, read_text


def source(text: str | bytes) -> Source:
    return read_text(text if isinstance(text, bytes) else text.encode(), "a.yaml")


TEXT = """\
# a comment
name: Alpha
levels: {mid: 2, senior: 3}
list:
  - skill: beta
    note: >-
      First line
      and [a link](skill:beta).
"""


def test_values_are_plain() -> None:
    root = source(TEXT).root
    assert root is not None
    assert root.plain() == {
        "name": "Alpha",
        "levels": {"mid": 2, "senior": 3},
        "list": [{"skill": "beta", "note": "First line and [a link](skill:beta)."}],
    }


@pytest.mark.parametrize(
    ("location", "key", "place"),
    [
        (("name",), False, (2, 7)),
        (("name",), True, (2, 1)),
        (("levels", "senior"), False, (3, 26)),
        (("levels", "senior"), True, (3, 18)),
        (("list", 0, "skill"), False, (5, 12)),
        (("list", 0, "missing"), False, (5, 5)),
        (("nowhere",), False, (2, 1)),
        (("list", 9), False, (4, 1)),
        ((), False, (2, 1)),
    ],
)
def test_places(location: tuple[str | int, ...], key: bool, place: tuple[int, int]) -> None:
    assert source(TEXT).place(location, key=key) == place


def test_words_inside_a_folded_text_are_found() -> None:
    assert source(TEXT).find(("list", 0, "note"), "](skill:beta") == Place(8, 18)


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("-12", -12), ("0", 0), ("2.5", 2.5), ("null", None), ("~", None), ("'no'", "no"),
     ("1.2.0", "1.2.0"), ("15-1254.00", "15-1254.00"), ("a: b"[:1], "a"), ("https://x.org/" + "y" * 200,
     "https://x.org/" + "y" * 200), ("x" * 101, "x" * 101)],
)  # fmt: skip
def test_scalars_that_nobody_misreads(text: str, value: object) -> None:
    root = source(f"a: {text}").root
    assert root is not None and root.plain() == {"a": value}


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: object) -> None:
    from pathlib import Path

    from macros.knowledge.source import read

    file = Path(str(tmp_path)) / "big.yaml"
    file.write_bytes(b"a: " + b"x" * LARGEST_FILE)
    problem = read(file, "big.yaml").problems[0]
    assert "larger than 200,000 bytes" in problem.message
