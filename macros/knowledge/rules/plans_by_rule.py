"""A plan that is made by rule adds up like one that is made by hand."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding, plan_arithmetic, references_exist

NEEDS_WHOLE = True


def check(guide: Guide) -> Iterator[Finding]:
    if any(True for _ in references_exist.check(guide)):
        return  # then there is no plan to be made, and that is told
    for plan in guide.plans_by_rule.values():
        for finding in plan_arithmetic.adds_up(guide, plan):
            what = f"the plan {plan.id}, made by rule: {finding.message}"
            yield Finding(guide.roles[plan.role], ("levels", plan.level), what, key=True)
