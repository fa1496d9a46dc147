"""Pages of events, and their list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.agenda import event_agenda
from generator.library.entities import agreeing, sort_key
from generator.library.library import Library
from generator.library.neighbours import neighbours
from generator.library.shelf import Shelf
from generator.library.things import Event
from generator.model import Status
from generator.pages.article_facts import recurring_text
from generator.pages.articles import article_item
from generator.pages.event_claims import event_claims, event_claims_page
from generator.pages.list_pages import LIMIT, ListPage, list_pages
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import (
    contradiction_view,
    document_ref,
    event_ref,
    last_change,
    series_ref,
    some_marks,
    unit_refs,
)
from generator.pages.subscriptions import subscriptions
from generator.text import collation_key, number_vi
from generator.vocabulary import EVENT_KINDS

NAME = "Sự kiện"
UNDATED = "chưa rõ ngày"

_ALL = "events"

NEAR = 10
"""How many events of a series before and after one its page lists; the series' page leads to all."""


def event_list_pages(library: Library) -> Iterable[Plan]:
    """The list of all events."""
    for listed in list_pages(addresses.EVENTS, library.shelf(_ALL)):
        yield _list_page(library, listed, _ALL)


def event_pages(library: Library, key: str) -> Iterable[Plan]:
    """The pages of an event: its own, and those of its parts and of what is told of it where that is much."""
    for listed in list_pages(addresses.event(key), library.shelf(f"event/{key}")):
        yield event_claims_page(library, key, listed) if listed.title else _event_page(library, key, listed)
    yield from events_within(library, event_ref(library, key), f"within/{key}")


def event_date(event: Event) -> str:
    """The event's date as the portal shows it in lists."""
    return date_vi(event.date)


@page_at(lambda library, key, listed: listed.path)
def _event_page(library: Library, key: str, listed: ListPage) -> Page:
    """The page of an event, its claims in the order of publication; where they are many, the newest."""
    event, shelf = library.events[key], library.shelf(f"event/{key}")
    where = ", ".join(r.text for r in unit_refs(library, event.provinces)) or "cấp quốc gia"
    slugs = shown_keys(listed, shelf) if listed.ways else list(dict.fromkeys(c.article for c in event.claims))
    contradictions = library.contradictions_of("event", event.id)
    return Page(
        path=listed.path,
        template="event.md.jinja",
        title=event.name,
        description=f"{event.name} ({event_date(event)}, {where}): "
        f"{number_vi(listed.count)} bài kể gì, theo nguồn nào.",
        changed=max(library.cards[slug].updated for slug in slugs),
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
            "parts": some_events(library, listed.path, library.shelf(f"within/{key}")),
            "claims": [claim for slug in slugs for claim in event_claims(library, key, slug)],
            "list": list_view(listed, shelf, Ref(event.name, listed.path), lambda slug: slug),
            "contradictions_list": [contradiction_view(library, c) for c in contradictions],
            "neighbours": [event_item(library, e) for e in neighbours(library, event)],
            "articles": [article_item(library, slug) for slug in slugs],
        },
        front_matter=subscriptions(listed.path, event_agenda(event), feed=False),
    )


def event_item(library: Library, event: Event) -> dict[str, Any]:
    """An event as an item of a list."""
    told = agreeing(event.claims, event.date) if event.date else event.claims
    shown, more = some_marks(library, told, addresses.event(event.id))
    return {
        "title": event_ref(library, event.id),
        "date": event_date(event),
        "kind": EVENT_KINDS[event.kind],
        "announced": event.status is Status.ANNOUNCED,
        "provinces": unit_refs(library, event.provinces),
        "national": event.national,
        "marks": shown,
        "more": more,
    }


def _series_of(library: Library, event: Event) -> dict[str, Any] | None:
    if event.series is None:
        return None
    near = _near(library, library.shelf(f"series/{event.series}"), event)
    return {"title": series_ref(library, event.series), "others": [event_item(library, e) for e in near]}


def _near(library: Library, shelf: Shelf, event: Event) -> list[Event]:
    """The events of a shelf just before and just after one of them, by date."""
    periods = sorted(shelf.counts, key=lambda period: (not period, period))
    place = next(n for n, period in enumerate(periods) if event.id in shelf.of(period))
    own = shelf.of(periods[place])
    here = own.index(event.id)
    before, after = list(own[:here]), list(own[here + 1 :])
    for period in reversed(periods[:place]):
        if len(before) < NEAR:
            before = [*shelf.of(period), *before]
    for period in periods[place + 1 :]:
        if len(after) < NEAR:
            after += shelf.of(period)
    return sorted((library.events[key] for key in (*before[-NEAR:], *after[:NEAR])), key=sort_key)


def some_events(library: Library, page: str, shelf: Shelf) -> dict[str, Any]:
    """The events of a shelf by date, or when they are too many the newest, and the way to the list of all of them."""
    listed = next(list_pages(_list_below(page), shelf))
    events = [library.events[key] for key in shown_keys(listed, shelf)]
    if listed.ways:
        every = Ref(f"Cả {number_vi(listed.count)} sự kiện", listed.path)
        return {"items": [event_item(library, e) for e in events], "every": every}
    return {"items": [event_item(library, e) for e in sorted(events, key=sort_key)], "every": None}


def events_within(library: Library, thing: Ref, shelf: str) -> Iterator[Plan]:
    """The list of the events of a thing, on a shelf by name, that are too many for its page."""
    assert thing.page is not None
    events = library.shelf(shelf)
    if events.total > LIMIT:
        for listed in list_pages(_list_below(thing.page), events):
            yield _list_page(library, listed, shelf, thing)


def _list_below(page: str) -> str:
    return f"{page.removesuffix('.md')}/su-kien.md"


@page_at(lambda library, listed, shelf, thing=None: listed.path)
def _list_page(library: Library, listed: ListPage, shelf: str, thing: Ref | None = None) -> Page:
    """A page of the list of all events, or of those of a thing."""
    title = f"{NAME}: {thing.text}" if thing else NAME
    own = Ref(NAME, _list_below(thing.page) if thing and thing.page else addresses.EVENTS)
    listing = list_view(listed, library.shelf(shelf), own, partial(_item, library), unknown=UNDATED)
    changed = last_change(library, (mark for shown in listing.items for mark in shown["marks"]))
    which = f"thuộc {thing.text}" if thing else "chuyển đổi số của cả nước và từng tỉnh, thành"
    return Page(
        path=listed.path,
        template="events.md.jinja",
        title=list_title(title, listed),
        description=f"{number_vi(listed.count)} sự kiện {which}, {listed.title or 'theo năm'}.",
        changed=changed if listed.title or thing else library.content_date,
        view={
            "list": listing,
            "thing": thing,
            "series": [] if listed.title or thing else _every_series(library),
        },
    )


def _item(library: Library, key: str) -> dict[str, Any]:
    return event_item(library, library.events[key])


def _every_series(library: Library) -> list[tuple[Ref, str]]:
    series = sorted(library.registries.series.values(), key=lambda s: (s.province is not None, collation_key(s.name)))
    return [(series_ref(library, s.id), recurring_text(s.rule) or "chưa rõ ngày") for s in series]
