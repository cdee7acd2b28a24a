"""Judgements: figures worked out by hand, and what a file must agree on with its question."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import judging
from macros.judging import figures
from macros.judging.problems import current
from macros.judging.records import Cold, Facts, Rubric, SideBySide
from macros.knowledge import loading
from macros.knowledge.fingerprint import fingerprint

from ..conftest import FIXTURE, DataCopy

LETTERS = "ABCDEFGH"
MEANT = (1, 2, 3, 4, 1, 2, 3, 4)
TAIL = {"judged_on": "2026-11-27", "text": "0" * 12}


def rubric(first: tuple[int, ...], second: tuple[int, ...]) -> dict[str, Any]:
    """A file of test B with one criterion; A is the eloquent answer and G the halting one."""
    voices = {"A": "eloquent-wrong", "G": "halting-right"}
    answers = {
        letter: {
            "intended": {"cause": meant},
            "voice": voices.get(letter, "plain"),
            "says": "Words.",
        }
        for letter, meant in zip(LETTERS, MEANT, strict=True)
    }
    read = {
        name: {letter: {"cause": n} for letter, n in zip(LETTERS, ratings, strict=True)}
        for name, ratings in (("first", first), ("second", second))
    }
    return {**TAIL, "answers": answers, "ratings": read}


def cold(strong: list[bool], weak: list[bool]) -> dict[str, Any]:
    return {
        **TAIL,
        "strong": {"says": "Much.", "reached": strong},
        "weak": {"says": "Little.", "reached": weak},
    }


def claim(right: bool, mended: bool = False) -> dict[str, Any]:
    where = {"claim": "It is so.", "where": "prompt", "how": "known", "by": "known"}
    return {**where, "right": right, "mended": mended}


def test_agreement_of_two_readers() -> None:
    one = Rubric.model_validate(rubric(MEANT, (1, 2, 3, 4, 1, 3, 3, 2)))
    found = figures.agreement([one])
    assert (found.exact, found.within_one, found.ratings) == (6 / 8, 7 / 8, 8)
    assert found.as_intended == 14 / 16
    assert (found.eloquent, found.halting) == (1, 3)
    assert not found.passed  # within one in 88 %, the aim is 95 %
    assert not figures.passed(one)


def mixed() -> dict[str, Any]:
    """The same with two criteria, and with ratings of its own for each answer and criterion."""
    one = rubric(MEANT, MEANT)
    for letter, cause, repair in zip(LETTERS, MEANT, (1, 4, 2, 3, 2, 1, 3, 4), strict=True):
        one["answers"][letter]["intended"]["repair"] = repair
        for name, off in (("first", 0), ("second", letter == "B")):
            one["ratings"][name][letter] = {"cause": cause, "repair": repair - off}
    return one


def test_each_criterion_has_the_rating_that_was_meant_for_it() -> None:
    one = Rubric.model_validate(mixed())
    found = figures.agreement([one])
    assert (found.ratings, found.exact, found.within_one) == (16, 15 / 16, 1)
    assert found.as_intended == 31 / 32  # the second reader gave B a 3 for a repair meant as 4


def test_a_rubric_that_meets_its_aims() -> None:
    one = Rubric.model_validate(rubric(MEANT, (1, 2, 3, 3, 1, 3, 3, 4)))
    assert figures.passed(one)
    assert figures.passes([one, one]) == 2
    assert figures.agreement([one, one]).ratings == 16


def test_an_eloquent_wrong_answer_must_not_outrank_the_halting_right_one() -> None:
    first = (4, 2, 3, 4, 1, 2, 3, 4)
    one = Rubric.model_validate(rubric(first, first))
    assert figures.agreement([one]).exact == 1
    assert not figures.passed(one)


@pytest.mark.parametrize(
    ("strong", "weak", "passes"),
    [
        ([True, True, True, False, False], [True, False, False, False, False], True),
        ([True, True, False, False, False], [False] * 5, False),
        ([True] * 5, [True] * 5, False),
    ],
)
def test_cold(strong: list[bool], weak: list[bool], passes: bool) -> None:
    one = Cold.model_validate(cold(strong, weak))
    assert figures.share([one], "strong") == sum(strong) / 5
    assert figures.passed(one) is passes


def rated(first: int, second: int) -> dict[str, Any]:
    """What two readers gave the weak answer; both gave the strong one 4."""
    ratings = {
        reader: {"strong": {"cause": 4}, "weak": {"cause": weak}}
        for reader, weak in (("first", first), ("second", second))
    }
    return {**TAIL, "ratings": ratings}


def test_answers_that_were_given_cold_are_rated_too() -> None:
    values = cold([True], [False])
    ones = [Cold.model_validate({**values, "rated": rated(1, n)}) for n in (1, 3)]
    found = figures.unaimed([*ones, Cold.model_validate(values)])
    assert found is not None
    assert (found.exact, found.within_one) == (3 / 4, 3 / 4)
    assert (found.strong, found.weak) == (4, (1 + 1 + 1 + 3) / 4)
    assert (found.ratings, found.questions) == (4, 2)
    assert figures.unaimed([Cold.model_validate(values)]) is None


def test_facts() -> None:
    values = {**TAIL, "claims": [claim(True), claim(False, True), claim(False)]}
    one = Facts.model_validate(values)
    assert (figures.claims([one]), figures.wrong_at_first([one]), figures.wrong_now([one])) == (
        3,
        2,
        1,
    )
    assert not figures.passed(one)
    mended = Facts.model_validate(
        {**TAIL, "claims": [claim(True), claim(True), claim(False, True)]}
    )
    assert figures.passed(mended)


def side_by_side(correctness: int) -> dict[str, Any]:
    seen = dict.fromkeys(("relevance", "clarity", "depth", "fairness", "time"), 5)
    prompt = {
        "ours": {**seen, "correctness": correctness},
        "other": {**seen, "correctness": 2},
        "prefers": "ours",
    }
    more = {"levels": 5, "rubric": 5}
    whole = {side: {**prompt[side], **more} for side in ("ours", "other")} | {"prefers": "other"}
    views = {"whole": whole, "prompt": prompt}
    about = {"other": "A list", "url": "https://example.org/list", "shown_first": "other"}
    return {**TAIL, **about, "engineer": views, "hiring": views}


def test_side_by_side() -> None:
    one = SideBySide.model_validate(side_by_side(3))
    whole, prompt = figures.comparison([one], "whole"), figures.comparison([one], "prompt")
    assert (whole.ours, whole.other) == ((5 * 7 + 3) / 8, (5 * 7 + 2) / 8)
    assert (whole.wins, prompt.wins, whole.least, whole.readers) == (0, 1, 3, 2)
    assert figures.passed(one)
    assert not figures.passed(SideBySide.model_validate(side_by_side(2)))


class Folder:
    """The fixture's data and a folder of judgements of it."""

    def __init__(self, data: DataCopy, folder: Path) -> None:
        self.data, self.folder = data, folder

    def write(self, test: str, question: str, values: dict[str, Any]) -> None:
        file = self.folder / test / f"{question}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values, indent=1))  # JSON is YAML, and repeats what is shared

    def problems(self) -> list[str]:
        found = judging.load(self.folder, "judgements")
        return [str(one) for one in judging.problems(self.data.load(), found)]

    def whole(self, question: str) -> None:
        """B, C and D of a question, passed with its words of today."""
        guide = self.data.load()
        record = guide.questions[question]
        read = rubric(MEANT, MEANT)
        names = [criterion.id for criterion in record.rubric]
        for answer in read["answers"].values():
            answer["intended"] = dict.fromkeys(names, answer["intended"]["cause"])
        for letters in read["ratings"].values():
            for letter, rated in letters.items():
                letters[letter] = dict.fromkeys(names, rated["cause"])
        points = sum(point.must for point in record.outline)
        values = {
            "rubric": read,
            "cold": cold([True] * points, [False] * points),
            "facts": {**TAIL, "claims": [claim(True)] * 3},
        }
        for test, file in values.items():
            text = fingerprint(record, judging.TESTS[test].judges)
            self.write(test, question, {**file, "text": text})


