"""What the system refuses is told in one line with its remedy; a bug keeps its trace."""

from __future__ import annotations

import errno
import os
import sqlite3

import pytest

from generator.cli.refused import refused
from generator.locks import Held


def _error(number: int, *names: str) -> OSError:
    return OSError(number, os.strerror(number), *names)


@pytest.mark.parametrize(
    ("error", "told", "status"),
    [
        (_error(errno.ENOSPC, "a.md"), "a.md: No space left on device: the disk is full", 1),
        (_error(errno.EACCES, "a.md"), "a.md: Permission denied: see who may", 1),
        (_error(errno.EROFS, "a.md"), "a.md: Read-only file system: the file system is mounted", 1),
        (_error(errno.ENOENT, "a.md"), "a.md: No such file or directory: it went away meanwhile", 1),
        (_error(errno.ELOOP, "a.md"), "a.md: Too many levels of symbolic links", 1),
        (
            Held("content", "12", "2026-11-22 20:42:34+07:00"),
            "at work on content (process 12, since 2026-11-22 20:4",
            2,
        ),
        (Held("content"), "at work on content (it has just begun)", 2),
    ],
)
def test_refusals_are_told(error: Exception, told: str, status: int) -> None:
    found = refused(error)
    assert found is not None
    assert told in found.message
    assert "\n" not in found.message
    assert found.exit_code == status


def test_a_store_that_cannot_be_written_is_told() -> None:
    store = sqlite3.connect(":memory:")
    store.execute("PRAGMA max_page_count = 2")
    with pytest.raises(sqlite3.OperationalError) as full:
        store.execute(
            "CREATE TABLE a AS WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
        )
    told = refused(full.value)
    assert told is not None
    assert "the disk is full" in told.message


@pytest.mark.parametrize(
    "bug", [ValueError("no"), ChildProcessError("died"), sqlite3.OperationalError("no such table")]
)
def test_a_bug_is_not_taken_for_a_refusal(bug: Exception) -> None:
    assert refused(bug) is None
