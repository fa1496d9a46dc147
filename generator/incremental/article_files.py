"""The article files as they were when they were last read, as a store keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.incremental.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """An article file as it was when read: when modified, and changed in any way (ns), its size, digest and article."""

    modified: int
    changed: int
    size: int
    digest: bytes
    slug: str


class ArticleFiles:
    """The article files of a store, by path relative to the project."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def stamps(self) -> dict[str, tuple[int, int, int]]:
        """When each was modified and changed (ns), and its size."""
        found = self._store.select("SELECT path, modified, changed, size FROM files")
        return {path: (modified, changed, size) for path, modified, changed, size in found}

    def digest(self, path: str) -> bytes | None:
        """The digest of one; None where it is not known."""
        found = next(self._store.select("SELECT digest FROM files WHERE path = ?", path), None)
        return found[0] if found else None

    def slugs_of(self, paths: Iterable[str]) -> set[str]:
        """The articles that files are of."""
        return {slug for (slug,) in self._store.among("SELECT slug FROM files WHERE path", paths)}

    def is_name_twice(self, slug: str) -> bool:
        """Whether files in two folders bear an article's name."""
        (count,) = next(self._store.select("SELECT count(*) FROM files WHERE slug = ?", slug))
        return int(count) > 1

    def keep(self, files: Iterable[tuple[str, Kept]]) -> None:
        """Keep how files are."""
        rows = ((path, file.modified, file.changed, file.size, file.digest, file.slug) for path, file in files)
        self._store.change("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", rows)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are gone."""
        self._store.change("DELETE FROM files WHERE path = ?", ((path,) for path in paths))
