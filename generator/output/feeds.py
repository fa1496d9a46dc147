"""Atom feeds (RFC 4287) of the site, of each province and of each event series.

A feed is the newest 50 entries and no more: whoever wants the rest takes the open data. Archived pages (RFC 5005) are
left out, since an article that is changed moves to the front, and an archive must never change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.library import Event, Library
from generator.model import Article
from generator.output.atom import Entry, Feed, Places, write_feed
from generator.output.feed_entries import article_entry, event_entry
from generator.output.identifiers import event_tag, minted_since, province_tag, site_tag
from generator.registry import ProvinceName, Series

LIMIT = 50


def feed_files(library: Library, address: str) -> dict[str, str]:
    """Every feed by path, also at former addresses; one without entries is there for who waits for the first."""
    feeds = [_site_feed(library)]
    files: dict[str, str] = {}
    former: dict[str, str] = {}
    for name in library.registries.provinces.values():
        feeds.append(_province_feed(library, name))
        former |= {addresses.province(old): addresses.province(name.slug) for old in name.former_slugs}
    for series in library.registries.series.values():
        feeds.append(_series_feed(library, series))
        former |= {addresses.event(old): addresses.event(series.id) for old in series.former_slugs}
    for feed in feeds:
        files[addresses.feed(feed.page)] = write_feed(feed, Places(addresses.feed(feed.page), address))
    return files | {addresses.feed(old): files[addresses.feed(page)] for old, page in former.items()}


def _site_feed(library: Library) -> Feed:
    site = library.registries.site
    articles = _newest(library, library.articles.values())
    return _feed(library, site_tag(library), addresses.HOME, site.name, [article_entry(library, a) for a in articles])


def _province_feed(library: Library, name: ProvinceName) -> Feed:
    """The articles about the units that the name's page gathers."""
    slugs = dict.fromkeys(slug for unit in library.succession.gathered(name) for slug in library.unit(unit.id).about)
    articles = _newest(library, (library.articles[slug] for slug in slugs))
    entries = [article_entry(library, article) for article in articles]
    return _feed(library, province_tag(library, name), addresses.province(name.slug), name.name, entries)


def _series_feed(library: Library, series: Series) -> Feed:
    """The events of its years, and the articles that tell of them or of the day as such."""
    events = library.series_events(series)
    claims = [*library.series_claims.get(series.id, ()), *(claim for event in events for claim in event.claims)]
    slugs = dict.fromkeys([*(claim.article for claim in claims), *(year.article for year in series.years)])
    articles = _newest(library, (library.articles[slug] for slug in slugs))
    themes = {year.year: year.theme for year in series.years}
    entries = [event_entry(library, event, themes) for event in _latest(events)]
    entries += [article_entry(library, article) for article in articles]
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


def _newest(library: Library, articles: Iterable[Article]) -> list[Article]:
    """Those changed last first; of one day the latest published first, those without a date last."""

    def key(article: Article) -> tuple[Any, ...]:
        published = article.published
        return (article.updated, published is not None, published.sort_key if published else (), article.slug)

    return sorted(articles, key=key, reverse=True)[:LIMIT]


def _latest(events: Iterable[Event]) -> list[Event]:
    dated = sorted(events, key=lambda e: (e.date.sort_key if e.date else (date.min, date.min, ""), e.id), reverse=True)
    return dated[:LIMIT]
