"""A disk of its own under a scene: one that is full, one that is mounted read-only. Wants root."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crash.scenes import Scene

_SIZE = 96 << 10
"""KiB of the disk."""


@cache
def can_be_mounted() -> bool:
    """Whether this user may mount a disk."""
    with TemporaryDirectory() as folder, suppress(OSError, subprocess.CalledProcessError), _mounted(Path(folder)):
        return True
    return False


def survive_full_disk(scene: Scene, free: int) -> None:
    """A run on a disk with so many KiB free, then one with room; raises AssertionError as `Scene.survive`."""
    with _mounted(scene.folder):
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


def survive_read_only_disk(scene: Scene) -> None:
    """A run on a disk that is mounted read-only, then one that may write; raises AssertionError as `Scene.survive`."""
    with _mounted(scene.folder):
        scene.restore()
        remount = ["mount", "-o", "remount,ro", str(scene.folder)]
        subprocess.run(remount, check=True)
        ended = scene.run()
        subprocess.run([*remount[:2], "remount,rw", remount[-1]], check=True)
        assert ended.status == 1, ended.told
        scene.require_whole(ended)
        scene.require_mended()


@contextmanager
def _mounted(folder: Path) -> Iterator[None]:
    """A disk in the place of a folder."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}k", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
