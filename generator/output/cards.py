"""Card images that stand beside a shared link: which there are, and what each says."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cache, partial

from generator.library import addresses
from generator.pages.page import Page
from generator.registry import Site
from generator.text import slug

FOLDER = "anh-chia-se"
DRAWING = 1
"""The version of what card_drawing draws: the names of the cards hold it."""

_KICKER = "Chuyển đổi số ở"


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card: above and below its title, and at its head and foot who speaks."""

    kicker: str
    title: str
    note: str
    head: str
    foot: str

    @property
    def path(self) -> str:
        """Where it stands; the name holds everything that is drawn, so that a card is drawn once and never stale."""
        return _path(self)

    @property
    def alt(self) -> str:
        """What it says, for those who do not see it."""
        told = " ".join(part for part in (self.kicker, self.title) if part)
        return ". ".join(part for part in (told, self.note, self.head, self.foot) if part)


@cache
def _path(card: Card) -> str:
    digest = hashlib.sha256("\n".join((str(DRAWING), *astuple(card))).encode()).hexdigest()[:10]
    return f"{FOLDER}/{slug(card.title)[:60].strip('-')}-{digest}.png"


def card_files(cards: Iterable[Card]) -> dict[str, Callable[[], bytes]]:
    """Every card by path, and how it is drawn."""
    return {card.path: partial(_drawn, card) for card in cards}


def _drawn(card: Card) -> bytes:
    from generator.output.card_drawing import draw

    return draw(*astuple(card))


def card_of(site: Site, page: Page, titles: Mapping[str, str]) -> Card:
    """The card of a page: a province has its own, all other pages that of their section, which has a title."""
    section = page.path.split("/")[0] + "/index.md"
    if posixpath.dirname(page.path) == posixpath.dirname(addresses.PROVINCES) and page.path != addresses.PROVINCES:
        name, _, time = page.title.partition(" (")
        return Card(_KICKER, name, time.rstrip(")"), site.name, site.unofficial)
    if page.path != addresses.HOME and section in titles:
        return Card("", titles[section], site.tagline, site.name, site.unofficial)
    return Card("", site.tagline, "", site.name, site.unofficial)
