"""What the finder knows of each question: the choices that it can be found by."""

from typing import Any, NamedTuple

from ..knowledge.guide import Guide
from ..knowledge.records import Question
from ..pages.site import Site
from ..pages.text import bare

ADDRESS = "questions/finder.json"
# The longest of each class of length, in minutes; the first three are those of short kinds.
MINUTES = (10, 20, 30, 45)
ANY_LANGUAGE = "any"


class Facet(NamedTuple):
    """Something to choose by. options: id → label, in the order in which they are shown."""

    id: str
    label: str
    options: dict[str, str]


def facets(guide: Guide) -> list[Facet]:
    """The facets, in the order in which the finder shows them."""
    skills = [one for group in guide.skill_groups for one in guide.skills_of_group(group)]
    languages = {one.id: bare(one.name) for one in guide.technologies_of_kind("language")}
    others = [one for one in guide.technologies.values() if one.id not in languages]
    ends = ["1", *(str(most + 1) for most in MINUTES[:-1])]
    return [
        Facet("kind", "Kind", {one.id: one.label for one in guide.question_kinds.values()}),
        Facet("level", "Level", {one.id: one.label for one in guide.levels.values()}),
        Facet(
            "minutes",
            "Minutes",
            {str(most): f"{least} to {most}" for least, most in zip(ends, MINUTES, strict=True)},
        ),
        Facet("group", "Skill group", {one.id: one.label for one in guide.skill_groups.values()}),
        Facet("skill", "Skill that it rates", {one.id: bare(one.name) for one in skills}),
        Facet(
            "responsibility",
            "Responsibility",
            {one.id: bare(one.short_name) for one in guide.responsibilities.values()},
        ),
        Facet("language", "Programming language", {ANY_LANGUAGE: "Any language", **languages}),
        Facet("technology", "Technology", {one.id: bare(one.name) for one in others}),
        Facet("exercise", "Code that was run", {"yes": "With an exercise"}),
    ]


def made(site: Site) -> dict[str, Any]:
    """The facets with their options, and for each question what it has of them."""
    guide = site.guide
    shown = facets(guide)
    questions = [_entry(site, question) for question in site.guide.questions.values()]
    used = {
        facet.id: {option for entry in questions for option in entry["has"][facet.id]}
        for facet in shown
    }
    return {
        "facets": [
            {
                "id": facet.id,
                "label": facet.label,
                "options": [
                    [option, label]
                    for option, label in facet.options.items()
                    if option in used[facet.id]
                ],
            }
            for facet in shown
        ],
        "questions": questions,
    }


def _entry(site: Site, question: Question) -> dict[str, Any]:
    guide = site.guide
    languages = [one for one in question.technologies if guide.technologies[one].type == "language"]
    duties = question.responsibilities or [
        duty.id for duty in guide.naming("responsibility", "skill", question.skill)
    ]
    return {
        "address": site.address("question", question.id),
        "title": bare(question.name),
        "words": bare(question.prompt.split("\n\n")[0]),
        "minutes": question.minutes,
        "has": {
            "kind": [question.type],
            "level": question.levels,
            "minutes": [str(next(most for most in MINUTES if question.minutes <= most))],
            "group": list(dict.fromkeys(guide.skills[one].group for one in question.rated_skills)),
            "skill": question.rated_skills,
            "responsibility": duties,
            "language": languages or [ANY_LANGUAGE],
            "technology": [one for one in question.technologies if one not in languages],
            "exercise": ["yes"] if question.exercise else [],
        },
    }
