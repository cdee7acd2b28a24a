"""Judgements of questions by readers: their files, what is wrong with them, and their figures.

docs/contributing/judging.md says how each test is held; its aims stand in figures.py. Nothing here
knows of pages.
"""

from .loading import FOLDER, Judgements, load
from .problems import current, problems
from .records import TESTS

__all__ = ["FOLDER", "TESTS", "Judgements", "current", "load", "problems"]
