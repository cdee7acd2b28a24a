"""A role: what a person is hired to do, at each of its levels."""

from typing import Any, Optional

from pydantic import Field, create_model

from .base import (
    TAIL,
    Importance,
    LevelId,
    Line,
    Name,
    Part,
    Record,
    ResponsibilityId,
    RoleId,
    SkillId,
    TermId,
)


class RoleResponsibility(Part):
    """A responsibility of the role, and its share of the time."""

    id: ResponsibilityId = Field(description="The responsibility.")
    importance: Importance = Field(description="essential, important or helpful.")
    time_share: int = Field(ge=1, le=100, description="Per cent of the time; all sum to 100.")


class RoleLevel(Part):
    """What the role means at one level."""

    title: Name = Field(max_length=60, description="The job title.")
    summary: Line = Field(max_length=160, description="The level in one sentence.")
    scope: Line = Field(description="How much one answers for.")
    independence: Line = Field(description="What is agreed beforehand and what one decides.")
    influence: Line = Field(description="Whom one's work helps, and how.")
    expectations: list[Line] = Field(
        min_length=5, max_length=9, description="What can be expected; each begins with a verb."
    )
    not_expected: list[Line] = Field(
        min_length=1, max_length=5, description="What nobody should ask of the level."
    )
    signs_of_readiness: list[Line] = Field(
        min_length=1, max_length=5, description="What shows that the next level is near."
    )


class RoleSkill(Part):
    """A skill of the role, and the proficiency that each level needs."""

    skill: SkillId = Field(description="The skill.")
    importance: Importance = Field(description="essential, important or helpful.")
    levels: dict[LevelId, int] = Field(description="Proficiency at each level, 0 to 4.")


class JobPost(Part):
    """Words for a posting."""

    intro: Line = Field(description="What the person will do; addressed as “you”.")
    hiring_process: Line = Field(description="How the interviews go.")
    link_text: Line = Field(description="The words of the link to this guide.")


class Role(Record):
    """One role, complete; a variant has been joined with its base."""

    kind = "role"
    folder = "roles"

    extends: RoleId | None = Field(
        default=None,
        description="The base of a variant. Fields that are left out are those of the base.",
    )
    name: Name = Field(max_length=60, description="The role, without a level.")
    also_called: list[Name] = Field(default=[], description="Other titles in use.")
    summary: Line = Field(min_length=40, max_length=220, description="What the person does.")
    mission: Line = Field(max_length=320, description="What the person is there for.")
    choose_this_role_when: Line = Field(description="When this role and not another.")
    not_this_role: list[Line] = Field(min_length=1, description="What others do.")
    responsibilities: list[RoleResponsibility] = Field(
        min_length=1, description="What the role answers for. A variant lists all of its own."
    )
    works_with: list[TermId] = Field(min_length=1, description="People whom one works with.")
    level_basis: Line = Field(description="What a level means, and what it does not.")
    levels: dict[LevelId, RoleLevel] = Field(min_length=1, description="The role at each level.")
    skills: list[RoleSkill] = Field(
        min_length=1, description="Its skills. A variant lists those that differ from the base."
    )
    must_have_advice: Line = Field(description="How many skills a posting should demand.")
    first_90_days: dict[LevelId, Line] = Field(description="What happens first, at each level.")
    job_post: JobPost = Field(description="Words for a posting.")


def _partial(model: type[Part], name: str, **overrides: Any) -> type[Part]:
    """The same model with every field optional: what a variant may write."""
    fields: dict[str, Any] = {
        key: (
            Optional[overrides.get(key, info.annotation)],  # noqa: UP045 (a type made at run time)
            Field(None, description=info.description),
        )
        for key, info in model.model_fields.items()
    }
    return create_model(name, __base__=Part, **fields)


_LevelVariant = _partial(RoleLevel, "RoleLevelVariant")
RoleVariant = _partial(
    Role,
    "RoleVariant",
    levels=dict[LevelId, _LevelVariant],  # type: ignore[valid-type]
    job_post=_partial(JobPost, "JobPostVariant"),
)
NOT_INHERITED = ("extends", *TAIL)


def joined(base: dict[str, Any], variant: dict[str, Any]) -> dict[str, Any]:
    """The plain values of a variant, filled up from those of its base.

    Mappings are joined field by field. Lists replace the base's, except `skills`, which is joined
    by skill. Only the levels that the variant names are kept.
    """
    whole = {k: v for k, v in base.items() if k not in NOT_INHERITED} | variant
    levels = list(variant.get("levels") or base["levels"])
    for field in ("levels", "first_90_days"):
        both = _merged(base[field], variant.get(field) or {})
        whole[field] = {level: both[level] for level in levels if level in both}
    whole["job_post"] = _merged(base["job_post"], variant.get("job_post") or {})
    own = {skill["skill"]: skill for skill in variant.get("skills") or []}
    listed = [own.pop(s["skill"], s) for s in base["skills"]] + list(own.values())
    whole["skills"] = [
        s | {"levels": {level: n for level, n in s["levels"].items() if level in levels}}
        for s in listed
    ]
    return whole


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(result.get(key), dict)
        result[key] = _merged(result[key], value) if both else value
    return result
