"""Text that tries to be more than text, for every field that people read."""

from typing import Any

from macros.knowledge.records import Record
from macros.knowledge.records.base import Text
from macros.knowledge.walk import leaves

# Accepted as words by the check, and to be shown as words.
WORDS = [
    "{{ 7*7 }}",
    "{% raw %}",
    "{% include 'mkdocs.yml' %}",
    "{{ config.site_dir }}",
    "{# unclosed",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "<javascript:alert(1)>",
    "' onmouseover='alert(1)",
    '{: onclick="alert(1)" }',
    "{#main}",
    '--8<-- "mkdocs.yml"',
    '<div id="__config">x</div>',
    "</script><script>alert(1)",
    "</article></main></body>",
    "</title><script>alert(1)",
    "``` unclosed",
    "`unclosed",
    "# Heading",
    "a | b | c",
    "[^1]: footnote",
    "*[HTML]: abbreviation",
    "&lt;b&gt; &amp;",
    "<!-- comment",
    "]]> <![CDATA[",
    "<base href=//evil.test>",
    "<meta http-equiv=refresh>",
    "$x$ $$y$$ \\",
    "../../../etc/passwd",
    ":smile: ==x== ++y++",
    "\N{HANGUL SYLLABLE HAN}\N{ARABIC LETTER ALEF}\N{GRINNING FACE}",
]
# Refused by the check, and harmless where only the text function sees them.
REFUSED = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//evil.test)",
    "[x](file:///etc/passwd)",
    "![x](https://evil.test/x.png)",
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
]


# Fields that a rule wants to begin with a verb or "You will": their first words stay.
BEGIN = {"behaviours", "good_by_level", "expectations", "typical_tasks", "job_post_lines"}
# Fields that a rule compares with each other: all their words stay, and the hostile ones follow.
KEEP = {"anchors", "prompt", "situational_prompt"}


def hostile(record: Record, values: dict[str, Any], counter: list[int]) -> dict[str, str]:
    """Put hostile words into every text of a record's plain values.

    Returns what was put where: a token that stands at the end of each text, and its location.
    """
    put: dict[str, str] = {}
    for leaf in leaves(record):
        if not isinstance(leaf.mark, Text) or leaf.key or leaf.location[0] == "same_as":
            continue  # names in other classifications are held to a list
        token = f"zz{counter[0]:04}"
        # Short enough for the shortest field, and long enough for those that want a sentence.
        fitting = [w for w in WORDS if len(w) <= max(len(leaf.text), 28) - len(token) - 1]
        words = fitting[counter[0] % len(fitting)]
        # On a line of its own in prose: what follows ``` on its line is the language and not a text.
        text = f"{words}\n\n{token}" if leaf.mark.form == "prose" else f"{words} {token}"
        if BEGIN & set(leaf.location):
            text = f"{' '.join(leaf.text.split()[:2])} {text}"
        elif KEEP & set(leaf.location):
            text = f"{leaf.text.rstrip()} {text}"
        if len(leaf.text) >= 40:
            text = f"{text} {'x ' * 40}"[: max(len(text), min(len(leaf.text), 100))].strip()
        _set(values, leaf.location, text)
        put[token] = f"{record.path}: {'.'.join(map(str, leaf.location))}"
        counter[0] += 1
    return put


def _set(values: Any, location: tuple[str | int, ...], text: str) -> None:
    for step in location[:-1]:
        values = values[step]
    values[location[-1]] = text