@pytest.fixture
def folder(data: DataCopy, tmp_path: Path) -> Iterator[Folder]:
    yield Folder(data, tmp_path / "judgements")


def test_no_folder_is_no_problem(folder: Folder) -> None:
    assert folder.problems() == []


def test_whole_judgements_are_accepted(folder: Folder) -> None:
    folder.whole("double-count")
    assert folder.problems() == []


def test_a_judgement_of_no_question(folder: Folder) -> None:
    folder.write("cold", "double-cuont", cold([True, True], [False, False]))
    (said,) = folder.problems()
    assert said.startswith("judgements/cold/double-cuont.yaml:1:1: there is no question")
    assert said.endswith("did you mean `double-count`?")


def test_a_folder_that_is_no_test(folder: Folder) -> None:
    folder.write("colt", "double-count", cold([True, True], [False, False]))
    (said,) = folder.problems()
    assert "colt/double-count.yaml:1:1: `colt` is no test; did you mean `cold`?" in said


def test_an_unknown_field(folder: Folder) -> None:
    folder.write("cold", "double-count", {**cold([True], [True]), "marks": 3})
    (said,) = folder.problems()
    assert "`marks` is not a field here" in said


def test_marks_for_other_points_than_the_question_has(folder: Folder) -> None:
    folder.whole("double-count")
    record = folder.data.load().questions["double-count"]
    values = cold([True], [False]) | {"text": fingerprint(record, Cold.judges)}
    folder.write("cold", "double-count", values)
    assert len(folder.problems()) == 2
    assert "1 points are marked; the question has" in folder.problems()[0]


