"""What ingest finds in a text: values, each with the characters that say it. Provinces are name slugs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model import Basis, Goal, Status


@dataclass(frozen=True, slots=True)
class Span:
    """Characters start..end (end excluded) of the text read."""

    start: int
    end: int

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the text read that is not the article's running text, and why.

    Not `noise`: a line that the header was read from (date line, byline, publisher).
    """

    start: int
    end: int
    why: str
    noise: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fact and its evidence: characters start..end of the text read (NFC) say it."""

    start: int
    end: int
    basis: Basis = Basis.STATED
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound(Found):
    """A date expression; `edtf` is a value of generator.edtf, „--10-10" (every year) or „XXXX-10-10" (year unknown).

    `anchored`: the year (or day) was taken from elsewhere than the expression itself.
    """

    edtf: str
    anchored: bool = False

    @property
    def recurs(self) -> bool:
        """Whether it names a day of every year."""
        return self.edtf.startswith("--")

    @property
    def dated(self) -> bool:
        """Whether it is a value that generator.edtf reads: its year is known."""
        return not self.recurs and "X" not in self.edtf


class Sense(StrEnum):
    """What a province's name stands for where it is written."""

    PROVINCE = "province"
    TOWN = "town"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceFound(Found):
    """A province's name in the text; TOWN is a city or town of that name, OTHER a river, paper, school, person …

    `former`: named as what it was before a merger: „tỉnh Bắc Kạn (cũ)", „hợp nhất với tỉnh Bạc Liêu".
    """

    key: str
    sense: Sense = Sense.PROVINCE
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the article that tells one story: the whole of it, or one item of a digest.

    `province` is the one province it is about, None where it is about several, the country, or none can be told.
    """

    start: int
    end: int
    province: str | None
    province_inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFound(Found):
    """A legal document; `written` is its number as in the text, `number` the normal form."""

    kind: str
    number: str | None = None
    written: str | None = None
    date: str | None = None
    date_inferred: bool = False
    issuer: str | None = None
    province: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFound(Found):
    """A rank or score: ids of the index and measure as in site_config/indices.yml."""

    province: str | None
    index: str
    year: int | None
    measure: str
    rank: int | None = None
    of: int | None = None
    top: int | None = None
    score: float | None = None
    scale: int = 1
    rank_change: int | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFound(Found):
    """What is to be reached, in our own short phrase, and by when (EDTF)."""

    province: str | None
    by: str | None
    text: str
    goal: Goal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformFound(Found):
    """A platform; `id` where the registry knows it."""

    name: str
    kind: str
    id: str | None = None
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFound(Found):
    """A number with what it counts, its unit and its period (EDTF)."""

    province: str | None
    label: str
    value: float
    unit: str | None = None
    period: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFound(Found):
    """A place below the province, as told."""

    name: str
    within: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFound(Found):
    """A topic of the registry that a passage treats."""

    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFound(Found):
    """An event; `date` is EDTF, `recurs` „--10-10"; no provinces: national."""

    name: str
    kind: str
    date: str | None = None
    recurs: str | None = None
    provinces: tuple[str, ...] = ()
    series: str | None = None
    theme: str | None = None
    place: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When the article was published, as EDTF; `found` where the text itself says it."""

    edtf: str
    time: str | None = None
    inferred: bool = False
    reason: str | None = None
    found: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What an article says of itself; a span is where the text read says it (None: only the page's metadata does).

    `origin` is who had it first, as a reprint says („Nguồn: X", „Theo X"), not who published it here.
    """

    title: str | None = None
    title_span: Span | None = None
    suggested_title: str | None = None
    publisher: str | None = None
    publisher_id: str | None = None
    publisher_span: Span | None = None
    origin: str | None = None
    origin_span: Span | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """What a page's own metadata says (JSON-LD, OpenGraph, meta, canonical link); None where it is silent."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A raw article as read: its text in NFC, what the reader left out of a page, and the page's metadata."""

    text: str
    kind: str
    meta: PageMeta = field(default_factory=PageMeta)
    left_out: tuple[str, ...] = ()
