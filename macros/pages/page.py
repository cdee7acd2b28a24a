"""A page that is made from data, and the way from it to the root of the site."""

from dataclasses import dataclass, field
from typing import Any

from ..knowledge.records import Record


@dataclass(frozen=True)
class Page:
    """One page that is made from data.

    address: from the root of the site, with a slash at the end. template: the name of its file.
    record: what it shows; title, description: plain text; crumbs: (label, address) of the pages
    above it; shows: what the template receives beside the record.
    """

    address: str
    template: str
    record: Record
    title: str
    description: str
    crumbs: tuple[tuple[str, str], ...] = ()
    shows: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The way from the page back to the root of the site."""
        return root_of(self.address)


def root_of(address: str) -> str:
    """The way from an address back to the root of the site: "../../" for "skills/caching/"."""
    return "../" * address.count("/") or "./"
