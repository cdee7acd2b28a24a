"""A question can be read before the interview: 300 to 600 words for knowledge, 600 to 1,500 else.

Code, set-up and results do not count. A draft may be shorter.
"""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..records import Question
from ..records.base import Text
from . import Finding

WORDS = {"knowledge": (300, 600)}
OTHERS = (600, 1500)
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        least, most = WORDS.get(question.type, OTHERS)
        count = words(guide, question)
        if count > most:
            what = f"the question has {count:,} words, at most {most:,}: shorten it"
            yield Finding(question, ("title",), what)
        elif count < least and question.status != "draft":
            what = f"the question has {count} words, at least {least}: say more, or set it to draft"
            yield Finding(question, ("title",), what)


def words(guide: Guide, question: Question) -> int:
    """How many words of a question are text."""
    texts = (leaf.text for leaf in guide.leaves(question) if isinstance(leaf.mark, Text))
    return sum(len(_FENCE.sub("", text).split()) for text in texts)
