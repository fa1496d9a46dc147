"""`python -m tests.crash.faults PLAN COMMAND …`: a portal command to which something happens at its N-th step.

A step is whatever changes a file below a folder, seen by an audit hook before it is done: an opening for writing, a
rename, a removal, a link, a new folder, a commit of SQLite, the look-up of the system call that exchanges folders.
PLAN is JSON: `below` (folders), `at` (the step, counted from 1 in all processes together; 0: never), `tally` (an empty
file, which gets a line for each step: event, path) and `do`: „kill" all processes, „kill-main" the first one alone,
„half" (write half a file, then kill), „full" and „read-only" (from that step on), „short" (no file may have more than
`at` bytes), „vanish" (a file goes before it is read: the steps).
"""

from __future__ import annotations

import errno
import fcntl
import json
import mmap
import os
import resource
import signal
import sqlite3
import struct
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

_CHANGES = {"os.rename", "os.remove", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEEDS_ROOM = {"open", "os.link", "os.symlink", "os.mkdir"}
_REFUSED = MappingProxyType({"full": errno.ENOSPC, "read-only": errno.EROFS})
_SYSTEM_CALLS = {"renameat2", "syncfs"}


class Faults:
    """Counts steps in this process and those it forks, and does what was planned at one of them."""

    def __init__(self, below: Sequence[str], at: int, do: str, tally: str) -> None:
        self._below = tuple(os.path.realpath(folder) + os.sep for folder in below)
        self._at, self._do, self._tally = at, do, tally
        self._counted, self._main, self._busy = mmap.mmap(-1, 8), os.getpid(), threading.local()

    def hook(self, event: str, args: tuple[Any, ...]) -> None:
        """An audit hook (PEP 578)."""
        if getattr(self._busy, "now", False) or not self._concerns(event, args):
            return
        self._busy.now = True
        try:
            with self._alone() as tally:
                self._step(event, args, tally)
        finally:
            self._busy.now = False

    def _concerns(self, event: str, args: tuple[Any, ...]) -> bool:
        if self._do == "vanish":
            return event == "open" and self._is_below(args[0]) and not (args[2] or 0) & _WRITING
        if event == "ctypes.dlsym":
            return args[1] in _SYSTEM_CALLS
        if event == "open":
            return bool((args[2] or 0) & _WRITING) and self._is_below(args[0])
        return event in _CHANGES and (self._is_below(args[0]) or self._is_below(args[1]))

    def _is_below(self, path: Any) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.path.normpath(Path.cwd() / os.fsdecode(path)).startswith(self._below)

    def step(self) -> None:
        """A step that no audit event tells of."""
        self.hook("ctypes.dlsym", (None, "syncfs"))

    @contextmanager
    def _alone(self) -> Iterator[int]:
        """The tally, while no other process or thread counts."""
        tally = os.open(self._tally, os.O_WRONLY | os.O_APPEND)
        try:
            fcntl.flock(tally, fcntl.LOCK_EX)
            yield tally
        finally:
            fcntl.flock(tally, fcntl.LOCK_UN)  # closing is not enough: a process forked just now has it too
            os.close(tally)

    def _step(self, event: str, args: tuple[Any, ...], tally: int) -> None:
        (count,) = struct.unpack("q", self._counted[:8])
        self._counted[:8] = struct.pack("q", count + 1)
        path = args[1] if event in ("os.rename", "ctypes.dlsym") else args[0]
        os.write(tally, f"{event}\t{os.fsdecode(path)}\n".encode())
        if count + 1 < self._at or not self._at:
            return
        if error := _REFUSED.get(self._do):
            if event in _NEEDS_ROOM or (event in _CHANGES and error == errno.EROFS):
                raise OSError(error, os.strerror(error), os.fsdecode(args[0]))
        elif count + 1 == self._at:
            self._fault(event, args)

    def _fault(self, event: str, args: tuple[Any, ...]) -> None:
        if self._do == "vanish":
            with suppress(IsADirectoryError):
                Path(args[0]).unlink(missing_ok=True)
            return
        if self._do == "half" and event == "open":
            file = os.open(args[0], args[2], 0o644)
            os.write(file, b"<half")
        if self._do == "kill-main":
            os.kill(self._main, signal.SIGKILL)
        else:
            os.killpg(0, signal.SIGKILL)


def _main() -> None:
    plan = json.loads(sys.argv[1])
    if plan["do"] == "short":
        resource.setrlimit(resource.RLIMIT_FSIZE, (plan["at"], plan["at"]))
    faults = Faults(**plan)

    class Counted(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            if sql == "COMMIT":
                faults.step()
            done = super().execute(sql, *args)
            if sql == "COMMIT":
                faults.step()
            return done

    connect = sqlite3.connect
    sqlite3.connect = lambda *args, **named: connect(*args, **{"factory": Counted, **named})
    from generator.cli import main

    sys.argv = ["portal", *sys.argv[2:]]
    sys.addaudithook(faults.hook)
    main()


if __name__ == "__main__":
    _main()
