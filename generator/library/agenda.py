"""What a calendar holds: the events whose days are told exactly, the newest of them, and the yearly days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.edtf import exact_days
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.library.things import Event
from generator.library.yearly_days import yearly_day
from generator.registry import ProvinceName, Series

MOST = 500
"""How many events a calendar holds: programs fetch the whole of it every day."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Events by their ids, oldest first, and series, for one calendar.

    `earlier` events are left out since there are so many later ones, `left_out` since their days are not told exactly.
    """

    events: tuple[str, ...]
    series: tuple[Series, ...] = ()
    earlier: int = 0
    left_out: int = 0

    @property
    def ids(self) -> list[str]:
        """The ids of all of them, of which there must be one to make a calendar (RFC 5545, 3.4)."""
        return [*(series.id for series in self.series), *self.events]


def site_agenda(library: Library) -> Agenda:
    """Every event, and every yearly day."""
    return _agenda(library, "events", library.registries.series.values())


def province_agenda(library: Library, name: ProvinceName) -> Agenda:
    """What belongs to the units that the name's page gathers; national events are not a province's own."""
    return _agenda(library, f"tinh/{name.slug}/events", _series_of(library, name))


def province_has_calendar(library: Library, name: ProvinceName) -> bool:
    """Whether anything stands in the calendar of a province's name."""
    exact = library.shelf(f"tinh/{name.slug}/events/exact")
    return bool(exact.counts) or any(yearly_day(library, series) for series in _series_of(library, name))


def series_agenda(library: Library, series: Series) -> Agenda:
    """The yearly day, and the events of its years."""
    return _agenda(library, f"series/{series.id}", [series])


def event_agenda(event: Event) -> Agenda:
    """One event alone."""
    return Agenda((event.id,) if exact_days(event.date) else ())


def _series_of(library: Library, name: ProvinceName) -> Iterable[Series]:
    names = {unit.name_slug for unit in library.succession.gathered(name)}
    return (series for series in library.registries.series.values() if series.province in names)


def _agenda(library: Library, shelf: str, series: Iterable[Series]) -> Agenda:
    exact = library.shelf(f"{shelf}/exact")
    events = _newest(exact)
    told, dated = (s.total for s in (library.shelf(shelf), exact))
    yearly = tuple(s for s in series if yearly_day(library, s))
    return Agenda(events, yearly, earlier=dated - len(events), left_out=told - dated)


def _newest(shelf: Shelf) -> tuple[str, ...]:
    keys: list[str] = []
    for period in sorted(shelf.counts, reverse=True):
        keys[:0] = shelf.of(period)
        if len(keys) >= MOST:
            break
    return tuple(keys[-MOST:])
