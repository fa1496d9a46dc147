"""The home page: what the portal is, what is new, where, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from generator.edtf import day_vi, exact_days
from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Event
from generator.library.yearly_days import coming_day, yearly_day
from generator.model import Status
from generator.pages.articles import article_item
from generator.pages.events import event_item
from generator.pages.page import Page, Ref, page_at
from generator.pages.refs import series_ref
from generator.pages.subscriptions import offered
from generator.pages.tiles import LEVELS, tile_grids
from generator.text import collation_key

LATEST = 6


@page_at(addresses.HOME)
def home_page(library: Library, today: date, *, preview: bool) -> Page:
    """The home page; that of a preview leads to the editors' report."""
    site = library.registries.site
    return Page(
        path=addresses.HOME,
        template="home.md.jinja",
        title=site.name,
        description=site.tagline,
        changed=library.content_date,
        view={
            "site": site,
            "content_date": day_vi(library.content_date),
            "counts": _counts(library),
            "articles": [article_item(library, slug) for slug in _latest_articles(library)],
            "events": [event_item(library, e) for e in _latest_events(library)],
            "coming": _coming(library, today),
            "grids": tile_grids(library),
            "levels": range(LEVELS + 1),
            "report": Ref("bảng việc của người biên tập", addresses.EDITORS_REPORT) if preview else None,
        },
        front_matter={"hide": ["toc"], "styles": ["home"], **offered(addresses.HOME, calendar=_has_calendar(library))},
    )


def _counts(library: Library) -> list[tuple[int, Ref]]:
    told = {library.registries.units[unit].name_slug for unit in library.shelf("units").counts}
    return [
        (library.shelf("articles").total, Ref("bài viết", addresses.ARTICLES)),
        (len(told), Ref("tên tỉnh, thành có dữ kiện", addresses.PROVINCES)),
        (len(library.events), Ref("sự kiện", addresses.EVENTS)),
        (len(library.documents), Ref("văn bản", addresses.DOCUMENTS)),
        (len(library.platforms), Ref("nền tảng", addresses.PLATFORMS)),
        (len(library.targets), Ref("mục tiêu", addresses.TARGETS)),
    ]


def _latest_articles(library: Library) -> list[str]:
    """The articles published last, of those whose date is known."""
    return list(islice(_dated(library, "articles"), LATEST))


def _latest_events(library: Library) -> list[Event]:
    """The latest events that articles report, yearly days themselves aside."""
    events = (library.events[key] for key in _dated(library, "events"))
    return list(islice((e for e in events if e.status is Status.REPORTED and e.kind != "observance"), LATEST))


def _has_calendar(library: Library) -> bool:
    """Whether a calendar of everything holds anything."""
    events = (library.events[key] for key in _dated(library, "events"))
    series = library.registries.series.values()
    return any(exact_days(e.date) for e in events) or any(yearly_day(library, s) for s in series)


def _dated(library: Library, shelf: str) -> Iterator[str]:
    """The keys of a shelf that have a date, the newest first."""
    periods = library.shelf(shelf)
    return (key for when in sorted(filter(None, periods.counts), reverse=True) for key in reversed(periods.of(when)))


def _coming(library: Library, today: date) -> list[tuple[str, Ref]]:
    days = [(coming_day(library, s, today), s) for s in library.registries.series.values()]
    dated = sorted(((d, s) for d, s in days if d), key=lambda p: (p[0], collation_key(p[1].name)))
    return [(day_vi(day), series_ref(library, series.id)) for day, series in dated]
