"""The things that articles tell of, each with the claims it was gathered from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.edtf import Edtf
from generator.model import DocumentClaim, EventClaim, Fact, PlatformClaim, Status


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
