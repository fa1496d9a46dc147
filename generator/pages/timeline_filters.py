"""What the timeline can be filtered by: year, province and kind; which entries fall under each value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Entry, Library
from generator.pages.page import Ref
from generator.pages.refs import SORTS_VI
from generator.text import collation_key, upper_first
from generator.vocabulary import EVENT_KINDS

NATIONWIDE = "ca-nuoc"
NATIONWIDE_VI = "Cả nước hoặc chưa rõ tỉnh"

EVERY_EVENT = "su-kien"
KINDS = {"document": "van-ban", "ranking": "ket-qua-xep-hang", "target": "muc-tieu"}
EVENT_KIND_SLUGS = {
    "observance": "ngay-huong-ung",
    "ceremony": "buoi-le",
    "meeting": "cuoc-hop",
    "conference": "hoi-nghi",
    "contest": "cuoc-thi",
    "launch": "ra-mat",
    "decision": "quyet-dinh",
    "plan": "ke-hoach",
    "announcement": "cong-bo",
    "campaign": "chien-dich",
    "training": "tap-huan",
    "ranking": "xep-hang",
}
"""Parts of addresses, so never changed; each kind of event has one."""

KIND_NAMES = {
    EVERY_EVENT: "mọi sự kiện",
    **{slug: EVENT_KINDS[kind] for kind, slug in EVENT_KIND_SLUGS.items()},
    **{slug: SORTS_VI[sort] for sort, slug in KINDS.items()},
}

EntryKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: as addresses have it, as readers do, how many entries it leaves, and their own page."""

    value: str
    text: str
    count: int
    page: str

    @property
    def ref(self) -> Ref:
        """A link to its page."""
        return Ref(self.text, self.page)


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in addresses, what it asks, the word for no choice, and the choices by group."""

    name: str
    label: str
    every: str
    groups: list[tuple[str, list[Choice]]]


@dataclass(frozen=True, slots=True)
class Filing:
    """The timeline's entries under every value of every filter, each list oldest first."""

    by_year: Mapping[int, list[Entry]]
    by_province: Mapping[str, list[Entry]]
    by_kind: Mapping[str, list[Entry]]
    provinces_of: Mapping[EntryKey, tuple[str, ...]]
    kinds_of: Mapping[EntryKey, tuple[str, ...]]


def entry_key(entry: Entry) -> EntryKey:
    """What tells an entry from all others."""
    return (entry.sort, entry.id)


def file_entries(library: Library) -> Filing:
    """File every entry in one pass."""
    names = _names_of_units(library)
    by_year: dict[int, list[Entry]] = defaultdict(list)
    by_province: dict[str, list[Entry]] = defaultdict(list)
    by_kind: dict[str, list[Entry]] = defaultdict(list)
    provinces_of: dict[EntryKey, tuple[str, ...]] = {}
    kinds_of: dict[EntryKey, tuple[str, ...]] = {}
    for entry in library.timeline:
        told = dict.fromkeys(name for unit in entry.provinces for name in names[unit])
        provinces = tuple(told) or (NATIONWIDE,)
        kinds = _kinds(library, entry)
        provinces_of[entry_key(entry)], kinds_of[entry_key(entry)] = provinces, kinds
        by_year[entry.date.year].append(entry)
        for name in provinces:
            by_province[name].append(entry)
        for kind in kinds:
            by_kind[kind].append(entry)
    return Filing(by_year, by_province, by_kind, provinces_of, kinds_of)


def _kinds(library: Library, entry: Entry) -> tuple[str, ...]:
    if entry.sort == "event":
        return (EVERY_EVENT, EVENT_KIND_SLUGS[library.events[entry.id].kind])
    return (KINDS[entry.sort],)


def _names_of_units(library: Library) -> Mapping[str, list[str]]:
    """The names whose timeline shows a unit: its own, and those of what it became part of."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in library.registries.provinces.values():
        for unit in library.succession.gathered(name):
            names[unit.id].append(name.slug)
    return names


def filters(library: Library, filing: Filing) -> list[Filter]:
    """The three filters, with the values that have entries."""
    years = [
        Choice(str(number), str(number), len(filing.by_year[number]), addresses.year(number))
        for number in sorted(filing.by_year, reverse=True)
    ]
    return [
        Filter("tinh", "Tỉnh, thành", "Mọi tỉnh, thành", list(_province_groups(library, filing))),
        Filter("loai", "Loại", "Mọi loại", list(_kind_groups(filing))),
        Filter("nam", "Năm", "Mọi năm", [("", years)]),
    ]


def _province_groups(library: Library, filing: Filing) -> Iterable[tuple[str, list[Choice]]]:
    told = [name for name in library.registries.provinces.values() if name.slug in filing.by_province]
    ended = {name.slug: name.units[-1].until for name in told}
    every = [
        Choice(name.slug, name.name, len(filing.by_province[name.slug]), addresses.timeline_of_province(name.slug))
        for name in sorted(told, key=lambda n: collation_key(n.name))
    ]
    if nationwide := filing.by_province.get(NATIONWIDE):
        page = addresses.timeline_of_province(NATIONWIDE)
        yield "", [Choice(NATIONWIDE, NATIONWIDE_VI, len(nationwide), page)]
    if current := [choice for choice in every if ended[choice.value] is None]:
        yield "Hiện nay", current
    days = sorted({day for day in ended.values() if day})
    for day in reversed(days):
        yield f"Tên cũ, đến {day_vi(day)}", [choice for choice in every if ended[choice.value] == day]


def _kind_groups(filing: Filing) -> Iterable[tuple[str, list[Choice]]]:
    choices = {
        slug: Choice(slug, upper_first(name), len(filing.by_kind[slug]), addresses.timeline_of_kind(slug))
        for slug, name in KIND_NAMES.items()
        if slug in filing.by_kind
    }
    yield "Sự kiện", [choices[s] for s in (EVERY_EVENT, *EVENT_KIND_SLUGS.values()) if s in choices]
    yield "Khác", [choices[s] for s in KINDS.values() if s in choices]
