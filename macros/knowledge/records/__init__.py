"""The kinds of records, one module each. A field's description is its entry in the reference."""

from .base import Record
from .plan import Plan
from .question import Question
from .responsibility import Responsibility
from .role import Role
from .skill import Skill
from .technology import Technology
from .term import Term
from .vocabulary import (
    Classification,
    Level,
    Proficiency,
    QuestionKind,
    SkillGroup,
    TechnologyKind,
    Vocabulary,
)

KINDS: dict[str, type[Record]] = {
    record.kind: record
    for record in (Role, Responsibility, Skill, Technology, Question, Plan, Term)
}
VOCABULARIES: dict[str, type[Vocabulary]] = {
    words.kind: words
    for words in (Level, Proficiency, QuestionKind, SkillGroup, TechnologyKind, Classification)
}

__all__ = [
    "KINDS",
    "VOCABULARIES",
    "Classification",
    "Level",
    "Plan",
    "Proficiency",
    "Question",
    "QuestionKind",
    "Record",
    "Responsibility",
    "Role",
    "Skill",
    "SkillGroup",
    "Technology",
    "TechnologyKind",
    "Term",
    "Vocabulary",
]
