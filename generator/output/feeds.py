"""Atom feeds (RFC 4287) of the site, of each province and of each event series.

A feed is the newest 50 entries and no more: whoever wants the rest takes the open data. Archived pages (RFC 5005) are
left out, since an article that is changed moves to the front, and an archive must never change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Event
from generator.output.atom import Entry, Feed, Places, write_feed
from generator.output.feed_entries import article_entry, event_entry
from generator.output.identifiers import event_tag, minted_since, province_tag, site_tag
from generator.registry import ProvinceName, Series

LIMIT = 50


def feed_files(library: Library, address: str) -> dict[str, Callable[[], str]]:
    """How every feed is made, by path, also at former addresses; one without entries waits for the first."""
    feeds: list[tuple[str, tuple[str, ...], Callable[[], Feed]]] = [
        (addresses.HOME, (), partial(_site_feed, library)),
    ]
    for name in library.registries.provinces.values():
        former = tuple(addresses.province(old) for old in name.former_slugs)
        feeds.append((addresses.province(name.slug), former, partial(_province_feed, library, name)))
    for series in library.registries.series.values():
        former = tuple(addresses.event(old) for old in series.former_slugs)
        feeds.append((addresses.event(series.id), former, partial(_series_feed, library, series)))
    return {
        addresses.feed(place): partial(_written, make, Places(addresses.feed(page), address))
        for page, former, make in feeds
        for place in (page, *former)
    }


def _written(make: Callable[[], Feed], places: Places) -> str:
    return write_feed(make(), places)


def _site_feed(library: Library) -> Feed:
    site = library.registries.site
    return _feed(
        library, site_tag(library), addresses.HOME, site.name, _newest(library, _changed_last(library, "updated"))
    )


def _province_feed(library: Library, name: ProvinceName) -> Feed:
    """The articles about the units that the name's page gathers."""
    entries = _newest(library, _changed_last(library, f"tinh/{name.slug}/updated"))
    return _feed(library, province_tag(library, name), addresses.province(name.slug), name.name, entries)


def _series_feed(library: Library, series: Series) -> Feed:
    """The events of its years, and the articles that tell of them or of the day as such."""
    events = [library.events[key] for key in _keys(library, f"series/{series.id}/updated")]
    themes = {year.year: year.theme for year in series.years}
    entries = [event_entry(library, event, themes) for event in _latest(events)]
    told = [*_keys(library, f"series/{series.id}/told"), *(year.article for year in series.years)]
    entries += _newest(library, dict.fromkeys(told))
    entries = sorted(entries, key=lambda entry: entry.updated, reverse=True)[:LIMIT]
    return _feed(library, event_tag(library, series), addresses.event(series.id), series.name, entries)


def _feed(library: Library, tag: str, page: str, title: str, entries: list[Entry]) -> Feed:
    site = library.registries.site
    return Feed(
        id=tag,
        page=page,
        title=title if title == site.name else f"{title} – {site.name}",
        subtitle=f"{site.tagline}. {site.unofficial}",
        publisher=site.name,
        updated=max((entry.updated for entry in entries), default=minted_since(library)),
        entries=entries,
    )


def _newest(library: Library, slugs: Iterable[str]) -> list[Entry]:
    """Articles changed last first; of one day the latest published first, those without a date last."""

    def order(slug: str) -> tuple[Any, ...]:
        card = library.cards[slug]
        return (card.updated, card.published is not None, card.published.sort_key if card.published else (), slug)

    return [article_entry(library, library.articles[slug]) for slug in sorted(slugs, key=order, reverse=True)[:LIMIT]]


def _changed_last(library: Library, shelf: str) -> list[str]:
    """Enough articles of the last days; those of a day stand in order of publication, so its last ones will do."""

    def published_last(keys: Sequence[str]) -> Sequence[str]:
        dated = list(islice((slug for slug in reversed(keys) if library.cards[slug].published), LIMIT))
        return dated if len(dated) == LIMIT else keys

    return _keys(library, shelf, published_last)


def _keys(library: Library, shelf: str, of_day: Callable[[Sequence[str]], Sequence[str]] = tuple) -> list[str]:
    """The keys of the last days of a shelf, as many days as there must be to fill a feed."""
    held, keys = library.shelf(shelf), dict[str, None]()
    for day in sorted(held.counts, reverse=True):
        keys |= dict.fromkeys(of_day(held.of(day)))
        if len(keys) >= LIMIT:
            break
    return list(keys)


def _latest(events: Iterable[Event]) -> list[Event]:
    dated = sorted(events, key=lambda e: (e.date.sort_key if e.date else (date.min, date.min, ""), e.id), reverse=True)
    return dated[:LIMIT]
