"""What a server serves: a copy of a finished site, made beside the old one and put in its place in one step.

Beside a folder DIR stands .DIR.portal, closed to other users, with the last copy but one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.accelerator.unchanged import is_finished
from generator.locks import held
from generator.output.write import OWNER_FILE, ForeignDirectory, claim

_AT_CWD, _RENAME_EXCHANGE = -100, 2
"""Of Linux's renameat2(2)."""
_READ, _ENTER = 0o444, 0o555


class Unfinished(Exception):
    """The site is being built, or its last build was stopped while it changed it."""


class NoExchange(Exception):
    """The folder cannot be exchanged with another one: this system or file system cannot, or it is a mount point."""


def release(site: Path, target: Path) -> None:
    """Make a folder hold what a finished site holds; who reads it finds all of the old site or all of the new one.

    The caller keeps builds of the site away. Raises Unfinished, ForeignDirectory where the folder holds what was not
    released here, Held by another release, NoExchange, or OSError.
    """
    target, site = target.resolve(), site.resolve()
    if target.is_relative_to(site) or site.is_relative_to(target):
        raise ForeignDirectory(f"{target} is where the site is made: name a folder of its own")
    beside = target.parent / f".{target.name}.portal"
    _require_finished(site)
    claim(target)
    beside.mkdir(mode=0o700, exist_ok=True)
    with held(beside / "lock", str(target)):
        spare = beside / "spare"
        claim(spare)
        copy(site, spare)
        let_all_read(spare)
        put_in_place(spare, target)


def copy(site: Path, folder: Path) -> None:
    """Make a folder hold exactly the files of a finished site, as hard links where it can; raises Unfinished, OSError.

    A file that is there already is not touched. The files of both are one: who changes one in place changes the other.
    """
    _require_finished(site)
    wanted, there = _files(site), _files(folder) if folder.is_dir() else {}
    for path in there.keys() - wanted.keys() - {OWNER_FILE}:
        (folder / path).unlink()
    _remove_empty_folders(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = {folder}
    for path, stat in wanted.items():
        if path in there and _same(stat, there[path]):
            continue
        place = folder / path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        _put(site / path, place)


def let_all_read(folder: Path) -> None:
    """Let everybody read what is below a folder, the server too, whatever rights new files got (umask); OSError."""
    for path, stat in _files(folder).items():
        if stat.st_mode & _READ != _READ:
            (folder / path).chmod(0o644)
    for name, _, _ in os.walk(folder):
        if (below := Path(name)).stat().st_mode & _ENTER != _ENTER:
            below.chmod(0o755)


def put_in_place(folder: Path, target: Path) -> None:
    """Give a folder the name of another one in one step, and that one its name; raises NoExchange, OSError.

    All is on the disk before, the names are after. An empty or missing target is replaced.
    """
    _sync(folder)
    if not target.exists() or not any(target.iterdir()):
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
    else:
        _exchange(folder, target)
    _sync(target.parent)


def point(link: Path, folder: Path) -> None:
    """Let a symbolic link lead to a folder beside or below it, in one step; raises OSError (a folder stands there)."""
    _sync(folder)
    new = link.with_name(f".{link.name}.new")
    new.unlink(missing_ok=True)
    new.symlink_to(os.path.relpath(folder, link.parent), target_is_directory=True)
    try:
        new.replace(link)
    finally:
        new.unlink(missing_ok=True)
    _sync(link.parent)


def _require_finished(site: Path) -> None:
    if not is_finished(site):
        raise Unfinished(f"{site} is being built, or a build was stopped while it changed it: build it once more")


def _files(folder: Path) -> dict[str, os.stat_result]:
    found: dict[str, os.stat_result] = {}
    folders = [(str(folder), "")]
    while folders:
        path, prefix = folders.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    found[prefix + entry.name] = entry.stat(follow_symlinks=False)
    return found


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    if one.st_dev == other.st_dev:
        return one.st_ino == other.st_ino
    return (one.st_mtime_ns, one.st_size) == (other.st_mtime_ns, other.st_size)


def _put(file: Path, place: Path) -> None:
    """Link or copy a file; what is cut short bears another name."""
    new = place.with_name(".portal-new")
    try:
        os.link(file, new, follow_symlinks=False)
    except OSError:  # another file system, one without links, or too many of them
        shutil.copy2(file, new, follow_symlinks=False)
    new.replace(place)


def _remove_empty_folders(folder: Path) -> None:
    for path, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            Path(path).rmdir()


def _exchange(one: Path, other: Path) -> None:
    error, reason = errno.ENOSYS, "this system cannot exchange two folders"
    with suppress(AttributeError, TypeError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        if not renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _RENAME_EXCHANGE):
            return
        error = ctypes.get_errno()
        reason = os.strerror(error)
    if error in (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY):
        raise NoExchange(
            f"{other} stays as it is, for it cannot be exchanged with another folder ({reason}): "
            "name a folder that is no mount point, on a file system that can exchange (ext4, XFS, Btrfs, ZFS)"
        )
    raise OSError(error, reason, str(one), None, str(other))


def _sync(folder: Path) -> None:
    """Write what is known of a folder's file system to its disk: a loss of power leaves nothing half-written."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        with suppress(AttributeError, OSError, TypeError):
            ctypes.CDLL(None).syncfs(descriptor)
    finally:
        os.close(descriptor)
