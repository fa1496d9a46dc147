"""A library that notes what is read of it: what a page was made from, to know when it must be made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, cast

from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.library.tables.pieces import Piece

Note = Callable[[str], None]

KEYED = (
    "articles",
    "cards",
    "events",
    "documents",
    "platforms",
    "entries",
    "topics",
    "series_claims",
    "contradictions_in",
    "contradictions_about",
    "issuing",
    "in_series",
)
LISTED = ("indicators", "targets", "figures", "places", "contradictions", "timeline")


def one(field: str, key: object) -> str:
    """What is noted when a field is asked for one key."""
    return f"{field}\t{chr(9).join(key) if isinstance(key, tuple) else key}"


def every(field: str) -> str:
    """What is noted when a field is asked which keys it has, or how many."""
    return f"{field}\t*"


def counts(shelf: str) -> str:
    """What is noted when a shelf is asked for its counts."""
    return f"#\t{shelf}"


def years(shelf: str) -> str:
    """What is noted when a shelf is asked for its years."""
    return f"?\t{shelf}"


def total(shelf: str) -> str:
    """What is noted when a shelf is asked how much it holds."""
    return f"+\t{shelf}"


def is_empty(shelf: str) -> str:
    """What is noted when a shelf is asked whether it holds anything."""
    return f"!\t{shelf}"


def pieces(shelf: str) -> str:
    """What is noted when it is asked how the open data cuts a shelf."""
    return f"%\t{shelf}"


def period(shelf: str, when: str) -> str:
    """What is noted when a shelf is asked for a period."""
    return f"/\t{shelf}\t{when}"


def piece(name: str) -> str:
    """What is noted when something is asked for that several products hold."""
    return f"piece\t{name}"


def title(path: str) -> str:
    """What is noted when the title of a page is asked for, or whether there is such a page."""
    return f"title\t{path}"


CONTENT_DATE = "content_date"

CROWDED = "crowded_dues"


class _Read(Mapping[Any, Any]):
    def __init__(self, inner: Mapping[Any, Any], field: str, note: Note) -> None:
        self._inner, self._field, self._note = inner, field, note

    def __getitem__(self, key: Any) -> Any:
        self._note(one(self._field, key))
        return self._inner[key]

    def __iter__(self) -> Iterator[Any]:
        self._note(every(self._field))
        return iter(self._inner)

    def __len__(self) -> int:
        self._note(every(self._field))
        return len(self._inner)


class _ReadList(Sequence[Any]):
    def __init__(self, inner: Sequence[Any], field: str, note: Note) -> None:
        self._inner, self._field, self._note = inner, field, note

    def __getitem__(self, index: Any) -> Any:
        self._note(every(self._field))
        return self._inner[index]

    def __len__(self) -> int:
        self._note(every(self._field))
        return len(self._inner)


class _ReadShelf:
    def __init__(self, inner: Shelf, name: str, note: Note) -> None:
        self._inner, self._name, self._note = inner, name, note

    def __repr__(self) -> str:
        return self._name

    @property
    def counts(self) -> Mapping[str, int]:
        self._note(counts(self._name))
        return self._inner.counts

    @property
    def years(self) -> tuple[str, ...]:
        self._note(years(self._name))
        return self._inner.years

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return {when: self.of(when) for when in self.counts}

    @property
    def total(self) -> int:
        self._note(total(self._name))
        return self._inner.total

    @property
    def is_empty(self) -> bool:
        self._note(is_empty(self._name))
        return self._inner.is_empty

    def of(self, when: str) -> tuple[str, ...]:
        self._note(period(self._name, when))
        return self._inner.of(when)

    def pieces(self, most: int) -> tuple[Piece, ...]:
        self._note(pieces(self._name))
        return self._inner.pieces(most)


class _ReadShelves(Mapping[str, Shelf]):
    def __init__(self, library: Library, note: Note) -> None:
        self._library, self._note = library, note

    def __getitem__(self, name: str) -> Shelf:
        return cast(Shelf, _ReadShelf(self._library.shelf(name), name, self._note))

    def __iter__(self) -> Iterator[str]:
        self._note(every("shelves"))
        return iter(self._library.shelves)

    def __len__(self) -> int:
        self._note(every("shelves"))
        return len(self._library.shelves)


class ReadLibrary(Library):
    """A library of which every reading is noted."""

    @property
    def content_date(self) -> date:
        vars(self)["note"](CONTENT_DATE)
        found: date = vars(self)["content_date"]
        return found

    def crowded_dues(self) -> frozenset[str] | None:
        vars(self)["note"](CROWDED)
        inner: Library = vars(self)["inner"]
        return inner.crowded_dues()


def noting(library: Library, note: Note) -> Library:
    """The same library; what is read of it is told to `note`."""
    read = object.__new__(ReadLibrary)
    values = {field.name: getattr(library, field.name) for field in fields(library)}
    values |= {name: _Read(values[name], name, note) for name in KEYED}
    values |= {name: _ReadList(values[name], name, note) for name in LISTED}
    values |= {"shelves": _ReadShelves(library, note), "note": note, "inner": library}
    vars(read).update(values)
    return read
