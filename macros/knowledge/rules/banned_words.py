"""No words that sell, boast, belittle or shut somebody out."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records.base import Text
from . import Finding

# word → what to do instead. Endings are matched too, where a word ends in `*`.
BANNED = {
    "ninja": "name the skill",
    "rockstar": "name the skill",
    "rock star": "name the skill",
    "guru": "name the skill",
    "wizard": "name the skill",
    "guys": "write people",
    "manpower": "write people or staff",
    "man-hours": "write working hours",
    "chairman": "write chair",
    "native speaker": "say what has to be written or said",
    "young": "leave age out",
    "digital native": "leave age out",
    "recent graduate": "leave age out",
    "culture fit": "name the act that matters",
    "cultural fit": "name the act that matters",
    "able-bodied": "name the task",
    "blacklist*": "write blocklist",
    "whitelist*": "write allowlist",
    "sanity check*": "write check",
    "simply": "leave it out",
    "obviously": "leave it out",
    "of course": "leave it out",
    "world-class": "say what can be measured",
    "best-in-class": "say what can be measured",
    "cutting-edge": "say what is new",
    "seamless*": "say what does not break",
    "robust*": "say what it withstands",
    "leverag*": "write use",
    "utilis*": "write use",
    "utiliz*": "write use",
    "holistic*": "name the parts",
    "synerg*": "say who does what together",
    "passionate": "name the act that matters",
}
_ENDS = {word: word.endswith("*") for word in BANNED}
_STEMS = [word.rstrip("*") for word in BANNED]
_PATTERN = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(w.rstrip("*")) + (r"\w*" if _ENDS[w] else "") for w in BANNED)
    + r")(?![\w-])",
    re.IGNORECASE,
)


def check(guide: Guide) -> Iterator[Finding]:
    for record in guide.all_records():
        whole = "\n".join(leaf.text for leaf in guide.leaves(record)).lower()
        if not any(stem in whole for stem in _STEMS):
            continue  # much quicker than the pattern, and true of nearly every record
        for leaf in guide.leaves(record):
            if not isinstance(leaf.mark, Text) or "sources" in leaf.location:
                continue
            for word in _PATTERN.findall(leaf.text):
                advice = next(
                    BANNED[banned]
                    for banned in BANNED
                    if word.lower() == banned
                    or (_ENDS[banned] and word.lower().startswith(banned.rstrip("*")))
                )
                yield Finding(record, leaf.location, f"`{word}`: {advice}", words=word)
