"""The library as it is kept in a store: each thing is read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, cast, overload

from generator.incremental.store import Store
from generator.library.library import Library
from generator.library.provinces import Succession
from generator.library.shelf import Shelf
from generator.library.tables.pieces import Piece, cut
from generator.registry import Registries

T = TypeVar("T")

CELLS = ("articles", "cards", "events", "documents", "platforms", "entries")
"""The fields of the library of which each value is kept whole, by its key."""


class StoredCells(Mapping[str, T]):
    """A field whose values are kept whole."""

    def __init__(self, store: Store, field: str) -> None:
        self._store, self._field = store, field
        self._read: dict[str, T | None] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._read:
            self._read[key] = self._store.cell(self._field, key)
        value = self._read[key]
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.cell_keys(self._field))

    def __len__(self) -> int:
        return self._store.cell_count(self._field)


class StoredGroups(Mapping[Any, tuple[T, ...]]):
    """A field whose values are what stands on the shelves of one sort."""

    def __init__(self, store: Store, sort: str, thing: Callable[[str], T]) -> None:
        self._store, self._sort, self._thing = store, sort, thing

    def __getitem__(self, key: Any) -> tuple[T, ...]:
        found = self._store.keys(f"{self._sort}/{key}")
        if not found:
            raise KeyError(key)
        return tuple(map(self._thing, found))

    def __iter__(self) -> Iterator[str]:
        prefix = f"{self._sort}/"
        return (shelf.removeprefix(prefix) for shelf in self._store.shelf_names(prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredList(Sequence[T], Generic[T]):
    """A field whose values are what stands on one shelf."""

    def __init__(self, store: Store, shelf: str, thing: Callable[[str], T]) -> None:
        self._store, self._shelf, self._thing = store, shelf, thing

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        keys = self._store.keys(self._shelf)[index]
        return self._thing(keys) if isinstance(keys, str) else tuple(map(self._thing, keys))

    def __iter__(self) -> Iterator[T]:
        return map(self._thing, self._store.keys(self._shelf))

    def __len__(self) -> int:
        return sum(self._store.counts(self._shelf).values())


class StoredShelf:
    """A shelf of the library."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self._pieces: dict[int, tuple[Piece, ...]] = {}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many keys each period holds, by period."""
        return self._store.counts(self._name)

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years it holds something of, oldest first."""
        return self._store.years(self._name)

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys by period."""
        return {period: self.of(period) for period in self.counts}

    @cached_property
    def total(self) -> int:
        """How many keys there are."""
        return self._store.count_keys(self._name)

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return self._store.is_empty(self._name)

    def of(self, period: str) -> tuple[str, ...]:
        """The keys of a period."""
        return self._store.keys(self._name, period)

    def pieces(self, most: int) -> tuple[Piece, ...]:
        """How the open data cuts what stands here."""
        if most not in self._pieces:
            self._pieces[most] = cut(self.counts, most)
        return self._pieces[most]


class StoredShelves(Mapping[str, Shelf]):
    """Every shelf; one that holds nothing is empty. Each is asked once for its counts and years."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, StoredShelf] = {}

    def __getitem__(self, name: str) -> Shelf:
        return cast(Shelf, self._known.setdefault(name, StoredShelf(self._store, name)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.shelf_names())

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredContradictions(Mapping[tuple[str, str], Any]):
    """The contradictions about each thing."""

    def __init__(self, store: Store) -> None:
        self._cells: StoredCells[Any] = StoredCells(store, "contradictions_about")

    def __getitem__(self, thing: tuple[str, str]) -> Any:
        return self._cells["\t".join(thing)]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((sort, key) for sort, _, key in (cell.partition("\t") for cell in self._cells))

    def __len__(self) -> int:
        return len(self._cells)


def stored_library(store: Store, registries: Registries) -> Library:
    """The library that a store keeps; `registries` are those it was linked with."""
    cells: dict[str, Any] = {field: StoredCells(store, field) for field in CELLS}
    articles, events = cells["articles"], cells["events"]
    about = StoredContradictions(store)

    def fact(name: str) -> Callable[[str], Any]:
        def find(key: str) -> Any:
            slug, _, index = key.rpartition("/")
            return getattr(articles[slug], name)[int(index)]

        return find

    def contradiction(key: str) -> Any:
        sort, thing, field = key.split("\t")
        return next(c for c in about[sort, thing] if c.field == field)

    facts = {name: fact(name) for name in ("indicators", "targets", "figures", "places")}
    return Library(
        registries=registries,
        succession=Succession(registries.units, registries.provinces),
        **cells,
        **{name: cast(Any, StoredList(store, f"all/{name}", find)) for name, find in facts.items()},
        topics=StoredGroups(store, "topics", fact("topics")),
        series_claims=StoredGroups(store, "series_claims", fact("events")),
        contradictions=cast(Any, StoredList(store, "all/contradictions", contradiction)),
        contradictions_in=StoredGroups(store, "contradictions_in", contradiction),
        contradictions_about=about,
        timeline=cast(Any, StoredList(store, "entries", cells["entries"].__getitem__)),
        content_date=store.meta("content_date"),
        issuing=StoredGroups(store, "issuing", events.__getitem__),
        in_series=StoredGroups(store, "in_series", events.__getitem__),
        shelves=StoredShelves(store),
    )
