"""Which article files changed since the last run: seen by their times and size, then by their content."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from generator.incremental.article_files import ArticleFiles, Kept
from generator.incremental.store import Store

ARTICLES = "content/articles"


@dataclass(slots=True)
class Changes:
    """The files that hold something else than before, with their bytes; those that are gone; those that are the same
    but were touched; and the files that are no articles."""

    read: dict[str, tuple[Kept, bytes]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    touched: dict[str, Kept] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether an article changed."""
        return bool(self.read or self.gone)


def find_changes(project: Path, store: Store) -> Changes:
    """Compare the article files of a project with those a store keeps, by path relative to the project."""
    files = ArticleFiles(store)
    known, found = files.stamps(), _stamps(project)
    articles = {path: stamp for path, stamp in found.items() if path.endswith(".md")}
    changes = Changes(gone=sorted(known.keys() - articles.keys()), others=sorted(found.keys() - articles.keys()))
    for path in sorted(path for path, stamp in articles.items() if known.get(path) != stamp):
        now, raw = _read(project, path, articles[path])
        if files.digest(path) == now.digest:
            changes.touched[path] = now
        else:
            changes.read[path] = (now, raw)
    return changes


def files_now(project: Path) -> dict[str, Kept]:
    """Every article file as it is, by path relative to the project."""
    return {path: _read(project, path, stamp)[0] for path, stamp in _stamps(project).items() if path.endswith(".md")}


def digest(raw: bytes) -> bytes:
    """A digest that tells contents apart."""
    return blake2b(raw, digest_size=16).digest()


def _read(project: Path, path: str, stamp: tuple[int, int, int]) -> tuple[Kept, bytes]:
    raw = (project / path).read_bytes()
    return Kept(*stamp, digest(raw), PurePosixPath(path).stem), raw


def _stamps(project: Path) -> dict[str, tuple[int, int, int]]:
    """The files of articles, but the hidden ones, with times (ns) and sizes; a link is what it leads to.

    The time of change is there because whoever edits a file may set the other one back.
    """
    found: dict[str, tuple[int, int, int]] = {}
    folders = [(str(project / ARTICLES), ARTICLES)]
    while folders:
        folder, name = folders.pop()
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append((entry.path, f"{name}/{entry.name}"))
                elif entry.is_file() and not entry.name.startswith("."):
                    stat = entry.stat()
                    found[f"{name}/{entry.name}"] = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)
    return found
