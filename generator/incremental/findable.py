"""What search finds, kept up to date: a thing's name that is the title of another page leads there first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from generator.incremental.products import Products
from generator.incremental.row import Row
from generator.incremental.store import Store
from generator.output.product import PageFacts
from generator.output.search.kinds import ARTICLE
from generator.output.search.layout import Names
from generator.output.search.record import SearchRecord
from generator.output.search.records import KIND_NAMES, abbreviations, behind_titles, wording
from generator.output.search.update import SearchState
from generator.registry import Registries

_TITLE = "title/"
"""Shelves of the pages of a title."""


def search_state(cache: Path, registries: Registries) -> SearchState:
    """What a run keeps of the search index."""
    provinces = {slug: name.name for slug, name in registries.provinces.items()}
    return SearchState(cache / "search.db", Names(KIND_NAMES, provinces, abbreviations(registries)))


def records_of(pages: Iterable[PageFacts], titles: Container[str]) -> Iterator[SearchRecord]:
    """Every record as search takes it, of all pages, given `titles_in` their rows."""
    return (behind_titles(page.record, titles.__contains__) for page in pages if page.record)


def titles_in(rows: Iterable[Row]) -> Iterator[str]:
    """The titles that lead to pages, of rows of pages."""
    return (row.shelf.removeprefix(_TITLE) for row in rows if row.shelf.startswith(_TITLE))


class Findable:
    """The titles of things' pages, and the records that another page's title concerns."""

    def __init__(self, store: Store, products: Products) -> None:
        self._store, self._products = store, products

    def change(self, pages: Mapping[str, PageFacts], gone: Iterable[str]) -> tuple[dict[str, SearchRecord], list[str]]:
        """Keep the changed pages; the records that are other ones now, and the pages that have none any more."""
        names = {*pages, *gone}
        before = self._store.rows_of(f"page/{name}" for name in names)
        after = {row for name, page in pages.items() for row in rows_of_page(name, page)}
        titles = {row.shelf for row in before ^ after if row.shelf.startswith(_TITLE)}
        known = {shelf for shelf in titles if self._store.keys(shelf)}
        self._store.remove_rows(before - after)
        self._store.add_rows(after - before)
        turned = known ^ {shelf for shelf in titles if self._store.keys(shelf)}
        concerned = {name for shelf in turned for name in self._store.keys("named/" + shelf.removeprefix(_TITLE))}
        facts = {name: self._products.page(name) for name in concerned - names} | dict(pages)
        records = {name: self.record(page) for name, page in facts.items() if page and page.record}
        return {name: r for name, r in records.items() if r}, sorted(names - records.keys())

    def all(self) -> Iterator[SearchRecord]:
        """Every record as search takes it."""
        return (record for _, page in self._products.pages() if (record := self.record(page)))

    def record(self, page: PageFacts) -> SearchRecord | None:
        """The page's record as search takes it, given the titles of all pages."""
        return behind_titles(page.record, self._is_title) if page.record else None

    def _is_title(self, words: str) -> bool:
        return bool(self._store.keys(_TITLE + words))


def rows_of_page(name: str, page: PageFacts) -> Iterable[Row]:
    """The title and the names of a page."""
    owner = f"page/{name}"
    if _leads(page):
        yield Row(owner, _TITLE + wording(page.title), "", name, name)
    for alias in dict.fromkeys(map(wording, page.record.aliases if page.record else ())):
        yield Row(owner, f"named/{alias}", "", name, name)


def _leads(page: PageFacts) -> bool:
    """Articles' titles lead nowhere: they are no names of things."""
    return page.record is None or page.record.kind != ARTICLE
