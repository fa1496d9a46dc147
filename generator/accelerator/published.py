"""The published folder: what a build changed in it, and whether it still stands as the build left it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Published:
    """What a build changed in the site, as sorted paths of files, and the address that its pages stand at.

    `sizes`: how many files of each type („.html", "" without one) the site holds now, and their bytes.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    site_url: str
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def damaged_files(site: str, outputs: dict[str, tuple[int, int]]) -> set[str]:
    """The files that are missing, or that another hand has written since they were published."""
    found, stat = set(), os.stat
    for path, stamp in outputs.items():
        try:
            now = stat(f"{site}/{path}")
        except OSError:
            found.add(path)
        else:
            if (now.st_mtime_ns, now.st_size) != stamp:
                found.add(path)
    return found


def touched_folders(site: str, folders: dict[str, int]) -> set[str]:
    """The folders in which something came or went since they were published."""
    found, stat = set(), os.stat
    for path, modified in folders.items():
        try:
            if stat(f"{site}/{path}").st_mtime_ns != modified:
                found.add(path)
        except OSError:
            found.add(path)
    return found


def files_below(folder: Path) -> list[str]:
    """The paths of all files below a folder, sorted; a link is a file, whatever it leads to."""
    found: list[str] = []

    def walk(path: str, prefix: str) -> None:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    walk(entry.path, f"{prefix}{entry.name}/")
                else:
                    found.append(prefix + entry.name)

    if folder.is_dir():
        walk(str(folder), "")
    return sorted(found)


def sizes_of(files: Iterable[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """How many files there are of each type, and their bytes, from paths and sizes."""
    sizes: dict[str, list[int]] = {}
    for path, size in files:
        name = path.rpartition("/")[2]
        dot = name.rfind(".")
        of_type = sizes.setdefault(name[dot:] if dot > 0 else "", [0, 0])
        of_type[0] += 1
        of_type[1] += size
    return {suffix: (count, size) for suffix, (count, size) in sorted(sizes.items())}


def foreign_files(site: Path, touched: Iterable[str], known: Collection[str]) -> set[str]:
    """The files in touched folders that no build has put there."""
    found = set()
    for folder in touched:
        prefix = "" if folder == "." else f"{folder}/"
        found |= {prefix + path for path in files_below(site / folder)}
    return found.difference(known)


def publish(stage: Path, site: Path, unwanted: Collection[str], *, whole: bool) -> Published:
    """Move what differs out of the stage into the site, and remove what is unwanted there if it is not staged.

    The stage may be the `whole` site. A reader of the site sees each file whole, the old one or the new one.
    """
    staged = files_below(stage)
    if whole and not site.exists():
        stage.replace(site)
        return Published(tuple(staged), (), (), "")
    added: list[str] = []
    changed: list[str] = []
    for path in staged:
        new, target = stage / path, site / path
        if _same(new, target):
            continue
        (changed if os.path.lexists(target) else added).append(path)
        _make_way(target, site)
        new.replace(target)
    removed = sorted(set(unwanted).difference(staged))
    for path in removed:
        (site / path).unlink(missing_ok=True)
        _remove_empty_parents(site / path, site)
    return Published(tuple(added), tuple(changed), tuple(removed), "")


def remove_empty_folders(site: Path) -> None:
    """Remove every folder that holds nothing."""
    for path, _, _ in os.walk(site, topdown=False):
        if path != str(site) and not any(Path(path).iterdir()):
            Path(path).rmdir()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.lstat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _make_way(target: Path, site: Path) -> None:
    """A file may stand where a folder is wanted, or the other way round."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    if not target.parent.is_dir():
        for folder in reversed(target.relative_to(site).parents):
            if (site / folder).is_file() or (site / folder).is_symlink():
                (site / folder).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)


def _remove_empty_parents(removed: Path, site: Path) -> None:
    for folder in removed.parents:
        if folder == site:
            return
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            return
