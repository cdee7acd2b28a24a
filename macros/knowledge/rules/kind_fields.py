"""A question has what its kind needs, and nothing that belongs to another kind.

Behavioural: an equal situational form. Design: facts to give. Debugging: evidence to show. Coding:
an exercise. Two to four criteria, or one for knowledge and estimation.
"""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding

NEEDS = {
    "behavioural": "situational_prompt",
    "design": "facts",
    "debugging": "evidence",
    "coding": "exercise",
}
ONLY = {field: kind for kind, field in NEEDS.items() if field != "exercise"}
ONE_CRITERION = ("knowledge", "estimation")


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        kind = question.type
        if kind in NEEDS and not getattr(question, NEEDS[kind]):
            what = f"a {kind} question needs `{NEEDS[kind]}`: add it"
            yield Finding(question, ("kind",), what)
        for field, owner in ONLY.items():
            if getattr(question, field) and kind != owner:
                what = f"`{field}` belongs to {owner} questions: delete it, or change the kind"
                yield Finding(question, (field,), what, key=True)
        if len(question.rubric) == 1 and kind not in ONE_CRITERION:
            what = f"a {kind} question has two to four criteria: add one"
            yield Finding(question, ("rubric",), what, key=True)
