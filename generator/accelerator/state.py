"""What the last build left behind for the next one: a single file that is safe to delete."""

from __future__ import annotations

import marshal
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from generator.accelerator.tree import Stamp, in_order
from generator.accelerator.values import TABLE, read_values, write_values

_SCHEMA = f"""
{TABLE};
CREATE TABLE standing (serial BLOB);
CREATE TABLE checked (body TEXT);
CREATE TABLE page (uri TEXT PRIMARY KEY, body BLOB);
CREATE TABLE name (number INTEGER PRIMARY KEY, text TEXT UNIQUE);
CREATE TABLE lookup (path INTEGER, page INTEGER)
"""
_INDEX = "CREATE INDEX IF NOT EXISTS lookup_path ON lookup (path, page)"

Note = tuple[str, int, str]
"""A message: logger, level, text."""


@dataclass(slots=True)
class Manifest:
    """How sources, surroundings and the published folder stood after a build, which the serial names.

    The stamps of the sources are in the order in which MkDocs finds them.
    """

    serial: bytes
    key: bytes
    arguments: str
    docs_dir: str
    site_dir: str
    site_url: str
    sources_state: bytes
    """What the caller called it who vouched for the sources; empty where none did."""
    roots: list[tuple[str, str]]
    surroundings: dict[str, str]
    input_stamps: dict[str, Stamp]
    input_digests: dict[str, bytes]
    stamps: dict[str, Stamp]
    digests: dict[str, bytes]
    inclusions: dict[str, int]
    destinations: dict[str, str]
    dates: dict[str, str]
    date: str
    theme_files: dict[str, str]
    templates: list[str]
    list_pages: bool
    nav: bytes
    notes: dict[str, list[Note]]
    anchor_notes: dict[str, list[Note]]
    outputs: dict[str, tuple[int, int]]
    folders: dict[str, int]
    sizes: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What an unchanged page needs to be known for: paths looked up, anchors there are, anchors it links to."""

    uri: str
    looked_up: tuple[str, ...]
    anchors: tuple[str, ...]
    links: dict[str, dict[str, str]]


class State:
    """The state of the site built in one folder; `sqlite3.Error` where another build holds it or it cannot be read."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / "state.sqlite", timeout=0, isolation_level=None)
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("BEGIN EXCLUSIVE")
        self._numbers: dict[str, int] = {}
        version = zlib.crc32((_SCHEMA + _INDEX).encode()) >> 1
        if self._connection.execute("PRAGMA user_version").fetchone() != (version,):
            for (table,) in self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                self._connection.execute(f"DROP TABLE {table}")
            for statement in (*_SCHEMA.split(";"), _INDEX, f"PRAGMA user_version = {version}"):
                self._connection.execute(statement)

    def checked(self, what: str) -> bool:
        """Whether this was the last that `check` was told of."""
        return bool(self._connection.execute("SELECT body FROM checked").fetchone() == (what,))

    def check(self, what: str) -> None:
        """Remember that this need not be checked again."""
        self._connection.execute("DELETE FROM checked")
        self._connection.execute("INSERT INTO checked VALUES (?)", (what,))

    def manifest(self) -> Manifest | None:
        """The last build's, if it ended well."""
        return _manifest(self._connection)

    def stands(self, serial: bytes) -> bool:
        """Whether the last build is the one of this serial, and ended well."""
        return bool(self._connection.execute("SELECT serial FROM standing").fetchone() == (serial,))

    def clear(self) -> None:
        """Forget every page."""
        self._connection.execute("DROP INDEX IF EXISTS lookup_path")
        self._connection.execute("DELETE FROM page")
        self._connection.execute("DELETE FROM lookup")
        self._connection.execute("DELETE FROM name")
        self._numbers.clear()

    def page(self, uri: str) -> PageRecord | None:
        """What is known of a page."""
        row = self._connection.execute("SELECT body FROM page WHERE uri = ?", (uri,)).fetchone()
        return PageRecord(uri, *marshal.loads(zlib.decompress(row[0]))) if row else None

    def readers(self, paths: Iterable[str]) -> set[str]:
        """The pages that looked up one of these paths."""
        select = """
            SELECT page.text FROM name AS path JOIN lookup ON lookup.path = path.number
            JOIN name AS page ON page.number = lookup.page WHERE path.text = ?
        """
        return {row[0] for path in paths for row in self._connection.execute(select, (path,))}

    def put(self, records: Iterable[PageRecord], *, new: bool) -> None:
        """Keep these; `new` says that nothing is known of them yet."""
        for record in records:
            before = None if new else self.page(record.uri)
            if before == record:
                continue
            body = zlib.compress(marshal.dumps((record.looked_up, record.anchors, record.links)), 1)
            self._connection.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", (record.uri, body))
            looked_up, known = set(record.looked_up), set(before.looked_up if before else ())
            self._connection.executemany("INSERT INTO lookup VALUES (?, ?)", self._pairs(record.uri, looked_up - known))
            self._unlink(record.uri, known - looked_up)

    def drop(self, uris: Iterable[str]) -> None:
        """Forget these pages."""
        for uri in uris:
            if record := self.page(uri):
                self._unlink(uri, record.looked_up)
                self._connection.execute("DELETE FROM page WHERE uri = ?", (uri,))

    def _unlink(self, uri: str, paths: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM lookup WHERE path = ? AND page = ?", self._pairs(uri, paths))

    def _pairs(self, uri: str, paths: Iterable[str]) -> list[tuple[int, int]]:
        page = self._number(uri)
        return [(self._number(path), page) for path in paths]

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            self._connection.execute("INSERT OR IGNORE INTO name (text) VALUES (?)", (text,))
            [number] = self._connection.execute("SELECT number FROM name WHERE text = ?", (text,)).fetchone()
            self._numbers[text] = number
        return int(number)

    def begin_publishing(self) -> None:
        """Keep what was put and dropped; until the end no build stands, so that a whole one follows."""
        self._connection.execute("CREATE TABLE IF NOT EXISTS lookup (path INTEGER, page INTEGER)")
        self._connection.execute(_INDEX)
        self._connection.execute("DELETE FROM standing")
        self._connection.execute("COMMIT")

    def end_publishing(self, manifest: Manifest, before: Manifest | None) -> None:
        """The published folder is whole, and as the manifest says; `before` is the one that was kept, if it counted."""
        self._connection.execute("BEGIN")
        write_values(self._connection, _values(manifest), _values(before) if before else None)
        self._connection.execute("INSERT INTO standing VALUES (?)", (manifest.serial,))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Give the state free for others; what was not published is forgotten."""
        self._connection.close()


def read_manifest(folder: Path) -> Manifest | None:
    """The last build's manifest without holding the state, None where there is none or it is being written."""
    path = folder / "state.sqlite"
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=0, uri=True)
        try:
            return _manifest(connection)
        finally:
            connection.close()
    except sqlite3.Error:
        return None


def _manifest(connection: sqlite3.Connection) -> Manifest | None:
    names = [field.name for field in fields(Manifest)]
    standing = connection.execute("SELECT serial FROM standing").fetchone()
    read = read_values(connection) if standing else None
    if read is None or len(read[0]) != len(names):
        return None
    manifest, late = Manifest(*read[0]), read[1][names.index("stamps")]
    manifest.stamps = in_order(manifest.stamps, late)
    return manifest if (manifest.serial,) == standing else None


def _values(manifest: Manifest) -> list[object]:
    return [getattr(manifest, field.name) for field in fields(Manifest)]
