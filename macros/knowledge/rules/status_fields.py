"""A question that is more than a draft has all that an interviewer needs."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding

NEEDED = ("job_link", "brief", "hints", "level_notes", "red_flags", "variants", "sources")


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        if not question.sources:
            what = "a question has at least one source: add `sources`"
            yield Finding(question, ("status",), what)
        if question.status == "draft":
            continue
        for field in NEEDED:
            if not getattr(question, field):
                what = f"a {question.status} question has `{field}`: add it, or set it to draft"
                yield Finding(question, ("status",), what)
