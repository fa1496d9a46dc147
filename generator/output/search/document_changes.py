"""The files of documents and the directory of a remembered index, once its documents are other ones."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable

from generator.output.search.blocks import content_name
from generator.output.search.documents import PER_FACETS, chunks, facets
from generator.output.search.layout import FileChanges, Names, chunk_name, chunk_path, facets_files, facets_path
from generator.output.search.state import add_documents, remove_documents
from generator.output.search.turnover import Moved, Turn

_TEXTS = (
    "SELECT number, text FROM numbers JOIN documents ON documents.id = numbers.document"
    " WHERE number >= ? AND number < ? ORDER BY number"
)
_FACETS = "SELECT number, facets FROM numbers WHERE number >= ? AND number < ? ORDER BY number"
_YEAR = "SELECT substr(written, 1, 4), number FROM numbers WHERE number >= ? ORDER BY number LIMIT 1"


def extent_of(connection: sqlite3.Connection) -> int:
    """Above every number."""
    (last,) = connection.execute("SELECT max(number) FROM numbers").fetchone()
    return 0 if last is None else last + 1


def years_of(connection: sqlite3.Connection, extent: int) -> list[tuple[str, int]]:
    """Each year and its first document's number; `extent`: above every number."""

    def found(number: int) -> tuple[str, int]:
        year, first = connection.execute(_YEAR, (number,)).fetchone()
        return year, first

    years: list[tuple[str, int]] = []
    at = 0
    while at < extent:
        years.append(found(at))
        at = bisect_right(range(extent), years[-1][0], lo=at, key=lambda number: found(number)[0])
    return [(year, number) for year, number in years if year]


def change_documents(connection: sqlite3.Connection, turn: Turn, moved: Moved) -> set[int]:
    """Put the documents under their numbers; gives the numbers that are another's, somebody's or nobody's now."""
    come = [(turn.number_of(page), document) for page, document in turn.come.items()]
    come += [(new, document) for _, new, document in moved]
    gone = [number for number, _ in turn.gone.values()] + [old for old, _, _ in moved]
    remove_documents(connection, gone)
    add_documents(connection, sorted(come, key=lambda item: item[0]))
    return {*gone, *(number for number, _ in come)}


def change_chunks(
    connection: sqlite3.Connection, touched: Iterable[int], size: int, files: FileChanges
) -> dict[int, str]:
    """Write the chunks with these numbers; gives the names of all chunks by place."""
    names: dict[int, str] = dict(connection.execute("SELECT place, name FROM chunks ORDER BY place").fetchall())
    for at in sorted({number // size for number in touched}):
        numbered = connection.execute(_TEXTS, (at * size, (at + 1) * size)).fetchall()
        text = next((text for _, text in chunks(numbered, size)), None)
        old, new = names.pop(at, None), chunk_name(text) if text else None
        if text and new:
            names[at] = new
        if old == new:
            continue
        if text and new:
            connection.execute("INSERT OR REPLACE INTO chunks VALUES (?, ?)", (at, new))
            files.put(chunk_path(at, new), text)
        else:
            connection.execute("DELETE FROM chunks WHERE place = ?", (at,))
        if old:
            files.drop(chunk_path(at, old))
    return names


def change_facets(
    connection: sqlite3.Connection, touched: Iterable[int], extent: int, names: Names, files: FileChanges
) -> list[str]:
    """Write the filters' files with these numbers; gives the names of all. `extent`: above every number."""
    known: dict[int, str] = dict(connection.execute("SELECT place, name FROM facets").fetchall())
    wanted = {number // PER_FACETS for number in touched}
    now: list[str] = []
    for at in range(facets_files(extent)):
        if at in known and at not in wanted:
            now.append(known[at])
            continue
        numbered = connection.execute(_FACETS, (at * PER_FACETS, (at + 1) * PER_FACETS))
        text = facets(numbered, list(names.kinds), list(names.provinces))
        now.append(content_name(text, 7))
        if now[at] not in known.values():
            files.put(facets_path(now[at]), text)
    for name in known.values():
        if name not in now:
            files.drop(facets_path(name))
    connection.execute("DELETE FROM facets")
    connection.executemany("INSERT INTO facets VALUES (?, ?)", enumerate(now))
    return now
