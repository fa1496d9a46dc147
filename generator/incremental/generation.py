"""One run of the generator: from what the last one kept, or all anew."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, has_errors
from generator.incremental.changes import Kept
from generator.incremental.findable import Findable
from generator.incremental.making import Remade, Update
from generator.incremental.notes import Notes
from generator.incremental.products import Products
from generator.incremental.reading import noting
from generator.incremental.refresh import Doubt, Refreshed, keep_content, refresh
from generator.incremental.relink import fill
from generator.incremental.run import Run, cache_of
from generator.incremental.state import open_store, state_key
from generator.incremental.store import Store
from generator.incremental.stored import stored_library
from generator.incremental.titles import KeptTitles
from generator.incremental.whole import make_whole
from generator.library import addresses
from generator.library.library import Library
from generator.output.families import Publishing
from generator.output.page_paths import PagePaths
from generator.output.search.index import FOLDER
from generator.output.search.layout import Names
from generator.output.search.records import KIND_NAMES, abbreviations
from generator.output.search.update import IndexChange, SearchState
from generator.output.sitemap import sitemap_files, sitemap_parts
from generator.output.write import UNCHANGED, Content, Written, claim, files_of, put, remove, told
from generator.pages.all import today_families
from generator.registry import Registries
from generator.sources.articles import SourceArticle
from generator.sources.registries import SourceRegistries
from generator.text import SUMMARY_LINK


class Generation:
    """Runs of the generator into one folder; only those below the project's `build` are remembered."""

    def __init__(self, project: Path, target: Path, publishing: Publishing) -> None:
        self._project, self._target = project, target
        self._cache = cache_of(project, target)
        self._publishing = replace(publishing, compiled=self._cache / "templates")
        self._key = state_key(project, publishing.address, drafts=publishing.drafts)

    def from_last(self) -> Run | None:
        """A run that makes only what differs from the last one; None where all must be made anew."""
        store = open_store(self._cache / "kept.db", self._key)
        if store is None:
            return None
        try:
            if store.meta("tree") != files_of(self._target):
                return None
            (self._cache / "templates").mkdir(exist_ok=True)
            store.begin()
            return self._changed(store)
        except (Doubt, FileNotFoundError, sqlite3.DatabaseError):
            return None
        finally:
            store.close()

    def _changed(self, store: Store) -> Run:
        today, drafts = self._publishing.today, self._publishing.drafts
        refreshed = refresh(self._project, store, today=today, drafts=drafts)
        if has_errors(refreshed.diagnostics):
            return Run(refreshed.diagnostics, None)
        another_day = today != store.meta("today")
        if not refreshed.changed and not another_day:
            store.commit()
            return Run(refreshed.diagnostics, Written((), (), (), len(store.meta("tree"))), refreshed, Remade())
        registries: Registries = store.meta("linked")
        products, notes = Products(store), Notes()
        library = noting(stored_library(store, registries), notes.note)
        publishing = replace(self._publishing, titles=KeptTitles(products, notes.note))
        update = Update(products, library, notes, publishing)
        days = products.days()
        remade = update.carry_on(refreshed.changed, today_families(registries) if another_day else ())
        _no_dead_links(store, products, refreshed, remade)
        search = self._search(registries)
        generation = store.meta("generation")
        found = Findable(store, products)
        records, unfound = found.change(remade.pages, remade.pages_gone)
        index = search.update(f"{self._key}/{generation}", f"{self._key}/{generation + 1}", records, unfound, found.all)
        written = self._write(store, remade, index, days, products)
        store.set_meta("generation", generation + 1)
        store.set_meta("today", today)
        products.keep_readers(notes.readers())
        store.commit()
        return Run(refreshed.diagnostics, written, refreshed, remade)

    def _search(self, registries: Registries) -> SearchState:
        provinces = {slug: name.name for slug, name in registries.provinces.items()}
        return SearchState(self._cache / "search.db", Names(KIND_NAMES, provinces, abbreviations(registries)))

    def _write(
        self, store: Store, remade: Remade, index: IndexChange, days: Mapping[str, date | None], products: Products
    ) -> Written:
        """Write what differs; the files of the search index are named by their content."""
        tree: dict[str, tuple[int, int]] = store.meta("tree")
        sitemaps, no_sitemaps = self._sitemaps(days, products.days())
        files: dict[str, Content] = {**remade.files, **index.files, **sitemaps}
        gone = {*remade.gone, *index.gone, *no_sitemaps}
        if index.complete:
            gone |= {name for name in tree if name.startswith(f"{FOLDER}/")} - index.files.keys()
        written = [(put(self._target, path, content, tree), path) for path, content in sorted(files.items())]
        removed = remove(self._target, (gone - files.keys()) & tree.keys())
        for name in removed:
            del tree[name]
        for became, name in written:
            if became != UNCHANGED:
                stat = (self._target / name).stat()
                tree[name] = (stat.st_mtime_ns, stat.st_size)
        store.set_meta("tree", tree)
        found = told(written, removed)
        return replace(found, unchanged=len(tree) - len(found.added) - len(found.changed))

    def _sitemaps(
        self, before: Mapping[str, date | None], now: Mapping[str, date | None]
    ) -> tuple[dict[str, Content], set[str]]:
        """The files of the sitemap that list something else now, and those that are gone."""
        if before == now:
            return {}, set()
        old, new = sitemap_parts(before), sitemap_parts(now)
        same = {name for name, part in new.items() if old.get(name) == part}
        made = sitemap_files(now, self._publishing.address)
        gone = {f"{name}{end}" for name in old.keys() - new.keys() for end in ("", ".gz")}
        return {path: make() for path, make in made.items() if path.removesuffix(".gz") not in same}, gone

    def anew(
        self,
        library: Library,
        sources: Iterable[SourceArticle],
        registries: SourceRegistries,
        diagnostics: list[Diagnostic],
        files: Mapping[str, Kept],
    ) -> Run:
        """A run that makes everything, from a library that is sound; raises ForeignDirectory.

        `files` are the article files as they were before any was read: what changes meanwhile is seen the next time.
        """
        claim(self._target)
        (self._cache / "templates").mkdir(parents=True, exist_ok=True)
        existing = files_of(self._target)
        whole = make_whole(library, self._publishing, self._target)
        path = self._cache / "kept.db"
        store = Store.empty(path.with_name("kept.new"))
        products = Products(store)
        store.set_meta("key", self._key)
        fill(store, library)
        keep_content(store, files, sources, registries, library.registries)
        products.keep(whole.products)
        products.keep_all_readers(whole.readers.items())
        found = Findable(store, products)
        found.fill(whole.pages())
        store.index()
        index = self._search(library.registries).build(found.all(), f"{self._key}/0")
        whole.files |= {name: put(self._target, name, text, existing) for name, text in index.files.items()}
        removed = remove(self._target, existing.keys() - whole.files.keys())
        store.set_meta("others", sorted({d.spot.path for d in diagnostics if d.code == "unread-file"}))
        for name, value in (("generation", 0), ("today", self._publishing.today), ("warnings", diagnostics)):
            store.set_meta(name, value)
        store.set_meta("tree", files_of(self._target))
        store.commit()
        store.close()
        path.with_name("kept.new").replace(path)
        if not self._target.absolute().is_relative_to(self._project.absolute() / "build"):
            shutil.rmtree(self._cache)
        return Run(diagnostics, told(((became, name) for name, became in whole.files.items()), removed))


def _no_dead_links(store: Store, products: Products, refreshed: Refreshed, remade: Remade) -> None:
    """Raises Doubt where a summary's link may lead to a page or paragraph that is not there (any more)."""
    pages = PagePaths(_Pages(products))
    for article in refreshed.new.values():
        for target in (m[2] for paragraph in article.paragraphs for m in SUMMARY_LINK.finditer(paragraph)):
            if not target.startswith(("https://", "http://")) and ("#" in target or target not in pages):
                raise Doubt("a link in a summary")
    shorter = [
        addresses.article(slug)
        for slug, article in refreshed.old.items()
        if slug in refreshed.new and len(refreshed.new[slug].paragraphs) < len(article.paragraphs)
    ]
    if any(store.keys(f"check/link/{addresses.site_path(page)}") for page in (*remade.pages_gone, *shorter)):
        raise Doubt("a page that a summary leads to")


class _Pages(Container[str]):
    def __init__(self, products: Products) -> None:
        self._products = products

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._products.page(path) is not None
