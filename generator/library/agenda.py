"""What a calendar holds: the events whose days are told exactly, and the yearly days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.edtf import exact_days
from generator.library.library import Event, Library
from generator.library.yearly_days import yearly_day
from generator.registry import ProvinceName, Series


@dataclass(frozen=True, slots=True)
class Agenda:
    """Events and series for one calendar, and how many events are left out since their days are not told exactly."""

    events: tuple[Event, ...]
    series: tuple[Series, ...]
    left_out: int

    @property
    def ids(self) -> list[str]:
        """The ids of all of them, of which there must be one to make a calendar (RFC 5545, 3.4)."""
        return [*(series.id for series in self.series), *(event.id for event in self.events)]


def site_agenda(library: Library) -> Agenda:
    """Every event, and every yearly day."""
    return _agenda(library, library.events.values(), library.registries.series.values())


def province_agenda(library: Library, name: ProvinceName) -> Agenda:
    """What belongs to the units that the name's page gathers; national events are not a province's own."""
    units = library.succession.gathered(name)
    keys = dict.fromkeys(key for unit in units for key in library.unit(unit.id).events)
    names = {unit.name_slug for unit in units}
    series = (s for s in library.registries.series.values() if s.province in names)
    return _agenda(library, (library.events[key] for key in keys), series)


def series_agenda(library: Library, series: Series) -> Agenda:
    """The yearly day, and the events of its years."""
    return _agenda(library, library.series_events(series), [series])


def event_agenda(library: Library, event: Event) -> Agenda:
    """One event alone."""
    return _agenda(library, [event], [])


def _agenda(library: Library, events: Iterable[Event], series: Iterable[Series]) -> Agenda:
    events = tuple(events)
    exact = tuple(event for event in events if exact_days(event.date))
    return Agenda(exact, tuple(s for s in series if yearly_day(library, s)), len(events) - len(exact))
