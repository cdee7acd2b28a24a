"""Pictures for links that are shared, 1200 × 630 pixels, with the same bytes each time.

The size is what Open Graph readers expect (https://ogp.me/). A picture is drawn once and kept by
what stands on it, because drawing all of them takes longer than a build.
"""

import hashlib
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ..pages.addresses import HOME_CARD
from ..pages.page import Page
from ..pages.pictures import tally
from ..pages.site import Site
from ..pages.text import bare

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "docs" / "assets" / "fonts"  # with their licence
KEPT = ROOT / ".cache" / "cards"
WIDTH, HEIGHT, MARGIN = 1200, 630, 72
PAPER, INK, SOFT, ACCENT, BAR, FOOT = (
    "#fcfbf8", "#1c2325", "#4d5658", "#0b5a68", "#317682", "#dbd7cb",
)  # fmt: skip
LINES = 2  # of a title, and of the words between it and the bars
HOME = "What backend developers do, level by level, and how to interview for it."


@dataclass(frozen=True)
class Card:
    """What stands on a picture. bars: groups of heights from 0 to 4; note: a line below them."""

    title: str
    words: str
    bars: tuple[tuple[int, ...], ...] = ()
    note: str = ""


def made(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every picture: its address and its bytes."""
    yield HOME_CARD, picture(Card("Backend Role Guide", HOME, ((1, 2, 3, 4),)))
    for page in site.pages.values():
        if address := site.card_address(page):
            yield address, picture(card(page, site))


def card(page: Page, site: Site) -> Card:
    """What stands on the picture of a page."""
    title, words = bare(page.title), bare(page.description)
    guide = site.guide
    match page.template:
        case "role-level.html":
            role, level = guide.roles[page.record.id], page.shows["level"]
            groups = guide.group_profile(role)
            bars = tuple(tuple(one.levels[level.id] for one in entries) for _, entries in groups)
            words = bare(role.levels[level.id].summary)
            return Card(title, words, bars, f"{tally(guide, role, level.id)} skills")
        case "skill.html":
            steps = [word.label for step, word in guide.proficiency.items() if step != "0"]
            return Card(title, words, ((1, 2, 3, 4),), f"In four steps: {', '.join(steps)}")
        case "role.html":
            levels = [pair.level.label for pair in guide.levels_of(guide.roles[page.record.id])]
            return Card(title, words, (), f"Levels: {', '.join(levels)}")
        case _:
            count = len(guide.responsibilities)
            return Card(title, words, (), f"One of {count} responsibilities of backend developers")


def picture(card: Card) -> bytes:
    """The picture as PNG; drawn only where it was not drawn before."""
    name = hashlib.sha256(f"{card!r}{_design()}".encode()).hexdigest()
    file = KEPT / f"{name}.png"
    if file.is_file():
        return file.read_bytes()
    drawn = draw(card)
    KEPT.mkdir(parents=True, exist_ok=True)
    # A name of its own: two builds may draw the same picture at once.
    with tempfile.NamedTemporaryFile(dir=KEPT, suffix=".new", delete=False) as new:
        new.write(drawn)
    Path(new.name).replace(file)
    return drawn


@cache
def _design() -> str:
    """Changes with whatever pictures are drawn by: this module and its fonts."""
    files = [Path(__file__), *sorted(FONTS.glob("*.woff2"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def draw(card: Card) -> bytes:
    """Draw a picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    _mark(pen)
    pen.text((122, 64), "Backend Role Guide", ACCENT, _font("serif", 30, 600))
    y, size = 130.0, _size(card.title)
    for line in _lines(card.title, _font("serif", size, 500))[:LINES]:
        pen.text((MARGIN, y), line, INK, _font("serif", size, 500))
        y += size * 1.12
    y += 30
    width, most = (760, LINES) if card.bars else (980, 2 * LINES)
    for line in _shortened(_lines(card.words, _font("sans", 34, 400), width), most):
        pen.text((MARGIN, y), line, INK, _font("sans", 34, 400))
        y += 46
    _bars(pen, card.bars)
    pen.text((MARGIN, 540), card.note, SOFT, _font("sans", 26, 400))
    kept = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _size(title: str) -> int:
    """The largest size in which a title has room."""
    for size in range(84, 40, -4):
        if len(_lines(title, _font("serif", size, 500))) <= (1 if size > 60 else LINES):
            return size
    return 40


def _mark(pen: ImageDraw.ImageDraw) -> None:
    for n, tall in enumerate((7, 14, 21, 28)):
        x = 75 + n * 8
        pen.rectangle((x, 95 - tall, x + 5, 95), ACCENT)


def _bars(pen: ImageDraw.ImageDraw, groups: tuple[tuple[int, ...], ...]) -> None:
    """Thin columns in groups, as wide as the picture allows; at least a foot each."""
    columns = sum(map(len, groups))
    if not columns:
        return
    gap, space = 3, 20
    room = WIDTH - 2 * MARGIN - space * (len(groups) - 1) - gap * (columns - len(groups))
    wide, x = min(room / columns, 60), float(MARGIN)
    for group in groups:
        for now in group:
            tall = max(now * 25, 3)
            pen.rectangle((x, 520 - tall, x + wide - 1, 520), BAR if now else FOOT)
            x += wide + gap
        x += space - gap


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    file = FONTS / f"source-{name}.woff2"
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _lines(words: str, font: ImageFont.FreeTypeFont, width: int = WIDTH - 2 * MARGIN) -> list[str]:
    """The words in lines of at most so many pixels; a word that is longer is cut."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        while font.getlength(word) > width:
            word = f"{word[:-2]}…"
        lines = [*lines, word] if lines[-1] else [word]
    return lines


def _shortened(lines: list[str], most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1].rstrip('.,;:')} …"]
