"""What a page is about, for search engines: JSON-LD in the words of https://schema.org/"""

import json
from collections.abc import Iterator
from typing import Any

from ..knowledge.records import Question, Record, Role, Skill
from .addresses import INDEXES
from .page import Page
from .site import Site
from .text import bare

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SAME = ("exact", "close")  # how well a published identifier has to match to be called the same


def said(site: Site, page: Page) -> str:
    """The JSON of everything that is said of a page, safe inside a script element."""
    things = [{"@context": CONTEXT, **thing} for thing in _things(site, page)]
    text = json.dumps(things, ensure_ascii=False, separators=(",", ":"))
    # None of these can end the element or begin a comment in it; in JSON they mean the same.
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _things(site: Site, page: Page) -> Iterator[dict[str, Any]]:
    record = page.record
    match page.template, record:
        case "role.html", Role():
            yield _occupation(site, page, record.name, record.summary, record)
        case "role-level.html", Role():
            at = record.levels[page.shows["level"].id]
            yield {**_occupation(site, page, at.title, at.summary, record)}
        case "skill.html", Skill():
            yield {**_term(site, record), "description": bare(record.summary)}
        case "question.html", Question():
            yield _question(site, page, record)
    yield _crumbs(site, page)


def _occupation(site: Site, page: Page, name: str, words: str, role: Role) -> dict[str, Any]:
    guide = site.guide
    essential = (entry.skill for entry in role.skills if entry.importance == "essential")
    duties = (guide.responsibilities[entry.id] for entry in role.responsibilities)
    return {
        "@type": "Occupation",
        "name": bare(name),
        "description": bare(words),
        "url": site.url + page.address,
        "skills": [_term(site, guide.skills[skill]) for skill in essential],
        "responsibilities": [bare(duty.name) for duty in duties],
        **_same(role),
    }


def _term(site: Site, skill: Skill) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "name": bare(skill.name),
        "termCode": skill.id,
        "url": f"{site.url}{site.address('skill', skill.id)}",
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": "Skills of the Backend Role Guide",
            "url": site.url + INDEXES["skill"][1],
        },
        **_same(skill),
    }


def _question(site: Site, page: Page, question: Question) -> dict[str, Any]:
    return {
        "@type": ["Question", "LearningResource"],
        "name": bare(question.name),
        "text": bare(question.prompt),
        "url": site.url + page.address,
        "learningResourceType": "interview question",
        "educationalLevel": [site.guide.levels[level].label for level in question.levels],
        "assesses": [_term(site, site.guide.skills[one]) for one in question.rated_skills],
        "timeRequired": f"PT{question.minutes}M",
        "inLanguage": "en-GB",
        "license": LICENCE,
    }


def _crumbs(site: Site, page: Page) -> dict[str, Any]:
    above = [*page.crumbs, (page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": bare(name),
                "item": site.url + address,
            }
            for place, (name, address) in enumerate(above, 1)
        ],
    }


def _same(record: Record) -> dict[str, Any]:
    found = [one.id for one in record.same_as if one.match in SAME and one.id.startswith("http")]
    return {"sameAs": found} if found else {}
