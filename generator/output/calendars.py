"""Calendars (RFC 5545) of the site, of each province and series, and of each event alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from generator.library import addresses
from generator.library.agenda import MOST, Agenda, event_agenda, province_agenda, series_agenda, site_agenda
from generator.library.library import Library
from generator.output.identifiers import domain
from generator.output.plain_text import one_line
from generator.registry import ProvinceName, Series
from generator.text import number_vi

if TYPE_CHECKING:
    from icalendar import Calendar

_END = b"END:VCALENDAR\r\n"
_REFRESHED = timedelta(days=1)
_STAMP = re.compile(rb"^DTSTAMP:(\d{8}T\d{6}Z)\r$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A calendar, the page that offers it, and the pages at former addresses; no title: an event to be added alone."""

    page: str
    title: str
    agenda: Agenda
    former: tuple[str, ...] = ()


Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what is made under a name, made only if it is not known: an event stands in several calendars."""

Calendars = dict[str, Callable[[], str]]
"""How calendars are made, by path, also at former addresses; none where one would be empty."""


def calendar_files(library: Library, address: str) -> Calendars:
    """Every calendar."""
    keep = _remembered()
    registries, exact = library.registries, library.shelf("events/exact")
    files = site_calendars(library, address, keep)
    for name in registries.provinces.values():
        files |= province_calendars(library, address, keep, name)
    for series in registries.series.values():
        files |= series_calendars(library, address, keep, series)
    for key in (key for period in exact.counts for key in exact.of(period)):
        files |= event_calendars(library, address, keep, key)
    return files


def site_calendars(library: Library, address: str, keep: Keep) -> Calendars:
    """The calendar of the whole site."""
    offer = _Offer(addresses.HOME, library.registries.site.name, site_agenda(library))
    return _calendars(library, address, keep, offer)


def province_calendars(library: Library, address: str, keep: Keep, name: ProvinceName) -> Calendars:
    """The calendar of a province's name."""
    former = tuple(addresses.province(old) for old in name.former_slugs)
    title = f"{name.name} – {library.registries.site.name}"
    offer = _Offer(addresses.province(name.slug), title, province_agenda(library, name), former)
    return _calendars(library, address, keep, offer)


def series_calendars(library: Library, address: str, keep: Keep, series: Series) -> Calendars:
    """The calendar of a yearly day."""
    former = tuple(addresses.event(old) for old in series.former_slugs)
    offer = _Offer(addresses.event(series.id), series.name, series_agenda(library, series), former)
    return _calendars(library, address, keep, offer)


def event_calendars(library: Library, address: str, keep: Keep, key: str) -> Calendars:
    """The calendar of an event alone, for those who add it to their own."""
    event = library.events[key]
    former = tuple(addresses.event(old) for old in event.former_slugs)
    return _calendars(library, address, keep, _Offer(addresses.event(key), "", event_agenda(event), former))


def _calendars(library: Library, address: str, keep: Keep, offer: _Offer) -> Calendars:
    if not offer.agenda.ids:
        return {}
    make = partial(_calendar, library, address, keep, offer)
    return {addresses.calendar(page): make for page in (offer.page, *offer.former)}


def _calendar(library: Library, address: str, keep: Keep, offer: _Offer) -> str:
    events = [keep(f"calendar/{key}", partial(_component, library, address, key)) for key in offer.agenda.ids]
    changed = max(_changed(event) for event in events)
    head = _head(library, offer, address, changed) if offer.title else _bare_head(library)
    return b"".join([head.to_ical().removesuffix(_END), *events, _END]).decode()


def _component(library: Library, address: str, key: str) -> bytes:
    """An event or a yearly day as it stands in calendars."""
    from generator.output.calendar_events import event_component, series_component

    series = library.registries.series.get(key)
    of_series = series_component(library, series, address) if series else None
    component = of_series or event_component(library, library.events[key], address)
    text: bytes = component.to_ical()
    return text


def _changed(component: bytes) -> datetime:
    """When a component last changed, by its DTSTAMP (RFC 5545, 3.8.7.2)."""
    found = _STAMP.search(component)
    assert found
    return datetime.strptime(found[1].decode(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _remembered() -> Keep:
    known: dict[str, bytes] = {}

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        if name not in known:
            known[name] = make()
        return known[name]

    return keep


def _bare_head(library: Library) -> Calendar:
    from icalendar import Calendar

    head = Calendar()
    head.add("version", "2.0")
    head.add("prodid", f"-//{domain(library)}//portal//VI")
    head.add("calscale", "GREGORIAN")
    return head


def _head(library: Library, offer: _Offer, address: str, changed: datetime) -> Calendar:
    """What a calendar to subscribe to says of itself: RFC 7986, and the older names that programs read."""
    from icalendar import vText

    head = _bare_head(library)
    name, about = one_line(offer.title), _about(library, offer.agenda)
    for key, value in (("name", name), ("x-wr-calname", name), ("description", about), ("x-wr-caldesc", about)):
        head.add(key, vText(value))
    head.add("last-modified", changed)
    head.add("refresh-interval", _REFRESHED, parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", "P1D")
    if address:
        head.add("url", address + addresses.site_path(offer.page)[1:])
        head.add("source", address + addresses.calendar(offer.page), parameters={"VALUE": "URI"})
    return head


def _about(library: Library, agenda: Agenda) -> str:
    said = "Những sự kiện chuyển đổi số mà báo chí đã đưa, có ngày rõ ràng, và các ngày hằng năm đã rõ ngày."
    if agenda.earlier:
        said += (
            f" Lịch chỉ có {MOST} sự kiện mới nhất; {number_vi(agenda.earlier)} sự kiện trước đó có ở trang Sự kiện."
        )
    if agenda.left_out:
        said += f" {agenda.left_out} sự kiện khác chỉ biết tháng, quý, năm hoặc chưa rõ ngày nên không có trong lịch."
    planned = "“(theo kế hoạch)”: bài đưa tin trước ngày đó, thư viện chưa có bài nào kể việc đã diễn ra."
    return one_line(f"{said} {planned} {library.registries.site.unofficial}")
