"""What became of an address that was published: it is live, it moved, or its record is retired."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..knowledge.records import Record

if TYPE_CHECKING:
    from .site import Site

# The anchors that the template of a page promises. They stand in postings, so they stay.
ANCHORS = {
    "role.html": ("levels", "responsibilities", "skills"),
    "role-level.html": ("expected", "not-expected", "skills", "first-90-days"),
    "responsibility.html": ("outcomes", "tasks", "levels", "skills", "risks", "metrics"),
    "skill.html": ("proficiency", "step-1", "step-2", "step-3", "step-4", "mistakes", "learn"),
    "question.html": ("question", "set-up", "follow-ups", "rate", "answer"),
    "plan.html": ("interviews", "candidate", "papers", "covered"),
}


def promised(site: "Site") -> Iterator[str]:
    """Every address of a page or a file made from data, and its anchors: "skills/x/#learn"."""
    for page in site.pages.values():
        yield page.address
        for anchor in ANCHORS.get(page.template, ()):
            yield f"{page.address}#{anchor}"
    for term in site.guide.terms:
        yield site.record_address("term", term)
    yield from site.file_addresses()


def moved_to(site: "Site", address: str) -> str | None:
    """Where a former address of a record leads now; None where no record had it.

    A sheet of an interview that a plan no longer has leads to the plan.
    """
    for plan in site.guide.ready_plans:
        place = site.record_address("plan", plan)
        if address.startswith(place) and address != place:
            return place
    for kind, records in site.guide.records.items():
        for record in records.values():
            for former in record.former_ids:
                for old, new in _places(site, kind, former, record.id):
                    if address == old or (old.endswith("/") and address.startswith(old)):
                        return new + address.removeprefix(old)
    return None


def retired_at(site: "Site", address: str) -> Record | None:
    """The record of the past that an address belonged to."""
    for record in site.guide.all_retired():
        for id_ in (record.id, *record.former_ids):
            for old, _ in _places(site, record.kind, id_, record.id):
                if address == old or (old.endswith("/") and address.startswith(old)):
                    return record
    return None


def _places(site: "Site", kind: str, former: str, now: str) -> Iterator[tuple[str, str]]:
    """(before, now) for every place in which the id of a record stands."""
    yield site.record_address(kind, former), site.record_address(kind, now)
    yield site.api_address(kind, former), site.api_address(kind, now)
    if kind == "role":
        for folder in ("compare", "plans"):
            yield f"{folder}/{former}/", f"{folder}/{now}/"
        plans = site.api_address("plan").removesuffix(".json")
        yield f"{plans}/{former}/", f"{plans}/{now}/"
