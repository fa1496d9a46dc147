"""The write stage: puts files in place, writes only what differs, prunes what is gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files import make_over

OWNER_FILE = ".portal-generated"
APART = frozenset({OWNER_FILE, ".gitignore"})
"""Files at the top that are no part of what was made, and that no look tells of."""
_OWNER_TEXT = "Made by `portal generate`, which overwrites and removes files here. Edit content/ instead.\n"


Content = str | bytes | Callable[[], bytes]
"""What a file holds: text, bytes, or how these are made where no file is there yet (its name tells what it holds)."""


ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"


class ForeignDirectory(Exception):
    """The output directory holds files that the portal did not make."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write changed, as paths relative to the output directory."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(files: Mapping[str, Content], target: Path) -> Written:
    """Make the directory hold exactly these files; raises ForeignDirectory if it is not the portal's own."""
    claim(target)
    existing = files_of(target)
    written = [(put(target, name, files[name], existing), name) for name in sorted(files)]
    removed = remove(target, existing - files.keys())
    return told(written, removed)


Stamp = tuple[int, int, int, int]
"""When a file was modified (ns), its size, how much later it was changed in any way (ns), and which file it is."""

Folders = dict[str, dict[str, Stamp]]
"""The stamps of files by their folder („tinh/nam/", "") and name."""


def folders_of(target: Path) -> Folders:
    """The files of a directory that the portal made."""
    found: Folders = {}
    folders = [(str(target), "")]
    while folders:
        folder, name = folders.pop()
        files: dict[str, Stamp] = {}
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, f"{name}{entry.name}/"))
                else:
                    files[entry.name] = stamp_of(entry.stat(follow_symlinks=False))
        if files:
            found[name] = files
    if top := {file: stamp for file, stamp in found.pop("", {}).items() if file not in APART}:
        found[""] = top
    return found


def stamp_of(stat: os.stat_result) -> Stamp:
    """The stamp of a file."""
    modified = stat.st_mtime_ns
    return modified, stat.st_size, stat.st_ctime_ns - modified, stat.st_ino


def files_of(target: Path) -> set[str]:
    """The paths of the files of a directory that the portal made."""
    return {folder + name for folder, files in folders_of(target).items() for name in files}


def put(target: Path, name: str, content: Content, existing: Container[str]) -> str:
    """Write a file if it differs, whole or not at all; tells whether it was added, changed or unchanged."""
    path, is_there = target / name, name in existing
    if callable(content) and is_there:
        return UNCHANGED
    made = content() if callable(content) else content
    data = made.encode("utf-8") if isinstance(made, str) else made
    if is_there and path.read_bytes() == data:
        return UNCHANGED
    try:
        make_over(path, data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_over(path, data)
    return CHANGED if is_there else ADDED


def remove(target: Path, names: Iterable[str]) -> list[str]:
    """Remove files, and the folders that are empty then."""
    removed = sorted(names)
    for name in removed:
        (target / name).unlink(missing_ok=True)
    for folder in sorted({target / parent for name in removed for parent in Path(name).parents}, reverse=True):
        if folder != target and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return removed


def told(written: Iterable[tuple[str, str]], removed: Iterable[str]) -> Written:
    """What a write changed, from what became of each file."""
    names: dict[str, list[str]] = {ADDED: [], CHANGED: [], UNCHANGED: []}
    for became, name in written:
        names[became].append(name)
    added, changed = tuple(sorted(names[ADDED])), tuple(sorted(names[CHANGED]))
    return Written(added, changed, tuple(sorted(removed)), len(names[UNCHANGED]))


def claim(target: Path) -> None:
    """Mark an empty or new directory as the portal's; raises ForeignDirectory for any other one."""
    if (target / OWNER_FILE).is_file():
        return
    if target.exists() and any(path.name not in APART for path in target.iterdir()):
        raise ForeignDirectory(
            f"{target} holds files that portal did not make: name an empty folder, or empty this one"
        )
    target.mkdir(parents=True, exist_ok=True)
    (target / OWNER_FILE).write_text(_OWNER_TEXT, encoding="utf-8")


def is_generated(target: Path) -> bool:
    """Whether the directory is the portal's own and holds pages."""
    return (target / OWNER_FILE).is_file() and (target / "index.md").is_file()
