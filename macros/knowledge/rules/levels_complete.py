"""What is said level by level is said for each level."""

from collections.abc import Iterable, Iterator

from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for role in guide.roles.values():
        for level in _lacking(role.levels, role.first_90_days):
            what = f"`first_90_days` says nothing for `{level}`: add it"
            yield Finding(role, ("first_90_days",), what, key=True)
    for duty in guide.responsibilities.values():
        for field in ("good_by_level", "job_post_lines"):
            for level in _lacking(guide.levels, getattr(duty, field)):
                what = f"`{field}` says nothing for `{level}`: add it"
                yield Finding(duty, (field,), what, key=True)
        for level, acts in duty.good_by_level.items():
            if not 2 <= len(acts) <= 5:
                at = ("good_by_level", level)
                yield Finding(duty, at, f"`{level}` has {len(acts)} acts: write 2 to 5", key=True)


def _lacking(wanted: Iterable[str], given: Iterable[str]) -> list[str]:
    there = set(given)
    return [level for level in wanted if level not in there]
