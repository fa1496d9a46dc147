"""The schemas of the registries in site_config/ and of content/events.yml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.sources.field_types import Authority, Contact, DayText, Key, Paragraph, RecurringText, Strict, Text, Year
from generator.vocabulary import MEASURE_GROUPS, PLATFORM_KINDS, PROVINCE_KINDS, PUBLISHER_KINDS

English = Annotated[
    Text | None, Field(description="Tên tiếng Anh trong dữ liệu mở; tên tỉnh, thành chỉ ghi khi khác tên bỏ dấu.")
]


class KindFields(Strict):
    """From when a unit is a tỉnh or a thành phố, and by which resolution."""

    kind: Literal[tuple(PROVINCE_KINDS)]  # type: ignore[valid-type]
    since: DayText | None = None
    by: Text | None = None


class UnitFields(Strict):
    """A province between two days."""

    id: Key
    code: Text
    since: DayText | None = None
    until: DayText | None = None
    kinds: Annotated[list[KindFields], Field(min_length=1)]
    successor: Key | None = None
    by: Text | None = None


class ProvinceFields(Strict):
    """A name with its page, spellings and units."""

    slug: Key
    name: Text
    english: English = None
    region: Key | None = None
    variants: list[Text] = []
    abbreviations: list[Text] = []
    search_names: Annotated[
        list[Text], Field(description="Tên mà bạn đọc gõ để tìm tỉnh, thành này; portal ingest không tìm theo tên này.")
    ] = []
    former_slugs: list[Key] = []
    units: Annotated[list[UnitFields], Field(min_length=1)]


class ProvincesFile(Strict):
    """site_config/provinces.yml."""

    provinces: list[ProvinceFields]


class SeriesYearFields(Strict):
    """A year of a series, and where it is told."""

    year: Year
    theme: Text | None = None
    article: Key
    at: Paragraph


class SeriesFields(Strict):
    """A yearly event."""

    id: Key
    name: Text
    english: English = None
    province: Key | None
    rule: RecurringText | None
    since_year: Year | None
    document: Key | None
    former_slugs: list[Key] = []
    years: list[SeriesYearFields] = []


class SeriesFile(Strict):
    """site_config/event_series.yml."""

    series: list[SeriesFields]


class MeasureFields(Strict):
    """A measure of an index."""

    id: Key
    name: Text
    english: English = None
    group: Literal[tuple(MEASURE_GROUPS)]  # type: ignore[valid-type]
    variants: list[Text] = []


class TableFields(Strict):
    """A ranking of a fixed number of provinces."""

    id: Key
    size: Annotated[int, Field(ge=1)]
    name: Text
    as_of: DayText


class IndexYearFields(Strict):
    """A year of an index."""

    year: Year
    tables: list[Key]
    method_break: Text | None


class IndexFields(Strict):
    """An index."""

    id: Key
    name: Text
    full_name: Text
    english: English = None
    variants: list[Text] = []
    about: Text
    level: Literal["national-and-provincial", "provincial-mean", "international"]
    measures: list[MeasureFields]
    tables: list[TableFields]
    years: list[IndexYearFields]


class IndicesFile(Strict):
    """site_config/indices.yml."""

    indices: list[IndexFields]


class PublisherFields(Strict):
    """A publisher."""

    id: Key
    name: Text
    kind: Literal[tuple(PUBLISHER_KINDS)]  # type: ignore[valid-type]


class PublishersFile(Strict):
    """site_config/publishers.yml."""

    publishers: list[PublisherFields]


class TopicRegistryFields(Strict):
    """A topic."""

    id: Key
    name: Text
    english: English = None
    synonyms: list[Text]
    about: Text


class TopicsFile(Strict):
    """site_config/topics.yml."""

    topics: list[TopicRegistryFields]


class PlatformRegistryFields(Strict):
    """A platform."""

    id: Key
    name: Text
    kind: Literal[tuple(PLATFORM_KINDS)]  # type: ignore[valid-type]
    variants: list[Text] = []
    national: bool = False


class PlatformsFile(Strict):
    """site_config/platforms.yml."""

    platforms: list[PlatformRegistryFields]


class NamedEventFields(Strict):
    """The portal's own name of an event that several articles tell."""

    id: Key
    name: Text
    series: Key | None = None
    document: Key | None = None
    former_slugs: list[Key] = []


class EventsFile(Strict):
    """content/events.yml."""

    events: list[NamedEventFields]


class SiteFile(Strict):
    """site_config/site.yml."""

    name: Text
    tagline: Text
    about: Text
    unofficial: Text
    corrections: Contact = Field(description="Địa chỉ nhận góp ý, đính chính, bắt buộc: mailto:… hoặc https://….")
    feed_authority: Authority
    regions: dict[Key, Text]
    regions_note: Text
    abbreviations: dict[Text, Text] = {}
    search_body: Annotated[
        bool, Field(description="true: tìm kiếm tìm cả trong các đoạn sau đoạn đầu của tóm tắt; chỉ mục lớn hơn.")
    ] = False
    may_shrink: Annotated[
        int,
        Field(
            ge=0,
            lt=101,
            description="Phần trăm trang, bài hay dữ kiện được phép mất giữa hai lần dựng; mất hơn thì giữ trang cũ.",
        ),
    ] = 10


class ArchipelagoFields(Strict):
    """An archipelago's tile, and the province it belongs to."""

    id: Key
    name: Text
    province: Key


class TilesFile(Strict):
    """site_config/tiles.yml."""

    current: list[Text]
    former: list[Text]
    archipelagos: list[ArchipelagoFields]
    labels: dict[Key, Text] = {}
