"""Pictures, drawn as SVG while a page is made, coloured by the stylesheet's tokens.

Each is drawn 340 units wide at the most, so that labels stay at 13 px on a phone, and says in words
what it shows.
"""

from collections import Counter
from functools import lru_cache

import segno
from markupsafe import Markup, escape

from ..knowledge.guide import Guide
from ..knowledge.records import Role, Skill


def tally(guide: Guide, role: Role, level: str) -> str:
    """How many skills are expected at which proficiency: "Advanced in 32, Independent in 6"."""
    counts = Counter(entry.levels[level] for entry in role.skills)
    parts = [
        f"{guide.proficiency[str(step)].label} in {counts[step]}"
        for step in (4, 3, 2, 1)
        if counts[step]
    ]
    return ", ".join(parts)


def scale(guide: Guide, now: int, before: int | None = None) -> Markup:
    """Four steps: those of `now` are filled, and darkest where they are new since `before`."""
    had = now if before is None else before
    steps = "".join(
        f'<rect class="{"had" if n < had and n < now else "new" if n < now else "not"}"'
        f' x="{n * 12 + 0.5}" y=".5" width="9" height="9"/>'
        for n in range(4)
    )
    said = f"{now} of 4, {guide.proficiency[str(now)].label}"
    return Markup(
        '<svg class="scale" viewBox="0 0 46 10" role="img" aria-label="{}">{}</svg>'
    ).format(said, Markup(steps))


def fingerprint(guide: Guide, role: Role, level: str, height: int = 32) -> Markup:
    """A role at a level: a thin column for each skill, in groups, as high as its proficiency."""
    x, columns, unit = 0, [], height / 4
    for _, entries in guide.group_profile(role):
        for entry in entries:
            now = entry.levels[level]
            tall = max(now, 0.12) * unit  # nought keeps a visible foot
            columns.append(
                f'<rect class="p{now}" x="{x}" y="{height - tall:g}" width="6" height="{tall:g}"/>'
            )
            x += 7
        x += 6
    said = f"{guide.levels[level].label}: {tally(guide, role, level)} skills"
    return Markup(
        '<svg class="fingerprint" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(max(x - 7, 1), height, said, Markup("".join(columns)))


def prerequisite_map(skill: Skill, before: list[Skill], after: list[Skill], root: str) -> Markup:
    """What comes before a skill and what it leads to: three columns of linked boxes."""
    rows = [*(("before", one) for one in before), ("here", skill), *(("after", s) for s in after)]
    row_height, shapes = 38, []
    here = len(before)
    for number, (place, one) in enumerate(rows):
        x = {"before": 0, "here": 24, "after": 48}[place]
        middle = number * row_height + row_height / 2
        label = escape(_fitting(one.name, 42 if x else 46))
        if place != "here":
            from_y = here * row_height + row_height / 2
            side = x + 1 if place == "after" else 12
            end = from_y + 14 if place == "after" else from_y - 14
            shapes.append(
                f'<path class="edge" d="M{36 if place == "after" else side} '
                f"{end if place == 'after' else middle + 14:g}"
                f"V{middle if place == 'after' else from_y:g}"
                f'H{x if place == "after" else 24}"/>'
            )
        box = f'<rect x="{x + 0.5}" y="{middle - 14:g}" width="{339 - x}" height="28" rx="3"'
        words = f'<text x="{x + 10}" y="{middle + 4.5:g}"'
        if place == "here":
            shapes.append(f'{box} class="here"/>{words} class="here-t">{label}</text>')
        else:
            # xlink, because Material's instant loading cannot handle a plain href inside SVG.
            shapes.append(f'<a xlink:href="{root}skills/{one.id}/">{box} class="node"/>')
            shapes.append(f"{words}>{label}</text></a>")
    said = _map_words(skill, before, after)
    return Markup(
        '<svg class="map" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 340 {}"'
        ' aria-labelledby="map-title">'
        '<title id="map-title">{}</title>{}</svg>'
    ).format(len(rows) * row_height, said, Markup("".join(shapes)))


def _map_words(skill: Skill, before: list[Skill], after: list[Skill]) -> str:
    names = ", ".join(one.name for one in before) or "Nothing"
    leads = ", ".join(one.name for one in after) or "nothing further here"
    return f"{names} comes before {skill.name}; it leads to {leads}"


def _fitting(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


@lru_cache(10_000)
def qr(url: str) -> Markup:
    """A QR code that leads to an address, at error correction M, with its quiet zone."""
    code = segno.make_qr(url, error="m", boost_error=False)
    svg = code.svg_inline(omitsize=True, border=4, svgclass="qr", lineclass=None, unit="")
    return Markup(svg.replace("<svg ", '<svg role="img" aria-label="QR code of the address" ', 1))
