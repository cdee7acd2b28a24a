"""Nothing is asked about what a candidate is: age, family, health, religion, origin and the like.

The words are looked for in what is said to a candidate. The patterns name the candidate ("your
health"), so that a story about a clinic may speak of health.
"""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records import Question
from . import Finding

TOPICS = {
    "age": r"\b(?:your age|how old are you|years old|born in|birthday|retire(?:d|ment)?)\b",
    "family": r"\b(?:your (?:family|children|partner|spouse|wife|husband)|pregnan\w*|married)\b",
    "health": r"\b(?:your (?:health|illness|disabilit\w*|medication)|sick leave)\b",
    "religion": r"\b(?:religio\w*|your (?:church|faith|beliefs?)|worship)\b",
    "origin": r"\b(?:nationality|where are you from|mother tongue|ethnic\w*|your accent)\b",
    "politics": r"\b(?:trade union|your (?:politic\w*|vote|party))\b",
    "sex and gender": r"\b(?:your (?:gender|sexual\w*)|sexual orientation)\b",
    "money and record": r"\b(?:your (?:salary|debts?|criminal record)|arrested|convicted)\b",
}


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        for at, words in said(question):
            for topic, pattern in TOPICS.items():
                if found := re.search(pattern, words, re.IGNORECASE):
                    what = f"`{found[0]}` touches {topic}, which is not asked about: leave it out"
                    yield Finding(question, at, what, words=found[0])


def said(question: Question) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What a candidate hears or reads, with its place."""
    yield ("prompt",), question.prompt
    if question.situational_prompt:
        yield ("situational_prompt",), question.situational_prompt
    for n, hint in enumerate(question.hints):
        yield ("hints", n, "say"), hint.say
    for n, follow_up in enumerate(question.follow_ups):
        yield ("follow_ups", n, "ask"), follow_up.ask
