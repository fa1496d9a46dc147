"""Writing the tree: only what differs, nothing of anybody else, and what is gone is removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output.write import OWNER_FILE, ForeignDirectory, Written, is_generated, write

TREE = {"index.md": "Trang chủ\n", "tinh/bac-kan.md": "Bắc Kạn\n", "cu/x/index.html": "<p>\n"}


def state(target: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(target).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in target.rglob("*")
        if path.is_file()
    }


def age(target: Path) -> None:
    for path in target.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(1, 1))


def test_first_write_makes_every_file(tmp_path: Path) -> None:
    target = tmp_path / "build/docs"
    assert write(TREE, target) == Written(("cu/x/index.html", "index.md", "tinh/bac-kan.md"), (), (), 0)
    assert {name: data.decode() for name, (data, _) in state(target).items() if name != OWNER_FILE} == TREE
    assert is_generated(target)


def test_a_second_write_touches_nothing(tmp_path: Path) -> None:
    write(TREE, tmp_path)
    age(tmp_path)
    before = state(tmp_path)
    assert write(TREE, tmp_path) == Written((), (), (), 3)
    assert state(tmp_path) == before


def test_only_what_differs_is_written_and_what_is_gone_removed(tmp_path: Path) -> None:
    write(TREE, tmp_path)
    age(tmp_path)
    changed = {"index.md": "Trang chủ mới\n", "tinh/bac-kan.md": TREE["tinh/bac-kan.md"], "su-kien/a.md": "A\n"}
    assert write(changed, tmp_path) == Written(("su-kien/a.md",), ("index.md",), ("cu/x/index.html",), 1)
    after = state(tmp_path)
    assert after["tinh/bac-kan.md"][1] == 1
    assert after["index.md"] != (b"Trang ch\xe1\xbb\xa7\n", 1)
    assert after["index.md"][1] != 1
    assert not (tmp_path / "cu").exists()


def test_gitignore_is_spared_and_does_not_make_a_folder_foreign(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    write(TREE, tmp_path)
    write({}, tmp_path)
    assert sorted(state(tmp_path)) == [".gitignore", OWNER_FILE]


@pytest.mark.parametrize("name", ["mine.txt", "folder/mine.txt", "index.md"])
def test_a_foreign_folder_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    before = state(tmp_path)
    with pytest.raises(ForeignDirectory):
        write(TREE, tmp_path)
    assert state(tmp_path) == before
    assert not is_generated(tmp_path)


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    write({"a.md": "một\r\nhai\n"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == "một\r\nhai\n".encode()
