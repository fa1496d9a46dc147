"""What lies near an event in time, and near an article in subject; found without looking at the whole library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, islice

from generator.library.entities import sort_key
from generator.library.library import Library
from generator.library.periods import NATIONWIDE, period
from generator.library.shelf import Shelf
from generator.library.things import Event
from generator.model import Article

LONGEST = timedelta(days=31)
"""Events told no more exactly than a month are still near something; longer ones are not."""

NEAREST = 40
"""How many events near another there are at most."""

BESIDE = 6
"""How many articles just before, and just after, are related to one for a subject or event they share."""

MONTHS = 4
YEARS = 3
"""How far away those are, each way: within months they are looked for by month, where they are few by year."""


def neighbours(library: Library, event: Event, days: int = 30) -> tuple[Event, ...]:
    """The nearest other events of the same provinces whose day is known to the month, within so many days; by date.

    National events belong to every province.
    """
    if not _near_dated(event):
        return ()
    near = {}
    for key in _dated_about(library, event, timedelta(days)):
        other = library.events[key]
        shared = other.national or event.national or not set(other.provinces).isdisjoint(event.provinces)
        if key != event.id and shared and _near_dated(other) and _apart(event, other) <= timedelta(days):
            near[key] = other
    nearest = sorted(near.values(), key=lambda other: (_apart(event, other), sort_key(other)))[:NEAREST]
    return tuple(sorted(nearest, key=sort_key))


def _dated_about(library: Library, event: Event, around: timedelta) -> Iterator[str]:
    """The keys of events that may be so near: its provinces' and national ones; or those of all days."""
    first, last = _bounds(event)
    if event.national:
        yield from _from_all_days(library.shelf("data/events"), first, last, around)
        return
    units = library.registries.units
    names = dict.fromkeys(units[unit].name_slug for unit in event.provinces)
    for name in (*names, NATIONWIDE):
        for month in _months(first - around - LONGEST, last + around):
            yield from library.shelf(f"tinh/{name}/events").of(month)


def _from_all_days(shelf: Shelf, first: date, last: date, around: timedelta) -> Iterator[str]:
    """What is told to the month, then what is told to the day, the nearest first and until there is enough."""
    for month in _months(first - around - LONGEST, last + around):
        yield from shelf.of(month)
    found = 0
    for away in range(around.days + 1):
        nearest = _days(first, last) if not away else [first - timedelta(away), last + timedelta(away)]
        for when in nearest:
            keys = shelf.of(when.isoformat())
            found += len(keys)
            yield from keys
        if found > NEAREST:
            return


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def _months(start: date, end: date) -> list[str]:
    return list(dict.fromkeys(day.isoformat()[:7] for day in _days(start, end)))


def _apart(event: Event, other: Event) -> timedelta:
    """How long after the last possible day of one the first of the other is."""
    (first, last), (others_first, others_last) = _bounds(event), _bounds(other)
    return max(others_first - last, first - others_last, timedelta(0))


def _near_dated(event: Event) -> bool:
    first, last = _bounds(event)
    return event.date is not None and last - first <= LONGEST


def _bounds(event: Event) -> tuple[date, date]:
    """The first and last possible day; undated events lie after all others."""
    if event.date is None:
        return date.max, date.max
    return event.date.earliest or date.min, event.date.latest or date.max


def related(library: Library, article: Article, most: int = 12) -> list[str]:
    """Other articles: of those just before and after it about the same events and subjects, the ones that share most.

    Events count before subjects, then the nearest come first; so a new article is related to few, whatever there is.
    """
    of_events = [f"event/{key}" for key in dict.fromkeys(claim.id for claim in article.events) if key]
    of_subjects = [f"subject/{unit}" for unit in article.subjects]
    shared: dict[str, list[int]] = defaultdict(lambda: [0, 0, BESIDE])
    for sort, shelves in enumerate((of_events, of_subjects)):
        for shelf in shelves:
            for slug, away in _beside(library, shelf, article):
                shared[slug][sort] -= 1
                shared[slug][2] = min(shared[slug][2], away)
    return sorted(shared, key=lambda slug: (*shared[slug], slug))[:most]


def _beside(library: Library, shelf: str, article: Article) -> Iterator[tuple[str, int]]:
    """The articles just before and just after one on a shelf, each with how many steps it is away."""
    when = period(article.published)
    months, years = library.shelf(shelf), library.shelf(f"{shelf}/years")
    for way in (-1, 1):
        near = _onwards(months, article.slug, _months_from(when, way), way)
        far = _onwards(years, article.slug, _years_from(when[:4], way), way)
        yield from ((slug, away) for away, slug in enumerate(islice(_once(chain(near, far)), BESIDE)))


def _onwards(shelf: Shelf, key: str, times: Iterable[str], way: int) -> Iterator[str]:
    """What stands before or after a key of the first period, there and in the next periods."""
    periods = iter(times)
    keys = shelf.of(next(periods))[::way]
    yield from keys[keys.index(key) + 1 :]
    for when in periods:
        yield from shelf.of(when)[::way]


def _once(keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key not in seen:
            seen.add(key)
            yield key


def _months_from(when: str, way: int) -> Iterator[str]:
    """A period and those before or after it; a year told without a month is filed before its months."""
    yield when
    if when:
        place = 13 * int(when[:4]) + int(when[5:] or 0)
        for step in range(1, MONTHS + 1):
            year, month = divmod(place + way * step, 13)
            yield f"{year:04d}-{month:02d}" if month else f"{year:04d}"


def _years_from(year: str, way: int) -> Iterator[str]:
    yield year
    if year:
        yield from (f"{int(year) + way * step:04d}" for step in range(1, YEARS + 1))
