"""The source texts, kept outside content/ by content hash, so that evidence can be looked up; never published."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.ingest.near_duplicates import Sketch, sketch

FOLDER = ".sources"
_SKETCHES = "sketches.tsv"


class SourceStore:
    """A folder with one text a source, named by the SHA-256 of the text, and the sketches of all of them."""

    def __init__(self, project: Path) -> None:
        self.folder = project / FOLDER

    def put(self, source: str, text: str, drawn: Sketch) -> None:
        """Keep a text and its sketch; a text that is there already stays as it is. Raises OSError."""
        target = self._path(source)
        if target.exists():
            return
        write_whole(target, text)
        with (self.folder / _SKETCHES).open("a", encoding="ascii", newline="\n") as file:
            file.write(f"{source}\t{' '.join(f'{n:08x}' for n in sorted(drawn))}\n")

    def text(self, source: str) -> str | None:
        """The text of a source, None where this machine does not hold it."""
        try:
            return self._path(source).read_text(encoding="utf-8")
        except OSError:
            return None

    def sketches(self) -> Iterator[tuple[str, Sketch]]:
        """The sketch of every text; one that was not kept is drawn again."""
        kept = dict(self._kept())
        for path in sorted(self.folder.glob("??/*.txt")):
            source = path.stem
            yield source, kept.get(source) or sketch(self.text(source) or "")

    def _kept(self) -> Iterator[tuple[str, Sketch]]:
        try:
            lines = (self.folder / _SKETCHES).read_text(encoding="ascii", errors="replace").splitlines()
        except OSError:
            return
        for line in lines:
            source, _, numbers = line.partition("\t")
            try:
                yield source, frozenset(int(n, 16) for n in numbers.split())
            except ValueError:  # a line cut short
                continue

    def _path(self, source: str) -> Path:
        return self.folder / source[:2] / f"{source}.txt"


def write_whole(target: Path, text: str) -> None:
    """Write a new file at once: it is there whole or not at all; raises FileExistsError, or OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        _take_name(Path(name), target)
    finally:
        Path(name).unlink(missing_ok=True)


def _take_name(written: Path, target: Path) -> None:
    try:
        os.link(written, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(target) from None
        written.replace(target)
