"""The map for language models."""

import re
from dataclasses import replace

from macros.knowledge.guide import Guide
from macros.outputs import llms
from macros.pages.site import Site


def test_it_has_the_form_and_every_record(guide: Guide) -> None:
    site = Site(guide, "", "https://guide.test/")
    text = llms.made(site)
    assert text.startswith("# Backend Role Guide\n\n> ")
    links = re.findall(r"^- \[(.+?)\]\((https://guide\.test/\S+)\): \S.*$", text, re.MULTILINE)
    kinds = ("role", "responsibility", "skill", "question", "technology")
    assert len(links) == sum(len(guide.records[kind]) for kind in kinds)
    assert len(set(links)) == len(links)


def test_a_title_cannot_end_its_link(guide: Guide) -> None:
    skill = guide.skills["alpha"].model_copy(update={"name": "A](https://evil.test) [b\n# c"})
    records = {**guide.records, "skill": {**guide.records["skill"], "alpha": skill}}
    text = llms.made(Site(replace(guide, records=records), "", "https://guide.test/"))
    assert "](https://evil.test)" not in text and "\n# c" not in text
