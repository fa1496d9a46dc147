"""What a province's page lists: each part with its shelf, and the page below that has all of a long one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.library.province_context import context_fact
from generator.model import Fact
from generator.pages.articles import article_item
from generator.pages.documents import document_item
from generator.pages.events import event_item
from generator.pages.list_pages import ListPage
from generator.pages.page import Ref
from generator.pages.platforms import platform_item
from generator.pages.province_facts import figure_view, national_groups, place_view
from generator.pages.refs import contradiction_view, line
from generator.pages.target_views import target_view
from generator.text import number_vi

MOST = 20
"""Up to so many items of a section stand on the province's page."""

LATEST = 10
"""How many of the newest ones do when there are more."""


@dataclass(frozen=True, slots=True)
class Part:
    """A list of a province: its anchor and address, its shelf, its words, and how an item of it is made.

    `of` goes before the province's name, `order` says what its years are; `updated` is None for things, not facts.
    """

    id: str
    shelf: str
    of: str
    things: str
    order: str
    item: Callable[[Library, str], Any]
    updated: Callable[[Library, str], date] | None = None
    oldest_first: bool = False
    gathered: Callable[[Library, Sequence[Any]], list[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part as the province's page shows it: all its items or the newest ones, and then the way to all."""

    items: list[Any]
    more: Ref | None


def _of_article(library: Library, slug: str) -> date:
    return library.cards[slug].updated


def _of_fact(library: Library, key: str) -> date:
    return library.cards[key.partition("/")[0]].updated


def _national_fact(library: Library, key: str) -> Fact:
    return context_fact(library.articles[key.partition("/")[0]], key)


_BY_ARTICLE = "theo năm đăng bài"

TIMELINE = Part(
    "dong-thoi-gian", "entries", "", "mục", "", lambda library, key: line(library, library.entries[key], labels=True)
)
"""Its page below is the timeline's own page of the province."""

ABOUT = Part("bai-viet", "about", "Bài viết về", "bài", _BY_ARTICLE, article_item, _of_article)
MENTIONED = Part("nhac-toi", "mentioned", "Bài có nhắc tới", "bài", _BY_ARTICLE, article_item, _of_article)
EVENTS = Part(
    "su-kien",
    "events",
    "Sự kiện ở",
    "sự kiện",
    "theo năm diễn ra",
    lambda library, key: event_item(library, library.events[key]),
)
DOCUMENTS = Part(
    "van-ban",
    "documents",
    "Văn bản của",
    "văn bản",
    "theo năm ban hành",
    lambda library, key: document_item(library, library.documents[key]),
)
TARGETS = Part(
    "muc-tieu",
    "targets",
    "Mục tiêu của",
    "mục tiêu",
    "theo năm đến hạn",
    lambda library, key: target_view(library, library.target(key)),
    _of_fact,
    oldest_first=True,
)
PLATFORMS = Part(
    "nen-tang",
    "platforms",
    "Nền tảng ở",
    "nền tảng",
    "theo năm được nhắc tới lần đầu",
    lambda library, key: platform_item(library, library.platforms[key]),
    oldest_first=True,
)
FIGURES = Part(
    "so-lieu",
    "figures",
    "Số liệu của",
    "số liệu",
    _BY_ARTICLE,
    lambda library, key: figure_view(library, library.figure(key)),
    _of_fact,
    oldest_first=True,
)
PLACES = Part(
    "dia-danh",
    "places",
    "Địa danh được nhắc ở",
    "lần nhắc",
    _BY_ARTICLE,
    lambda library, key: place_view(library, library.place(key)),
    _of_fact,
    oldest_first=True,
)
CONTRADICTIONS = Part(
    "khac-nhau",
    "contradictions",
    "Các bài nói khác nhau về",
    "chỗ khác nhau",
    "theo năm của điều được kể",
    lambda library, key: contradiction_view(library, library.contradiction(key)),
)
NATIONAL = Part(
    "ca-nuoc",
    "national",
    "Dữ kiện cấp quốc gia trong các bài về",
    "dữ kiện",
    _BY_ARTICLE,
    _national_fact,
    _of_fact,
    oldest_first=True,
    gathered=national_groups,
)

LISTED = (ABOUT, MENTIONED, EVENTS, DOCUMENTS, TARGETS, PLATFORMS, FIGURES, PLACES, CONTRADICTIONS, NATIONAL)
"""The parts that have pages of their own below a province when they are long."""


def part_shelf(part: Part, slug: str) -> str:
    """The shelf of a part of a province's name."""
    return f"tinh/{slug}/{part.shelf}"


def part_count(library: Library, part: Part, slug: str) -> int:
    """How many items a part of a province's name has."""
    return library.shelf(part_shelf(part, slug)).total


def part_page(part: Part, slug: str) -> str:
    """The page that has all of a long part."""
    return addresses.timeline_of_province(slug) if part is TIMELINE else addresses.province_part(slug, part.id)


def section(library: Library, part: Part, slug: str) -> Section:
    """A part as the province's own page shows it."""
    shelf = library.shelf(part_shelf(part, slug))
    counts = shelf.counts
    total = sum(counts.values())
    whole = total <= MOST
    listed = ListPage("", "", total, tuple(counts), latest=None if whole else LATEST)
    sections = listed.sections(shelf)
    dated = [key for of_month in sections if of_month.year for key in of_month.keys]
    undated = [key for of_month in sections if not of_month.year for key in of_month.keys]
    if whole and part.oldest_first:
        dated, undated = dated[::-1], undated[::-1]
    items = [part.item(library, key) for key in dated + undated]
    more = None if whole else Ref(f"Xem tất cả {number_vi(total)} {part.things}", part_page(part, slug))
    return Section(part.gathered(library, items) if part.gathered else items, more)
