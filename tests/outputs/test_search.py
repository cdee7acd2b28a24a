"""What the search knows, and which words it compares."""

import pytest

from macros.knowledge.guide import Guide
from macros.outputs import search
from macros.outputs.search import Written
from macros.pages.addresses import PAPERS
from macros.pages.site import Site


@pytest.mark.parametrize(
    ("words", "compared"),
    [
        ("C# and .NET", ["c#", "net"]),
        ("C++", ["c++"]),
        ("the N+1 problem", ["n+1", "problem"]),
        ("Naïve café", ["naive", "cafe"]),
        ("CI/CD, snake_case", ["ci", "cd", "snake", "case"]),
        ("what is it", ["what", "is", "it"]),  # nothing else: then these count
        ("", []),
        ("+++ ###", []),
    ],
)
def test_tokens(words: str, compared: list[str]) -> None:
    assert search.tokens(words) == compared


def test_every_page_and_term_is_known_once(guide: Guide) -> None:
    site = Site(guide)
    written = [Written("Hire", "hire/", "Steps for hiring.")]
    found = [one.address for one in search.documents(site, written)]
    terms = [site.address("term", term) for term in guide.terms]
    pages = [one.address for one in site.pages.values() if one.template not in PAPERS]
    assert sorted(found) == sorted([*pages, *terms, "hire/"])


def test_every_kind_of_page_has_a_label(guide: Guide) -> None:
    assert {one.kind for one in search.documents(Site(guide), [])} | {"page"} == set(search.LABELS)


def test_synonyms_are_names(guide: Guide) -> None:
    index = search.made(Site(guide), [])["index"]
    stored = index["storedFields"].values()
    entry = next(one for one in stored if one["address"] == "technologies/store/")
    assert set(entry["names"]) == {
        " ".join(search.tokens(name))
        for name in (guide.technologies["store"].name, *guide.technologies["store"].synonyms)
    }


def test_counts_add_up(guide: Guide) -> None:
    index = search.made(Site(guide), [])["index"]
    count = index["documentCount"]
    assert len(index["documentIds"]) == len(index["storedFields"]) == count
    for token, fields in index["index"]:
        assert token == token.lower()
        assert all(int(number) < count for counted in fields.values() for number in counted)
