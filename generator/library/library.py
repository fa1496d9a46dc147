"""The library: articles, the things they tell of, and read-only indexes between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.edtf import Edtf
from generator.library.provinces import Succession
from generator.library.tables.pieces import Piece, cut
from generator.model import (
    Article,
    DocumentClaim,
    EventClaim,
    Fact,
    Figure,
    Indicator,
    Place,
    PlatformClaim,
    Status,
    Target,
    TopicClaim,
)
from generator.registry import Registries, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event, and every article's claim of it."""

    id: str
    name: str
    kind: str
    series: str | None
    document: str | None
    date: Edtf | None
    status: Status
    provinces: tuple[str, ...]
    theme: str | None
    part_of: str | None
    former_slugs: tuple[str, ...]
    claims: tuple[EventClaim, ...]

    @property
    def national(self) -> bool:
        """Whether it belongs to no single province."""
        return not self.provinces


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One legal document, and every article's claim of it."""

    id: str
    kind: str | None
    number: str | None
    date: Edtf | None
    issuer: str | None
    subject: str | None
    province: str | None
    claims: tuple[DocumentClaim, ...]

    @property
    def title(self) -> str:
        """Kind and number as far as known: Quyết định 505/QĐ-TTg."""
        return " ".join(part for part in (self.kind or "Văn bản", self.number) if part) + (
            "" if self.number else " (chưa rõ số)"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One platform, and every article that tells of it."""

    id: str
    name: str
    kind: str
    provinces: tuple[str, ...]
    claims: tuple[PlatformClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One value of a contested field, and the facts that tell it."""

    value: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Values of the same field of the same thing that cannot both be right."""

    sort: str
    id: str
    field: str
    tellings: tuple[Telling, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that take part in it."""
        return frozenset(fact.article for telling in self.tellings for fact in telling.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a timeline: something dated, where it is told, and which provinces it belongs to."""

    date: Edtf
    sort: str
    id: str
    title: str
    page: str
    anchor: str = ""
    provinces: tuple[str, ...]
    facts: tuple[Fact, ...]
    announced: bool = False
    other_dates: tuple[tuple[Edtf, tuple[Fact, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """What lists and source marks show of an article."""

    slug: str
    title: str
    publisher: str | None
    published: Edtf | None
    subjects: tuple[str, ...]
    draft: bool
    updated: date


@dataclass(frozen=True)
class Shelf:
    """The keys of a list by period („2024-03"; „2024": no month is known; "": no year is), oldest first in each."""

    keys: Mapping[str, tuple[str, ...]]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many keys each period holds, by period."""
        return {period: len(keys) for period, keys in self.keys.items()}

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years it holds something of, oldest first; the unknown one is "": this changes seldom, counts often."""
        return years_of(self.keys)

    @property
    def total(self) -> int:
        """How many keys there are."""
        return sum(map(len, self.keys.values()))

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return not self.keys

    def of(self, period: str) -> tuple[str, ...]:
        """The keys of a period."""
        return self.keys.get(period, ())

    def pieces(self, most: int) -> tuple[Piece, ...]:
        """How the open data cuts what stands here by day: this changes seldom, counts often."""
        return cut(self.counts, most)


def years_of(periods: Iterable[str]) -> tuple[str, ...]:
    """The years of periods, oldest first."""
    return tuple(sorted({period[:4] for period in periods}))


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
