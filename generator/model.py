"""The immutable core: what a parsed article tells, and the registries it refers to. References are ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """What one paragraph of one article tells; `index` is its place in the article's list of its sort."""

    article: str
    index: int
    at: int
    basis: Basis = Basis.STATED
    reason: str | None = None
    note: str | None = None


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
    events: tuple[EventClaim, ...] = ()
    documents: tuple[DocumentClaim, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    platforms: tuple[PlatformClaim, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    topics: tuple[TopicClaim, ...] = ()

    @property
    def display_title(self) -> str:
        """The published title, or our own heading where the title is unknown."""
        return self.title or self.heading or self.slug

    @property
    def updated(self) -> date:
        """The day the record was last added to or changed."""
        return max([self.added, *(change.date for change in self.changes)])


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSpan:
    """The kind of a province (tỉnh, thành phố) from a day on; None: from the unit's beginning."""

    kind: str
    since: date | None
    resolution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A province as it was between two days (None: no bound known or none yet)."""

    id: str
    name_slug: str
    name: str
    code: str
    since: date | None
    until: date | None
    kinds: tuple[KindSpan, ...]
    successor: str | None = None
    succession_by: str | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the unit existed on the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def kind(self) -> str:
        """Its last known kind."""
        return self.kinds[-1].kind

    def kind_on(self, day: date) -> str:
        """Its kind on the day; the earliest known one before that."""
        kinds = [span.kind for span in self.kinds if span.since is None or span.since <= day]
        return kinds[-1] if kinds else self.kinds[0].kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceName:
    """A name with a page of its own, and the units that bear or bore it, oldest first."""

    slug: str
    name: str
    region: str | None
    variants: tuple[str, ...]
    abbreviations: tuple[str, ...]
    former_slugs: tuple[str, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesYear:
    """A year of an event series: its theme, and the paragraph that tells it."""

    year: int
    theme: str | None
    article: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Events that return every year; `rule` is the day („--10-10"), None where it is not known."""

    id: str
    name: str
    province: str | None
    rule: str | None
    since_year: int | None
    document: str | None
    years: tuple[SeriesYear, ...]
    former_slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure of an index; `group` tells pillars (trụ cột) from component measures (chỉ số thành phần)."""

    id: str
    name: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingTable:
    """A ranking with a fixed number of rows; its provinces are named as on `as_of`."""

    id: str
    size: int
    name: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexYear:
    """A year of an index: the tables it was published as, and what of its method breaks the series before it."""

    year: int
    tables: tuple[str, ...]
    method_break: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index such as DTI, its measures, tables and years."""

    id: str
    name: str
    full_name: str
    about: str
    level: str
    measures: Mapping[str, Measure]
    tables: Mapping[str, RankingTable]
    years: Mapping[int, IndexYear]

    def has_break_between(self, earlier: int, later: int) -> bool:
        """Whether a method break lies after the earlier and up to the later year."""
        return any(y.method_break for y in self.years.values() if earlier < y.year <= later)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A paper, portal or office that publishes articles."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that articles are filed under."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvent:
    """An event told by several articles: the name the portal gives it, and what it issued."""

    id: str
    name: str
    series: str | None
    document: str | None
    former_slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The portal's identity and the texts that are not a page's own."""

    name: str
    tagline: str
    about: str
    unofficial: str
    corrections: str
    regions: Mapping[str, str]
    regions_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Registries:
    """Everything in site_config, by id."""

    site: Site
    provinces: Mapping[str, ProvinceName]
    units: Mapping[str, Unit]
    series: Mapping[str, Series]
    indices: Mapping[str, Index]
    publishers: Mapping[str, Publisher]
    topics: Mapping[str, Topic]
    events: Mapping[str, NamedEvent] = field(default_factory=dict)
