"""No two questions ask the same thing: prompts stay below a token-set ratio of 71."""

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz, utils

from ..guide import Guide
from . import Finding

SIMILAR = 71


def check(guide: Guide) -> Iterator[Finding]:
    plain = [(q, utils.default_process(q.prompt)) for q in guide.questions.values()]
    prompts = [(question, text, frozenset(text.split())) for question, text in plain]
    for (first, one, its), (second, other, others) in combinations(prompts, 2):
        # Prompts that share few words cannot reach the ratio, and this is much quicker to see.
        if len(its & others) * 4 < min(len(its), len(others)):
            continue
        ratio = fuzz.token_set_ratio(one, other, score_cutoff=SIMILAR)
        if ratio:
            path = f"{guide.name}/{first.path}"
            what = f"the prompt is like that of {path} ({ratio:.0f} of 100): ask something else"
            yield Finding(second, ("prompt",), what)
