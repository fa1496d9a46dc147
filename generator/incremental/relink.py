"""Links anew what a change of articles touches, and tells what of the library reads otherwise now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import TypeVar

from generator.incremental import reading
from generator.incremental.rows import (
    article_sort,
    contradiction_thing,
    document_sort,
    entry_sort,
    event_sort,
    rows_of,
    told_of,
)
from generator.incremental.shelf_changes import Changed, change_rows
from generator.incremental.store import Store
from generator.library.entities import publication_order
from generator.library.library import Library
from generator.library.link import gather
from generator.model import Article
from generator.registry import Registries

K = TypeVar("K")
V = TypeVar("V")

Articles = Mapping[str, Article]


def cells_of(library: Library) -> Iterator[tuple[str, str, str, object]]:
    """Every cell: field, key, place in the field's order, value; by field and key, as the store has them."""
    for slug, article in _by_key(library.articles):
        yield "articles", slug, article_sort(article), article
    for slug, card in _by_key(library.cards):
        yield "cards", slug, article_sort(library.articles[slug]), card
    for _, contradictions in _by_key(library.contradictions_about):
        thing = contradiction_thing(contradictions[0])
        yield "contradictions_about", thing, thing, contradictions
    for key, document in _by_key(library.documents):
        yield "documents", key, document_sort(document), document
    for key, entry in _by_key(library.entries):
        yield "entries", key, entry_sort(entry), entry
    for key, event in _by_key(library.events):
        yield "events", key, event_sort(event), event
    for key, platform in _by_key(library.platforms):
        yield "platforms", key, key, platform


def _by_key(field: Mapping[K, V]) -> list[tuple[K, V]]:
    """A field of a library in the order of its keys."""
    return sorted(field.items(), key=itemgetter(0))


def fill(store: Store, library: Library) -> None:
    """Keep a whole library in an empty store."""
    store.set_cells(cells_of(library))
    store.add_rows(rows_of(library))
    store.set_meta("content_date", library.content_date)


def relink(store: Store, registries: Registries, old: Articles, new: Articles) -> Changed:
    """Change the store from the old versions of some articles to the new ones; what reads otherwise now.

    `registries` are those the store was linked with. A version that is not there: added or removed.
    """
    touched = _Touched(store, registries, old, new)
    after = gather(_ordered(touched.members()), registries)
    owners = touched.owners()
    changed: Changed = {}
    _change_cells(store, owners, after, changed)
    change_rows(store, store.rows_of(owners), {row for row in rows_of(after) if row.owner in owners}, changed)
    return changed


def _ordered(articles: Articles) -> dict[str, Article]:
    return {a.slug: a for a in sorted(articles.values(), key=publication_order)}


class _Touched:
    """The things that the changed articles tell of or told of, and every article that has a say in them."""

    def __init__(self, store: Store, registries: Registries, old: Articles, new: Articles) -> None:
        self._store, self._registries, self._old, self._new = store, registries, old, new
        self.things = {thing for articles in (old, new) for a in articles.values() for thing in told_of(a)}
        self._widen()

    def _widen(self) -> None:
        """An event and the document it issued have one date; an event is part of another only if that is told."""
        waiting = set(self.things)
        while waiting:
            found = {other for thing in waiting for other in self._beside(thing)}
            waiting = found - self.things
            self.things |= waiting

    def _beside(self, thing: str) -> Iterator[str]:
        sort, _, key = thing.partition("/")
        if sort == "event":
            named = self._registries.events.get(key)
            if named and named.document:
                yield f"document/{named.document}"
            if self._is_told(key, self._old) != self._is_told(key, self._new):
                for slug in self._store.keys(f"told/part/{key}"):
                    yield from (f"event/{c.id}" for c in self._article(slug).events if c.part_of == key and c.id)
        elif sort == "document":
            yield from (f"event/{e.id}" for e in self._registries.events.values() if e.document == key)

    def _is_told(self, event: str, versions: Articles) -> bool:
        others = set(self._store.keys(f"told/event/{event}")) - self._old.keys() - self._new.keys()
        return bool(others) or any(c.id == event for a in versions.values() for c in a.events)

    def _article(self, slug: str) -> Article:
        article: Article = self._store.cell("articles", slug)
        return article

    def members(self) -> Articles:
        """The articles to link, after the change."""
        slugs = {slug for thing in self.things for slug in self._store.keys(f"told/{thing}")}
        others = {slug: self._article(slug) for slug in slugs - self._old.keys() - self._new.keys()}
        for slug in self._parents([*others.values(), *self._old.values(), *self._new.values()]):
            if slug not in others and slug not in self._old and slug not in self._new:
                others[slug] = self._article(slug)
        return {**others, **self._new}

    def _parents(self, articles: Iterable[Article]) -> Iterator[str]:
        """For each event that another is part of, the articles that tell it."""
        for parent in {c.part_of for a in articles for c in a.events if c.part_of}:
            yield from self._store.keys(f"told/event/{parent}")

    def owners(self) -> set[str]:
        """What owns the cells and rows that may change."""
        owners = {f"article/{slug}" for slug in (*self._old, *self._new)}
        for thing in self.things:
            sort, _, key = thing.partition("/")
            if sort == "ranking":
                owners.add(f"entry/ranking:{key}")
            else:
                owners.add(f"contradiction/{sort}\t{key}")
            if sort in ("event", "document", "platform"):
                owners |= {thing, f"entry/{sort}:{key}"}
        for articles in (self._old, self._new):
            owners |= {f"entry/target:{slug}/{t.index}" for slug, a in articles.items() for t in a.targets}
        return owners


_FIELDS = {
    "article": ("articles", "cards"),
    "event": ("events",),
    "document": ("documents",),
    "platform": ("platforms",),
    "entry": ("entries",),
    "contradiction": ("contradictions_about",),
}


def _change_cells(store: Store, owners: set[str], after: Library, changed: Changed) -> None:
    new = {(field, key): (sort, value) for field, key, sort, value in cells_of(after)}
    for owner in owners:
        sort, _, key = owner.partition("/")
        for field in _FIELDS[sort]:
            old, now = store.cell(field, key), new.get((field, key))
            if now is None and old is not None:
                store.remove_cells([(field, key)])
            if now is not None and now[1] != old:
                store.set_cells([(field, key, *now)])
            if (now and now[1]) != old:
                changed.setdefault(reading.one(field, key), set()).add(owner)
                if field == "entries":
                    changed.setdefault(reading.every("timeline"), set()).add(owner)
            if (now is None) != (old is None):
                changed.setdefault(reading.every(field), set()).add(owner)
