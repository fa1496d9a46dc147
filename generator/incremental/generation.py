"""One run of the generator: from what the last one kept, or all anew."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Diagnostic, has_errors
from generator.incremental.changes import Changes, Kept
from generator.incremental.findable import Findable, records_of
from generator.incremental.making import Remade, Update
from generator.incremental.notes import Notes
from generator.incremental.products import Products
from generator.incremental.reading import noting
from generator.incremental.refresh import Doubt, Refreshed, keep_content, refresh
from generator.incremental.relink import fill
from generator.incremental.run import Look, Run, cache_of
from generator.incremental.sitemaps import keep_sitemap, sitemap_changes
from generator.incremental.store import Store
from generator.incremental.stored import stored_library
from generator.incremental.titles import KeptTitles
from generator.incremental.tree import Tree, keep_tree
from generator.library import addresses
from generator.library.library import Library
from generator.model import Article
from generator.output.families import Publishing
from generator.output.page_paths import PagePaths
from generator.output.product import PageFacts
from generator.output.search.index import FOLDER
from generator.output.search.layout import Names
from generator.output.search.records import KIND_NAMES, abbreviations
from generator.output.search.update import IndexChange, SearchState
from generator.output.write import UNCHANGED, Content, Written, claim, files_of, put, remove, told
from generator.pages.all import today_families
from generator.pages.page import Plan
from generator.processes import beside, rare_collections
from generator.registry import Registries
from generator.sources.registries import SourceRegistries
from generator.text import SUMMARY_LINK


class Generation:
    """Runs of the generator into one folder; only those below the project's `build` are remembered."""

    def __init__(self, project: Path, target: Path, publishing: Publishing, look: Look) -> None:
        self._project, self._target = project, target
        self._cache = cache_of(project, target)
        self._publishing = replace(publishing, compiled=self._cache / "templates")
        self._look = look
        self._key = look.key

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
            with rare_collections():
                return self._changed(store, tree, changes)
        except (Doubt, FileNotFoundError, sqlite3.DatabaseError):
            return None
        finally:
            store.close()

    def _changed(self, store: Store, tree: Tree, changes: Changes) -> Run:
        today, drafts = self._publishing.today, self._publishing.drafts
        refreshed = refresh(changes, store, today=today, drafts=drafts)
        if has_errors(refreshed.diagnostics):
            return Run(refreshed.diagnostics, None)
        another_day = today != store.meta("today")
        if not refreshed.changed and not another_day:
            store.commit()
            return Run(refreshed.diagnostics, Written((), (), (), len(tree)), refreshed, Remade())
        registries: Registries = store.meta("linked")
        products, notes = Products(store), Notes()
        library = noting(stored_library(store, registries), notes.note)
        publishing = replace(self._publishing, titles=KeptTitles(products, notes.note))
        update = Update(products, library, notes, publishing)
        remade = update.carry_on(refreshed.changed, today_families(registries) if another_day else ())
        _no_dead_links(store, products, refreshed, remade)
        search = self._search(registries)
        generation = store.meta("generation")
        found = Findable(store, products)
        records, unfound = found.change(remade.pages, remade.pages_gone)
        index = search.update(f"{self._key}/{generation}", f"{self._key}/{generation + 1}", records, unfound, found.all)
        sitemap = sitemap_changes(store, remade.before, self._publishing.address)
        written = self._write(tree, remade, index, *sitemap)
        tree.keep(store)
        store.set_meta("generation", generation + 1)
        store.set_meta("today", today)
        products.keep_readers(notes.readers())
        store.commit()
        return Run(refreshed.diagnostics, written, refreshed, remade)

    def _search(self, registries: Registries) -> SearchState:
        provinces = {slug: name.name for slug, name in registries.provinces.items()}
        return SearchState(self._cache / "search.db", Names(KIND_NAMES, provinces, abbreviations(registries)))

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

    def anew(
        self,
        library: Library,
        plans: Mapping[str, Plan],
        articles: Iterable[Article],
        registries: SourceRegistries,
        diagnostics: list[Diagnostic],
        files: Mapping[str, Kept],
    ) -> Run:
        """A run that makes everything, from a library that is sound and its pages' plans; raises ForeignDirectory.

        `articles` are all, drafts too, with their references as written; `files` are their files as they were before
        any was read: what changes meanwhile is seen the next time.
        """
        from generator.incremental.whole import Part, make_whole

        claim(self._target)
        (self._cache / "templates").mkdir(parents=True, exist_ok=True)
        existing = files_of(self._target)
        path = self._cache / "kept.db"
        store = Store.empty(path.with_name("kept.new"))
        products = Products(store)

        def keep(made: Part) -> None:
            products.keep_packed(made.products)
            store.add_rows(made.findable)

        whole = make_whole(library, plans, self._publishing, self._target, existing, keep)
        index = beside(lambda: self._index(library.registries, whole.facts, existing))
        fill(store, library)
        store.set_meta("key", self._key)
        keep_content(store, files, articles, registries, library.registries)
        products.keep_all_readers(whole.readers.items())
        store.index()
        whole.files |= index()
        removed = remove(self._target, existing - whole.files.keys())
        store.set_meta("others", sorted({d.spot.path for d in diagnostics if d.code == "unread-file"}))
        for name, value in (("generation", 0), ("today", self._publishing.today), ("warnings", diagnostics)):
            store.set_meta(name, value)
        keep_sitemap(store, whole.days)
        keep_tree(store, self._target)
        store.commit()
        store.close()
        path.with_name("kept.new").replace(path)
        if not self._target.absolute().is_relative_to(self._project.absolute() / "build"):
            shutil.rmtree(self._cache)
        return Run(diagnostics, told(((became, name) for name, became in whole.files.items()), removed))

    def _index(self, registries: Registries, facts: Iterable[bytes], existing: Container[str]) -> dict[str, str]:
        """Make the whole search index from the facts of pages; what became of each of its files."""
        pages: list[PageFacts] = list(map(pickle.loads, facts))
        files = self._search(registries).build(records_of(pages), f"{self._key}/0").files
        return {name: put(self._target, name, text, existing) for name, text in files.items()}


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
