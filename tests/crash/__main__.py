"""`python -m tests.crash`: every fault at many steps of every command; prints how many were survived.

A command may have thousands of steps, most of them alike: one page after the other is written. By default a few steps
of each kind are tried: what is done (a file opened, renamed …), in which folder, to a file of which suffix.
`--per-kind 0` tries every step, which takes hours for the builds. The summary says how many steps and kinds there are,
and how many of them were tried. What needs a disk of its own (full, read-only) is done where this user may mount one,
and told where not.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from subprocess import TimeoutExpired
from tempfile import TemporaryDirectory

from tests.crash import disks
from tests.crash.points import kind, of_each_kind, spread
from tests.crash.scenes import SCENES, Scene

_AT_STEPS = ("kill", "kill-main", "half", "full", "read-only")
_FAULTS = (*_AT_STEPS, "vanish", "short", "small disk", "read-only disk")
_SIZES = (1, 1_000, 4_096, 30_000, 100_000, 300_000, 1_000_000)
_ROOMS = (0, 64, 512, 1_024, 2_048, 4_096, 8_192)
_TOLD_EVERY = 25
"""Points between two lines on standard error."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A fault, where it happens, and what is done at that step."""

    fault: str
    at: int
    step: str
    survive: Callable[[Scene], object]


@dataclass(slots=True)
class _Tally:
    """What was tried and survived of a scene."""

    tried: dict[str, int] = field(default_factory=dict)
    survived: dict[str, int] = field(default_factory=dict)

    def count(self, fault: str, survived: bool) -> None:
        """Count a point."""
        self.tried[fault] = self.tried.get(fault, 0) + 1
        self.survived[fault] = self.survived.get(fault, 0) + survived

    def __str__(self) -> str:
        each = ", ".join(f"{fault} {self.survived[fault]} of {tried}" for fault, tried in sorted(self.tried.items()))
        return f"{sum(self.survived.values())} of {sum(self.tried.values())} points survived ({each})"


def main() -> None:
    """Try all that was asked for; exit status 1 if anything was lost, half-written or not mended."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.crash", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scenes", nargs="*", default=list(SCENES), choices=list(SCENES))
    parser.add_argument("--faults", nargs="*", default=list(_FAULTS), choices=_FAULTS)
    parser.add_argument("--per-kind", type=int, default=2, metavar="N", help="steps of a kind (0: all; default: 2)")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="of these every N-th, and the last (default: 1)"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="points at once (default: one a core)")
    wanted = parser.parse_args()
    failed = 0
    for name in wanted.scenes:
        with TemporaryDirectory() as folder, ThreadPoolExecutor(wanted.jobs) as pool:
            try:
                made = list(pool.map(SCENES[name], (Path(folder, str(number)) for number in range(wanted.jobs))))
                failed += _tortured(name, made, pool, wanted)
            finally:
                pool.shutdown(cancel_futures=True)
    sys.exit(1 if failed else 0)


def _tortured(name: str, scenes: Sequence[Scene], pool: ThreadPoolExecutor, wanted: argparse.Namespace) -> int:
    start, tally = time.monotonic(), _Tally()
    kinds = [kind(step, scenes[0].folder) for step in scenes[0].steps]
    steps = spread(of_each_kind(kinds, wanted.per_kind), wanted.every)
    points = [point for point in _points_of(scenes[0], kinds, steps, wanted) if point.fault in wanted.faults]
    free: SimpleQueue[Scene] = SimpleQueue()
    for scene in scenes:
        free.put(scene)
    begun = {pool.submit(_problem, point, free): point for point in points}
    for done, future in enumerate(as_completed(begun), 1):
        point, problem = begun[future], future.result()
        tally.count(point.fault, not problem)
        if problem:
            print(f"{name}, {point.fault} at {point.at} ({point.step}): {problem}", flush=True)
        if done % _TOLD_EVERY == 0:
            print(f"{name}: {done} of {len(points)}, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    tried = {point.at for point in points if point.fault in _AT_STEPS}
    of_kinds = f"{len({kinds[at - 1] for at in tried})} of {len(set(kinds))} kinds"
    print(f"{name}: {len(tried)} of {len(kinds)} steps, {of_kinds}; {tally}; {time.monotonic() - start:.0f} s")
    if "disk" in "".join(wanted.faults) and not disks.can_be_mounted():
        print(f"{name}: no disk can be mounted here (this wants root): full and read-only disks were not tried")
    sys.stdout.flush()
    return sum(tally.tried.values()) - sum(tally.survived.values())


def _points_of(
    scene: Scene, kinds: Sequence[str], steps: Sequence[int], wanted: argparse.Namespace
) -> Iterator[_Point]:
    for at in steps:
        for fault in _AT_STEPS:
            if fault != "half" or kinds[at - 1].startswith("open "):  # where no file is opened, it is a kill
                yield _at(fault, at, kinds[at - 1])
    scene.restore()
    read = [kind(step, scene.folder) for step in scene.run(do="vanish").steps]
    for at in spread(of_each_kind(read, wanted.per_kind), wanted.every):
        yield _at("vanish", at, read[at - 1])
    for size in _SIZES:
        yield _at("short", size, "bytes a file")
    if disks.can_be_mounted():
        for room in _ROOMS:
            yield _Point("small disk", room, "KiB free", partial(disks.survive_full_disk, free=room))
        yield _Point("read-only disk", 0, "", disks.survive_read_only_disk)


def _at(fault: str, at: int, step: str) -> _Point:
    return _Point(fault, at, step, lambda scene: scene.survive(at, fault))


def _problem(point: _Point, free: SimpleQueue[Scene]) -> str:
    """What is wrong after a fault; nothing if it was survived. Threads are enough: each waits for its command."""
    scene = free.get()
    try:
        point.survive(scene)
    except (AssertionError, TimeoutExpired) as problem:
        return str(problem) or repr(problem)
    finally:
        free.put(scene)
    return ""


if __name__ == "__main__":
    main()
