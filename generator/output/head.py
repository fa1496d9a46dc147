"""What the head of each page and its foot need beyond the page's own words: card, JSON-LD, links for sharing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.output.cards import Card
from generator.output.json_ld import graph
from generator.output.markdown import attribute
from generator.output.share import share_links
from generator.pages.page import Page

_SHARED = {PurePosixPath(page).parent for page in (addresses.ARTICLES, addresses.EVENTS, addresses.PROVINCES)}


def with_head(library: Library, page: Page, card: Card, titles: Mapping[str, str], address: str) -> Page:
    """The page with the front matter that theme_overrides/main.html places, for a site that stands at the address.

    Of other pages it needs the titles alone, by path.
    """
    head = _head(page, card, address) | {"jsonld": graph(library, page, titles, address)}
    return replace(page, front_matter=head)


def _head(page: Page, card: Card, address: str) -> dict[str, Any]:
    """Texts escaped for HTML, as title and description are: the engines' templates place them as they are."""
    values: dict[str, Any] = {**page.front_matter, "card": card.path, "card_alt": str(attribute(card.alt))}
    shared = _is_shared(page.path) and page.is_listed
    if shared:
        values["share"] = share_links(address + addresses.site_path(page.path)[1:]) if address else []
    if shared and page.path.startswith(f"{PurePosixPath(addresses.ARTICLES).parent}/"):
        values["og_type"] = "article"
    if shared or page.path == addresses.SAVED:
        values["styles"] = [*values.get("styles", ()), "share"]
        values["scripts"] = [*values.get("scripts", ()), "share"]
    return values


def _is_shared(path: str) -> bool:
    """Whether a page is one of an article, event, yearly day or province."""
    place = PurePosixPath(path)
    return place.parent in _SHARED and place.name != "index.md"
