"""Tables of events and yearly days: what the portal shows of each, and what every article tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.library import addresses
from generator.library.entities import status_of
from generator.library.library import Library
from generator.library.tables.columns import dates, kind, own_id, page_url, plain, provinces
from generator.library.tables.owners import ARTICLE_OWNERS, EVENT_OWNERS
from generator.library.tables.provenance import FACT_REFERENCE, GATHERED, PROVENANCE, contested, fact_id
from generator.library.tables.table import AnyTable, Column, Group, Reference, Source, Table, Type
from generator.model import EventClaim, Status
from generator.registry import Series, SeriesYear
from generator.vocabulary import EVENT_KINDS, EVENT_KINDS_EN

_SERIES = Reference(("series",), "series")
_KIND = kind(EVENT_KINDS, EVENT_KINDS_EN)

EVENTS: AnyTable = Table(
    name="events",
    group=Group.FACTS,
    vi="Sự kiện",
    en="Events",
    about_vi="Mỗi dòng là một sự kiện, gộp lời kể của mọi bài; từng lời kể ở bảng event-claims.",
    about_en="One row per event, gathered from every article's claim; the claims themselves are in event-claims.",
    things=lambda library, key: (library.events[key],),
    owners=EVENT_OWNERS,
    columns=(
        own_id(),
        plain("name", "tên sự kiện", "its name, in Vietnamese", required=True),
        *_KIND,
        *dates("date", "ngày", "its date"),
        plain("status", "announced: mới báo trước, chưa có bài đưa tin đã diễn ra; reported: đã đưa tin",
              "announced: told before its day and not reported since; reported", required=True, choices=tuple(Status)),
        plain("national", "true: không của riêng tỉnh, thành nào", "true: of no province in particular", Type.BOOLEAN,
              required=True),
        *provinces("provinces", "các tỉnh, thành của sự kiện", "its provinces", lambda e: e.provinces),
        plain("series", "ngày hằng năm mà sự kiện thuộc về", "the yearly day it belongs to"),
        plain("document", "văn bản mà sự kiện này ban hành", "the document it issued"),
        plain("part_of", "sự kiện lớn hơn", "the larger event it is part of"),
        plain("theme", "chủ đề, đúng nguyên văn", "its theme, word for word"),
        contested("event"),
        *GATHERED,
        page_url(addresses.event),
    ),
    references=(_SERIES, Reference(("document",), "documents"), Reference(("part_of",), "events")),
)  # fmt: skip


def _status(source: Source, claim: EventClaim) -> Status:
    return status_of(claim, source.library.articles[claim.article])


def _part_of(source: Source, claim: EventClaim) -> str | None:
    return claim.part_of if claim.part_of in source.library.events else None


EVENT_CLAIMS: AnyTable = Table(
    name="event-claims",
    group=Group.FACTS,
    vi="Lời kể về sự kiện",
    en="Claims of events",
    about_vi="Mỗi dòng là điều một bài kể về một sự kiện, hay (cột event trống) về một ngày hằng năm nói chung.",
    about_en="One row per article's claim of an event or (event empty) of a yearly day as such.",
    things=lambda library, slug: library.articles[slug].events,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("events"),
        plain("event", "sự kiện", "the event", of="id"),
        plain("series", "ngày hằng năm", "the yearly day"),
        plain("name", "tên như bài kể", "its name as this article tells it", required=True),
        *_KIND,
        *dates("date", "ngày như bài kể", "its date as this article tells it"),
        plain("recurs", "ngày lặp lại hằng năm, dạng --MM-DD", "the day it returns every year, as --MM-DD"),
        Column("status", "bài báo trước (announced) hay đưa tin (reported)", "whether it is announced or reported",
               _status, required=True, choices=tuple(Status)),
        *provinces("provinces", "các tỉnh, thành", "its provinces", lambda c: c.provinces),
        plain("theme", "chủ đề, đúng nguyên văn", "its theme, word for word"),
        plain("place", "nơi diễn ra", "where it takes place"),
        Column("part_of", "sự kiện lớn hơn", "the larger event it is part of", _part_of),
        *PROVENANCE,
    ),
    references=(
        FACT_REFERENCE,
        _SERIES,
        Reference(("event",), "events"),
        Reference(("part_of",), "events"),
    ),
)  # fmt: skip


def _province_name(source: Source, series: Series) -> str | None:
    return source.library.registries.provinces[series.province].name if series.province else None


SERIES: AnyTable = Table(
    name="series",
    group=Group.REGISTERS,
    vi="Ngày hằng năm",
    en="Yearly days",
    about_vi="Các ngày được hưởng ứng hằng năm, của cả nước và của từng tỉnh.",
    about_en="Days observed every year, by the country and by provinces.",
    things=lambda library, _: library.registries.series.values(),
    columns=(
        own_id(),
        plain("name", "tên", "its name", required=True),
        plain("name_en", "tên tiếng Anh", "its English name", of="english"),
        plain("province_name_key", "tên tỉnh, thành; trống: cả nước", "the province's name; empty: nationwide",
              of="province"),
        Column("province_name", "tên tỉnh, thành bằng chữ", "the name in letters", _province_name),
        plain("rule", "ngày trong năm, dạng --MM-DD; trống: chưa bài nào nói",
              "the day of the year, as --MM-DD; empty: no article tells it"),
        plain("since_year", "năm đầu tiên, nếu biết", "the first year, if known", Type.INTEGER),
        plain("document", "văn bản định ra ngày này", "the document that set it"),
        page_url(addresses.event),
    ),
    references=(Reference(("document",), "documents"), Reference(("province_name_key",), "provinces")),
)  # fmt: skip


def _series_years(library: Library, _: str) -> Iterator[tuple[str, SeriesYear]]:
    for series in library.registries.series.values():
        for year in series.years:
            yield series.id, year


def _year(name: str, vi: str, en: str, of: str, type: Type = Type.STRING, **more: Any) -> Column[Any]:
    return Column(name, vi, en, lambda source, pair: getattr(pair[1], of), type, **more)


SERIES_YEARS: AnyTable = Table(
    name="series-years",
    group=Group.FACTS,
    vi="Ngày hằng năm theo từng năm",
    en="Yearly days by year",
    about_vi="Chủ đề của mỗi năm, và đoạn nêu điều đó.",
    about_en="The theme of each year, and the paragraph that tells it.",
    things=_series_years,
    columns=(
        Column("series", "ngày hằng năm", "the yearly day", lambda s, pair: pair[0], required=True),
        _year("year", "năm", "the year", "year", Type.INTEGER, required=True),
        _year("theme", "chủ đề, đúng nguyên văn", "its theme, word for word", "theme"),
        _year("article", "bài nêu", "the article that tells it", "article", required=True),
        _year("paragraph", "đoạn nêu", "the paragraph that tells it", "at", Type.INTEGER, required=True, least=1),
        Column("url", "địa chỉ đoạn ấy trên cổng", "the address of that paragraph here",
               lambda s, pair: s.paragraph_url(pair[1].article, pair[1].at), required=True),
    ),
    key=("series", "year"),
    references=(FACT_REFERENCE, _SERIES),
)  # fmt: skip
