"""What the finder knows of each question."""

from macros.knowledge.guide import Guide
from macros.outputs import finder
from macros.pages.site import Site


def test_each_question_has_known_options_of_every_facet(guide: Guide) -> None:
    made = finder.made(Site(guide))
    options = {facet["id"]: {one for one, _ in facet["options"]} for facet in made["facets"]}
    assert len(made["questions"]) == len(guide.questions)
    for entry in made["questions"]:
        assert set(entry["has"]) == set(options)
        for facet, has in entry["has"].items():
            assert set(has) <= options[facet], (entry["address"], facet)
    used = {
        facet: {one for entry in made["questions"] for one in entry["has"][facet]}
        for facet in options
    }
    assert used == options  # no option that finds nothing


def test_a_question_is_what_its_record_says(guide: Guide) -> None:
    made = finder.made(Site(guide))
    question = guide.questions["double-count"]
    entry = next(one for one in made["questions"] if one["address"] == "questions/double-count/")
    assert entry["has"]["kind"] == [question.type]
    assert entry["has"]["level"] == question.levels
    assert entry["has"]["skill"] == question.rated_skills
    assert entry["has"]["exercise"] == (["yes"] if question.exercise else [])
    least = 0
    for most in finder.MINUTES:
        if least < question.minutes <= most:
            assert entry["has"]["minutes"] == [str(most)]
        least = most


def test_every_length_has_a_class(guide: Guide) -> None:
    longest = max(kind.longest_minutes for kind in guide.question_kinds.values())
    assert longest <= finder.MINUTES[-1]
