"""Tables for spreadsheets, as CSV (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Sequence

from ..pages.site import Site
from ..pages.text import bare


def questions(site: Site) -> str:
    """One row a question."""
    guide = site.guide
    heads = ("id", "title", "kind", "levels", "minutes", "skills", "exercise", "status", "url")
    rows = (
        (
            question.id,
            bare(question.name),
            question.type,
            " ".join(question.levels),
            question.minutes,
            " ".join(question.rated_skills),
            question.exercise.engine if question.exercise else "",
            question.status,
            f"{site.url}{site.address('question', question.id)}",
        )
        for question in guide.questions.values()
    )
    return written(heads, rows)


def levels_and_skills(site: Site) -> str:
    """One row a skill, one column a role at a level: the proficiency that it needs, 0 to 4."""
    guide = site.guide
    pairs = guide.role_levels()
    heads = ("skill", "name", *(pair.id for pair in pairs))
    rows = (
        (skill.id, bare(skill.name), *(now for now, _ in guide.needs(skill.id, pairs)))
        for group in guide.skill_groups
        for skill in guide.skills_of_group(group)
    )
    return written(heads, rows)


def written(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as text. It begins with a byte order mark, without which Excel guesses wrong.

    A cell that a spreadsheet would take for a formula gets a quote in front
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return "\ufeff" + file.getvalue()


def _safe(cell: object) -> object:
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text[:1] in tuple("=+-@\t\r\n") else cell
