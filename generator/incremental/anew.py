"""One run of the generator that makes everything."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from generator.diagnostics import Diagnostic
from generator.incremental.article_files import Kept
from generator.incremental.findable import records_of, search_state, titles_in
from generator.incremental.gathered_readers import gather_readers, keep_gathered_readers
from generator.incremental.products import Products
from generator.incremental.refresh import keep_content
from generator.incremental.relink import fill
from generator.incremental.run import Run, cache_of
from generator.incremental.sitemaps import keep_sitemap
from generator.incremental.store import Store
from generator.incremental.tally import keep_tally
from generator.incremental.tree import keep_tree
from generator.incremental.whole import Part, Whole, make_whole
from generator.library.library import Library
from generator.model import Article
from generator.output.families import Publishing
from generator.output.product import PageFacts
from generator.output.write import claim, files_of, put, remove, told
from generator.pages.page import Plan
from generator.processes import beside
from generator.registry import Registries
from generator.sources.registries import SourceRegistries

_UNFINISHED, _FACTS = "kept.new", "facts.new"


@dataclass(frozen=True, slots=True)
class All:
    """All that a run made before the search index: what is not in its files is little, and can be sent home.

    `titles` are those of things' pages; `existing`: the files that stood in its folder before.
    """

    whole: Whole
    titles: set[str]
    existing: set[str]
    registries: Registries


class Anew:
    """Makes everything into one folder; only a folder below the project's `build` is remembered."""

    def __init__(self, project: Path, target: Path, publishing: Publishing, key: str) -> None:
        self._project, self._target, self._key = project, target, key
        self._cache = cache_of(project, target)
        self.publishing = replace(publishing, compiled=self._cache / "templates")

    def make_all(
        self,
        library: Library,
        plans: Mapping[str, Plan],
        articles: list[Article],
        registries: SourceRegistries,
        files: Mapping[str, Kept],
    ) -> All:
        """Make all but the search index, from a library that is sound and its pages' plans; raises ForeignDirectory.

        `articles` are all, drafts too, with their references as written: none is left in it. `files` are their files as
        they were before any was read: what changes meanwhile is seen the next time. `keep_all` needs none of it.
        """
        claim(self._target)
        (self._cache / "templates").mkdir(parents=True, exist_ok=True)
        existing = files_of(self._target)
        store = Store.empty(self._cache / _UNFINISHED)
        products = Products(store)
        store.set_meta("key", self._key)
        titles: set[str] = set()

        def begin() -> None:
            fill(store, library)
            keep_content(store, files, _given_away(articles), registries, library.registries)

        with (self._cache / _FACTS).open("wb") as facts:

            def keep(made: Part) -> None:
                products.keep_packed(made.products)
                gather_readers(store, made.readers)
                store.add_rows(made.findable)
                titles.update(titles_in(made.findable))
                facts.writelines(of_page for *_, of_page, _, _ in made.products if of_page)

            whole = make_whole(library, plans, self.publishing, self._target, existing, keep, begin)
        store.commit()
        store.close()
        return All(whole, titles, existing, library.registries)

    def keep_all(self, made: All, diagnostics: list[Diagnostic]) -> Run:
        """Make the search index too, and keep what was made for the next run."""
        whole, existing = made.whole, made.existing
        index = beside(lambda: self._index(made))
        store = Store.filled(self._cache / _UNFINISHED)
        keep_gathered_readers(store)
        store.index()
        whole.files |= index()
        (self._cache / _FACTS).unlink()
        removed = remove(self._target, existing - whole.files.keys())
        store.set_meta("others", sorted({d.spot.path for d in diagnostics if d.code == "unread-file"}))
        for name, value in (("generation", 0), ("today", self.publishing.today), ("warnings", diagnostics)):
            store.set_meta(name, value)
        keep_sitemap(store, whole.days)
        left, tally = keep_tree(store, self._target), keep_tally(store, made.registries)
        store.commit()
        store.close()
        (self._cache / "kept.db-journal").unlink(missing_ok=True)  # a killed run's: it is none of the new file
        (self._cache / _UNFINISHED).replace(self._cache / "kept.db")
        if not self._target.absolute().is_relative_to(self._project.absolute() / "build"):
            shutil.rmtree(self._cache)
        written = told(((became, name) for name, became in whole.files.items()), removed)
        return Run(diagnostics, written, left=left, tally=tally)

    def give_up(self) -> None:
        """Remove what cannot be ended: it may be what filled the disk."""
        for name in (_UNFINISHED, f"{_UNFINISHED}-journal", _FACTS):
            (self._cache / name).unlink(missing_ok=True)

    def _index(self, made: All) -> dict[str, str]:
        """Make the whole search index from the facts of pages; what became of each of its files."""
        with (self._cache / _FACTS).open("rb") as facts:
            records = records_of(_unpickled(facts), made.titles)
            files = search_state(self._cache, made.registries).build(records, f"{self._key}/0").files
        return {name: put(self._target, name, text, made.existing) for name, text in files.items()}


def _given_away(articles: list[Article]) -> Iterator[Article]:
    while articles:
        yield articles.pop()


def _unpickled(facts: IO[bytes]) -> Iterator[PageFacts]:
    with suppress(EOFError):
        while True:
            yield pickle.load(facts)
