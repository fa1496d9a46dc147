"""The file that remembers a search index: what a change of a few documents starts from; safe to delete."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path

from generator import text
from generator.output.search.documents import Document, json_text
from generator.output.search.index import Index
from generator.output.search.layout import Names
from generator.output.search.numbering import moment, opens_largest

_SCHEMA = """
CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (id INTEGER PRIMARY KEY, rest TEXT, text TEXT);
CREATE TABLE numbers
    (number INTEGER PRIMARY KEY, page TEXT, written TEXT, moment INTEGER, opens INTEGER, facets TEXT, document INTEGER);
CREATE TABLE blocks (of TEXT, first TEXT, name TEXT, text TEXT, PRIMARY KEY (of, first));
CREATE TABLE whole (of TEXT, key TEXT, line TEXT, PRIMARY KEY (of, key));
CREATE TABLE chunks (place INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE facets (place INTEGER PRIMARY KEY, name TEXT);
"""
_PRAGMAS = """
PRAGMA page_size = 16384;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
"""
_INDICES = """
CREATE UNIQUE INDEX pages ON numbers (page);
CREATE INDEX opening ON numbers (moment, page) WHERE opens;
"""
_SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
_BUSY = ".busy"


class Unfit(Exception):
    """The file is missing, damaged, of other code or names, or of another index than the one that is to be changed."""


def fingerprint(names: Names) -> str:
    """What an index hangs on besides its records: this package's code, the rules of text, the names it publishes."""
    digest = hashlib.sha256()
    files = [*sorted(Path(__file__).parent.glob("*.py")), Path(text.__file__)]
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    digest.update(json_text([list(of.items()) for of in asdict(names).values()]).encode())
    digest.update(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    return digest.hexdigest()


@contextmanager
def opened(path: Path, fit: str, key: str) -> Iterator[sqlite3.Connection]:
    """The state of the index that the caller knows by a key, for changing: it stands elsewhere until that is done.

    So what is left by an interruption is no state. Raises Unfit.
    """
    busy = _busy(path)
    try:
        path.replace(busy)
        with closing(_connect(busy)) as connection:
            (size,) = connection.execute(_SIZE).fetchone()
            if size != busy.stat().st_size or (kept(connection, "fit"), kept(connection, "key")) != (fit, key):
                raise Unfit
            yield connection
            connection.commit()
    except (OSError, sqlite3.DatabaseError) as problem:
        raise Unfit from problem
    busy.replace(path)


def write(path: Path, fit: str, key: str, index: Index) -> None:
    """Remember an index under a key."""
    busy = _busy(path)
    busy.unlink(missing_ok=True)
    with closing(_connect(busy)) as connection:
        connection.executescript(_SCHEMA)
        keep(connection, fit=fit, key=key, vocabulary=index.vocabulary, documents=str(len(index.documents)))
        add_documents(connection, index.documents)
        for table, of_table in index.blocks.items():
            rows = ((table, block.first, block.name, block.text) for block in of_table)
            connection.executemany("INSERT INTO blocks VALUES (?, ?, ?, ?)", rows)
        for table, lines in index.whole.items():
            connection.executemany("INSERT INTO whole VALUES (?, ?, ?)", ((table, *item) for item in lines.items()))
        connection.executemany("INSERT INTO chunks VALUES (?, ?)", index.chunks.items())
        connection.executemany("INSERT INTO facets VALUES (?, ?)", enumerate(index.facets))
        connection.executescript(_INDICES)
        connection.commit()
    busy.replace(path)


def _busy(path: Path) -> Path:
    return path.with_name(path.name + _BUSY)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.executescript(_PRAGMAS)
    return connection


def kept(connection: sqlite3.Connection, name: str) -> str:
    """A value that stands alone; empty where there is none."""
    row = connection.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
    return row[0] if row else ""


def keep(connection: sqlite3.Connection, **values: str) -> None:
    """Put values that stand alone."""
    connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", values.items())


def add_documents(connection: sqlite3.Connection, documents: Iterable[tuple[int, Document]]) -> None:
    """Put documents under their numbers."""
    for number, document in documents:
        put = "INSERT INTO documents (rest, text) VALUES (?, ?)"
        at = connection.execute(put, (document.rest, document.text)).lastrowid
        of = moment(document.order, document.page)
        row = (number, document.page, document.order, of, opens_largest(of), document.facets, at)
        connection.execute("INSERT INTO numbers VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def remove_documents(connection: sqlite3.Connection, numbers: Collection[int]) -> None:
    """Take documents away by their numbers."""
    each = [(number,) for number in numbers]
    connection.executemany("DELETE FROM documents WHERE id = (SELECT document FROM numbers WHERE number = ?)", each)
    connection.executemany("DELETE FROM numbers WHERE number = ?", each)


def document_at(connection: sqlite3.Connection, page: str) -> tuple[int, Document] | None:
    """A page's number and document."""
    row = connection.execute(f"{_DOCUMENTS} WHERE page = ?", (page,)).fetchone()
    return (row[0], Document(*row[1:])) if row else None


def documents_between(connection: sqlite3.Connection, first: int, end: int) -> list[tuple[int, Document]]:
    """The numbers from one up to another, with their documents."""
    rows = connection.execute(f"{_DOCUMENTS} WHERE number >= ? AND number < ? ORDER BY number", (first, end))
    return [(number, Document(*document)) for number, *document in rows]


def all_documents(connection: sqlite3.Connection) -> Iterator[Document]:
    """Every document, in order of time."""
    for _, *document in connection.execute(f"{_DOCUMENTS} ORDER BY number"):
        yield Document(*document)


_DOCUMENTS = (
    "SELECT number, page, written, facets, rest, text FROM numbers JOIN documents ON documents.id = numbers.document"
)
