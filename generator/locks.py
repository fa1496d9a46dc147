"""Locks between processes: held by an open file, so that a lock ends with its holder, however that one ends.

The system's own flock, for what a library would hide: who holds a lock. Where there is none (Windows), nothing is held.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote


class Held(Exception):
    """Another process holds the lock; `pid` and `since` (ISO 8601, local) are empty where it has not said who it is.

    `lasting` names a command that ends only when it is told to; it is empty for all others.
    """

    def __init__(self, what: str, pid: str = "", since: str = "", lasting: str = "") -> None:
        super().__init__(what, pid, since, lasting)
        self.what, self.pid, self.since, self.lasting = what, pid, since, lasting

    def __str__(self) -> str:
        who = f"process {self.pid}, since {self.since}" if self.pid else "it has just begun"
        remedy = "end it where it runs (Ctrl+C)" if self.lasting else "wait until it ends"
        command = self.lasting or "another portal command"
        return f"{command} is at work on {self.what} ({who}): {remedy}, then run this again"


def held_in(project: Path, what: str, *, lasting: str = "") -> AbstractContextManager[None]:
    """Hold what stands in a project: „content", or a tree by its path („build/docs", with the site made of it)."""
    return held(project / "build" / ".cache" / "locks" / quote(what, safe="")[-200:], what, lasting=lasting)


@contextmanager
def held(path: Path, what: str, *, lasting: str = "") -> Iterator[None]:
    """Hold the lock of a path, at once or not at all; raises Held, with `what` it is that two must not change at once.

    `lasting` names the command that holds it, if it runs until somebody ends it.

    Processes forked meanwhile hold it too: it is free when the last of them has ended.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, what)
        os.ftruncate(descriptor, 0)
        now = datetime.now().astimezone().isoformat(" ", "seconds")
        os.pwrite(descriptor, f"{os.getpid()}\n{now}\n{lasting}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, what: str) -> None:
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held(what, *os.pread(descriptor, 100, 0).decode(errors="replace").split("\n")[:3]) from None
