"""A question stands in the folder of a skill, and a criterion rates that skill."""

from collections.abc import Iterator

from ..guide import Guide
from ..problems import did_you_mean
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        if not guide.exists("skill", question.skill):
            near = did_you_mean(question.skill, guide.ids("skill"))
            what = f"the folder `{question.skill}` is not a skill{near}: move the file"
            yield Finding(question, (), what)
        elif question.skill not in question.rated_skills:
            what = f"no criterion rates `{question.skill}`, its folder: add one, or move the file"
            yield Finding(question, ("rubric",), what, key=True)
