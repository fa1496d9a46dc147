"""Events and yearly days as events of a calendar (RFC 5545, 3.6.1): whole days, which leave the reader free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Event as Component

from generator.edtf import date_vi, day_vi, exact_days
from generator.library import addresses
from generator.library.entities import agreeing, most_told
from generator.library.library import Library
from generator.library.things import Contradiction, Event
from generator.library.yearly_days import series_unit, yearly_day
from generator.model import Basis, Fact, Status
from generator.output.identifiers import event_uid
from generator.output.plain_text import one_line
from generator.pages.article_facts import recurring_text
from generator.pages.refs import FIELDS_VI, full_name, publisher_name
from generator.registry import Series, Unit
from generator.text import collation_key, upper_first
from generator.vocabulary import BASIS_VI, EVENT_KINDS

MOST_SOURCES = 10
_DAY = timedelta(days=1)


def event_component(library: Library, event: Event, address: str) -> Component:
    """An event whose days are told exactly; one that is only announced is tentative."""
    days = exact_days(event.date)
    assert days is not None
    assert event.date is not None
    announced = event.status is Status.ANNOUNCED
    units = _in_order(library.registries.units[key] for key in event.provinces)
    whose = [full_name(unit, days[0]) for unit in units] or ["cấp quốc gia"]
    said = [f"{upper_first(EVENT_KINDS[event.kind])}, {date_vi(event.date)}, {', '.join(whose)}."]
    if announced:
        said.append("Theo kế hoạch: bài đưa tin trước ngày này, thư viện chưa có bài nào kể việc đã diễn ra.")
    if event.theme:
        said.append(f"Chủ đề: {event.theme}")
    said += [_differing(library, c) for c in library.contradictions_of("event", event.id)]
    said += _sources(library, agreeing(event.claims, event.date), address)
    changed = max(library.cards[claim.article].updated for claim in event.claims)
    component = _component(library, event, changed, address)
    component.add("summary", one_line(event.name) + (" (theo kế hoạch)" if announced else ""))
    component.add("dtstart", days[0])
    component.add("dtend", days[1] + _DAY)
    component.add("status", "TENTATIVE" if announced else "CONFIRMED")
    component.add("categories", _categories(EVENT_KINDS[event.kind], units))
    if place := most_told(claim.place for claim in event.claims):
        component.add("location", one_line(place))
    component.add("description", _lines(said))
    return component


def series_component(library: Library, series: Series, address: str) -> Component:
    """A yearly day; the years that have an event of their own on it are left to that."""
    yearly, unit = yearly_day(library, series), series_unit(library, series)
    assert yearly is not None
    facts = library.series_claims.get(series.id, ())
    said = [f"{upper_first(recurring_text(series.rule))}."]
    if series.since_year is None:
        said.append(f"Chưa rõ năm đầu tiên; lịch ghi từ {day_vi(yearly.first)}, theo bài sớm nhất kể về ngày này.")
    if yearly.until and unit:
        said.append(f"{upper_first(full_name(unit))} có đến {day_vi(yearly.until)}; lịch ghi đến đó.")
    told = (date.fromisoformat(day) for day in library.shelf(f"series/{series.id}/told").counts)
    changed = max([*told, *(library.cards[year.article].updated for year in series.years)])
    component = _component(library, series, changed, address)
    component.add("summary", one_line(series.name))
    component.add("dtstart", yearly.first)
    component.add("dtend", yearly.first + _DAY)
    component.add("rrule", {"freq": "yearly"} | ({"until": yearly.until} if yearly.until else {}))
    if taken := [day for day in yearly.taken if day >= yearly.first]:
        component.add("exdate", taken)
    component.add("categories", _categories("ngày hằng năm", [unit] if unit else []))
    component.add("description", _lines([*said, *_sources(library, facts, address)]))
    return component


def _component(library: Library, thing: Event | Series, changed: date, address: str) -> Component:
    """Who it is, and when what is told of it last changed: the clock of a build has no part in it."""
    component = Component()
    component.add("uid", event_uid(library, thing))
    for key in ("dtstamp", "last-modified"):
        component.add(key, datetime(changed.year, changed.month, changed.day, tzinfo=UTC))
    component.add("transp", "TRANSPARENT")
    if address:
        component.add("url", address + addresses.site_path(addresses.event(thing.id))[1:])
    return component


def _differing(library: Library, contradiction: Contradiction) -> str:
    tellings = []
    for telling in contradiction.tellings:
        names = dict.fromkeys(publisher_name(library, library.cards[fact.article]) for fact in telling.facts)
        tellings.append(f"{telling.value} ({', '.join(names)})")
    return f"Các bài kể khác nhau về {FIELDS_VI[contradiction.field]}: {'; '.join(tellings)}"


def _sources(library: Library, facts: Iterable[Fact], address: str) -> list[str]:
    """Each article that tells it, with the paragraph of our summary."""
    first = {fact.article: fact for fact in reversed(tuple(facts))}
    told = [fact for fact in dict.fromkeys(facts) if first[fact.article] is fact]
    lines = [_source(library, fact, address) for fact in told[:MOST_SOURCES]]
    if len(told) > MOST_SOURCES:
        lines.append(f"… và {len(told) - MOST_SOURCES} bài khác")
    return ["Nguồn:", *lines] if lines else []


def _source(library: Library, fact: Fact, address: str) -> str:
    article = library.cards[fact.article]
    basis = "" if fact.basis is Basis.STATED else f" ({BASIS_VI[fact.basis]})"
    page = addresses.site_path(addresses.article(article.slug))[1:]
    place = f": {address}{page}#{addresses.paragraph_anchor(fact.at)}" if address else ""
    publisher = publisher_name(library, article) if article.publisher else "chưa rõ nơi đăng"
    return f"- “{article.title}”, {publisher}{basis}{place}"


def _categories(kind: str, units: Sequence[Unit]) -> list[str]:
    names = dict.fromkeys(one_line(unit.name) for unit in units)
    return [kind, *names]


def _in_order(units: Iterable[Unit]) -> list[Unit]:
    return sorted(units, key=lambda unit: collation_key(unit.name))


def _lines(said: Iterable[str]) -> str:
    return "\n".join(one_line(line) for line in said)
