"""A list of values, some of them long dicts, kept in a table: once whole, then what differs from build to build."""

from __future__ import annotations

import gc
import marshal
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import compress, filterfalse, repeat
from operator import ne
from typing import Any

TABLE = "CREATE TABLE manifest (number INTEGER PRIMARY KEY, body BLOB)"
_NONE = object()
_ROWS = 20
"""So many rows at most: the more there are, the longer reading takes."""


def read_values(connection: sqlite3.Connection) -> tuple[list[Any], list[set[str]]] | None:
    """The values that were written last, and of each dict the keys that may stand at its end and not in their place.

    None where they cannot be read.
    """
    try:
        with _no_collections():
            rows = connection.execute("SELECT body FROM manifest ORDER BY number")
            values, *later = (marshal.loads(body) for (body,) in rows)
            late: list[set[str]] = [set() for _ in values]
            for changes in later:
                _apply(values, changes, late)
    except (ValueError, EOFError, TypeError, LookupError):
        return None
    return (values, late) if isinstance(values, list) else None


def write_values(connection: sqlite3.Connection, values: list[Any], before: list[Any] | None) -> None:
    """Keep the values; `before` are those that are kept already, if anything is known of them."""
    (number,) = connection.execute("SELECT count(*) FROM manifest").fetchone()
    if before is None or number >= _ROWS:
        connection.execute("DELETE FROM manifest")
        number, body = 0, values
    else:
        body = [_change(old, new) for old, new in zip(before, values, strict=True)]
    connection.execute("INSERT INTO manifest VALUES (?, ?)", (number, marshal.dumps(body)))


def changed_keys(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """The keys that are new or have another value, found without a line of Python for each."""
    return [*compress(new, map(ne, map(old.get, new, repeat(_NONE)), new.values()))]


def missing_keys(old: Iterable[str], new: Container[str]) -> list[str]:
    """The keys that are gone, found likewise."""
    return [*filterfalse(new.__contains__, old)]


def _change(old: Any, new: Any) -> Any:
    """The new value; of dicts the entries that differ and the keys that are gone."""
    if not isinstance(new, dict):
        return new
    if old is new:
        return {}, []
    return {key: new[key] for key in changed_keys(old, new)}, missing_keys(old, new)


def _apply(values: list[Any], changes: Sequence[Any], late: list[set[str]]) -> None:
    for number, change in enumerate(changes):
        if isinstance(values[number], dict):
            changed, gone = change
            for key in gone:
                del values[number][key]
            late[number] |= changed.keys() - values[number].keys()
            values[number].update(changed)
        else:
            values[number] = change


@contextmanager
def _no_collections() -> Iterator[None]:
    """What is made here is kept: a collection would look through all of it again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
