"""The library: articles, the things they tell of, and read-only indexes between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.library.provinces import Succession
from generator.library.shelf import Shelf
from generator.library.things import ArticleCard, Contradiction, Document, Entry, Event, Platform
from generator.model import Article, EventClaim, Figure, Indicator, Place, Target, TopicClaim
from generator.registry import Registries, Series

_EMPTY = Shelf({})

MOST_TARGETS = 100
"""How many targets stand on one page."""


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything the pages are made from."""

    registries: Registries
    succession: Succession
    articles: Mapping[str, Article]
    events: Mapping[str, Event]
    documents: Mapping[str, Document]
    platforms: Mapping[str, Platform]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    places: tuple[Place, ...]
    topics: Mapping[str, tuple[TopicClaim, ...]]
    series_claims: Mapping[str, tuple[EventClaim, ...]]
    contradictions: tuple[Contradiction, ...]
    contradictions_in: Mapping[str, tuple[Contradiction, ...]]
    contradictions_about: Mapping[tuple[str, str], tuple[Contradiction, ...]]
    timeline: tuple[Entry, ...]
    content_date: date
    issuing: Mapping[str, tuple[Event, ...]]
    in_series: Mapping[str, tuple[Event, ...]]
    cards: Mapping[str, ArticleCard]
    entries: Mapping[str, Entry]
    shelves: Mapping[str, Shelf]

    def shelf(self, name: str) -> Shelf:
        """A list by period (generator/library/shelves.py names them); empty when nothing stands on it."""
        return self.shelves.get(name, _EMPTY)

    def target(self, key: str) -> Target:
        """A target by its key, „article/index"."""
        slug, _, index = key.rpartition("/")
        return self.articles[slug].targets[int(index)]

    def figure(self, key: str) -> Figure:
        """A figure by its key, „article/index"."""
        slug, _, index = key.rpartition("/")
        return self.articles[slug].figures[int(index)]

    def place(self, key: str) -> Place:
        """A place by its key, „article/index"."""
        slug, _, index = key.rpartition("/")
        return self.articles[slug].places[int(index)]

    def crowded_dues(self) -> frozenset[str] | None:
        """The years („": none) in which too many targets are due for one page; None when all fit on one."""
        return crowded(self.shelf("targets").counts)

    def indicator(self, key: str) -> Indicator:
        """An indicator by its key, „article/index"."""
        slug, _, index = key.rpartition("/")
        return self.articles[slug].indicators[int(index)]

    def contradiction(self, key: str) -> Contradiction:
        """A contradiction by its key (generator/library/shelves.py)."""
        sort, thing, field = key.split("\t")
        return next(c for c in self.contradictions_of(sort, thing) if c.field == field)

    def series_events(self, series: Series) -> tuple[Event, ...]:
        """The events of a series, by date."""
        return self.in_series.get(series.id, ())

    def contradictions_of_document(self, document: Document) -> tuple[Contradiction, ...]:
        """The contradictions about a document, and about the events that issued it."""
        events = self.issuing.get(document.id, ())
        issuing = (c for event in events for c in self.contradictions_of("event", event.id))
        return (*self.contradictions_of("document", document.id), *issuing)

    def contradictions_of(self, sort: str, thing: str) -> tuple[Contradiction, ...]:
        """The contradictions about one thing."""
        return self.contradictions_about.get((sort, thing), ())


def crowded(targets: Mapping[str, int]) -> frozenset[str] | None:
    """The years of which there are too many targets for one page; None when all fit on one."""
    counts = Counter[str]()
    for due, count in targets.items():
        counts[due[:4]] += count
    if counts.total() <= MOST_TARGETS:
        return None
    return frozenset(due for due, count in counts.items() if count > MOST_TARGETS)
