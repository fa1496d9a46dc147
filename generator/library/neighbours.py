"""What lies near an event in time, and near an article in subject; bounded, however large the library grows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date, timedelta

from generator.library.entities import sort_key
from generator.library.library import Event, Library
from generator.model import Article

LONGEST = timedelta(days=31)
"""Events told no more exactly than a month are still near something; longer ones are not."""

LATEST = 40
"""How many articles of one province or event are looked at for those related to another."""


def neighbours(library: Library, event: Event, days: int = 30) -> tuple[Event, ...]:
    """Other events of the same provinces whose day is known to the month and lies within so many days.

    National events belong to every province.
    """
    if not _near_dated(event):
        return ()
    first, last = _bounds(event)
    start, end = first - timedelta(days) - LONGEST, last + timedelta(days)
    near: dict[str, Event] = {}
    own = [library.unit(unit).events for unit in event.provinces]
    for keys in [*own, library.national_events] if own else [tuple(library.events)]:
        place = bisect_left(keys, start, key=lambda key: _bounds(library.events[key])[0])
        for key in keys[place:]:
            other = library.events[key]
            if _bounds(other)[0] > end:
                break
            if key != event.id and _near_dated(other) and _bounds(other)[1] >= first - timedelta(days):
                near[key] = other
    return tuple(sorted(near.values(), key=sort_key)[:LATEST])


def _near_dated(event: Event) -> bool:
    first, last = _bounds(event)
    return event.date is not None and last - first <= LONGEST


def _bounds(event: Event) -> tuple[date, date]:
    """The first and last possible day; undated events lie after all others."""
    if event.date is None:
        return date.max, date.max
    return event.date.earliest or date.min, event.date.latest or date.max


def related(library: Library, article: Article, most: int = 12) -> list[str]:
    """Other articles: those that share most events first, then most provinces, of the latest ones of each."""
    shared: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for claim in article.events:
        for other in library.events[claim.id].claims[-LATEST:] if claim.id else ():
            shared[other.article][0] += 1
    for unit in article.subjects:
        for slug in library.unit(unit).about[-LATEST:]:
            shared[slug][1] += 1
    shared.pop(article.slug, None)
    return sorted(shared, key=lambda slug: (-shared[slug][0], -shared[slug][1], slug))[:most]
