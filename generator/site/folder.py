"""Releases in a folder of this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.locks import held
from generator.output.write import ForeignDirectory
from generator.site.publication import CURRENT, RELEASES, folders_of_releases
from generator.site.releases import point
from generator.site.retracted import retracted_in


class Folder:
    """Releases in a folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else publishes there meanwhile; raises Held, and ForeignDirectory for a folder of another use."""
        if not self.root.is_dir() and (self.root.exists() or self.root.is_symlink()):
            raise ForeignDirectory(f"{self.root} is no folder, or a link to nothing: name an empty folder")
        if self.root.is_dir() and any(path.name not in (RELEASES, CURRENT, ".lock") for path in self.root.iterdir()):
            raise ForeignDirectory(f"{self.root} holds files that portal did not put there: name an empty folder")
        if (self.root / CURRENT).is_dir() and not (self.root / CURRENT).is_symlink():
            raise ForeignDirectory(f"{self.root / CURRENT} is a folder of its own, no link: name another folder")
        _make_readable(self.root)
        with held(self.root / ".lock", str(self.root)):
            yield

    def releases(self) -> list[str]:
        return folders_of_releases(self.workshop())

    def current(self) -> str:
        link = self.root / CURRENT
        return link.readlink().name if link.is_symlink() else ""

    def retracted(self) -> dict[str, frozenset[str]]:
        return {name: retracted_in(self.workshop() / name) for name in self.releases()}

    def halves(self) -> list[str]:
        return []  # they bear other names

    def workshop(self) -> Path:
        folder = self.root / RELEASES
        _make_readable(folder)
        return folder

    def add(self, name: str, before: str) -> None:
        pass  # made where it stays

    def switch(self, name: str) -> None:
        point(self.root / CURRENT, self.root / RELEASES / name)

    def remove(self, names: list[str]) -> None:
        for name in names:
            shutil.rmtree(self.root / RELEASES / name)


def _make_readable(folder: Path) -> None:
    """Make a folder that the server may enter; one that is there keeps the rights that its owner gave it."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        folder.chmod(0o755)