def test_ratings_must_be_of_the_criteria(folder: Folder) -> None:
    folder.whole("double-count")
    file = folder.folder / "rubric" / "double-count.yaml"
    values = yaml.safe_load(file.read_text())
    del values["ratings"]["second"]["H"]
    values["ratings"]["first"]["A"] = {"speed": 3}
    folder.write("rubric", "double-count", values)
    said = "\n".join(folder.problems())
    assert "answer H is not rated: add it" in said
    assert "must rate each of `cause`" in said


def test_cold_answers_must_be_rated_by_both_for_each_criterion(folder: Folder) -> None:
    values = {**cold([True], [False]), "rated": rated(1, 1)}
    folder.write("cold", "double-count", values)
    assert folder.problems() == []
    del values["rated"]["ratings"]["second"]["weak"]
    folder.write("cold", "double-count", values)
    (said,) = folder.problems()
    assert "must rate the weak answer for each of `cause`, and nothing else" in said


def test_answers_must_be_two_for_each_rating_and_of_both_voices(folder: Folder) -> None:
    folder.whole("double-count")
    values = yaml.safe_load((folder.folder / "rubric" / "double-count.yaml").read_text())
    values["answers"]["A"] |= {"intended": {"cause": 2}, "voice": "plain"}
    folder.write("rubric", "double-count", values)
    said = "\n".join(folder.problems())
    assert "one of the answers must have `voice: eloquent-wrong`" in said
    assert "1 answers are meant as 1 for `cause`, must be two" in said
    assert "3 answers are meant as 2 for `cause`, must be two" in said


def test_mixed_answers_must_be_two_for_each_rating_of_each_criterion(folder: Folder) -> None:
    values = mixed()
    values["answers"]["C"]["intended"] = {"cause": 3, "repair": 4}
    folder.write("rubric", "double-count", values)
    said = "\n".join(folder.problems())
    assert "1 answers are meant as 2 for `repair`, must be two" in said
    assert "3 answers are meant as 4 for `repair`, must be two" in said
    assert "for `cause`" not in said


def test_scores_must_be_whole(folder: Folder) -> None:
    values = side_by_side(4)
    values["hiring"] = {**values["hiring"], "whole": values["hiring"]["prompt"]}
    folder.write("side-by-side", "double-count", values)
    assert any("`rubric` has no score: add it" in said for said in folder.problems())


def call_it_tested(folder: Folder) -> None:
    """The question calls itself desk-tested from now on."""
    name = "questions/alpha/double-count.yaml"
    folder.data.change(name, "status: draft", "status: desk-tested")


def test_a_desk_tested_question_was_judged(folder: Folder) -> None:
    call_it_tested(folder)
    said = "\n".join(folder.problems())
    for test in ("rubric", "cold", "facts"):
        assert f"the test `{test}` was not held: have it judged, or set `status: draft`" in said
    assert "data/questions/alpha/double-count.yaml:" in said
    folder.whole("double-count")
    assert folder.problems() == []


def test_a_changed_word_makes_a_draft_and_no_problem(folder: Folder) -> None:
    name = "questions/alpha/double-count.yaml"
    text = fingerprint(folder.data.load().questions["double-count"])
    folder.data.change(name, "status: draft", f'status: desk-tested\ntested_text: "{text}"')
    folder.whole("double-count")
    folder.data.change(name, "Edits the report by hand.", "Edits the whole report by hand.")
    assert folder.problems() == []
    assert folder.data.load().questions["double-count"].status == "draft"


def test_a_changed_word_undoes_the_tests_that_saw_it(folder: Folder) -> None:
    call_it_tested(folder)
    folder.whole("double-count")
    name = "questions/alpha/double-count.yaml"
    folder.data.change(name, "Edits the report by hand.", "Edits the whole report by hand.")
    (said,) = folder.problems()  # a sign of trouble: no part of what B and C read
    assert "the test `facts` was held with another text" in said


def test_a_test_that_was_not_passed(folder: Folder) -> None:
    call_it_tested(folder)
    folder.whole("double-count")
    values = yaml.safe_load((folder.folder / "facts" / "double-count.yaml").read_text())
    values["claims"][0]["right"] = False
    folder.write("facts", "double-count", values)
    (said,) = folder.problems()
    assert "the test `facts` was not passed" in said


def test_what_is_current() -> None:
    question = loading.load(FIXTURE / "data", "data").questions["double-count"]
    one = Facts.model_validate({**TAIL, "claims": [claim(True)] * 3})
    assert not current(one, question)
    assert current(one.model_copy(update={"text": fingerprint(question)}), question)
