"""Calendars (RFC 5545) of the site, of each province and series, and of each event alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, vText

from generator.library import addresses
from generator.library.agenda import Agenda, event_agenda, province_agenda, series_agenda, site_agenda
from generator.library.library import Library
from generator.output.calendar_events import event_component, series_component
from generator.output.identifiers import domain
from generator.output.plain_text import one_line

_END = b"END:VCALENDAR\r\n"
_REFRESHED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A calendar, the page that offers it, and the pages at former addresses; no title: an event to be added alone."""

    page: str
    title: str
    agenda: Agenda
    former: tuple[str, ...] = ()


def calendar_files(library: Library, address: str) -> dict[str, str]:
    """Every calendar by path, also at former addresses; none where it would be empty.

    An event is written once, however many calendars it stands in.
    """
    site = site_agenda(library)
    components = {event.id: event_component(library, event, address) for event in site.events}
    components |= {series.id: series_component(library, series, address) for series in site.series}
    written = {key: component.to_ical() for key, component in components.items()}
    bare = _bare_head(library).to_ical()
    files: dict[str, str] = {}
    for offer in _offers(library, site):
        if keys := offer.agenda.ids:
            changed = max(components[key].DTSTAMP for key in keys)
            head = _head(library, offer, address, changed).to_ical() if offer.title else bare
            text = b"".join([head.removesuffix(_END), *(written[key] for key in keys), _END]).decode()
            files |= {addresses.calendar(page): text for page in (offer.page, *offer.former)}
    return files


def _offers(library: Library, site: Agenda) -> list[_Offer]:
    site_name = library.registries.site.name
    offers = [_Offer(addresses.HOME, site_name, site)]
    for name in library.registries.provinces.values():
        former = tuple(addresses.province(old) for old in name.former_slugs)
        agenda, title = province_agenda(library, name), f"{name.name} – {site_name}"
        offers.append(_Offer(addresses.province(name.slug), title, agenda, former))
    for series in library.registries.series.values():
        former = tuple(addresses.event(old) for old in series.former_slugs)
        offers.append(_Offer(addresses.event(series.id), series.name, series_agenda(library, series), former))
    for event in site.events:
        former = tuple(addresses.event(old) for old in event.former_slugs)
        offers.append(_Offer(addresses.event(event.id), "", event_agenda(library, event), former))
    return offers


def _bare_head(library: Library) -> Calendar:
    head = Calendar()
    head.add("version", "2.0")
    head.add("prodid", f"-//{domain(library)}//portal//VI")
    head.add("calscale", "GREGORIAN")
    return head


def _head(library: Library, offer: _Offer, address: str, changed: datetime) -> Calendar:
    """What a calendar to subscribe to says of itself: RFC 7986, and the older names that programs read."""
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
    if agenda.left_out:
        said += f" {agenda.left_out} sự kiện khác chỉ biết tháng, quý, năm hoặc chưa rõ ngày nên không có trong lịch."
    planned = "“(theo kế hoạch)”: bài đưa tin trước ngày đó, thư viện chưa có bài nào kể việc đã diễn ra."
    return one_line(f"{said} {planned} {library.registries.site.unofficial}")
