"""Links anew what a change of articles touches, and tells what of the library reads otherwise now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.incremental import reading
from generator.incremental.row import Row
from generator.incremental.rows import (
    article_sort,
    contradiction_thing,
    document_sort,
    entry_sort,
    event_sort,
    rows_of,
    told_of,
)
from generator.incremental.store import Store
from generator.incremental.stored import stored_library
from generator.library.entities import publication_order
from generator.library.library import Library, years_of
from generator.library.link import gather
from generator.model import Article
from generator.registry import Registries

_GROUPS = frozenset({"topics", "series_claims", "contradictions_in", "issuing", "in_series"})

Articles = Mapping[str, Article]

Changed = dict[str, set[str]]
"""What reads otherwise now, and the owners of what it reads: „article/…", „event/…", „entry/…"."""


def cells_of(library: Library) -> Iterator[tuple[str, str, str, object]]:
    """Every cell: field, key, place in the field's order, value."""
    for slug, article in library.articles.items():
        yield "articles", slug, article_sort(article), article
        yield "cards", slug, article_sort(article), library.cards[slug]
    for event in library.events.values():
        yield "events", event.id, event_sort(event), event
    for document in library.documents.values():
        yield "documents", document.id, document_sort(document), document
    for platform in library.platforms.values():
        yield "platforms", platform.id, platform.id, platform
    for key, entry in library.entries.items():
        yield "entries", key, entry_sort(entry), entry
    for contradictions in library.contradictions_about.values():
        thing = contradiction_thing(contradictions[0])
        yield "contradictions_about", thing, thing, contradictions


def fill(store: Store, library: Library) -> None:
    """Keep a whole library in an empty store."""
    store.set_cells(cells_of(library))
    store.add_rows(rows_of(library))
    store.set_meta("content_date", library.content_date)


def relink(store: Store, registries: Registries, old: Articles, new: Articles) -> Changed:
    """Change the store from the old versions of some articles to the new ones; what reads otherwise now.

    `registries` are those the store was linked with. A version that is not there: added or removed.
    """
    crowded = stored_library(store, registries).crowded_dues()
    touched = _Touched(store, registries, old, new)
    after = gather(_ordered(touched.members()), registries)
    owners = touched.owners()
    changed: Changed = {}
    _change_cells(store, owners, after, changed)
    _change_rows(store, owners, after, changed)
    if crowded != stored_library(store, registries).crowded_dues():
        changed[reading.CROWDED] = {f"article/{slug}" for slug in (*old, *new)}
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


def _change_rows(store: Store, owners: set[str], after: Library, changed: Changed) -> None:
    old = store.rows_of(owners)
    new = {row for row in rows_of(after) if row.owner in owners}
    different = old ^ new
    shelves: dict[str, set[str]] = {}
    for row in different:
        shelves.setdefault(row.shelf, set()).add(row.owner)
        for read in _readings(row):
            changed.setdefault(read, set()).add(row.owner)
    sizes = {shelf: store.counts(shelf) for shelf in shelves}
    store.remove_rows(old - new)
    store.add_rows(new - old)
    for shelf, size in sizes.items():
        if size != (now := store.counts(shelf)):
            changed.setdefault(reading.counts(shelf), set()).update(shelves[shelf])
        if years_of(size) != years_of(now):
            changed.setdefault(reading.years(shelf), set()).update(shelves[shelf])
    if content_date_changed(store):
        changed[reading.CONTENT_DATE] = set(shelves["all/updated"])


def _readings(row: Row) -> Iterator[str]:
    first, _, rest = row.shelf.partition("/")
    if first in _GROUPS:
        yield reading.one(first, rest)
    elif first == "all":
        yield reading.every(rest)
    else:
        yield reading.period(row.shelf, row.period)


def content_date_changed(store: Store) -> bool:
    """Keep the last day on which an article was added or changed; whether it is another one than before."""
    latest = store.keys("all/updated")[-1:]
    found = date.fromisoformat(latest[0]) if latest else date.min
    if found == store.meta("content_date"):
        return False
    store.set_meta("content_date", found)
    return True
