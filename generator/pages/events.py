"""Pages of events and event series, and their list."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.agenda import event_agenda, series_agenda
from generator.library.entities import agreeing, sort_key, status_of
from generator.library.library import Event, Library
from generator.library.neighbours import neighbours
from generator.library.yearly_days import coming_day, series_unit
from generator.model import EventClaim, Status
from generator.pages.article_facts import recurring_text
from generator.pages.articles import article_item
from generator.pages.page import Mark, Page, Ref
from generator.pages.refs import (
    contradiction_view,
    document_ref,
    event_ref,
    marks,
    publisher_name,
    series_ref,
    told_by,
    unit_refs,
)
from generator.pages.subscriptions import subscriptions
from generator.registry import Series, SeriesYear
from generator.text import collation_key
from generator.vocabulary import EVENT_KINDS

NEAR_YEARS = 10
"""How many events of a series before and after one its page lists; the series' page lists all."""


def event_pages(library: Library, today: date) -> Iterable[Page]:
    """A page for each event and each series, and the list of all."""
    yield _list_page(library)
    for event in library.events.values():
        yield _event_page(library, event)
    for series in library.registries.series.values():
        yield _series_page(library, series, today)


def event_date(event: Event) -> str:
    """The event's date as the portal shows it in lists."""
    return date_vi(event.date)


def _event_page(library: Library, event: Event) -> Page:
    where = ", ".join(r.text for r in unit_refs(library, event.provinces)) or "cấp quốc gia"
    articles = list(dict.fromkeys(c.article for c in event.claims))
    contradictions = library.contradictions_of("event", event.id)
    return Page(
        path=addresses.event(event.id),
        template="event.md.jinja",
        title=event.name,
        description=f"{event.name} ({event_date(event)}, {where}): {len(articles)} bài kể gì, theo nguồn nào.",
        changed=max(library.articles[slug].updated for slug in articles),
        view={
            "event": event,
            "kind": EVENT_KINDS[event.kind],
            "date": event_date(event),
            "date_contested": any(c.field == "date" for c in contradictions),
            "announced": event.status is Status.ANNOUNCED,
            "provinces": unit_refs(library, event.provinces),
            "series": _series_of(library, event),
            "document": document_ref(library, event.document) if event.document else None,
            "part_of": event_ref(library, event.part_of) if event.part_of else None,
            "parts": [event_item(library, e) for e in library.parts.get(event.id, ())],
            "claims": [claim_view(library, c) for c in event.claims],
            "contradictions_list": [contradiction_view(library, c) for c in contradictions],
            "neighbours": [event_item(library, e) for e in neighbours(library, event)],
            "articles": [article_item(library, library.articles[slug]) for slug in articles],
        },
        front_matter=subscriptions(addresses.event(event.id), event_agenda(library, event), feed=False),
    )


def claim_view(library: Library, claim: EventClaim) -> dict[str, Any]:
    """What one article tells of an event."""
    return {
        **told_by(library, claim),
        "name": claim.name,
        "date": date_vi(claim.date) if claim.date else "",
        "recurs": recurring_text(claim.recurs),
        "announced": status_of(claim, library.articles[claim.article]) is Status.ANNOUNCED,
        "theme": claim.theme,
        "place": claim.place,
        "provinces": unit_refs(library, claim.provinces),
    }


def event_item(library: Library, event: Event) -> dict[str, Any]:
    """An event as an item of a list."""
    return {
        "title": event_ref(library, event.id),
        "date": event_date(event),
        "kind": EVENT_KINDS[event.kind],
        "announced": event.status is Status.ANNOUNCED,
        "provinces": unit_refs(library, event.provinces),
        "national": event.national,
        "marks": marks(library, agreeing(event.claims, event.date) if event.date else event.claims),
    }


def _series_of(library: Library, event: Event) -> dict[str, Any] | None:
    if event.series is None:
        return None
    series = library.registries.series[event.series]
    events = library.series_events(series)
    place = bisect_left(events, sort_key(event), key=sort_key)
    near = events[max(place - NEAR_YEARS, 0) : place + NEAR_YEARS + 1]
    return {
        "title": series_ref(library, series.id),
        "others": [event_item(library, e) for e in near if e.id != event.id],
    }


def _series_page(library: Library, series: Series, today: date) -> Page:
    claims = library.series_claims.get(series.id, ())
    unit = series_unit(library, series)
    successor = unit_refs(library, [unit.successor]) if unit and unit.successor else []
    rule = recurring_text(series.rule) or "chưa rõ ngày"
    articles = list(dict.fromkeys([c.article for c in claims] + [y.article for y in series.years]))
    return Page(
        path=addresses.event(series.id),
        template="series.md.jinja",
        title=series.name,
        description=f"{series.name}: {rule}; các năm, chủ đề và những bài nói về ngày này.",
        changed=max((library.articles[slug].updated for slug in articles), default=library.content_date),
        view={
            "series": series,
            "rule": rule,
            "coming": coming_day(library, series, today),
            "ended_unit": unit if unit and unit.until else None,
            "same_name": any(ref.text == unit.name for ref in successor) if unit else False,
            "successor": successor,
            "province": unit_refs(library, [unit.id]) if unit else [],
            "document": document_ref(library, series.document) if series.document else None,
            "since": next((_year_view(library, series, y) for y in series.years if y.year == series.since_year), None),
            "years": [_year_view(library, series, y) for y in series.years],
            "events": [event_item(library, e) for e in library.series_events(series)],
            "claims": [claim_view(library, c) for c in claims],
        },
        front_matter=subscriptions(addresses.event(series.id), series_agenda(library, series)),
    )


def _year_view(library: Library, series: Series, year: SeriesYear) -> dict[str, Any]:
    events = [e for e in library.series_events(series) if e.date and e.date.year == year.year]
    publisher = publisher_name(library, library.articles[year.article])
    title = Ref(str(year.year), addresses.event(events[0].id) if events else None)
    return {"title": title, "theme": year.theme, "mark": Mark(publisher, year.article, year.at)}


def _list_page(library: Library) -> Page:
    by_year: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in library.events.values():
        by_year[str(event.date.year) if event.date else "Chưa rõ ngày"].append(event_item(library, event))
    unknown = by_year.pop("Chưa rõ ngày", [])
    groups = sorted(by_year.items(), reverse=True) + ([("Chưa rõ ngày", unknown)] if unknown else [])
    series = sorted(library.registries.series.values(), key=lambda s: (s.province is not None, collation_key(s.name)))
    return Page(
        path=addresses.EVENTS,
        template="events.md.jinja",
        title="Sự kiện",
        description=f"{len(library.events)} sự kiện chuyển đổi số của cả nước và từng tỉnh, thành, theo năm.",
        changed=library.content_date,
        view={
            "groups": groups,
            "count": len(library.events),
            "series": [
                (
                    series_ref(library, s.id),
                    recurring_text(s.rule) or "chưa rõ ngày",
                )
                for s in series
            ],
        },
    )
