"""What is kept from build to build, and what is seen again without looking at everything."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from generator.accelerator.tree import stamps, stamps_again
from generator.accelerator.values import TABLE, read_values, write_values

NAMES = ("index.md", "README.md", "a.md", "b.css", "index.json", "zz.md", "index-2.md")


@pytest.fixture
def kept() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(TABLE)
    return connection


def test_files_that_were_written_are_found_in_their_place(tmp_path: Path) -> None:
    chance = random.Random(1)
    paths = [f"{folder}{name}" for folder in ("", "b/", "a/", "a/a/", "a.md.d/", "index/") for name in NAMES]
    known = stamps(str(tmp_path))
    for _ in range(30):
        touched = chance.sample(paths, 4)
        for path in touched:
            if chance.random() < 0.3:
                (tmp_path / path).unlink(missing_ok=True)
            else:
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_text(str(chance.random()), encoding="utf-8")
        known = stamps_again(str(tmp_path), known, touched)
        assert list(known) == list(stamps(str(tmp_path)))
    shutil.rmtree(tmp_path / "a")
    gone = [path for path in paths if path.startswith("a/")]
    assert list(stamps_again(str(tmp_path), known, gone)) == list(stamps(str(tmp_path)))


def test_values_are_read_as_they_were_written_last(kept: sqlite3.Connection) -> None:
    chance = random.Random(1)
    before: list[Any] | None = None
    rows = set()
    for step in range(50):
        entries = {str(key): (chance.randrange(3), None) for key in range(9) if chance.random() < 0.7}
        values = [step, entries, ["list", step], {} if step % 2 else {"none": None}]
        write_values(kept, values, before)
        read = read_values(kept)
        assert read is not None
        before, late = read
        assert before == values
        in_place = [key for key in before[1] if key not in late[1]]
        assert in_place == [key for key in entries if key in in_place]
        rows |= set(kept.execute("SELECT count(*) FROM manifest"))
    assert max(rows) < (40,)


def test_what_is_spoilt_is_not_read(kept: sqlite3.Connection) -> None:
    assert read_values(kept) is None
    write_values(kept, [1, {"a": 1}], None)
    write_values(kept, [2, {"a": 2}], [1, {"a": 1}])
    kept.execute("UPDATE manifest SET body = x'00' WHERE number = 1")
    assert read_values(kept) is None
