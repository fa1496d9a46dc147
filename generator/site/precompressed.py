"""Texts compressed once, beside the files themselves, for servers that hand them out as they are (.gz and .br).

Brotli (RFC 7932) takes a seventh off what gzip leaves; its own binding, for the standard library has none.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.processes import cores, in_processes

SUFFIXES = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".webmanifest"})
_LEAST = 256
"""Bytes below which it is not worth a second file."""
_AT_ONCE = 16


def gzipped(data: bytes) -> bytes:
    """The same bytes for the same text, whenever and from whatever file."""
    return zlib.compress(data, 9, wbits=31)


def brotlied(data: bytes) -> bytes:
    """As `gzipped`, in Brotli."""
    import brotli

    return bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=11))


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {".gz": gzipped, ".br": brotlied}


def precompress(folder: Path, before: Path | None) -> int:
    """Put compressed texts beside those of a folder; how many had to be compressed.

    What is the same in the folder `before` is linked to what was made of it there. Texts that would not get smaller
    have none; names that the folder has itself keep what they hold.
    """
    texts = [path for path in _texts(folder) if not (before and _taken_over(folder, before, path))]
    made = in_processes(texts, lambda _: lambda paths: _compress(folder, paths), processes=cores(), at_once=_AT_ONCE)
    return sum(made)


def _texts(folder: Path) -> list[str]:
    found = []
    for place, _, names in os.walk(folder):
        of_site = set(names)
        found += [
            os.path.relpath(f"{place}/{name}", folder)
            for name in names
            if Path(name).suffix in SUFFIXES and of_site.isdisjoint(name + suffix for suffix in ENCODINGS)
        ]
    return sorted(found)


def _taken_over(folder: Path, before: Path, path: str) -> bool:
    file, old = folder / path, before / path
    if not old.is_file() or not (file.samefile(old) or filecmp.cmp(file, old, shallow=False)):
        return False
    kept = [suffix for suffix in ENCODINGS if Path(f"{old}{suffix}").is_file()]
    if not kept and file.stat().st_size >= _LEAST:
        return False
    for suffix in kept:
        _put(Path(f"{old}{suffix}"), Path(f"{file}{suffix}"))
    return True


def _put(file: Path, place: Path) -> None:
    try:
        os.link(file, place)
    except OSError:  # a file system without links
        shutil.copy2(file, place)


def _compress(folder: Path, paths: Sequence[str]) -> int:
    return sum(1 for path in paths if [*_made(folder / path)])


def _made(file: Path) -> Iterator[Path]:
    data = file.read_bytes()
    if len(data) < _LEAST:
        return
    for suffix, compress in ENCODINGS.items():
        smaller = compress(data)
        if len(smaller) < len(data):
            target = file.with_name(file.name + suffix)
            target.write_bytes(smaller)
            yield target
