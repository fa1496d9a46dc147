"""The source texts, kept outside content/ by content hash, so that evidence can be looked up; never published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.files import naming, remove_begun, write_new
from generator.ingest.near_duplicates import Sketch, sketch

FOLDER = ".sources"
_SKETCHES = "sketches.tsv"
_CUT_SHORT = b"!\n"
"""Ends a line that a killed process began: no sketch is read from it."""


class SourceStore:
    """A folder with one text a source, named by the SHA-256 of the text, and the sketches of all of them."""

    def __init__(self, project: Path) -> None:
        self.folder = project / FOLDER

    def put(self, source: str, text: str, drawn: Sketch) -> None:
        """Keep a text and its sketch; a text that is there already stays as it is. Raises OSError."""
        target = self._path(source)
        if target.exists():
            return
        write_new(target, text)
        sketches = self.folder / _SKETCHES
        with naming(sketches), sketches.open("a+b") as file:
            if file.tell() and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
                file.write(_CUT_SHORT)
            file.write(f"{source}\t{' '.join(f'{n:08x}' for n in sorted(drawn))}\n".encode())

    def tidy(self) -> None:
        """Remove what a killed run left half-written; raises OSError."""
        remove_begun(self.folder)

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
            text = (self.folder / _SKETCHES).read_text(encoding="ascii", errors="replace")
        except OSError:
            return
        for line in text.split("\n")[:-1]:
            source, _, numbers = line.partition("\t")
            try:
                yield source, frozenset(int(n, 16) for n in numbers.split())
            except ValueError:  # a line cut short
                continue

    def _path(self, source: str) -> Path:
        return self.folder / source[:2] / f"{source}.txt"
