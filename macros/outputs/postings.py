"""What the builder of postings knows: roles at each level, and words to be careful with."""

from typing import Any

from ..knowledge.posting import MOST_SKILLS
from ..knowledge.rules.banned_words import BANNED
from ..knowledge.rules.no_years import PATTERN
from ..knowledge.rules.protected_topics import TOPICS
from ..pages.posting import HEADS, parts
from ..pages.site import Site
from ..pages.text import bare

ADDRESS = "postings/builder.json"


def made(site: Site) -> dict[str, Any]:
    """The value of the file. The words are those that the guide itself is held to."""
    guide = site.guide
    return {
        "heads": HEADS,
        "most_skills": MOST_SKILLS,
        "roles": [
            {
                "id": role.id,
                "name": bare(role.name),
                "advice": bare(role.must_have_advice),
                "levels": [
                    {"id": pair.level.id, "label": pair.level.label, **parts(site, pair)}
                    for pair in guide.levels_of(role)
                ],
            }
            for role in guide.roles.values()
        ],
        "words": [{"word": word, "advice": advice} for word, advice in BANNED.items()],
        "topics": [
            *({"topic": topic, "pattern": pattern} for topic, pattern in TOPICS.items()),
            {"topic": "years of experience", "pattern": PATTERN.pattern},
        ],
    }
