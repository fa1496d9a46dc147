"""The first screen of a province's page: its days, what comes and what was last, its topics and its company."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Event
from generator.model import Status
from generator.pages.article_facts import recurring_text
from generator.pages.page import Ref
from generator.pages.refs import marks, series_ref
from generator.registry import ProvinceName, Unit
from generator.text import collation_key

PLANNED = 2
"""How many announced events the first screen of a province names."""

_MARKS = 2
_FIRST_CLAIMS = 8


def yearly_days(library: Library, units: Sequence[Unit]) -> list[dict[str, Any]]:
    """The yearly days of the units, or (none known by its day, and a unit still there) those of the whole country.

    The days of provinces that are no more are not those of the one they became part of.
    """
    lasting = any(unit.until is None for unit in units)
    names = {unit.name_slug for unit in units if unit.until is None or not lasting}
    own = [s for s in library.registries.series.values() if s.province in names]
    if lasting and not any(s.rule for s in own):
        own += [s for s in library.registries.series.values() if s.province is None and s.rule]
    return [
        {
            "title": series_ref(library, s.id),
            "rule": recurring_text(s.rule) or "chưa rõ ngày",
            "national": s.province is None,
            "marks": marks(library, library.series_claims.get(s.id, ())[:_FIRST_CLAIMS])[:_MARKS],
        }
        for s in own
    ]


def latest_event(library: Library, name: ProvinceName) -> Event | None:
    """The last event that was reported."""
    shelf = library.shelf(f"tinh/{name.slug}/events/{Status.REPORTED}")
    dated = [period for period in shelf.counts if period]
    year = max((period[:4] for period in dated), default="")
    last = [library.events[shelf.of(period)[-1]] for period in dated if period[:4] == year]
    return max(last, key=_when, default=None)


def planned_events(library: Library, name: ProvinceName, newest: date | None) -> list[Event]:
    """The announced events that may still lie ahead of the newest record, the next first; `newest` is the province's.

    The whole library's is asked only where one lies ahead of the province's own: it moves nearly every day.
    """
    shelf = library.shelf(f"tinh/{name.slug}/events/{Status.ANNOUNCED}")
    found: list[Event] = []
    for period in sorted((period for period in shelf.counts if period), reverse=True):
        for event in (library.events[key] for key in reversed(shelf.of(period))):
            if not _ahead(event, newest):
                return _next(library, found)
            found.append(event)
    return _next(library, found)


def _next(library: Library, events: Sequence[Event]) -> list[Event]:
    ahead = [event for event in events if _ahead(event, library.content_date)]
    return sorted(ahead, key=_when)[:PLANNED]


def _ahead(event: Event, day: date | None) -> bool:
    last = event.date.latest if event.date else None
    return last is None or day is None or last >= day


def _when(event: Event) -> tuple[Any, str]:
    return (event.date.sort_key if event.date else ()), event.id


def topics(library: Library, name: ProvinceName) -> list[tuple[Ref, int]]:
    """The topics of the articles about the province, most articles first."""
    counts, topics = library.shelf(f"tinh/{name.slug}/topic").counts, library.registries.topics
    ordered = sorted(counts, key=lambda t: (-counts[t], collation_key(topics[t].name)))
    return [(Ref(topics[t].name, addresses.topic(t)), counts[t]) for t in ordered]


def together(library: Library, name: ProvinceName) -> list[tuple[Ref, int]]:
    """Other provinces named in the same articles, most often first."""
    counts, provinces = library.shelf(f"tinh/{name.slug}/with").counts, library.registries.provinces
    ordered = sorted(counts, key=lambda slug: (-counts[slug], collation_key(provinces[slug].name)))
    return [(Ref(provinces[slug].name, addresses.province(slug)), counts[slug]) for slug in ordered]
