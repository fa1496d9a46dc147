"""The store of source texts: kept once, found again by hash, whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.files import write_new
from generator.ingest.near_duplicates import sketch
from generator.ingest.store import FOLDER, SourceStore

KEY = "ab" + "0" * 62
TEXT = "Tỉnh tổ chức hội nghị. " * 20


def test_a_text_is_kept_and_found_by_its_hash(tmp_path: Path) -> None:
    store = SourceStore(tmp_path)
    store.put(KEY, TEXT, sketch(TEXT))
    assert store.text(KEY) == TEXT
    assert store.text("c" * 64) is None
    assert list(SourceStore(tmp_path).sketches()) == [(KEY, sketch(TEXT))]


def test_a_text_kept_before_stays_as_it_is(tmp_path: Path) -> None:
    store = SourceStore(tmp_path)
    store.put(KEY, TEXT, sketch(TEXT))
    store.put(KEY, "khác", sketch("khác"))
    assert store.text(KEY) == TEXT


@pytest.mark.parametrize("damage", ["", "ab00\tzz", "\x00\xff not a sketch\n"])
def test_a_damaged_list_of_sketches_is_drawn_again(tmp_path: Path, damage: str) -> None:
    long = " ".join(f"chữ{n}" for n in range(200))
    SourceStore(tmp_path).put(KEY, long, sketch(long))
    (tmp_path / FOLDER / "sketches.tsv").write_text(damage, encoding="latin-1")
    assert list(SourceStore(tmp_path).sketches()) == [(KEY, sketch(long))]


def test_a_sketch_cut_short_is_drawn_again_and_spoils_no_other(tmp_path: Path) -> None:
    store, long = SourceStore(tmp_path), " ".join(f"chữ{n}" for n in range(200))
    other = "cd" + "0" * 62
    store.put(KEY, long, sketch(long))
    list_of_all = tmp_path / FOLDER / "sketches.tsv"
    os.truncate(list_of_all, list_of_all.stat().st_size - 4)
    assert dict(store.sketches()) == {KEY: sketch(long)}
    store.put(other, TEXT, sketch(TEXT))
    assert dict(store.sketches()) == {KEY: sketch(long), other: sketch(TEXT)}


def test_a_file_is_never_overwritten_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "a" / "bai.md"
    write_new(target, "một")
    with pytest.raises(FileExistsError):
        write_new(target, "hai")
    assert target.read_text(encoding="utf-8") == "một"
    assert [path.name for path in target.parent.iterdir()] == ["bai.md"]
