"""A loss of power: what a file or a site holds is on the disk before its name is, and the name before a command ends.

No power is lost here: the calls that write to the disk and those that give names are seen in their order.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.files import write_new, write_over
from generator.site.releases import point, put_in_place, release

_NAMING = ("link", "rename", "replace")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """The calls that sync or name something, each with the inode of it; of syncfs, of the folder that it was given."""
    made: list[tuple[str, int]] = []

    def seen(name: str, call: Callable[..., Any], inode: Callable[[Any], int]) -> Callable[..., Any]:
        def do(*args: Any, **named: Any) -> Any:
            made.append((name, inode(args[0])))
            return call(*args, **named)

        return do

    for name in _NAMING:
        monkeypatch.setattr(os, name, seen(name, getattr(os, name), lambda path: os.lstat(path).st_ino))
    monkeypatch.setattr(os, "fsync", seen("fsync", os.fsync, lambda descriptor: os.fstat(descriptor).st_ino))
    real = ctypes.CDLL

    class Seen:
        def __init__(self, *args: Any, **named: Any) -> None:
            library = real(*args, **named)
            self.syncfs = seen("syncfs", library.syncfs, lambda descriptor: os.fstat(descriptor).st_ino)
            exchange = library.renameat2
            self.renameat2 = lambda *args: seen("exchange", exchange, lambda _: _inode(Path(os.fsdecode(args[1]))))(
                *args
            )

    monkeypatch.setattr(ctypes, "CDLL", Seen)
    return made


def _inode(path: Path) -> int:
    return path.stat().st_ino


@pytest.mark.parametrize("write", [write_new, write_over])
def test_a_file_is_on_the_disk_before_its_name(
    write: Callable[[Path, str], None], calls: list[tuple[str, int]], tmp_path: Path
) -> None:
    file = tmp_path / "a.md"
    if write is write_over:
        file.write_text("cũ", encoding="utf-8")
    write(file, "mới")
    (_, data), (named, of), (_, folder) = calls
    assert [name for name, _ in calls] == ["fsync", named, "fsync"]
    assert named in _NAMING
    assert data == of == _inode(file)
    assert folder == _inode(tmp_path)


def test_new_folders_are_on_the_disk_before_a_file_in_them(calls: list[tuple[str, int]], tmp_path: Path) -> None:
    folder = tmp_path / "articles" / "2026"
    write_new(folder / "a.md", "mới")
    assert calls[:2] == [("fsync", _inode(tmp_path)), ("fsync", _inode(folder.parent))]
    assert calls[-1] == ("fsync", _inode(folder))


def test_a_release_is_on_the_disk_before_it_is_served(calls: list[tuple[str, int]], tmp_path: Path) -> None:
    site, target = tmp_path / "build" / "site", tmp_path / "www"
    site.mkdir(parents=True)
    (site.parent / ".cache" / "site").mkdir(parents=True)
    for text in ("một", "hai"):
        (site / "index.html").unlink(missing_ok=True)
        (site / "index.html").write_text(text, encoding="utf-8")
        calls.clear()
        release(site, target)
        assert [name for name, _ in calls] == ["link", "replace", "syncfs", "exchange", "syncfs"]
        assert [inode for _, inode in calls[2:]] == [_inode(target), _inode(target), _inode(tmp_path)]


def test_a_first_folder_is_on_the_disk_before_it_has_its_name(calls: list[tuple[str, int]], tmp_path: Path) -> None:
    folder, target = tmp_path / "new", tmp_path / "www"
    folder.mkdir()
    put_in_place(folder, target)
    inode = _inode(target)
    assert calls == [("syncfs", inode), ("rename", inode), ("syncfs", _inode(tmp_path))]


def test_a_link_is_pointed_at_what_is_on_the_disk(calls: list[tuple[str, int]], tmp_path: Path) -> None:
    folder, link = tmp_path / "releases" / "1", tmp_path / "current"
    folder.mkdir(parents=True)
    point(link, folder)
    assert [name for name, _ in calls] == ["syncfs", "replace", "syncfs"]
    assert calls[0][1] == _inode(folder)
    assert calls[-1][1] == _inode(tmp_path)
