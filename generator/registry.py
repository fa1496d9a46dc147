"""The immutable registries of site_config/ and content/events.yml that articles refer to, by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


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
    english: str
    region: str | None
    variants: tuple[str, ...]
    abbreviations: tuple[str, ...]
    former_slugs: tuple[str, ...]
    units: tuple[Unit, ...]
    search_names: tuple[str, ...] = ()


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
    english: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure of an index; `group` tells pillars (trụ cột) from component measures (chỉ số thành phần)."""

    id: str
    name: str
    group: str
    variants: tuple[str, ...] = ()
    english: str | None = None


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
    variants: tuple[str, ...] = ()
    english: str | None = None

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
    english: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A platform (nền tảng) by the names that texts give it; a national one is of no province in particular."""

    id: str
    name: str
    kind: str
    variants: tuple[str, ...] = ()
    national: bool = False


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
    feed_authority: str
    regions: Mapping[str, str]
    regions_note: str
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    search_body: bool = False
    may_shrink: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Archipelago:
    """Hoàng Sa or Trường Sa: a tile beside the province it belongs to."""

    id: str
    name: str
    province: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TileGrids:
    """The schematic grids of the 34 and of the 63 provinces: rows from north to south; None: an empty place."""

    current: tuple[tuple[str | None, ...], ...]
    former: tuple[tuple[str | None, ...], ...]
    archipelagos: Mapping[str, Archipelago]
    labels: Mapping[str, str]


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
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    tiles: TileGrids | None = None
