"""Addresses that no record names: the indexes, and the files for machines."""

# Indexes are written by hand in docs/ and stand in the navigation. Their addresses are here because
# record pages lead back to them.
INDEXES = {
    "role": ("Roles", "roles/"),
    "responsibility": ("Responsibilities", "responsibilities/"),
    "skill": ("Skills", "skills/"),
    "technology": ("Technologies", "technologies/"),
    "question": ("Questions", "questions/"),
    "plan": ("Plans", "plans/"),
    "term": ("Glossary", "glossary/"),
}
COMPARE = ("Compare", "compare/")
POSTINGS = ("Postings", "postings/")

# The interface for machines. What a later version changes gets an address of its own.
API = "api/v1/"
API_INDEX = f"{API}index.json"
QUESTIONS_TABLE = f"{API}questions.csv"
LEVELS_TABLE = f"{API}levels-and-skills.csv"
LLMS = "llms.txt"
HOME_CARD = "cards/home.png"
# Pages that have a picture of their own for links that are shared.
WITH_CARD = ("role.html", "role-level.html", "responsibility.html", "skill.html")
# Papers of a plan: they are reached from it, and no search lists them.
PAPERS = ("sheet.html", "letter.html", "panel.html", "scorecard.html")
FILES = (API_INDEX, QUESTIONS_TABLE, LEVELS_TABLE, LLMS)
