"""`python -m tests.crash`: every fault at every step of every command; prints how many were survived.

What needs a disk of its own (full, read-only) is done where this user may mount one, and told where not.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crash.scenes import SCENES, Scene

_FAULTS = ("kill", "kill-main", "half", "full", "read-only")
_SIZES = (1, 1_000, 4_096, 30_000, 100_000, 300_000, 1_000_000)
_DISK = 96 << 10
"""KiB of the small disk."""


def main() -> None:
    """Try all that was asked for; exit status 1 if anything was lost, half-written or not mended."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--scenes", nargs="*", default=list(SCENES), choices=list(SCENES))
    parser.add_argument("--every", type=int, default=1, help="only every N-th step")
    wanted = parser.parse_args()
    failed = 0
    for name in wanted.scenes:
        with TemporaryDirectory() as folder:
            failed += _tortured(name, SCENES[name](Path(folder)), wanted.every)
    sys.exit(1 if failed else 0)


def _tortured(name: str, scene: Scene, every: int) -> int:
    start, steps = time.monotonic(), range(1, scene.steps + 1, every)
    points = [(do, at) for do in _FAULTS for at in steps]
    points += [("short", size) for size in _SIZES] + [("vanish", at) for at in range(1, 40, min(every, 4))]
    tally: dict[str, list[int]] = {}
    for do, at in points:
        _count(tally, do, _holds(name, do, at, partial(scene.survive, at, do)))
    try:
        with _small_disk(scene.folder):
            for free in (0, 64, 512, 1_024, 2_048, 4_096, 8_192):
                _count(tally, "small disk", _holds(name, "small disk", free, partial(_on_full_disk, scene, free)))
            _count(tally, "read-only disk", _holds(name, "read-only disk", 0, partial(_on_read_only_disk, scene)))
    except subprocess.CalledProcessError:
        print(f"{name}: no disk can be mounted here (this wants root): full and read-only disks were not tried")
    told = ", ".join(f"{do} {survived} of {tried}" for do, (survived, tried) in tally.items())
    print(f"{name}: {scene.steps} steps; survived: {told}; {time.monotonic() - start:.0f} s", flush=True)
    return sum(tried - survived for survived, tried in tally.values())


def _count(tally: dict[str, list[int]], do: str, survived: bool) -> None:
    counts = tally.setdefault(do, [0, 0])
    counts[0] += survived
    counts[1] += 1


def _holds(name: str, do: str, at: int, survive: Callable[[], object]) -> bool:
    try:
        survive()
    except AssertionError as problem:
        print(f"{name}, {do} at {at}: {problem}", flush=True)
        return False
    return True


@contextmanager
def _small_disk(folder: Path) -> Iterator[None]:
    """A disk of its own in the place of a folder."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}k", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _on_full_disk(scene: Scene, free: int) -> None:
    """A disk with so many KiB free."""
    scene.restore()
    filler = scene.folder / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1 << 16))
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - (free << 10)))
    ended = scene.run()
    filler.unlink()
    scene.require_whole(ended)
    scene.require_mended()


def _on_read_only_disk(scene: Scene) -> None:
    scene.restore()
    remount = ["mount", "-o", "remount,ro", str(scene.folder)]
    subprocess.run(remount, check=True)
    ended = scene.run()
    subprocess.run([*remount[:2], "remount,rw", remount[-1]], check=True)
    assert ended.status == 1, ended.told
    scene.require_whole(ended)
    scene.require_mended()


if __name__ == "__main__":
    main()
