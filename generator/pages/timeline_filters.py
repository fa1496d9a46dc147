"""What the timeline can be filtered by: year, province and kind; the shelf of each value, the values of an entry."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.periods import NATIONWIDE
from generator.library.things import Entry
from generator.pages.page import Ref
from generator.pages.refs import SORTS_VI
from generator.registry import Registries
from generator.text import collation_key, upper_first
from generator.vocabulary import EVENT_KINDS

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


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: as addresses have it, as readers do, the shelf of its entries, and their own page."""

    value: str
    text: str
    shelf: str
    page: str

    @property
    def ref(self) -> Ref:
        """A link to its page."""
        return Ref(self.text, self.page)


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in addresses, what it asks, the word for no choice, and the choices by group.

    No numbers: they stand on every page of the timeline, and would change with each article.
    """

    name: str
    label: str
    every: str
    groups: list[tuple[str, list[Choice]]]


def filters(library: Library, without: Container[str] = ()) -> list[Filter]:
    """The three filters but for some, with the values that have entries."""
    every = (
        ("tinh", "Tỉnh, thành", "Mọi tỉnh, thành", _province_groups),
        ("loai", "Loại", "Mọi loại", _kind_groups),
        ("nam", "Năm", "Mọi năm", _year_groups),
    )
    return [Filter(name, asked, none, list(of(library))) for name, asked, none, of in every if name not in without]


def every_province(registries: Registries) -> list[Choice]:
    """The provinces by name, and what belongs to none."""
    names = sorted(registries.provinces.values(), key=lambda name: collation_key(name.name))
    return [
        Choice(slug, text, f"tinh/{slug}/entries", addresses.timeline_of_province(slug))
        for slug, text in [(NATIONWIDE, NATIONWIDE_VI), *((name.slug, name.name) for name in names)]
    ]


def every_kind() -> list[Choice]:
    """The kinds of entries."""
    shelves = {EVERY_EVENT: "entries/event"}
    shelves |= {slug: f"entries/event/{kind}" for kind, slug in EVENT_KIND_SLUGS.items()}
    shelves |= {slug: f"entries/{sort}" for sort, slug in KINDS.items()}
    return [
        Choice(slug, upper_first(name), shelves[slug], addresses.timeline_of_kind(slug))
        for slug, name in KIND_NAMES.items()
    ]


def is_told(library: Library, choice: Choice) -> bool:
    """Whether there are entries with a value."""
    return not library.shelf(choice.shelf).is_empty


def kinds_of(library: Library, entry: Entry) -> tuple[str, ...]:
    """The kinds an entry falls under, the narrowest last."""
    if entry.sort == "event":
        return (EVERY_EVENT, EVENT_KIND_SLUGS[library.events[entry.id].kind])
    return (KINDS[entry.sort],)


def provinces_of(library: Library, entry: Entry) -> tuple[str, ...]:
    """The names whose timeline shows an entry: those of its units, and of what these became part of."""
    told = dict.fromkeys(name for unit in entry.provinces for name in _names(library, unit))
    return tuple(told) or (NATIONWIDE,)


def _names(library: Library, unit_id: str) -> Iterator[str]:
    unit = library.registries.units.get(unit_id)
    while unit:
        yield unit.name_slug
        unit = library.succession.successor(unit)


def _province_groups(library: Library) -> Iterable[tuple[str, list[Choice]]]:
    choices = [choice for choice in every_province(library.registries) if is_told(library, choice)]
    names = library.registries.provinces
    if choices and choices[0].value == NATIONWIDE:
        yield "", [choices.pop(0)]
    ended = {choice.value: names[choice.value].units[-1].until for choice in choices}
    if current := [choice for choice in choices if ended[choice.value] is None]:
        yield "Hiện nay", current
    days = sorted({day for day in ended.values() if day})
    for day in reversed(days):
        yield f"Tên cũ, đến {day_vi(day)}", [choice for choice in choices if ended[choice.value] == day]


def _year_groups(library: Library) -> Iterable[tuple[str, list[Choice]]]:
    numbers = [str(int(year)) for year in reversed(library.shelf("entries").years)]
    yield "", [Choice(number, number, "entries", addresses.year(int(number))) for number in numbers]


def _kind_groups(library: Library) -> Iterable[tuple[str, list[Choice]]]:
    choices = [choice for choice in every_kind() if is_told(library, choice)]
    others = frozenset(KINDS.values())
    yield "Sự kiện", [choice for choice in choices if choice.value not in others]
    yield "Khác", [choice for choice in choices if choice.value in others]
