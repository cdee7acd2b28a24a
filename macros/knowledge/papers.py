"""What people get for the interviews of a plan: the words of the candidate's letter and the panel.

The texts stand here once. docs/assets/plan/plan.js writes the same letter for a plan that was made
in a browser, from the same texts; a test holds the two to be equal. The policy on AI assistants is
that of docs/method.md.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from .guide import Guide
from .records import Plan, Question
from .records.plan import Interview

# Words in brackets are for whoever sends the letter.
LETTER: dict[str, Any] = {
    "greeting": "Dear [name],",
    "opening": (
        "Thank you for applying. This is how our interviews go for the position: {title}. Every "
        "candidate for it has the same interviews and gets this letter."
    ),
    "interviews": [
        "The interviews",
        "There is one interview.",
        "There are {many} interviews, {minutes} minutes in all.",
    ],
    "when": "[When, where, and with whom.]",
    "interview": "“{name}”, {minutes} minutes: {kinds}.",
    "yours": "{minutes} minutes of it are for your own questions.",
    "calm": "There are no tricks. You may take your time, make notes and ask whatever you need.",
    "rated": [
        "What we look at",
        "We rate what you say and do against what the position asks for, on a scale that is "
        "written down. What it asks for, and what it does not, stands here: {url}",
        "We do not rate accent, fluency, speed or whether you know the name of a product.",
    ],
    "bring": [
        "What to bring",
        "Notes of your own are welcome in every interview.",
        "In “{name}” you may also use: {tools}.",
        "Nothing needs preparation.",
    ],
    "ahead": [
        "For you to think about beforehand",
        "We will ask you this. Everybody gets it now.",
        "We will ask you these. Everybody gets them now.",
        "Nothing else needs preparation.",
    ],
    "assistants": [
        "AI assistants",
        "AI assistants are not used in these interviews.",
        "In “{name}” you may use an AI assistant for this part: {kinds}.",
        "In all other parts AI assistants are not used. Where you use one, we look at what you "
        "check, reject, change and can explain. Nobody loses by not using one.",
        "Captions, dictation, a screen reader or an interpreter are not AI assistants in this "
        "sense. They are welcome.",
    ],
    "adjustments": [
        "Adjustments",
        "Tell [name] at [address] what would help you. You need not say why. It does not affect "
        "the rating, and the interviewers learn only what they need.",
        "Usual are more time, breaks, text beforehand, typing instead of speaking or drawing, "
        "captions, an interpreter, or another day.",
    ],
    "remote": [
        "If we talk remotely",
        "We use [tool] and share [editor or document]. Your camera may stay off.",
        "If the line fails, [name] calls you at the number that you give us. You get the lost time "
        "back.",
    ],
    "after": ["Afterwards", "You hear from us by [day].", "[Your name]"],
}
# What happens in an interview beside its questions.
SLOTS = {
    "opening": "Opening: names, how it goes, no tricks",
    "candidate-questions": "The candidate’s questions",
    "buffer": "Spare",
}
# Kinds in which no assistant is used where the question is silent, whatever the letter says.
WITHOUT_ASSISTANT = ("knowledge", "debugging", "design")
NOTES = "notes"  # welcome everywhere, so not told again for an interview

# The rules of rating, for the panel; docs/method.md gives the reasons.
PANEL_RULES = (
    "Every candidate for the position gets this plan, with the same questions and the same time.",
    "Each interviewer reads the role at its level beforehand, above all what is not expected.",
    "Write notes during the interview. Rate each criterion within 30 minutes, alone, before you "
    "see or hear another rating.",
    "3 meets the level. An anchor is an example: what does the same earns the same.",
    "A hint caps the criteria that it names. A hint without a cap is free.",
    "Do not rate “fit”. If a worry is real, name the skill and the evidence.",
    "The panel meets when all ratings are in. Begin with the lowest rating and talk about "
    "evidence. The hiring manager speaks last.",
    "A rating may change. Keep the first one beside it.",
    "Average each criterion over those who rated it, and each skill over its criteria, with equal "
    "weights. The bar is 3.0 on every essential skill that was rated. One of at least 2.5 may be "
    "balanced, with the reason written down.",
)


@dataclass
class Section:
    """A part of the letter. ahead: ids of questions that the candidate gets in full."""

    heading: str = ""
    lines: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)


def letter(guide: Guide, plan: Plan, url: str, assistants: bool = False) -> list[Section]:
    """The letter to the candidates for a plan, in plain words.

    url: where the role at its level is read. assistants: whether AI assistants may be used where
    the policy leaves it to the letter.
    """
    title = guide.at(plan.role, plan.level).at.title
    brief = [plan.candidate_brief] if plan.id in guide.plans else []
    one, rated = LETTER["interviews"][1], LETTER["rated"]
    many = LETTER["interviews"][2].format(many=len(plan.interviews), minutes=plan.minutes)
    asked = [guide.questions[id_] for id_ in plan.questions]
    ahead = [question.id for question in asked if question.send_ahead]
    sections = [
        Section("", [LETTER["greeting"], LETTER["opening"].format(title=title)]),
        Section(
            LETTER["interviews"][0],
            [*brief, one if len(plan.interviews) == 1 else many, LETTER["when"], LETTER["calm"]],
            [_talk(guide, interview) for interview in plan.interviews],
        ),
        Section(rated[0], [rated[1].format(url=url), rated[2]]),
        _bring(guide, plan, bool(ahead)),
    ]
    if ahead:
        heading, one, more, rest = LETTER["ahead"]
        sections.append(Section(heading, [one if len(ahead) == 1 else more, rest], [], ahead))
    sections.append(_assistants(guide, plan, assistants))
    sections += [
        Section(LETTER[part][0], LETTER[part][1:]) for part in ("adjustments", "remote", "after")
    ]
    return sections


def _asked(guide: Guide, interview: Interview) -> list[Question]:
    return [guide.questions[slot.question] for slot in interview.slots if slot.question]


def _told(guide: Guide, asked: list[Question]) -> str:
    """The kinds of some questions, for a candidate: each once."""
    kinds = dict.fromkeys(question.type for question in asked)
    return "; then ".join(guide.question_kinds[kind].for_candidate for kind in kinds)


def _talk(guide: Guide, interview: Interview) -> str:
    kinds = _told(guide, _asked(guide, interview))
    free = sum(slot.minutes for slot in interview.slots if slot.type == "candidate-questions")
    said = [LETTER["interview"].format(name=interview.name, minutes=interview.minutes, kinds=kinds)]
    if free:
        said.append(LETTER["yours"].format(minutes=free))
    return " ".join(said)


def _bring(guide: Guide, plan: Plan, ahead: bool) -> Section:
    heading, notes, tools, nothing = LETTER["bring"]
    items = []
    for interview in plan.interviews:
        named = [tool for question in _asked(guide, interview) for tool in question.tools]
        found = [tool for tool in dict.fromkeys(named) if tool != NOTES and not _ASSISTANT(tool)]
        if found:
            items.append(tools.format(name=interview.name, tools=", ".join(found)))
    return Section(heading, [notes] if ahead else [notes, nothing], items)


_ASSISTANT = re.compile(r"\bassistant", re.IGNORECASE).search


def allows_assistant(question: Question, assistants: bool) -> bool:
    """Whether an AI assistant may be used: by the list of its tools, else by kind and letter."""
    if question.tools:
        return any(_ASSISTANT(tool) and not tool.startswith("no ") for tool in question.tools)
    return assistants and question.type not in WITHOUT_ASSISTANT


def _assistants(guide: Guide, plan: Plan, assistants: bool) -> Section:
    heading, none, part, rest, welcome = LETTER["assistants"]
    items = []
    for interview in plan.interviews:
        asked = _asked(guide, interview)
        allowed = [question for question in asked if allows_assistant(question, assistants)]
        if allowed:
            items.append(part.format(name=interview.name, kinds=_told(guide, allowed)))
    return Section(heading, [rest, welcome] if items else [none, welcome], items)
