"""A map of the site for language models, in the form of https://llmstxt.org/"""

from collections.abc import Iterator

from ..knowledge.records import Record
from ..pages.addresses import API_INDEX, INDEXES
from ..pages.site import Site
from ..pages.text import bare

SUMMARY = (
    "What backend developers do, level by level, and how to interview for it: roles, "
    "responsibilities, skills at four steps, technologies, and complete interview questions."
)


def made(site: Site) -> str:
    """The file: a heading a kind, a line a record."""
    return "\n".join(_lines(site)) + "\n"


def _lines(site: Site) -> Iterator[str]:
    yield f"# Backend Role Guide\n\n> {SUMMARY}\n"
    yield f"Every record is also JSON: [index of the interface]({site.url}{API_INDEX})."
    guide = site.guide
    records: dict[str, list[Record]] = {
        "role": [*guide.roles.values()],
        "responsibility": [*guide.responsibilities.values()],
        "skill": [one for group in guide.skill_groups for one in guide.skills_of_group(group)],
        "question": [*guide.questions.values()],
        "technology": [*guide.technologies.values()],
    }
    for kind, found in records.items():
        yield f"\n## {INDEXES[kind][0]}\n"
        for record in found:
            words = bare(str(getattr(record, "summary", "") or getattr(record, "assesses", "")))
            address = f"{site.url}{site.address(record.kind, record.id)}"
            yield f"- [{_label(record.title)}]({address}): {words}"


def _label(name: str) -> str:
    """A name that cannot end the words of a link."""
    return bare(name).replace("[", "(").replace("]", ")")
