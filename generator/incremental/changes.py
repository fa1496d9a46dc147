"""Which article files changed since the last run: seen by their time and size, then by their content."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath

ARTICLES = "content/articles"


@dataclass(frozen=True, slots=True)
class Kept:
    """An article file as it was when it was read: when it was modified (ns), its size, digest and article."""

    modified: int
    size: int
    digest: bytes
    slug: str


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


def find_changes(project: Path, kept: Mapping[str, Kept]) -> Changes:
    """Compare the article files of a project with those kept, by path relative to the project."""
    changes = Changes()
    seen = set()
    for path, stat in sorted(_files(project / ARTICLES, ARTICLES)):
        if not path.endswith(".md"):
            changes.others.append(path)
            continue
        seen.add(path)
        known = kept.get(path)
        if known and (known.modified, known.size) == (stat.st_mtime_ns, stat.st_size):
            continue
        raw = (project / path).read_bytes()
        found = Kept(stat.st_mtime_ns, stat.st_size, digest(raw), PurePosixPath(path).stem)
        if known and known.digest == found.digest:
            changes.touched[path] = found
        else:
            changes.read[path] = (found, raw)
    changes.gone = sorted(kept.keys() - seen)
    return changes


def files_now(project: Path) -> dict[str, Kept]:
    """Every article file as it is, by path relative to the project."""
    found = {}
    for path, stat in _files(project / ARTICLES, ARTICLES):
        if path.endswith(".md"):
            made = digest((project / path).read_bytes())
            found[path] = Kept(stat.st_mtime_ns, stat.st_size, made, PurePosixPath(path).stem)
    return found


def digest(raw: bytes) -> bytes:
    """A digest that tells contents apart."""
    return blake2b(raw, digest_size=16).digest()


def _files(folder: Path, name: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files of a folder and of those in it, but the hidden ones; a link is what it leads to."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(Path(entry.path), path)
        elif entry.is_file() and not entry.name.startswith("."):
            yield path, entry.stat()
