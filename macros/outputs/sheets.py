"""Each question as the papers of a plan show it that was made in a browser: one file a question.

The HTML is that of the sheets of ready plans, for a page two folders below the root of the site.
"""

from collections.abc import Iterator
from typing import Any

from ..knowledge.records import Question
from ..pages.render import Renderer
from ..pages.site import Site
from ..pages.text import bare

ROOT = "../../"  # from plans/own/ and plans/score/


def address(question: str) -> str:
    """Where the file of a question is."""
    return f"plans/sheets/{question}.json"


def made(site: Site) -> Iterator[tuple[str, Any]]:
    """The address and the value of each file."""
    renderer = Renderer(site)
    for question in site.guide.questions.values():
        yield address(question.id), _sheet(renderer, question)


def _sheet(renderer: Renderer, question: Question) -> dict[str, Any]:
    def part(name: str, **shows: Any) -> str:
        return renderer.render(f"parts/{name}.html", ROOT, {"question": question, **shows})

    return {
        "levels": {
            level: part("sheet", level=level, minutes=question.minutes) for level in question.levels
        },
        "ahead": part("ahead") if question.send_ahead else "",
        "anchors": {
            one.id: {step: bare(words) for step, words in one.anchors.items()}
            for one in question.rubric
        },
        "hints": [[hint.after_minutes, bare(hint.say)] for hint in question.hints],
    }
