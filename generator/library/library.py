"""The library: articles, the things they tell of, and read-only indexes between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.edtf import Edtf
from generator.library.provinces import Succession
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
class UnitIndex:
    """What the library holds about one unit, each in the library's order."""

    about: tuple[str, ...] = ()
    mentioned_by: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    entries: tuple[Entry, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


_NOTHING = UnitIndex()


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
    national_events: tuple[str, ...]
    issuing: Mapping[str, tuple[Event, ...]]
    parts: Mapping[str, tuple[Event, ...]]
    in_series: Mapping[str, tuple[Event, ...]]
    of_unit: Mapping[str, UnitIndex]

    def unit(self, unit_id: str) -> UnitIndex:
        """What the library holds about a unit; empty for one that nothing is told of."""
        return self.of_unit.get(unit_id, _NOTHING)

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
