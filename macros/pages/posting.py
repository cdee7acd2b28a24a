"""A ready posting as plain text, Markdown, HTML and JSON-LD.

docs/assets/posting.js writes the same forms in a browser; a test holds them to be equal.
"""

import json
from typing import Any

from markupsafe import escape

from ..knowledge import posting
from ..knowledge.guide import RoleAtLevel
from .site import Site
from .text import bare, in_brackets

HEADS = ("What you will do", "What you need", "How we hire")


def parts(site: Site, pair: RoleAtLevel) -> dict[str, Any]:
    """What stands in a posting, chosen or not: plain texts, with the address of each thing."""
    guide, post = site.guide, pair.role.job_post
    return {
        "title": bare(pair.at.title),
        "intro": bare(post.intro),
        "process": bare(post.hiring_process),
        "link": {
            "text": bare(post.link_text),
            "url": f"{site.url}{site.address('role-level', pair.id)}",
        },
        "duties": [
            {
                "id": duty.responsibility.id,
                "name": bare(duty.responsibility.short_name),
                "line": bare(duty.line),
                "chosen": duty.chosen,
            }
            for duty in posting.duties(guide, pair)
        ],
        "skills": [
            {
                "id": must.skill.id,
                "name": bare(must.skill.name),
                "step": guide.proficiency[str(must.proficiency)].label.lower(),
                "url": f"{site.url}{site.address('skill', must.skill.id)}#step-{must.proficiency}",
                "chosen": must.chosen,
            }
            for must in posting.musts(guide, pair)
        ],
    }


def forms(site: Site, pair: RoleAtLevel) -> dict[str, str]:
    """The ready posting in each form, by the name of the form."""
    said = parts(site, pair)
    said["duties"] = [duty for duty in said["duties"] if duty["chosen"]]
    said["skills"] = [skill for skill in said["skills"] if skill["chosen"]]
    return {
        "Plain text": _plain(said),
        "Markdown": _markdown(said),
        "HTML": _html(said),
        "JSON-LD": _json(_job_posting(said)),
    }


def _plain(said: dict[str, Any]) -> str:
    do, need, hire = HEADS
    duties = "\n".join(f"- {duty['line']}" for duty in said["duties"])
    skills = "\n".join(f"- {one['name']} ({one['step']}): {one['url']}" for one in said["skills"])
    link = f"{said['link']['text']}\n{said['link']['url']}"
    blocks = (said["title"], said["intro"], f"{do}\n{duties}", f"{need}\n{skills}")
    return "\n\n".join([*blocks, f"{hire}\n{said['process']}", link]) + "\n"


def _markdown(said: dict[str, Any]) -> str:
    do, need, hire = HEADS
    mark = in_brackets
    duties = "\n".join(f"- {mark(duty['line'])}" for duty in said["duties"])
    skills = "\n".join(
        f"- [{mark(one['name'])}]({one['url']}) ({one['step']})" for one in said["skills"]
    )
    link = f"[{mark(said['link']['text'])}]({said['link']['url']})"
    blocks = (f"# {mark(said['title'])}", mark(said["intro"]), f"## {do}\n\n{duties}")
    rest = (f"## {need}\n\n{skills}", f"## {hire}\n\n{mark(said['process'])}", link)
    return "\n\n".join([*blocks, *rest]) + "\n"


def _html(said: dict[str, Any]) -> str:
    do, need, hire = HEADS
    duties = "".join(f"<li>{escape(duty['line'])}</li>\n" for duty in said["duties"])
    skills = "".join(
        f'<li><a href="{escape(one["url"])}">{escape(one["name"])}</a> ({one["step"]})</li>\n'
        for one in said["skills"]
    )
    link = said["link"]
    return (
        f"<h1>{escape(said['title'])}</h1>\n<p>{escape(said['intro'])}</p>\n"
        f"<h2>{do}</h2>\n<ul>\n{duties}</ul>\n<h2>{need}</h2>\n<ul>\n{skills}</ul>\n"
        f"<h2>{hire}</h2>\n<p>{escape(said['process'])}</p>\n"
        f'<p><a href="{escape(link["url"])}">{escape(link["text"])}</a></p>\n'
    )


def _job_posting(said: dict[str, Any]) -> dict[str, Any]:
    """As https://schema.org/JobPosting has it; what a company has to add is not there."""
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": said["title"],
        "description": _html(said),
        "responsibilities": "\n".join(duty["line"] for duty in said["duties"]),
        "skills": ", ".join(one["name"] for one in said["skills"]),
        "relevantOccupation": {
            "@type": "Occupation",
            "name": said["title"],
            "url": said["link"]["url"],
        },
    }


def _json(value: dict[str, Any]) -> str:
    """For a script element, which nothing in it can end."""
    return json.dumps(value, ensure_ascii=False, indent=2).replace("<", "\\u003c") + "\n"
