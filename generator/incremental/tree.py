"""The files that the last run left in the output, folder by folder, as the store keeps them."""

from __future__ import annotations

import marshal
import os
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from generator.incremental.store import Store
from generator.output.write import Folders, Stamp, folders_of, stamp_of

_STATE = "tree"


class Tree(Container[str]):
    """The files of a folder by path, as a look at it found them."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._folders: Folders = folders_of(target)
        self._changed: set[str] = set()
        self._kept = b""
        self.state = b""
        """The name of the state that was kept, if the files stand in it to the last stamp."""

    def __contains__(self, path: object) -> bool:
        folder, name = _split(str(path))
        return name in self._folders.get(folder, ())

    def __len__(self) -> int:
        return sum(map(len, self._folders.values()))

    def below(self, folder: str) -> Iterator[str]:
        """The paths of the files below a folder („tinh/")."""
        return (of + name for of, files in self._folders.items() if of.startswith(folder) for name in files)

    def as_kept(self, store: Store) -> bool:
        """Whether every file is there as it was left, and no other; a copy that has its time is as good."""
        kept = {folder: marshal.loads(files) for folder, files in store.select("SELECT folder, files FROM tree")}
        self._kept = store.meta(_STATE)
        if kept == self._folders:
            self.state = self._kept
            return True
        self._changed.update(kept)
        return _times_and_sizes(kept) == _times_and_sizes(self._folders)

    def is_still_kept(self, store: Store) -> bool:
        """Whether the store keeps what it kept then: no other run has ended since."""
        return bool(store.meta(_STATE) == self._kept)

    def change(self, written: Iterable[str], removed: Iterable[str]) -> None:
        """Look at files that were written, and forget those that were removed."""
        for path in removed:
            folder, name = _split(path)
            del self._folders[folder][name]
            self._changed.add(folder)
        for path in written:
            folder, name = _split(path)
            self._folders.setdefault(folder, {})[name] = stamp_of((self._target / path).stat())
            self._changed.add(folder)

    def keep(self, store: Store) -> bytes:
        """Keep the folders that changed; tells the name of the state that the files are in."""
        if not self._changed:
            return self.state
        files = {folder: self._folders.get(folder) for folder in self._changed}
        store.change("DELETE FROM tree WHERE folder = ?", [(folder,) for folder in files if not files[folder]])
        store.change("INSERT OR REPLACE INTO tree VALUES (?, ?)", _packed(files))
        return _new_state(store)


def keep_tree(store: Store, target: Path) -> bytes:
    """Keep every file of a folder in an empty store; tells the name of the state that they are in."""
    store.change("INSERT INTO tree VALUES (?, ?)", _packed(folders_of(target)))
    return _new_state(store)


def _new_state(store: Store) -> bytes:
    state = os.urandom(16)
    store.set_meta(_STATE, state)
    return state


def _times_and_sizes(folders: Folders) -> dict[str, dict[str, tuple[int, int]]]:
    return {folder: {name: stamp[:2] for name, stamp in files.items()} for folder, files in folders.items()}


def _split(path: str) -> tuple[str, str]:
    folder, slash, name = path.rpartition("/")
    return folder + slash, name


def _packed(folders: Mapping[str, Mapping[str, Stamp] | None]) -> Iterator[tuple[str, bytes]]:
    return ((folder, marshal.dumps(dict(files))) for folder, files in folders.items() if files)
