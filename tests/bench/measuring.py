"""Runs a command as a cold process: its time by the clock and of processors, its peak memory with all its children."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.site.project import environment

MB = 2**20
SITE_URL = "https://portal.test/"
_INTERVAL = 0.05
_SHARE = 50
"""Seconds between two looks at the memory of all processes, and how many times as long as a look took, if that is more.

The kernel adds up page by page; of the first process, each look tells the peak so far.
"""


class CommandFailed(Exception):
    """A command of the bench ended with an error, and these were its last words."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock, seconds of processors, bytes of memory at the peak."""

    seconds: float
    processor: float
    peak: int


def median_run(runs: Sequence[Run]) -> Run:
    """The median of each figure; of the memory the highest."""
    return Run(
        median(run.seconds for run in runs), median(run.processor for run in runs), max(run.peak for run in runs)
    )


def measured(command: Sequence[str | Path], folder: Path, log: Path) -> Run:
    """Run a command in a folder until it ends; raises CommandFailed. Linux alone tells the memory of children."""
    os.sync()  # what earlier builds wrote is not this one's to wait for
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.stop()
    if process.returncode:
        last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:] or ["no words"]
        raise CommandFailed(f"{Path(command[0]).name}, exit status {process.returncode}: {last[0]}")
    return Run(seconds, used.ru_utime + used.ru_stime, watch.peak)


def _environment() -> dict[str, str]:
    """As a user has it: Python keeps the code that it compiled, whatever is set where the bench runs."""
    given = environment(PORTAL_SITE_URL=SITE_URL, DISABLE_MKDOCS_2_WARNING="true")
    return {name: value for name, value in given.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Watch(threading.Thread):
    """Adds up the memory of a process and of all that descend from it, again and again."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._process = process
        self._over = threading.Event()

    def run(self) -> None:
        took = 0.0
        while not self._over.wait(max(_INTERVAL, _SHARE * took)):
            start = time.perf_counter()
            self.peak = max(self.peak, memory(self._process))
            took = time.perf_counter() - start

    def stop(self) -> None:
        self._over.set()
        self.join()


def memory(process: int) -> int:
    """Bytes that a process and its descendants hold now, or the peak of the first alone, if that was higher."""
    return max(_peak(process), sum(map(_share, _family(process))))


def _family(process: int) -> list[int]:
    """A process and its descendants, as far as they still run."""
    found = [process]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _peak(process: int) -> int:
    """The peak so far, which begins with the command: that of getrusage begins with whoever started it."""
    return _bytes(process, "status", "\nVmHWM:")


def _share(process: int) -> int:
    """What it holds now; of what processes share, as forked ones do, each counts its part."""
    return _bytes(process, "smaps_rollup", "\nPss:")


def _bytes(process: int, file: str, field: str) -> int:
    """What the kernel tells of a process in kilobytes; 0 once it has ended."""
    try:
        told = Path(f"/proc/{process}/{file}").read_text(encoding="utf-8").partition(field)[2].split()
        return int(told[0]) * 1024
    except (OSError, IndexError):
        return 0
