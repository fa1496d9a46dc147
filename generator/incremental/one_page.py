"""One page as the next run will make it, from what the last run kept: at once, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import has_errors
from generator.incremental.changes import find_changes
from generator.incremental.products import Products
from generator.incremental.refresh import Telling, Told, refresh
from generator.incremental.run import cache_of
from generator.incremental.store import Store
from generator.incremental.stored import stored_library
from generator.incremental.titles import KeptTitles
from generator.library import addresses
from generator.library.link import without_untold
from generator.output.families import Publishing
from generator.output.product import Family
from generator.sources.registries import SourceRegistries


@dataclass(frozen=True, slots=True)
class NextPage:
    """A page's Markdown, and the pages of articles that are new with it."""

    text: str
    new: tuple[str, ...]


def next_page(
    project: Path, target: Path, publishing: Publishing, registries: SourceRegistries, path: str
) -> NextPage | None:
    """The page with articles, registries and templates as they are; None if there is no such page.

    What was linked stays as the last run linked it, but for changed articles, whose errors are for the run to tell;
    raises Doubt where only that knows more.
    """
    cache = cache_of(project, target)
    store = Store(cache / "kept.db")
    try:
        store.begin()  # and never commit
        new: tuple[str, ...] = ()
        if (changes := find_changes(project, store)).any:
            refreshed = refresh(changes, store, today=publishing.today, drafts=publishing.drafts)
            if has_errors(refreshed.diagnostics):
                return None
            new = tuple(addresses.article(slug) for slug in refreshed.new.keys() - refreshed.old.keys())
        library = stored_library(store, without_untold(registries, Telling(store), Told(store)))
        titles = KeptTitles(Products(store), lambda _: None)
        known = replace(publishing, titles=titles, compiled=cache / "templates")
        name, _, key = _family_of(store, path).partition("/=")
        family: Family | None = known.family_of_thing(name, key) if key else known.families(library).get(name)
        planned = family.plan(library) if family and (not key or key in getattr(library, name)) else ()
        made = next((product.make() for product in planned if product.name == path), None)
        text = made.files.get(path) if made else None
        return NextPage(text, new) if isinstance(text, str) else None
    finally:
        store.close()


def _family_of(store: Store, path: str) -> str:
    """The family that the last run made the page in; of a page that it did not make, the one of an article there."""
    found = next(store.select("SELECT family FROM products WHERE name = ? AND page IS NOT NULL", path), None)
    slug = Path(path).stem
    return found[0] if found else f"articles/={slug}" if addresses.article(slug) == path else ""
