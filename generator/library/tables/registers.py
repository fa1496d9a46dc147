"""Tables of what facts refer to: provinces and their units, topics, indices, publishers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.columns import kind, page_url, plain
from generator.library.tables.table import AnyTable, Column, Group, Reference, Source, Table, Type
from generator.registry import Index, ProvinceName, Unit
from generator.vocabulary import (
    MEASURE_GROUPS,
    MEASURE_GROUPS_EN,
    PROVINCE_KINDS,
    PROVINCE_KINDS_EN,
    PUBLISHER_KINDS,
    PUBLISHER_KINDS_EN,
)

_KEY = plain("id", "khóa", "key", required=True)
_NAME = plain("name", "tên", "its name", required=True)
_NAME_EN = plain("name_en", "tên tiếng Anh", "its English name", of="english")
_INDEX = Reference(("index",), "indices")


def _region(source: Source, name: ProvinceName) -> str | None:
    return source.library.registries.site.regions[name.region] if name.region else None


PROVINCES: AnyTable = Table(
    name="provinces",
    group=Group.REGISTERS,
    vi="Tên tỉnh, thành",
    en="Province names",
    about_vi="Mỗi tên có một trang trên cổng; một tên có thể chỉ hai đơn vị, trước và sau ngày 1/7/2025.",
    about_en="Each name has a page here; a name may stand for two units, before and since 1 July 2025.",
    things=lambda library, _: library.registries.provinces.values(),
    columns=(
        plain("id", "khóa của tên", "key of the name", of="slug", required=True),
        _NAME,
        plain("name_en", "tên tiếng Anh", "its English name", of="english", required=True),
        Column("region", "vùng hiện nay; trống: tên không còn dùng", "its region; empty: no longer in use", _region),
        Column("url", "địa chỉ trang trên cổng", "the address of its page",
               lambda s, n: s.url(addresses.province(n.slug)), required=True),
    ),
)  # fmt: skip


def _english(source: Source, unit: Unit) -> str:
    return source.library.registries.provinces[unit.name_slug].english


UNITS: AnyTable = Table(
    name="province-units",
    group=Group.REGISTERS,
    vi="Tỉnh, thành theo thời gian",
    en="Provinces through time",
    about_vi="Mỗi dòng là một tỉnh, thành giữa hai ngày: các đơn vị cũ và hiện nay, và nơi mỗi đơn vị nhập vào. "
    "Dữ kiện dẫn về bảng này. Đừng dùng mã của nhà nước làm khóa: mã cũ được dùng lại cho nơi khác.",
    about_en="One row per province between two days: former and current ones, and what each became part of. "
    "Facts refer to this table. Do not join on the official code: codes are reused.",
    things=lambda library, _: library.registries.units.values(),
    columns=(
        plain("id", "khóa của đơn vị", "key of the unit", required=True),
        plain("name_key", "khóa của tên", "key of its name", of="name_slug", required=True),
        _NAME,
        Column("name_en", "tên tiếng Anh", "its English name", _english, required=True),
        *kind(PROVINCE_KINDS, PROVINCE_KINDS_EN),
        Column("kind_since", "ngày thành loại ấy, nếu không phải từ đầu", "since when, if not from its beginning",
               lambda s, u: u.kinds[-1].since, Type.DATE),
        Column("kind_before", "loại lúc đầu, nếu khác", "its kind at first, if another",
               lambda s, u: u.kinds[0].kind if len(u.kinds) > 1 else None, choices=tuple(PROVINCE_KINDS)),
        plain("code", "mã đơn vị hành chính", "official code"),
        plain("since", "ngày đầu; trống: từ trước", "its first day; empty: from long before", Type.DATE),
        plain("until", "ngày cuối; trống: hiện nay", "its last day; empty: it exists now", Type.DATE),
        plain("successor", "đơn vị mà nơi này trở thành hoặc nhập vào", "the unit it became, or became part of"),
        plain("succession_by", "theo nghị quyết", "by which resolution"),
    ),
    references=(Reference(("name_key",), "provinces"), Reference(("successor",), "province-units")),
)  # fmt: skip

TOPICS: AnyTable = Table(
    name="topics",
    group=Group.REGISTERS,
    vi="Chủ đề",
    en="Topics",
    about_vi="Các chủ đề mà bài được xếp vào.",
    about_en="The topics that articles are filed under.",
    things=lambda library, _: library.registries.topics.values(),
    columns=(
        _KEY,
        _NAME,
        _NAME_EN,
        plain("about", "nói về gì", "what it is about (Vietnamese)", required=True),
        page_url(addresses.topic),
    ),
)

INDICES: AnyTable = Table(
    name="indices",
    group=Group.REGISTERS,
    vi="Chỉ số",
    en="Indices",
    about_vi="Các bộ chỉ số mà thứ hạng và điểm thuộc về.",
    about_en="The indices that ranks and scores belong to.",
    things=lambda library, _: library.registries.indices.values(),
    columns=(
        _KEY,
        _NAME,
        plain("full_name", "tên đầy đủ", "its full name", required=True),
        _NAME_EN,
        plain("level", "đo cấp nào", "what it measures", required=True,
              choices=("national-and-provincial", "provincial-mean", "international")),
        plain("about", "đo gì, thế nào", "what it measures and how (Vietnamese)", required=True),
        page_url(addresses.index),
    ),
)  # fmt: skip


class _OfIndex(NamedTuple):
    """A measure, ranking or year, and the index it is one of."""

    whole: Index
    own: Any


def _of_indices(part: str) -> Callable[[Library, str], Iterator[_OfIndex]]:
    parts = attrgetter(part)
    return lambda library, _: (
        _OfIndex(index, own) for index in library.registries.indices.values() for own in parts(index).values()
    )


def _own(name: str, vi: str, en: str, type: Type = Type.STRING, *, of: str = "", **more: Any) -> Column[Any]:
    return plain(name, vi, en, type, of=f"own.{of or name}", **more)


_OF_INDEX = plain("index", "chỉ số", "the index", of="whole.id", required=True)
_OWN_KEY = _own("id", "khóa", "key", required=True)

MEASURES: AnyTable = Table(
    name="measures",
    group=Group.REGISTERS,
    vi="Thước đo của chỉ số",
    en="Measures of indices",
    about_vi="Tổng thể, trụ cột, chỉ số thành phần. Trụ cột và thành phần là hai loại khác nhau, đừng trộn.",
    about_en="Overall, pillars and components. Pillars and components are different things.",
    things=_of_indices("measures"),
    columns=(
        _OF_INDEX,
        _OWN_KEY,
        _own("name", "tên", "its name", required=True),
        _own("name_en", "tên tiếng Anh", "its English name", of="english"),
        *kind(MEASURE_GROUPS, MEASURE_GROUPS_EN, "own.group", "loại thước đo"),
    ),
    key=("index", "id"),
    references=(_INDEX,),
)  # fmt: skip

RANKING_TABLES: AnyTable = Table(
    name="ranking-tables",
    group=Group.REGISTERS,
    vi="Bảng xếp hạng",
    en="Rankings",
    about_vi="Các bảng xếp hạng của một chỉ số.",
    about_en="The rankings of an index.",
    things=_of_indices("tables"),
    columns=(
        _OF_INDEX,
        _OWN_KEY,
        _own("name", "tên", "its name (Vietnamese)", required=True),
        _own("size", "số hạng", "how many ranks it has", Type.INTEGER, required=True, least=1),
        _own("as_of", "tên đơn vị tính theo ngày này", "its units are those of this day", Type.DATE, required=True),
    ),
    key=("index", "id"),
    references=(_INDEX,),
)  # fmt: skip

INDEX_YEARS: AnyTable = Table(
    name="index-years",
    group=Group.REGISTERS,
    vi="Các kỳ của chỉ số",
    en="Years of indices",
    about_vi="Kỳ nào có bảng nào, và từ kỳ nào cách tính đổi.",
    about_en="Which year has which rankings, and where the method changes.",
    things=_of_indices("years"),
    columns=(
        _OF_INDEX,
        _own("year", "năm", "the year", Type.INTEGER, required=True),
        _own("ranking_tables", "các bảng xếp hạng", "its rankings", Type.LIST, of="tables"),
        _own("method_break", "cách tính đổi thế nào từ năm này; trống: không đổi",
             "how the method changes from this year on (Vietnamese); empty: it does not"),
    ),
    key=("index", "year"),
    references=(_INDEX,),
)  # fmt: skip

PUBLISHERS: AnyTable = Table(
    name="publishers",
    group=Group.REGISTERS,
    vi="Nơi đăng",
    en="Publishers",
    about_vi="Báo, cổng thông tin và trang đã đăng các bài.",
    about_en="The papers, portals and sites that published the articles.",
    things=lambda library, _: library.registries.publishers.values(),
    columns=(
        _KEY,
        _NAME,
        *kind(PUBLISHER_KINDS, PUBLISHER_KINDS_EN),
    ),
)
