"""Files of a folder and their stamps, which tell without reading that a file is as it was."""

from __future__ import annotations

import hashlib
import os
import time
from bisect import insort
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath

Stamp = tuple[int, int, int, int]
"""Time of modification and of change (ns), size, inode."""

_FIRST = ("index", "README")
_UNSETTLED = -1
_UNSETTLED_NS = 20_000_000
"""A clock tick of the file system and to spare: what was written so lately may be written again under the same time."""


def stamps(folder: str, suffix: str = "") -> dict[str, Stamp]:
    """The stamp of every file below a folder by its path, in the order in which MkDocs finds them.

    The stamp of a file written just now equals no other.
    """
    found: dict[str, Stamp] = {}
    _walk(folder, "", suffix, time.time_ns(), found)
    return found


def stamps_again(folder: str, known: Mapping[str, Stamp], paths: Collection[str]) -> dict[str, Stamp]:
    """What `stamps` would find now, if none but these files were written or removed since it found what is known."""
    found, now = dict(known), time.time_ns()
    for path in paths:
        try:
            found[path] = _stamp(os.stat(f"{folder}/{path}"), now)  # noqa: PTH116 - a tenth of the time
        except OSError:
            found.pop(path, None)
    return in_order(found, found.keys() - known.keys())


def in_order(found: dict[str, Stamp], late: AbstractSet[str]) -> dict[str, Stamp]:
    """The stamps in the order of `stamps`, in which they stand already but for some late ones."""
    if not late:
        return found
    order = [path for path in found if path not in late]
    for path in late & found.keys():
        insort(order, path, key=_place)
    return {path: found[path] for path in order}


def _place(path: str) -> list[tuple[int, bool, str]]:
    """Sorts paths as `_walk` finds them."""
    *folders, name = path.split("/")
    return [*((1, False, folder) for folder in folders), (0, not _is_first(name), name)]


def file_stamp(path: str) -> Stamp:
    """The stamp of one file; (0, 0, 0, 0) for what cannot be read."""
    try:
        return _stamp(Path(path).stat(), time.time_ns())
    except OSError:
        return 0, 0, 0, 0


def _stamp(stat: os.stat_result, now: int) -> Stamp:
    modified, changed = stat.st_mtime_ns, stat.st_ctime_ns
    if modified > now - _UNSETTLED_NS or changed > now - _UNSETTLED_NS:
        return now, _UNSETTLED, stat.st_size, stat.st_ino
    return modified, changed, stat.st_size, stat.st_ino


def is_unsettled(stamp: Stamp) -> bool:
    """Whether the file was written so lately that it may be written again without another stamp."""
    return stamp[1] == _UNSETTLED


def unsettled(stamps: Mapping[str, Stamp]) -> list[str]:
    """The files that were written so lately when they were looked at."""
    return [path for path, (_, changed, _, _) in stamps.items() if changed == _UNSETTLED]


def digest(path: str) -> bytes:
    """The hash of a file's bytes; empty for what cannot be read."""
    try:
        return hashlib.blake2b(Path(path).read_bytes(), digest_size=16).digest()
    except OSError:
        return b""


def _walk(folder: str, prefix: str, suffix: str, now: int, found: dict[str, Stamp]) -> None:
    files: dict[str, Stamp] = {}
    folders: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if entry.is_dir():
                folders.append(name)
            elif not suffix or name.endswith(suffix):
                try:
                    files[name] = _stamp(entry.stat(), now)
                except OSError:
                    files[name] = (0, 0, 0, 0)
    names = sorted(files)
    first = [name for name in names if _is_first(name)]
    for name in dict.fromkeys([*first, *names]):
        found[prefix + name] = files[name]
    for name in sorted(folders):
        _walk(f"{folder}/{name}", f"{prefix}{name}/", suffix, now, found)


def _is_first(name: str) -> bool:
    return name.startswith(_FIRST) and PurePath(name).stem in _FIRST
