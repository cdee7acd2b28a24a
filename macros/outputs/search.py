"""The index of the site's search: names, synonyms, summaries and prompts of all pages.

It is written in the form in which MiniSearch 7 keeps an index (serializationVersion 2), so that a
browser only has to read it: https://lucaong.github.io/minisearch/
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..knowledge.records import Question, Record
from ..pages.addresses import PAPERS
from ..pages.page import Page
from ..pages.site import Site
from ..pages.text import bare

ADDRESS = "search/index.json"
FIELDS = ("name", "also", "text")
_TOKEN = re.compile(r"[^\W_]+(?:[+#]+[^\W_]*)*")

# Words that say nothing of what is looked for.
_IDLE_WORDS = """
a about an and are as at be by can do does for from has have how i if in is it its my not of on or
so that the their they this to was what when where which who why will with you your
"""
IDLE = frozenset(_IDLE_WORDS.split())
# What stands behind a name in the list of results.
LABELS = {
    "page": "Page",
    "role": "Role",
    "role-level": "Role at a level",
    "responsibility": "Responsibility",
    "skill": "Skill",
    "bank": "Question bank",
    "technology": "Technology",
    "question": "Question",
    "plan": "Interview plan",
    "posting": "Ready posting",
    "compare-levels": "Comparison",
    "compare-roles": "Comparison",
    "term": "Term",
}


class Written(NamedTuple):
    """A page that was written by hand: its title, its address, and a sentence on it."""

    title: str
    address: str
    description: str


class Document(NamedTuple):
    """What the search knows of one page. also: other names of the same thing; text: more words."""

    kind: str
    address: str
    name: str
    also: tuple[str, ...]
    summary: str
    text: str


def tokens(words: str) -> list[str]:
    """The words that are compared: small letters without accents; "c#", "c++" and "n+1" are one."""
    bare = unicodedata.normalize("NFKD", words.lower())
    found = _TOKEN.findall("".join(c for c in bare if not unicodedata.combining(c)))
    return [token for token in found if token not in IDLE] or found


def documents(site: Site, written: Iterable[Written]) -> Iterator[Document]:
    """Every page, and every term of the glossary."""
    for page in site.pages.values():
        if page.record.status == "retired" or page.template in PAPERS:
            continue
        yield _document(page, site)
    for term in site.guide.terms.values():
        address = site.address("term", term.id) or ""
        words = bare(term.meaning)
        yield Document("term", address, bare(term.title), tuple(term.synonyms), words, words)
    for one in written:
        summary = bare(one.description)
        yield Document("page", one.address, bare(one.title), (), summary, summary)


def _document(page: Page, site: Site) -> Document:
    kind = page.template.removesuffix(".html")
    record = page.record
    also: list[str] = []
    text = page.description
    if page.address == site.address(record.kind, record.id):
        for field in ("also_called", "synonyms"):
            also += getattr(record, field, None) or []
        text += "\n" + bare(_more(record, site))
    return Document(kind, page.address, bare(page.title), tuple(also), bare(page.description), text)


def _more(record: Record, site: Site) -> str:
    """Of a question, its prompt, and the names of what it is on."""
    if not isinstance(record, Question):
        return ""
    skills = (site.guide.skills[one].name for one in record.rated_skills)
    technologies = (site.guide.technologies[one].name for one in record.technologies)
    return "\n".join([record.prompt, *skills, *technologies])


def made(site: Site, written: Iterable[Written]) -> dict[str, Any]:
    """The index, with the labels of kinds, ready for `MiniSearch.loadJS`."""
    found = list(documents(site, written))
    postings: dict[str, dict[str, dict[str, int]]] = {}
    lengths: dict[str, list[int]] = {}
    for number, document in enumerate(found):
        fields = (document.name, "\n".join(document.also), document.text)
        lengths[str(number)] = []
        for place, words in enumerate(fields):
            counted = Counter(tokens(words))
            lengths[str(number)].append(len(counted))
            for token, count in counted.items():
                postings.setdefault(token, {}).setdefault(str(place), {})[str(number)] = count
    averages = [
        sum(row[place] for row in lengths.values()) / max(len(found), 1)
        for place in range(len(FIELDS))
    ]
    index = {
        "documentCount": len(found),
        "nextId": len(found),
        "documentIds": {str(number): number for number in range(len(found))},
        "fieldIds": {field: place for place, field in enumerate(FIELDS)},
        "fieldLength": {
            number: {str(place): length for place, length in enumerate(row)}
            for number, row in lengths.items()
        },
        "averageFieldLength": averages,
        "storedFields": {str(number): _stored(document) for number, document in enumerate(found)},
        "dirtCount": 0,
        "index": sorted(postings.items()),
        "serializationVersion": 2,
    }
    return {"labels": LABELS, "idle": sorted(IDLE), "fields": FIELDS, "index": index}


def _stored(document: Document) -> dict[str, Any]:
    """What a result shows, and the names that a search must find first."""
    names = {" ".join(tokens(name)) for name in (document.name, *document.also)}
    return {
        "kind": document.kind,
        "address": document.address,
        "name": document.name,
        "summary": document.summary,
        "names": sorted(names),
    }
