"""A plan adds up.

It is for a level that its role has, and is called a or b. The slots of an interview fill its
minutes. All interviews take at most 240 minutes, and each rates at most four skills. There is a
work sample, a behavioural question, and in each interview time for the candidate's questions, ten
minutes in all. No question is asked twice, and each is meant for the level and fits its slot. The
ids of interviews differ from each other, and from the names of the plan's other papers.
"""

from collections.abc import Iterator

from ..guide import Guide
from ..records import Plan
from . import Finding

MOST_MINUTES, MOST_SKILLS, CANDIDATE_MINUTES = 240, 4, 10
WORK_SAMPLES = {"scenario", "debugging", "coding", "design"}
PAPERS = ("letter", "panel", "scorecard")  # beside a sheet for each interview


def check(guide: Guide) -> Iterator[Finding]:
    for plan in guide.plans.values():
        yield from _place(guide, plan)
        yield from adds_up(guide, plan)


def adds_up(guide: Guide, plan: Plan) -> Iterator[Finding]:
    """What is wrong with the minutes, kinds and skills of a plan."""
    yield from _whole(guide, plan)
    yield from _interviews(guide, plan)


def _place(guide: Guide, plan: Plan) -> Iterator[Finding]:
    if not guide.exists("role", plan.role):
        yield Finding(plan, (), f"the folder `{plan.role}` is not a role: move the file")
    elif (role := guide.roles.get(plan.role)) and plan.level not in role.levels:
        known = ", ".join(f"`{level}`" for level in role.levels)
        what = f"`{plan.level}` is not a level of the role: name the file <level>-a.yaml; {known}"
        yield Finding(plan, (), what)
    if plan.letter not in ("a", "b"):
        yield Finding(plan, (), f"`{plan.letter}` must be a or b: rename the file")


def _whole(guide: Guide, plan: Plan) -> Iterator[Finding]:
    top = ("interviews",)
    if plan.minutes > MOST_MINUTES:
        yield Finding(plan, top, f"{plan.minutes} minutes in all: at most {MOST_MINUTES}", key=True)
    asked = [guide.questions[q] for q in plan.questions if q in guide.questions]
    kinds = {question.type for question in asked}
    if len(asked) == len(plan.questions):
        if not kinds & WORK_SAMPLES:
            what = f"no work sample: add a question of the kind {', '.join(sorted(WORK_SAMPLES))}"
            yield Finding(plan, top, what, key=True)
        if "behavioural" not in kinds:
            yield Finding(plan, top, "no behavioural question: add one", key=True)
    free = [s for i in plan.interviews for s in i.slots if s.type == "candidate-questions"]
    if sum(slot.minutes for slot in free) < CANDIDATE_MINUTES:
        what = f"the candidate has less than {CANDIDATE_MINUTES} minutes for questions: add a slot"
        yield Finding(plan, top, what, key=True)


def _interviews(guide: Guide, plan: Plan) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, interview in enumerate(plan.interviews):
        at = ("interviews", number)
        if interview.id in (*PAPERS, *(one.id for one in plan.interviews[:number])):
            yield Finding(plan, (*at, "id"), f"`{interview.id}` is taken: choose another id")
        total = sum(slot.minutes for slot in interview.slots)
        if total != interview.minutes:
            what = f"the slots take {total} minutes, the interview {interview.minutes}"
            yield Finding(plan, (*at, "minutes"), f"{what}: make them equal")
        skills: dict[str, None] = {}
        for n, slot in enumerate(interview.slots):
            question = guide.questions.get(slot.question or "")
            where = (*at, "slots", n, "question")
            if question is None:
                continue
            skills.update(dict.fromkeys(question.rated_skills))
            if question.id in seen:
                yield Finding(plan, where, f"`{question.id}` is asked twice: choose another")
            seen.add(question.id)
            if plan.level not in question.levels:
                yield Finding(plan, where, f"`{question.id}` is not meant for `{plan.level}`")
            if slot.minutes < question.minutes:
                what = f"`{question.id}` takes {question.minutes} minutes, the slot {slot.minutes}"
                yield Finding(plan, (*at, "slots", n, "minutes"), what)
        if len(skills) > MOST_SKILLS:
            what = f"the interview rates {len(skills)} skills: at most {MOST_SKILLS}"
            yield Finding(plan, (*at, "id"), f"{what} ({', '.join(skills)})")
