"""The file that keeps what was linked: cells (a field of the library and a key), shelves' rows, and what pages read."""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.incremental.row import Row

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE cells (field TEXT, key TEXT, sort TEXT, value BLOB);
CREATE TABLE rows (owner TEXT, shelf TEXT, period TEXT, sort TEXT, key TEXT, stamp TEXT);
CREATE TABLE tree (folder TEXT PRIMARY KEY, files BLOB) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, modified INTEGER, changed INTEGER, size INTEGER, digest BLOB,
                    slug TEXT) WITHOUT ROWID;
CREATE TABLE products (number INTEGER PRIMARY KEY, name TEXT, family TEXT, given BLOB, files BLOB, page BLOB,
                       title TEXT, day TEXT);
CREATE TABLE readers (read TEXT PRIMARY KEY, numbers BLOB) WITHOUT ROWID;
CREATE TABLE gathered (read TEXT, numbers BLOB);
"""
_INDEXES = """
CREATE INDEX rows_by_shelf ON rows (shelf, period, sort, key);
CREATE INDEX rows_by_owner ON rows (owner);
CREATE UNIQUE INDEX cells_by_key ON cells (field, key);
CREATE INDEX cells_in_order ON cells (field, sort);
CREATE INDEX products_by_family ON products (family, name);
CREATE INDEX products_by_name ON products (name);
CREATE INDEX pages ON products (name, day) WHERE title IS NOT NULL;
"""

_TO_FILL = 8_192
"""KiB: filled in order, a file needs little of what stands there."""


class Store:
    """One such file; nothing in it is kept before `commit`."""

    def __init__(self, path: Path, *, cache: int = 65_536) -> None:
        """Open a file; `cache`: KiB of it that may be held in memory."""
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(f"PRAGMA cache_size = -{cache}")

    @classmethod
    def empty(cls, path: Path) -> Store:
        """A new file in the place of any old one, to be filled."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        store = cls(path, cache=_TO_FILL)
        store._db.executescript(_TABLES)
        store.begin()
        return store

    @classmethod
    def filled(cls, path: Path) -> Store:
        """Such a file once more, to be indexed."""
        store = cls(path, cache=_TO_FILL)
        store.begin()
        return store

    def begin(self) -> None:
        """Begin what `commit` ends."""
        self._db.execute("BEGIN")

    def index(self) -> None:
        """Make the rows quick to find, once all stand there."""
        for statement in _INDEXES.strip().splitlines():
            self._db.execute(statement)

    def commit(self) -> None:
        """Keep all that was changed."""
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        self._db.close()

    def select(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """What a query of SQL finds."""
        return iter(self._db.execute(query, values))

    def among(self, query: str, values: Iterable[str | int]) -> Iterator[tuple[Any, ...]]:
        """What a query finds that ends with a column: where that is one of the values."""
        return self.select(f"{query} IN (SELECT value FROM json_each(?))", json.dumps(list(values)))

    def change(self, statement: str, values: Iterable[tuple[object, ...]]) -> None:
        """Run a statement of SQL for each of the values."""
        self._db.executemany(statement, values)

    def run(self, statement: str, **aggregates: type) -> None:
        """Run a statement of SQL, which may call the aggregates (as `sqlite3.Connection.create_aggregate` has them)."""
        for name, aggregate in aggregates.items():
            self._db.create_aggregate(name, 1, aggregate)
        self._db.execute(statement)

    def meta(self, name: str) -> Any:
        """A value by name; None where there is none."""
        found = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return pickle.loads(found[0]) if found else None

    def set_meta(self, name: str, value: object) -> None:
        """Set a value by name."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, _packed(value)))

    def cell(self, field: str, key: str) -> Any:
        """The value of a cell; None where there is none."""
        found = self._db.execute("SELECT value FROM cells WHERE field = ? AND key = ?", (field, key)).fetchone()
        return pickle.loads(found[0]) if found else None

    def cell_bytes(self, field: str, key: str) -> bytes | None:
        """A cell as it is kept."""
        found = self._db.execute("SELECT value FROM cells WHERE field = ? AND key = ?", (field, key)).fetchone()
        return found[0] if found else None

    def set_cells(self, cells: Iterable[tuple[str, str, str, object]]) -> None:
        """Set cells: field, key, place in the field's order, value."""
        values = ((field, key, sort, _packed(value)) for field, key, sort, value in cells)
        self._db.executemany("INSERT OR REPLACE INTO cells VALUES (?, ?, ?, ?)", values)

    def remove_cells(self, cells: Iterable[tuple[str, str]]) -> None:
        """Remove cells by field and key."""
        self._db.executemany("DELETE FROM cells WHERE field = ? AND key = ?", cells)

    def cell_keys(self, field: str) -> list[str]:
        """The keys of a field in its order."""
        found = self._db.execute("SELECT key FROM cells WHERE field = ? ORDER BY sort, key", (field,))
        return [key for (key,) in found]

    def cell_count(self, field: str) -> int:
        """How many cells a field has."""
        return int(self._db.execute("SELECT count(*) FROM cells WHERE field = ?", (field,)).fetchone()[0])

    def keys(self, shelf: str, period: str | None = None) -> tuple[str, ...]:
        """The keys on a shelf in their order, of one period or of all."""
        if period is None:
            found = self._db.execute("SELECT key FROM rows WHERE shelf = ? ORDER BY sort", (shelf,))
        else:
            found = self._db.execute(
                "SELECT key FROM rows WHERE shelf = ? AND period = ? ORDER BY sort", (shelf, period)
            )
        return tuple(key for (key,) in found)

    def counts(self, shelf: str) -> dict[str, int]:
        """How many keys each period of a shelf holds, by period."""
        found = self._db.execute(
            "SELECT period, count(*) FROM rows WHERE shelf = ? GROUP BY period ORDER BY period", (shelf,)
        )
        return dict(found.fetchall())

    def years(self, shelf: str) -> tuple[str, ...]:
        """The years of a shelf's periods, oldest first: found without a look at every row."""
        found: list[str] = []
        after = ""
        while True:
            query = "SELECT min(period) FROM rows WHERE shelf = ? AND period >= ?"
            (period,) = self._db.execute(query, (shelf, after)).fetchone()
            if period is None:
                return tuple(found)
            found.append(period[:4])
            after = f"{period[:4]}~" if period else "0"

    def count_keys(self, shelf: str) -> int:
        """How many keys stand on a shelf."""
        return int(self._db.execute("SELECT count(*) FROM rows WHERE shelf = ?", (shelf,)).fetchone()[0])

    def is_empty(self, shelf: str) -> bool:
        """Whether none does."""
        return self._db.execute("SELECT 1 FROM rows WHERE shelf = ? LIMIT 1", (shelf,)).fetchone() is None

    def has_year(self, shelf: str, year: str) -> bool:
        """Whether a shelf has a period of a year."""
        query = "SELECT 1 FROM rows WHERE shelf = ? AND period >= ? AND period < ? LIMIT 1"
        beyond = year + ("\U0010ffff" if len(year) == len("2024") else "\0")
        return self._db.execute(query, (shelf, year, beyond)).fetchone() is not None

    def shelf_names(self, prefix: str = "") -> list[str]:
        """The shelves whose names begin so."""
        found = self._db.execute(
            "SELECT DISTINCT shelf FROM rows WHERE shelf >= ? AND shelf < ? ORDER BY shelf",
            (prefix, prefix + "\U0010ffff"),
        )
        return [shelf for (shelf,) in found]

    def rows_of(self, owners: Iterable[str]) -> set[Row]:
        """The rows of some owners."""
        return {Row(*found) for found in self.among("SELECT * FROM rows WHERE owner", owners)}

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Put rows on their shelves."""
        self._db.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)", rows)

    def remove_rows(self, rows: Iterable[Row]) -> None:
        """Take rows off their shelves."""
        self._db.executemany(
            "DELETE FROM rows WHERE owner = ? AND shelf = ? AND period = ? AND sort = ? AND key = ? AND stamp = ?",
            rows,
        )


def _packed(value: object) -> bytes:
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
