"""Card images: one for each province's name and each kind of page, with every letter inside the picture."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageFont

from generator.check import Checked
from generator.output.card_drawing import COLOURS, SIZE, _font, draw
from generator.output.cards import Card, card_files, card_of
from generator.text import LOWER, UPPER
from tests.project import ROOT

LARGEST = 40_000  # bytes
BAND, MARGIN = 137, 80


@pytest.fixture(scope="module")
def cards(real: Checked) -> dict[str, Card]:
    assert real.library
    titles = {page.path: page.title for page in real.pages}
    return {page.path: card_of(real.library.registries.site, page, titles) for page in real.pages}


def picture(card: Card) -> tuple[bytes, Image.Image]:
    data = card_files([card])[card.path]()
    return data, Image.open(BytesIO(data))


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """Where anything is drawn below the band."""
    below = image.convert("L").crop((0, BAND, *SIZE))
    box = below.point([255 if value < 250 else 0 for value in range(256)]).getbbox()
    assert box
    return box


def test_each_province_has_its_own_card_and_each_other_page_that_of_its_section(
    real: Checked, cards: dict[str, Card]
) -> None:
    assert real.library
    names = [f"tinh/{slug}.md" for slug in real.library.registries.provinces]
    assert len({cards[path].path for path in names}) == len(names) == 64
    assert cards["tinh/ba-ria-vung-tau.md"].title == "Tỉnh Bà Rịa - Vũng Tàu"
    assert cards["tinh/ba-ria-vung-tau.md"].note == "đến 30/6/2025"
    assert cards["chi-so/dti/2022.md"] == cards["chi-so/index.md"] != cards["index.md"]
    assert {cards[p.path].title for p in real.pages if p.path.startswith("bai-viet/")} == {"Bài viết"}


def test_every_card_says_that_the_portal_is_not_official(cards: dict[str, Card]) -> None:
    assert all("không chính thức" in card.foot and "không chính thức" in card.alt for card in cards.values())


@pytest.mark.parametrize(
    "path", ["index.md", "su-kien/index.md", "tinh/ba-ria-vung-tau.md", "tinh/ho-chi-minh.md", "tinh/thua-thien-hue.md"]
)
def test_a_card_is_small_of_the_right_size_and_always_the_same(cards: dict[str, Card], path: str) -> None:
    data, image = picture(cards[path])
    assert image.size == SIZE == (1200, 630)
    assert len(data) < LARGEST
    assert data == picture(cards[path])[0]
    colours = image.convert("RGB")
    assert (colours.getpixel((5, 5)), colours.getpixel((5, 300))) == ((0x0F, 0x3F, 0x5C), (255, 255, 255))


@pytest.mark.parametrize(
    "title",
    [
        "Thành phố Hồ Chí Minh",
        "Tỉnh Thừa Thiên Huế và nhiều nơi khác nữa " * 3,
        "Ễ" * 9,
        "một\u2028hai\x85ba\n\nbốn",
        "\u202eđảo\u202c \u200fphải\u200e \u2066lẻ\u2069 \ufeff.",
    ],
)
def test_a_long_title_stays_on_the_paper(cards: dict[str, Card], title: str) -> None:
    card = replace(cards["tinh/ho-chi-minh.md"], title=title.strip(), note="đến 30/6/2025")
    left, top, right, _ = ink(picture(card)[1])
    assert (left, right) >= (MARGIN - 4, 0)
    assert right <= SIZE[0] - MARGIN + 4
    assert top > 10


def test_cards_have_the_colours_of_the_site() -> None:
    tokens = (ROOT / "theme_overrides/stylesheets/tokens.css").read_text(encoding="utf-8")
    light = dict(reversed(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", tokens)))
    assert {name: light[name] for name in COLOURS} == {**COLOURS, "paper": "#fff"}


@pytest.mark.parametrize("weight", ["regular", "semibold"])
def test_the_font_has_every_vietnamese_letter(weight: str) -> None:
    font: ImageFont.FreeTypeFont = _font(weight, 40)
    missing = bytes(font.getmask("\uffff"))
    drawn = {letter: bytes(font.getmask(letter)) for letter in LOWER + UPPER + "0123456789“”„–…/().,-"}
    assert [letter for letter, mask in drawn.items() if mask == missing] == []
    assert len(set(drawn.values())) == len(drawn)


def test_the_name_of_a_card_tells_everything_that_is_drawn(cards: dict[str, Card]) -> None:
    card = cards["tinh/bac-kan.md"]
    changed = [replace(card, **{field: "khác"}) for field in ("kicker", "title", "note", "head", "foot")]
    assert len({c.path for c in (card, *changed)}) == 6
    assert len({draw(c.kicker, c.title, c.note, c.head, c.foot) for c in (card, *changed)}) == 6
