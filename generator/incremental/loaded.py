"""Articles as loaded, by the content of their files: reading one again costs a twentieth of loading it."""

from __future__ import annotations

import pickle
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

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
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._db = _opened(path)

    def read_ahead(self, files: Iterable[tuple[bytes, str]]) -> None:
        """Read those of the files that are not kept, in as many processes as there are cores."""
        kept = {key for (key,) in self._select("SELECT key FROM loaded")}
        new = [(key, raw, path) for raw, path in files if (key := _key(raw, path)) not in kept]
        for part in in_processes(new, lambda _: _read_each, processes=cores(), at_once=_AT_ONCE):
            self._new.update(part)

    def read(self, raw: bytes, path: str) -> Read:
        """What generator.sources.articles.read_article makes of the file."""
        key = _key(raw, path)
        self._used.add(key)
        if kept := self._kept(key):
            return kept
        read = read_article(raw, path)
        self._new[key] = _packed(read)
        return read

    def _kept(self, key: bytes) -> Read | None:
        new = self._new.get(key)
        found = [(new,)] if new else self._select("SELECT value FROM loaded WHERE key = ?", key)
        return pickle.loads(found[0][0]) if found else None

    def _select(self, query: str, *values: bytes) -> list[tuple[bytes]]:
        if self._db is None:
            return []
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            self._db.close()
            self._db = None
            self._path.unlink(missing_ok=True)
            return []

    def keep(self) -> None:
        """Keep what was read, and nothing else."""
        if self._db is None:
            return
        with self._db:
            known = {key for (key,) in self._db.execute("SELECT key FROM loaded")}
            self._db.executemany("DELETE FROM loaded WHERE key = ?", ((key,) for key in known - self._used))
            self._db.executemany("INSERT OR REPLACE INTO loaded VALUES (?, ?)", self._new.items())
        self._db.close()


def _key(raw: bytes, path: str) -> bytes:
    return blake2b(path.encode() + b"\0" + raw, digest_size=16).digest()


def _packed(read: Read) -> bytes:
    return pickle.dumps(read, protocol=pickle.HIGHEST_PROTOCOL)


def _read_each(files: Sequence[tuple[bytes, bytes, str]]) -> dict[bytes, bytes]:
    return {key: _packed(read_article(raw, path)) for key, raw, path in files}


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file, emptied unless it was made by these rules; None where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        try:
            db = sqlite3.connect(path)
            db.execute("CREATE TABLE IF NOT EXISTS loaded (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            db.execute("CREATE TABLE IF NOT EXISTS rules (digest TEXT)")
            if db.execute("SELECT digest FROM rules").fetchall() != [(rules := _rules(),)]:
                with db:
                    db.execute("DELETE FROM loaded")
                    db.execute("DELETE FROM rules")
                    db.execute("INSERT INTO rules VALUES (?)", (rules,))
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
        else:
            return db
    return None


def _rules() -> str:
    made = blake2b(f"{sys.version} {version('pydantic')} {version('pyyaml')}".encode(), digest_size=16)
    folder = Path(generator.__file__).parent
    for name in _RULES:
        place = folder / name
        for path in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.hexdigest()
