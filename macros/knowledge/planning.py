"""A plan for a role at a level, made by rule from the question bank.

The rule, which docs/interview.md tells:

1. Only questions for the level count. One behavioural question and one work sample come first, each
   the best of its kind by rule 2 for which there is room.
2. Then, again and again, the question that rates the most essential skills that the plan does not
   rate yet; among equals one of a kind that the plan has not, then the shorter one. Nothing is
   added that rates no essential skill anew.
3. Each question goes into the first interview in which there is time and in which at most four
   skills are rated then; a new interview is begun where there is none, up to four and 240 minutes.
4. Each interview opens, ends with the candidate's questions, and has some time to spare.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from .guide import Guide, RoleAtLevel
from .records import Plan, Question
from .records.plan import Interview, Slot

OPENING, CANDIDATE, SPARE = 5, 10, 5  # minutes of an interview beside its questions
LONGEST_NAME = 60
LONGEST, ALL, MOST_SKILLS, MOST_INTERVIEWS = 60, 240, 4, 4
WORK_SAMPLES = ("scenario", "debugging", "coding", "design")
ORDINALS = ("first", "second", "third", "fourth")


@dataclass
class _Draft:
    """An interview that is being filled."""

    questions: list[Question] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return OPENING + CANDIDATE + SPARE + sum(one.minutes for one in self.questions)

    def skills_with(self, question: Question) -> set[str]:
        return {skill for one in [*self.questions, question] for skill in one.rated_skills}

    def has_room(self, question: Question) -> bool:
        # A long question takes the time to spare, and half of that for the candidate's own.
        most = LONGEST if self.questions else LONGEST + SPARE + CANDIDATE // 2
        fits = self.minutes + question.minutes <= most
        return fits and len(self.skills_with(question)) <= MOST_SKILLS


def made(
    guide: Guide, pair: RoleAtLevel, letter: str = "a", without: Collection[str] = ()
) -> Plan | None:
    """The plan by the rule, or None where the bank has too little for one.

    without: ids of questions that are not to be asked, such as those of the first plan.
    """
    level = pair.level.id
    bank = [q for q in guide.questions.values() if level in q.levels and q.id not in without]
    essential = set(pair.essential)
    interviews: list[_Draft] = []
    chosen: list[Question] = []
    for kinds in (("behavioural",), WORK_SAMPLES):
        found = [one for one in bank if one.type in kinds and one not in chosen]
        ranked = sorted(found, key=_rank(chosen, essential))
        first = next((one for one in ranked if _placed(interviews, one)), None)
        if first is None:
            return None
        chosen.append(first)
    left = [q for q in bank if q not in chosen]
    while left:
        best = min(left, key=_rank(chosen, essential))
        if not _gain(best, chosen, essential):
            break
        left.remove(best)
        if _placed(interviews, best):
            chosen.append(best)
    return _plan(guide, pair, letter, interviews)


def _gain(question: Question, chosen: Iterable[Question], essential: set[str]) -> int:
    rated = {skill for one in chosen for skill in one.rated_skills}
    return len((set(question.rated_skills) & essential) - rated)


def _rank(
    chosen: list[Question], essential: set[str]
) -> Callable[[Question], tuple[int, bool, int, str]]:
    """What a question is preferred by, beside those that are chosen: the least comes first."""
    kinds = {one.type for one in chosen}
    return lambda one: (
        -_gain(one, chosen, essential), one.type in kinds, one.minutes, one.id,
    )  # fmt: skip


def _placed(interviews: list[_Draft], question: Question) -> bool:
    for interview in interviews:
        if interview.has_room(question):
            if sum(one.minutes for one in interviews) + question.minutes > ALL:
                return False
            interview.questions.append(question)
            return True
    new = _Draft()
    total = sum(min(one.minutes, LONGEST) for one in interviews)
    room = min(OPENING + CANDIDATE + SPARE + question.minutes, LONGEST)
    if len(interviews) == MOST_INTERVIEWS or total + room > ALL or not new.has_room(question):
        return False
    new.questions.append(question)
    interviews.append(new)
    return True


def _plan(guide: Guide, pair: RoleAtLevel, letter: str, drafts: list[_Draft]) -> Plan:
    interviews = [_interview(guide, n, draft) for n, draft in enumerate(drafts)]
    asked = [question for draft in drafts for question in draft.questions]
    minutes = ", ".join(str(one.minutes) for one in interviews[:-1])
    times = f"{minutes} and {interviews[-1].minutes}" if minutes else str(interviews[-1].minutes)
    many = "one interview" if len(interviews) == 1 else f"{len(interviews)} interviews"
    brief = (
        f"You will have {many}, of {times} minutes. Each leaves time for your own questions. "
        "Nothing needs preparation, unless we send you a question a day ahead."
    )
    id_ = f"{pair.id}-{letter}"
    return Plan(
        id=id_,
        path=f"plans/{id_}.yaml",
        interviews=interviews,
        candidate_brief=brief,
        status="draft",
        reviewed_on=max(question.reviewed_on for question in asked),
    )


def _interview(guide: Guide, number: int, draft: _Draft) -> Interview:
    longest = max(draft.questions, key=lambda one: one.minutes)
    asked = sum(one.minutes for one in draft.questions)
    candidate = CANDIDATE if OPENING + asked + CANDIDATE <= LONGEST else CANDIDATE // 2
    spare = min(SPARE, LONGEST - OPENING - asked - candidate)
    slots = [
        Slot(kind="opening", minutes=OPENING),
        *(Slot(question=one.id, minutes=one.minutes) for one in draft.questions),
        Slot(kind="candidate-questions", minutes=candidate),
        *([Slot(kind="buffer", minutes=spare)] if spare > 0 else []),
    ]
    minutes = sum(slot.minutes for slot in slots)
    name = " ".join(guide.skills[longest.skill].name.split())[:LONGEST_NAME]
    return Interview(id=ORDINALS[number], name=name, minutes=minutes, slots=slots)
