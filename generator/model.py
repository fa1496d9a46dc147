"""The immutable core: what a parsed article tells. References are ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.edtf import Edtf


class Basis(StrEnum):
    """How a fact is known: told by the article, worked out from its context, or computed from told figures."""

    STATED = "stated"
    INFERRED = "inferred"
    DERIVED = "derived"


class Review(StrEnum):
    """Whether an article may be published."""

    DRAFT = "draft"
    APPROVED = "approved"


class Status(StrEnum):
    """Whether an event was told before it took place, or as it happened and after."""

    ANNOUNCED = "announced"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one paragraph of one article tells; `index` is its place in the article's list of its sort.

    `evidence` are the characters of the source text that say it: for editors, never published.
    """

    article: str
    index: int
    at: int
    basis: Basis = Basis.STATED
    reason: str | None = None
    note: str | None = None
    evidence: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim(Fact):
    """What an article tells of an event, or (no id, a series) of a yearly day as such."""

    id: str | None
    name: str
    kind: str
    date: Edtf | None = None
    provinces: tuple[str, ...] = ()
    series: str | None = None
    recurs: str | None = None
    theme: str | None = None
    place: str | None = None
    status: Status | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentClaim(Fact):
    """What an article tells of a legal document (văn bản); province None: issued by a national body, or unknown."""

    id: str
    kind: str | None
    number: str | None
    date: Edtf | None
    issuer: str | None
    subject: str | None
    province: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """A rank or score of a province (None: the whole country) in an index, for one year and one measure."""

    province: str | None
    index_id: str
    year: int | None
    measure: str
    rank: int | None = None
    of: int | None = None
    top: int | None = None
    score: float | None = None
    scale: int = 1
    rank_change: int | None = None
    table: str | None = None
    table_inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The part of a target that a later ranking can be laid beside."""

    index_id: str
    measure: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """What a province (None: the country) means to reach, and by when."""

    province: str | None
    by: Edtf | None
    text: str
    goal: Goal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformClaim(Fact):
    """That an article tells of a platform (nền tảng) used in these provinces (none named: nationwide)."""

    id: str
    name: str
    kind: str
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number with its unit and period; the qualifier („hơn", „khoảng") is the article's."""

    province: str | None
    label: str
    value: float
    unit: str | None = None
    period: Edtf | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Fact):
    """A place below the province, as told."""

    name: str
    within: str | None
    province: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicClaim(Fact):
    """That a paragraph treats a topic."""

    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A later change of an article's record, for „Có gì mới"."""

    date: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """That an article was taken back: when, and why, in words for readers.

    Once linked, also what they may still come for: `told` are the events, documents and platforms it told (field of the
    library, key), `series` the yearly days; `paragraphs` says how many it had.
    """

    on: date
    reason: str
    told: tuple[tuple[str, str], ...] = ()
    series: tuple[str, ...] = ()
    paragraphs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A parsed article: who published what when, our own summary, and the facts it tells."""

    slug: str
    title: str | None
    heading: str | None
    published: Edtf | None
    published_time: str | None
    published_basis: Basis
    published_reason: str | None
    publisher: str | None
    url: str | None
    authors: tuple[str, ...]
    review: Review
    added: date
    changes: tuple[Change, ...]
    former_slugs: tuple[str, ...]
    subjects: tuple[str, ...]
    mentions: tuple[str, ...]
    paragraphs: tuple[str, ...]
    note: str | None
    editor_note: str | None
    source: str | None = None
    events: tuple[EventClaim, ...] = ()
    documents: tuple[DocumentClaim, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    platforms: tuple[PlatformClaim, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    topics: tuple[TopicClaim, ...] = ()
    retracted: Retraction | None = None

    @property
    def display_title(self) -> str:
        """The published title, or our own heading where the title is unknown."""
        return self.title or self.heading or self.slug

    @property
    def updated(self) -> date:
        """The day the record was last added to, changed or retracted."""
        days = [self.added, *(change.date for change in self.changes)]
        return max([*days, self.retracted.on] if self.retracted else days)

    @property
    def anchored_paragraphs(self) -> int:
        """How many paragraphs its page has anchors for: those it had, where it was retracted."""
        return max(len(self.paragraphs), self.retracted.paragraphs if self.retracted else 0)
