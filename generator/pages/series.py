"""Pages of event series: yearly days, their years, events, and what articles tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.agenda import series_agenda
from generator.library.entities import sort_key
from generator.library.library import Library
from generator.library.yearly_days import coming_day, series_unit
from generator.pages.article_facts import recurring_text
from generator.pages.event_claims import claim_view
from generator.pages.events import events_within, some_events
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Mark, Page, Plan, Ref, page_at
from generator.pages.refs import document_ref, publisher_name, series_ref, unit_refs
from generator.pages.subscriptions import subscriptions
from generator.registry import Series, SeriesYear
from generator.text import number_vi


def series_pages(library: Library, series: Series, today: date) -> Iterable[Plan]:
    """The pages of a series: its own, those of its events and of what is told of it where that is much."""
    told = library.shelf(f"series/{series.id}/articles")
    for listed in list_pages(addresses.event(series.id), told):
        if listed.title:
            yield _claims_page(library, series, listed)
        else:
            yield _series_page(library, series, listed, today)
    yield from events_within(library, series_ref(library, series.id), f"series/{series.id}")


@page_at(lambda library, series, listed, today: listed.path)
def _series_page(library: Library, series: Series, listed: ListPage, today: date) -> Page:
    """The page of a series, what is told of it in the order of publication; where that is much, the newest."""
    shelf = library.shelf(f"series/{series.id}/articles")
    unit = series_unit(library, series)
    successor = unit_refs(library, [unit.successor]) if unit and unit.successor else []
    rule = recurring_text(series.rule) or "chưa rõ ngày"
    slugs = shown_keys(listed, shelf)
    if not listed.ways:
        slugs = list(dict.fromkeys(c.article for c in library.series_claims.get(series.id, ())))
    articles = dict.fromkeys([*slugs, *(year.article for year in series.years)])
    return Page(
        path=listed.path,
        template="series.md.jinja",
        title=series.name,
        description=f"{series.name}: {rule}; các năm, chủ đề và những bài nói về ngày này.",
        changed=max((library.cards[slug].updated for slug in articles), default=library.content_date),
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
            "events": some_events(library, listed.path, library.shelf(f"series/{series.id}")),
            "claims": [claim for slug in slugs for claim in _claims(library, series, slug)],
            "list": list_view(listed, shelf, Ref(series.name, listed.path), lambda slug: slug),
        },
        front_matter=subscriptions(listed.path, series_agenda(library, series)),
    )


@page_at(lambda library, series, listed: listed.path)
def _claims_page(library: Library, series: Series, listed: ListPage) -> Page:
    """What is told of a series in a time, the newest first."""
    shelf = library.shelf(f"series/{series.id}/articles")
    slugs = shown_keys(listed, shelf)
    return Page(
        path=listed.path,
        template="event_claims.md.jinja",
        title=list_title(series.name, listed),
        description=f"{series.name}: {number_vi(listed.count)} bài nói gì về ngày này, {listed.title}.",
        changed=max((library.cards[slug].updated for slug in slugs), default=None),
        view={
            "claims": [claim for slug in slugs for claim in _claims(library, series, slug)],
            "list": list_view(listed, shelf, Ref(series.name, addresses.event(series.id)), lambda slug: slug),
        },
    )


def _claims(library: Library, series: Series, slug: str) -> Iterator[dict[str, Any]]:
    """What an article tells of a yearly day as such, or of its rule."""
    told = (c for c in library.articles[slug].events if c.series == series.id and (c.id is None or c.recurs))
    return (claim_view(library, claim) for claim in told)


def _year_view(library: Library, series: Series, year: SeriesYear) -> dict[str, Any]:
    shelf = library.shelf(f"series/{series.id}")
    firsts = [shelf.of(period)[0] for period in shelf.counts if period[:4] == f"{year.year:04d}"]
    first = min((library.events[key] for key in firsts), key=sort_key, default=None)
    publisher = publisher_name(library, library.cards[year.article])
    title = Ref(str(year.year), addresses.event(first.id) if first else None)
    return {"title": title, "theme": year.theme, "mark": Mark(publisher, year.article, year.at)}
