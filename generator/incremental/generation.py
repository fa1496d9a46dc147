"""One run of the generator, from what the last one kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import has_errors
from generator.incremental.changes import Changes
from generator.incremental.findable import Findable, search_state
from generator.incremental.making import Remade, Update
from generator.incremental.notes import Notes
from generator.incremental.products import Products
from generator.incremental.reading import noting
from generator.incremental.refresh import Doubt, Refreshed, refresh
from generator.incremental.run import Look, Run
from generator.incremental.sitemaps import sitemap_changes
from generator.incremental.store import Store
from generator.incremental.stored import stored_library
from generator.incremental.tally import keep_tally, kept_tally
from generator.incremental.titles import KeptTitles
from generator.incremental.tree import Tree
from generator.library import addresses
from generator.output.families import Publishing
from generator.output.page_paths import PagePaths
from generator.output.search.index import FOLDER
from generator.output.search.update import IndexChange
from generator.output.write import UNCHANGED, Content, Written, put, remove, told
from generator.pages.all import today_families
from generator.processes import rare_collections
from generator.registry import Registries
from generator.stages import Stages
from generator.text import SUMMARY_LINK


class Generation:
    """A run of the generator into one folder, from what the last one into it kept."""

    def __init__(self, target: Path, cache: Path, publishing: Publishing, look: Look, stages: Stages) -> None:
        self._target, self._cache = target, cache
        self._publishing = replace(publishing, compiled=self._cache / "templates")
        self._look, self._stages = look, stages

    def from_last(self) -> Run | None:
        """A run that makes only what differs from the last one; None where all must be made anew."""
        if self._look.run:
            return replace(self._look.run, refreshed=Refreshed([]), remade=Remade())
        store, tree, changes = self._look.store, self._look.tree, self._look.changes
        if store is None or tree is None or changes is None:
            return None
        try:
            (self._cache / "templates").mkdir(exist_ok=True)
            store.begin()
            if not tree.is_still_kept(store):
                return None
            with rare_collections():
                return self._changed(store, tree, changes)
        except (Doubt, FileNotFoundError, sqlite3.DatabaseError):
            return None
        finally:
            store.close()

    def _changed(self, store: Store, tree: Tree, changes: Changes) -> Run:
        today, drafts = self._publishing.today, self._publishing.drafts
        with self._stages.of("link"):
            refreshed = refresh(changes, store, today=today, drafts=drafts)
        if has_errors(refreshed.diagnostics):
            return Run(refreshed.diagnostics, None)
        another_day = today != store.meta("today")
        if not refreshed.changed and not another_day:
            left, tally = tree.keep(store), kept_tally(store)
            store.commit()
            written = Written((), (), (), len(tree))
            return Run(refreshed.diagnostics, written, refreshed, Remade(), tree.state, left, tally)
        registries: Registries = store.meta("linked")
        products, notes = Products(store), Notes()
        library = noting(stored_library(store, registries), notes.note)
        publishing = replace(self._publishing, titles=KeptTitles(products, notes.note))
        update = Update(products, library, notes, publishing)
        with self._stages.of("pages"):
            remade = update.carry_on(refreshed.changed, today_families(registries) if another_day else ())
            _no_dead_links(store, products, refreshed, remade)
        generation = store.meta("generation")
        with self._stages.of("search"):
            index = self._search_index(store, products, registries, remade, generation)
        with self._stages.of("write"):
            sitemap = sitemap_changes(store, remade.before, self._publishing.address)
            written = self._write(tree, remade, index, *sitemap)
            left, tally = tree.keep(store), keep_tally(store, registries)
            store.set_meta("generation", generation + 1)
            store.set_meta("today", today)
            products.keep_readers(notes.readers())
            store.commit()
        return Run(refreshed.diagnostics, written, refreshed, remade, tree.state, left, tally)

    def _search_index(
        self, store: Store, products: Products, registries: Registries, remade: Remade, generation: int
    ) -> IndexChange:
        search, key = search_state(self._cache, registries), self._look.key
        found = Findable(store, products)
        records, unfound = found.change(remade.pages, remade.pages_gone)
        return search.update(f"{key}/{generation}", f"{key}/{generation + 1}", records, unfound, found.all)

    def _write(
        self, tree: Tree, remade: Remade, index: IndexChange, sitemap: Mapping[str, bytes], no_sitemap: set[str]
    ) -> Written:
        """Write what differs; the files of the search index are named by their content."""
        files: dict[str, Content] = {**remade.files, **index.files, **sitemap}
        gone = {*remade.gone, *index.gone, *no_sitemap}
        if index.complete:
            gone |= set(tree.below(f"{FOLDER}/")) - index.files.keys()
        written = [(put(self._target, path, content, tree), path) for path, content in sorted(files.items())]
        removed = remove(self._target, (path for path in gone - files.keys() if path in tree))
        tree.change((path for became, path in written if became != UNCHANGED), removed)
        found = told(written, removed)
        return replace(found, unchanged=len(tree) - len(found.added) - len(found.changed))


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
        if slug in refreshed.new and refreshed.new[slug].anchored_paragraphs < article.anchored_paragraphs
    ]
    if any(store.keys(f"check/link/{addresses.site_path(page)}") for page in (*remade.pages_gone, *shorter)):
        raise Doubt("a page that a summary leads to")


class _Pages(Container[str]):
    def __init__(self, products: Products) -> None:
        self._products = products

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._products.page(path) is not None
