"""Draws a card: 1200×630 pixels as Open Graph consumers crop least, with the site's own font and mark.

With every change here raise generator.output.cards.DRAWING.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

SIZE = (1200, 630)
_FONTS = Path(__file__).parents[2] / "theme_overrides" / "fonts"
COLOURS = {"brand": "#0f3f5c", "paper": "#ffffff", "ink": "#14202b", "ink-soft": "#495965", "line": "#d3dbe1"}
"""As stylesheets/tokens.css has them for light."""

_BRAND, _PAPER, _INK, _SOFT, _LINE = COLOURS.values()
_MARGIN = 80
_BAND = 136
_FOOT = 96
_ONE_LINE_SIZES, _SIZES = (96, 84, 72), (84, 72, 62, 54)
_LINE_HEIGHT = 1.22
_STEPS = 9
_MOST = 300

_FAINT = ((6, 6), (13, 6), (6, 13), (13, 20), (20, 20))
"""The tiles of images/mark.svg, each six units wide in a square of 32."""
_FULL = (13, 13)


def draw(kicker: str, title: str, note: str, head: str, foot: str) -> bytes:
    """The card as PNG; any white space in the texts is a blank, and of a text that is too long a part is drawn."""
    kicker, title, note, head, foot = (_short(" ".join(text.split())) for text in (kicker, title, note, head, foot))
    image = _ground(head, foot).copy()
    _words(ImageDraw.Draw(image), kicker, title, note)
    return _png(image)


def _short(text: str) -> str:
    """Where a title is broken is found by measuring every place: that must not be thousands."""
    return text if len(text) <= _MOST else text[:_MOST] + "…"


@cache
def _ground(head: str, foot: str) -> Image.Image:
    """What cards of one site have in common: all but the block in the middle."""
    image = Image.new("RGB", SIZE, _PAPER)
    canvas = ImageDraw.Draw(image)
    width, height = SIZE
    canvas.rectangle((0, 0, width, _BAND), fill=_BRAND)
    _mark(image, (_MARGIN, _BAND // 2 - 36), 72)
    canvas.text((_MARGIN + 96, _BAND // 2), head, _PAPER, _font("semibold", 36), anchor="lm")
    canvas.line((_MARGIN, height - _FOOT, width - _MARGIN, height - _FOOT), fill=_LINE, width=2)
    canvas.text((_MARGIN, height - _FOOT // 2), foot, _SOFT, _font("regular", 30), anchor="lm")
    return image


def _words(canvas: ImageDraw.ImageDraw, kicker: str, title: str, note: str) -> None:
    """Kicker, title and note below each other, as one block in the middle of the paper."""
    font, lines = _fitted(title)
    small = _font("regular", 38)
    block = [(line, small, _SOFT) for line in _wrapped(kicker, small)]
    block += [(line, font, _INK) for line in lines]
    block += [(line, small, _SOFT) for line in _wrapped(note, small)]
    heights = [round(font.size * _LINE_HEIGHT) for _, font, _ in block]
    y = (_BAND + SIZE[1] - _FOOT - sum(heights)) / 2
    for (line, used, colour), height in zip(block, heights, strict=True):
        canvas.text((_MARGIN, y + height / 2), line, colour, used, anchor="lm")
        y += height


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """One large line, or else two of about one length, or as many as a long title needs at the smallest size."""
    width = SIZE[0] - 2 * _MARGIN
    for size in _ONE_LINE_SIZES:
        if (font := _font("semibold", size)).getlength(title) <= width:
            return font, [title]
    words = title.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    for size in _SIZES if halves else ():
        font = _font("semibold", size)
        length, lines = min((max(map(font.getlength, half)), half) for half in halves)
        if length <= width:
            return font, list(lines)
    smallest = _font("semibold", _SIZES[-1])
    return smallest, _wrapped(title, smallest)


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= SIZE[0] - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _mark(image: Image.Image, corner: tuple[int, int], size: int) -> None:
    """The mark on the band; its own ground has the band's colour."""
    unit = size / 20  # the tiles fill 20 of the mark's 32 units
    side = round(6 * unit)
    for tile in (*_FAINT, _FULL):
        x, y = (round(place + (at - 6) * unit) for place, at in zip(corner, tile, strict=True))
        image.paste(_PAPER if tile == _FULL else _between(_BRAND, _PAPER, 0.55), (x, y, x + side, y + side))


def _between(one: str, other: str, share: float) -> tuple[int, ...]:
    """The colour that lies this share of the way from one to the other."""
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The basic layout: letter by letter is how Vietnamese is set, and whatever a text holds, it does not fail."""
    return ImageFont.truetype(_FONTS / f"be-vietnam-pro-{weight}.woff2", size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> Image.Image:
    """The colours of a card: those drawn, and the steps from each to the paper that edges of letters need."""
    steps = [step / (_STEPS - 1) for step in range(_STEPS)]
    colours = [_between(colour, _PAPER, share) for colour in (_INK, _SOFT, _BRAND) for share in steps]
    image = Image.new("P", (1, 1))
    colours += [ImageColor.getrgb(_LINE), _between(_BRAND, _PAPER, 0.55)]
    image.putpalette([part for colour in colours for part in colour])
    return image


def _png(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(stream, "PNG", compress_level=6)
    return stream.getvalue()
