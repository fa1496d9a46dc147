"""All that is published, in families of products: pages with what search finds them by, feeds, calendars, data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.library.addresses import DATA_PACKAGE
from generator.library.library import Library
from generator.library.retraction import notice_instead
from generator.library.tables.all import TABLES
from generator.library.tables.pieces import pieces_of
from generator.library.tables.table import AnyTable
from generator.output.calendars import (
    Keep,
    event_calendars,
    province_calendars,
    series_calendars,
    site_calendars,
)
from generator.output.cards import card_of
from generator.output.feeds import feed_files
from generator.output.head import with_head
from generator.output.open_data import piece_files
from generator.output.open_data.data_package import data_package
from generator.output.page_paths import PagePaths
from generator.output.product import Family, Made, PageFacts, Product
from generator.output.redirects import redirect_files
from generator.output.render import render_page
from generator.output.robots import robots_files
from generator.output.search.records import record_of
from generator.pages import all as pages
from generator.pages.page import Plan
from generator.registry import ProvinceName, Series


@dataclass(frozen=True, slots=True)
class Publishing:
    """What all products share: the site's address, the day, whether drafts show, the titles of pages by path.

    `compiled` is a folder that keeps templates compiled between runs; `keep` gives what several products hold.
    """

    address: str
    today: date
    drafts: bool
    titles: Mapping[str, str]
    compiled: Path | None = None
    keep: Keep = lambda _, make: make()

    def families(self, library: Library) -> dict[str, Family]:
        """The families that there are whatever articles tell, by name."""
        registries = library.registries
        planned = pages.families(registries, today=self.today, preview=self.drafts)
        found = [Family(name, partial(self._pages, plan)) for name, plan in planned.items()]
        found += [Family(f"data/{table.name}", partial(self._table, table)) for table in TABLES]
        found += [
            Family(f"calendar/{name.slug}", partial(self._province_calendars, name))
            for name in registries.provinces.values()
        ]
        found += [
            Family(f"calendar/={key}", partial(self._series_calendars, series))
            for key, series in registries.series.items()
        ]
        found += [
            Family("feeds", lambda of: _each(feed_files(of, self.address))),
            Family("calendar", lambda of: _each(site_calendars(of, self.address, self.keep))),
            Family("redirects", lambda of: [_together("redirects", partial(redirect_files, of))]),
            Family("robots", lambda of: [_together("robots", partial(robots_files, of, self.address))]),
            Family("data-package", lambda of: _each({DATA_PACKAGE: partial(data_package, of, self.address)})),
        ]
        return {family.name: family for family in found}

    def family_of_thing(self, field: str, key: str) -> Family:
        """The family of a thing of a field of the library."""
        name, plan = pages.family_of_thing(field, key)
        return Family(name, partial(self._thing, plan, key if field == "events" else None))

    def _pages(self, plan: pages.Planner, library: Library) -> Iterator[Product]:
        return (Product(of.path, partial(self._page, library, of), of.given) for of in plan(library))

    def _thing(self, plan: pages.Planner, event: str | None, library: Library) -> Iterator[Product]:
        yield from self._pages(plan, library)
        if event:
            yield from _each(event_calendars(library, self.address, self.keep, event))

    def _page(self, library: Library, plan: Plan) -> Made:
        page = plan.make()
        card = card_of(library.registries.site, page, self.titles)
        headed = with_head(library, page, card, self.titles, self.address)
        facts = PageFacts(page.title, page.changed, record_of(library, page), card, page.is_listed)
        return Made({page.path: render_page(headed, self._paths(library), self.compiled)}, facts)

    def _paths(self, library: Library) -> PagePaths:
        return PagePaths(self.titles, partial(notice_instead, library))

    def _province_calendars(self, name: ProvinceName, library: Library) -> Iterator[Product]:
        return _each(province_calendars(library, self.address, self.keep, name))

    def _series_calendars(self, series: Series, library: Library) -> Iterator[Product]:
        return _each(series_calendars(library, self.address, self.keep, series))

    def _table(self, table: AnyTable, library: Library) -> Iterator[Product]:
        for piece in pieces_of(library, table):
            make = partial(piece_files, library, self.address, table, piece)
            yield _together(f"data/{table.name}/{piece.name}", make, piece)


def _each(files: Mapping[str, Callable[[], str]]) -> Iterator[Product]:
    """Each file a product of its own."""
    return (_together(path, partial(_alone, path, make)) for path, make in files.items())


def _alone(path: str, make: Callable[[], str]) -> Mapping[str, str]:
    return {path: make()}


def _together(name: str, make: Callable[[], Mapping[str, str]], given: object = None) -> Product:
    return Product(name, lambda: Made(make()), given)
