"""What the builder of plans knows: roles at each level, questions, ready plans, rules and texts."""

from typing import Any

from ..knowledge import papers, planning
from ..knowledge.guide import RoleAtLevel
from ..knowledge.records import Plan, Question
from ..knowledge.rules.plan_arithmetic import CANDIDATE_MINUTES
from ..pages.site import Site
from ..pages.text import bare

ADDRESS = "plans/builder.json"


def made(site: Site) -> dict[str, Any]:
    """The value of the file. The rules and texts are those that the guide itself uses."""
    guide = site.guide
    return {
        "limits": {
            "opening": planning.OPENING,
            "candidate": planning.CANDIDATE,
            "spare": planning.SPARE,
            "longest": planning.LONGEST,
            "all": planning.ALL,
            "skills": planning.MOST_SKILLS,
            "interviews": planning.MOST_INTERVIEWS,
            "candidate_in_all": CANDIDATE_MINUTES,
        },
        "work_samples": planning.WORK_SAMPLES,
        "without_assistant": papers.WITHOUT_ASSISTANT,
        "kinds": {
            kind.id: {"label": kind.label, "told": kind.for_candidate}
            for kind in guide.question_kinds.values()
        },
        "slots": papers.SLOTS,
        "letter": papers.LETTER,
        "panel_rules": papers.PANEL_RULES,
        "skills": {skill.id: bare(skill.name) for skill in guide.skills.values()},
        "roles": [
            {
                "id": role.id,
                "name": bare(role.name),
                "levels": [_level(site, pair) for pair in guide.levels_of(role)],
            }
            for role in guide.roles.values()
        ],
        "questions": {one.id: _question(one) for one in guide.questions.values()},
        "former": {
            kind: {
                former: record.id
                for record in guide.records[kind].values()
                for former in record.former_ids
            }
            for kind in ("role", "question")
        },
        "retired": {
            id_: [bare(record.title), record.retired.since if record.retired else ""]
            for id_, record in guide.retired["question"].items()
        },
    }


def _level(site: Site, pair: RoleAtLevel) -> dict[str, Any]:
    plans = (p for p in site.guide.ready_plans.values() if (p.role, p.level) == pair.key)
    return {
        "id": pair.level.id,
        "label": pair.level.label,
        "title": bare(pair.at.title),
        "url": f"{site.url}{site.address('role-level', pair.id)}",
        "essential": pair.essential,
        "ready": {plan.letter: _plan(plan) for plan in plans},
    }


def _plan(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "name": bare(interview.name),
            "slots": [[slot.question or slot.type, slot.minutes] for slot in interview.slots],
        }
        for interview in plan.interviews
    ]


def _question(question: Question) -> dict[str, Any]:
    return {
        "title": bare(question.name),
        "kind": question.type,
        "minutes": question.minutes,
        "levels": question.levels,
        "skill": question.skill,
        "tools": [bare(tool) for tool in question.tools],
        "ahead": question.send_ahead,
        "criteria": [[one.id, bare(one.label), one.skill] for one in question.rubric],
        "caps": [hint.caps for hint in question.hints],
    }
