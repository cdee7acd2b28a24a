"""A checked guide, its site and its renderer: what a page needs, opened once a build."""

from dataclasses import dataclass
from pathlib import Path

from ..judging import FOLDER, Judgements
from ..judging import load as load_judgements
from ..judging import problems as problems_of_judgements
from ..knowledge import loading, rules
from ..knowledge.guide import Guide
from ..knowledge.problems import Problem
from . import history
from .render import Renderer
from .site import Site


class BadData(Exception):
    """The data breaks rules, so no page is made. `problems` holds all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        lines = "\n".join(map(str, problems))
        many = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(f"{many} in the data:\n{lines}")


@dataclass(frozen=True)
class Book:
    """Everything that pages are made from."""

    guide: Guide
    site: Site
    renderer: Renderer
    judgements: Judgements

    def rendered_anew(self) -> "Book":
        """The same, with nothing kept of the pages: for templates that were edited."""
        renderer = Renderer(self.site, self.judgements)
        return Book(self.guide, self.site, renderer, self.judgements)


def open_book(
    data: Path,
    name: str,
    repo_url: str = "",
    url: str = "/",
    dates: str = "reviewed",
    judgements: Path | None = None,
) -> Book:
    """Read and check a data folder. Raises BadData with every problem at once.

    name: what messages call the folder. repo_url, url: see Site. dates: "git" for the days of the
    history, which differ where there is none; "reviewed" for those in the records. judgements: the
    folder of the judgements of its questions, where there is one.
    """
    guide = loading.load(data, name)
    found = rules.problems(guide)
    judged = Judgements()
    if judgements:
        judged = load_judgements(judgements, f"docs/{FOLDER}")
        found += problems_of_judgements(guide, judged)
    wrong = [problem for problem in found if not problem.warning]
    if wrong:
        raise BadData(wrong)
    known = history.last_changed(data) if dates == "git" else {}
    site = Site(guide, repo_url, url, known)
    return Book(guide, site, Renderer(site, judged), judged)
