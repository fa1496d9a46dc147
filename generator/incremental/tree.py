"""The files that the last run left in the output, folder by folder, as the store keeps them."""

from __future__ import annotations

import marshal
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from generator.incremental.store import Store
from generator.output.write import Folders, folders_of


class Tree(Container[str]):
    """The files of a folder by path, as a look at it found them."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._folders: Folders = folders_of(target)
        self._changed: set[str] = set()

    def __contains__(self, path: object) -> bool:
        folder, name = _split(str(path))
        return name in self._folders.get(folder, ())

    def __len__(self) -> int:
        return sum(map(len, self._folders.values()))

    def below(self, folder: str) -> Iterator[str]:
        """The paths of the files below a folder („tinh/")."""
        return (of + name for of, files in self._folders.items() if of.startswith(folder) for name in files)

    def as_kept(self, store: Store) -> bool:
        """Whether every file is there as it was left, and no other."""
        kept = store.select("SELECT folder, files FROM tree")
        return {folder: marshal.loads(files) for folder, files in kept} == self._folders

    def change(self, written: Iterable[str], removed: Iterable[str]) -> None:
        """Look at files that were written, and forget those that were removed."""
        for path in removed:
            folder, name = _split(path)
            del self._folders[folder][name]
            self._changed.add(folder)
        for path in written:
            folder, name = _split(path)
            stat = (self._target / path).stat()
            self._folders.setdefault(folder, {})[name] = (stat.st_mtime_ns, stat.st_size)
            self._changed.add(folder)

    def keep(self, store: Store) -> None:
        """Keep the folders that changed."""
        files = {folder: self._folders.get(folder) for folder in self._changed}
        store.change("DELETE FROM tree WHERE folder = ?", [(folder,) for folder in files if not files[folder]])
        store.change("INSERT OR REPLACE INTO tree VALUES (?, ?)", _packed(files))


def keep_tree(store: Store, target: Path) -> None:
    """Keep every file of a folder in an empty store."""
    store.change("INSERT INTO tree VALUES (?, ?)", _packed(folders_of(target)))


def _split(path: str) -> tuple[str, str]:
    folder, slash, name = path.rpartition("/")
    return folder + slash, name


def _packed(folders: Mapping[str, Mapping[str, tuple[int, int]] | None]) -> Iterator[tuple[str, bytes]]:
    return ((folder, marshal.dumps(dict(files))) for folder, files in folders.items() if files)
