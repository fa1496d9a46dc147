"""The home page: what the portal is, what is new, where, what comes."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.agenda import site_agenda
from generator.library.entities import publication_order
from generator.library.library import Event, Library
from generator.library.yearly_days import coming_day
from generator.model import Status
from generator.pages.articles import article_item
from generator.pages.events import event_item
from generator.pages.page import Page, Ref
from generator.pages.refs import series_ref
from generator.pages.subscriptions import subscriptions
from generator.pages.tiles import LEVELS, tile_grids
from generator.text import collation_key

LATEST = 6


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
            "articles": [article_item(library, a) for a in _latest_articles(library)],
            "events": [event_item(library, e) for e in _latest_events(library)],
            "coming": _coming(library, today),
            "grids": tile_grids(library),
            "levels": range(LEVELS + 1),
            "report": Ref("bảng việc của người biên tập", addresses.EDITORS_REPORT) if preview else None,
        },
        front_matter={"hide": ["toc"], "styles": ["home"], **subscriptions(addresses.HOME, site_agenda(library))},
    )


def _counts(library: Library) -> list[tuple[int, Ref]]:
    units = library.registries.units
    told = {units[key].name_slug for key in library.of_unit}
    return [
        (len(library.articles), Ref("bài viết", addresses.ARTICLES)),
        (len(told), Ref("tên tỉnh, thành có dữ kiện", addresses.PROVINCES)),
        (len(library.events), Ref("sự kiện", addresses.EVENTS)),
        (len(library.documents), Ref("văn bản", addresses.DOCUMENTS)),
        (len(library.platforms), Ref("nền tảng", addresses.PLATFORMS)),
        (len(library.targets), Ref("mục tiêu", addresses.TARGETS)),
    ]


def _latest_articles(library: Library) -> list[Any]:
    dated = [a for a in library.articles.values() if a.published]
    return sorted(dated, key=publication_order, reverse=True)[:LATEST]


def _latest_events(library: Library) -> list[Event]:
    """The latest events that articles report, yearly days themselves aside."""
    reported = [e for e in library.events.values() if e.date and e.status is Status.REPORTED]
    return [e for e in reversed(reported) if e.kind != "observance"][:LATEST]


def _coming(library: Library, today: date) -> list[tuple[str, Ref]]:
    days = [(coming_day(library, s, today), s) for s in library.registries.series.values()]
    dated = sorted(((d, s) for d, s in days if d), key=lambda p: (p[0], collation_key(p[1].name)))
    return [(day_vi(day), series_ref(library, series.id)) for day, series in dated]
