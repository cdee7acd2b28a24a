"""Pictures for links that are shared."""

import io
from pathlib import Path

import pytest
from PIL import Image

from macros.knowledge.guide import Guide
from macros.outputs import cards
from macros.outputs.cards import Card
from macros.pages.addresses import HOME_CARD
from macros.pages.site import Site


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cards, "KEPT", tmp_path / "cards")
    return tmp_path / "cards"


def test_one_for_each_page_that_is_shared(guide: Guide) -> None:
    site = Site(guide)
    made = dict(cards.made(site))
    shared = [page for page in site.pages.values() if site.card_address(page)]
    assert set(made) == {HOME_CARD, *map(site.card_address, shared)}
    assert {page.template for page in shared} >= {"role.html", "role-level.html", "skill.html"}
    for picture in made.values():
        image = Image.open(io.BytesIO(picture))
        assert image.size == (1200, 630) and image.format == "PNG"
        assert len(picture) < 60_000


def test_the_same_bytes_each_time(kept: Path) -> None:
    card = Card("Senior builder", "Does it well.", ((1, 0), (4,)), "A note")
    assert cards.draw(card) == cards.draw(card)
    assert cards.picture(card) == cards.draw(card)
    (file,) = kept.iterdir()
    file.write_bytes(b"kept")
    assert cards.picture(card) == b"kept"  # it is not drawn a second time
    assert cards.picture(Card("Another", "Does it well.")) != b"kept"


def test_two_builds_may_draw_the_same_picture_at_once(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is done between the last two steps of this one."""
    card, replace, others = Card("Senior builder", "Does it well."), Path.replace, []

    def later(self: Path, target: Path) -> Path:
        if not others:
            others.append("begun")
            others.append(cards.picture(card))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", later)
    assert [cards.picture(card)] == others[1:]
    (file,) = kept.iterdir()
    assert file.suffix == ".png"


@pytest.mark.parametrize(
    "title",
    ["</script><b>x</b>", "W" * 400, "word " * 100, "", "שלום 漢字 🎉", "a\nb"],
    ids=[
        "markup",
        "one long word",
        "many words",
        "nothing",
        "letters without a shape",
        "two lines",
    ],
)
def test_any_text_is_drawn(title: str) -> None:
    picture = Image.open(io.BytesIO(cards.draw(Card(title, title)))).convert("RGB")
    paper = picture.getpixel((5, 5))
    assert picture.size == (1200, 630)
    for x in (2, 1199):  # nothing reaches the edge
        assert {picture.getpixel((x, y)) for y in range(630)} == {paper}


def test_what_stands_on_it_is_what_differs(guide: Guide) -> None:
    site = Site(guide)
    page = site.pages["roles/builder/mid/"]
    card = cards.card(page, site)
    assert card.title == page.title and card.note.endswith("skills")
    assert sum(map(len, card.bars)) == len(
        [e for e in guide.roles["builder"].skills if any(e.levels.values())]
    )
