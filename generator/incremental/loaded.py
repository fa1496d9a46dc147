"""Articles as loaded, by the content of their files: reading one again costs a twentieth of loading it."""

from __future__ import annotations

import pickle
import sqlite3
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import cast

import generator
from generator.diagnostics import Diagnostic
from generator.processes import cores, in_processes
from generator.sources.articles import SourceArticle, read_article

Read = tuple[SourceArticle | None, list[Diagnostic]]

_RULES = ("sources", "model.py", "text.py", "edtf.py", "vocabulary.py", "diagnostics.py", "diagnostics.yml")


_AT_ONCE = 50
"""Articles that a process reads at a time."""


class LoadedArticles:
    """Reads articles, and keeps what it read in a file that may be deleted at any time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: set[bytes] = set()
        self._db = _opened(path)

    def read_ahead(self, files: Sequence[tuple[Path, str]]) -> None:
        """Read those of the files (each with its name) that are not kept, in as many processes as there are cores."""
        known = {key for (key,) in self._select("SELECT key FROM loaded")}
        for part in in_processes(files, lambda _: partial(_read_new, known), processes=cores(), at_once=_AT_ONCE):
            self._put(part)

    def read(self, raw: bytes, path: str) -> Read:
        """What generator.sources.articles.read_article makes of the file."""
        key = _key(raw, path)
        self._used.add(key)
        for (kept,) in self._select("SELECT value FROM loaded WHERE key = ?", key):
            return cast(Read, pickle.loads(kept))
        read = read_article(raw, path)
        self._put({key: _packed(read)})
        return read

    def keep(self) -> None:
        """Keep what was read, and nothing else."""
        unused = {key for (key,) in self._select("SELECT key FROM loaded")} - self._used
        with suppress(sqlite3.OperationalError):
            self._db.executemany("DELETE FROM loaded WHERE key = ?", ((key,) for key in unused))
            self._db.commit()
        self._db.close()

    def _put(self, values: Mapping[bytes, bytes]) -> None:
        with suppress(sqlite3.OperationalError):  # another run holds the file: what cannot be kept is read again
            self._db.executemany("INSERT OR REPLACE INTO loaded VALUES (?, ?)", values.items())

    def _select(self, query: str, *values: bytes) -> list[tuple[bytes]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            self._db.close()
            self._path.unlink(missing_ok=True)
            self._db = _opened(self._path)
            return []


def _key(raw: bytes, path: str) -> bytes:
    return blake2b(path.encode() + b"\0" + raw, digest_size=16).digest()


def _packed(read: Read) -> bytes:
    return pickle.dumps(read, protocol=pickle.HIGHEST_PROTOCOL)


def _read_new(known: Container[bytes], files: Iterable[tuple[Path, str]]) -> dict[bytes, bytes]:
    raws = ((file.read_bytes(), path) for file, path in files)
    new = ((key, raw, path) for raw, path in raws if (key := _key(raw, path)) not in known)
    return {key: _packed(read_article(raw, path)) for key, raw, path in new}


def _opened(path: Path) -> sqlite3.Connection:
    """The file, emptied unless it was made by these rules; one in memory where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for place in (path, path, ":memory:"):
        try:
            db = sqlite3.connect(place)
            db.execute("CREATE TABLE IF NOT EXISTS loaded (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            db.execute("CREATE TABLE IF NOT EXISTS rules (digest TEXT)")
            if db.execute("SELECT digest FROM rules").fetchall() != [(rules := _rules(),)]:
                with db:
                    db.execute("DELETE FROM loaded")
                    db.execute("DELETE FROM rules")
                    db.execute("INSERT INTO rules VALUES (?)", (rules,))
        except sqlite3.OperationalError:
            continue
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
        else:
            return db
    raise sqlite3.OperationalError("not even memory can be written")


def _rules() -> str:
    made = blake2b(f"{sys.version} {version('pydantic')} {version('pyyaml')}".encode(), digest_size=16)
    folder = Path(generator.__file__).parent
    for name in _RULES:
        place = folder / name
        for path in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.hexdigest()
