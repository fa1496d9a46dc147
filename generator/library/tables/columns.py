"""Columns that many tables share: keys, dates, provinces, kinds, addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from generator.edtf import Edtf
from generator.library.tables.table import Column, Reference, Source, Type

UNIT_REFERENCE = Reference(("province",), "province-units")


def plain(name: str, vi: str, en: str, type: Type = Type.STRING, *, of: str = "", **more: Any) -> Column[Any]:
    """A column that holds an attribute of the row's thing, by default that of its own name."""
    get = attrgetter(of or name)
    return Column(name, vi, en, lambda source, thing: get(thing), type, **more)


def dates(name: str, vi: str, en: str, get: Callable[[Any], Edtf | None] | None = None) -> tuple[Column[Any], ...]:
    """A date as told (EDTF), and the first and last day it can mean."""
    told: Callable[[Any], Edtf | None] = get or attrgetter(name)

    def bound(side: str) -> Callable[[Source, Any], Any]:
        return lambda source, thing: getattr(told(thing), side, None)

    return (
        Column(name, f"{vi}, dạng EDTF (ISO 8601-2)", f"{en}, in EDTF (ISO 8601-2)", bound("text")),
        Column(
            f"{name}_earliest", "ngày sớm nhất có thể", "the earliest day it can mean", bound("earliest"), Type.DATE
        ),
        Column(f"{name}_latest", "ngày muộn nhất có thể", "the latest day it can mean", bound("latest"), Type.DATE),
    )


def province(get: Callable[[Any], str | None] = attrgetter("province"), *, required: bool = False) -> tuple[Any, ...]:
    """A unit by its key, with its names."""

    def name(source: Source, thing: Any) -> str | None:
        key = get(thing)
        return source.library.registries.units[key].name if key else None

    def english(source: Source, thing: Any) -> str | None:
        key = get(thing)
        return _english(source, key) if key else None

    empty_vi, empty_en = ("", "") if required else ("; trống: cả nước hoặc chưa rõ", "; empty: nationwide or unknown")
    return (
        Column(
            "province",
            f"tỉnh, thành vào thời của dữ kiện{empty_vi}",
            f"the province as it was at the time{empty_en}",
            lambda source, thing: get(thing),
            required=required,
        ),
        Column("province_name", "tên tỉnh, thành", "its name", name),
        Column("province_name_en", "tên tiếng Anh", "its English name", english),
    )


def provinces(name: str, vi: str, en: str, get: Callable[[Any], Iterable[str]]) -> tuple[Column[Any], ...]:
    """Units by their keys, with their names in the same order."""

    def names(source: Source, thing: Any) -> tuple[str, ...]:
        return tuple(source.library.registries.units[key].name for key in get(thing))

    def english(source: Source, thing: Any) -> tuple[str, ...]:
        return tuple(_english(source, key) for key in get(thing))

    return (
        Column(name, vi, en, lambda source, thing: tuple(get(thing)), Type.LIST),
        Column(f"{name}_names", "tên của các tỉnh, thành ấy", "their names", names, Type.LIST),
        Column(f"{name}_names_en", "tên tiếng Anh của các tỉnh, thành ấy", "their English names", english, Type.LIST),
    )


def _english(source: Source, unit: str) -> str:
    registries = source.library.registries
    return registries.provinces[registries.units[unit].name_slug].english


def kind(vi: Mapping[str, str], en: Mapping[str, str], of: str = "kind", words: str = "loại") -> tuple[Any, ...]:
    """A word of a closed list, and its readings."""
    get: Callable[[Any], str] = attrgetter(of)
    name = of.rpartition(".")[2]
    return (
        Column(name, words, "its kind", lambda source, thing: get(thing), required=True, choices=tuple(vi)),
        Column(f"{name}_vi", "loại, bằng tiếng Việt", "its kind in Vietnamese", lambda source, thing: vi[get(thing)]),
        Column(f"{name}_en", "loại, bằng tiếng Anh", "its kind in English", lambda source, thing: en[get(thing)]),
    )


def own_id() -> Column[Any]:
    """The key of a thing with a page of its own."""
    return plain(
        "id", "khóa, cũng là phần cuối địa chỉ trang", "key, also the end of its page's address", required=True
    )


def page_url(page: Callable[[str], str]) -> Column[Any]:
    """The address of a thing's page."""
    words = "địa chỉ trang trên cổng", "the address of its page"
    return Column("url", *words, lambda source, thing: source.url(page(thing.id)), required=True)
