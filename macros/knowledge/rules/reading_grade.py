"""What a candidate hears can be followed by ear: a Flesch-Kincaid grade of at most 10.

Kincaid and others 1975, https://stars.library.ucf.edu/istlibrary/56/. Syllables are counted by
hyphenation, which misses a few. Of short texts the grade says little: it counts from 20 words on.
"""

import re
from collections.abc import Iterator
from functools import cache

from pyphen import Pyphen

from ..guide import Guide
from . import Finding
from .protected_topics import said

HIGHEST = 10.0
FEWEST_WORDS = 20
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def check(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        for at, words in said(question):
            if len(_WORD.findall(words)) < FEWEST_WORDS:
                continue
            if (found := grade(words)) > HIGHEST:
                what = f"the reading grade is {found:.0f}, at most {HIGHEST:.0f}: shorten sentences"
                yield Finding(question, at, f"{what} and words")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text: about the years of school that it takes to follow it."""
    words = _WORD.findall(text)
    sentences = max(len(re.findall(r"[.!?:]+(?:\s|$)", text)), 1)
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def _syllables(word: str) -> int:
    return len(_hyphens().positions(word)) + 1


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_GB")
