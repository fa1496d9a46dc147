"""What following one article costs at the least: start Python, import, stat every file, write the bytes that differ.

Each part is measured by itself in a tiny script; the rest of a build is work, and the profile tells whose.
"""

from __future__ import annotations

import json
import pstats
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.changes import Change
from tests.bench.engines import Engine
from tests.bench.measuring import measured
from tests.bench.profiles import imported, owners

_TIMES = 5
_PUBLISHED = ("build/docs/", "build/site/")
_STAT = """
import os, sys, time
def visit(folder):
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False): visit(entry.path)
            else: entry.stat(follow_symlinks=False)
start = time.perf_counter()
for folder in sys.argv[1:]: visit(folder)
print(time.perf_counter() - start)
"""
_WRITE = """
import json, os, sys, tempfile, time
sizes = json.load(sys.stdin)
with tempfile.TemporaryDirectory(dir=sys.argv[1]) as folder:
    parts = [os.urandom(size) for size in sizes]
    start = time.perf_counter()
    for number, part in enumerate(parts):
        with open(f"{folder}/{number}.new", "wb") as file: file.write(part)
        os.replace(f"{folder}/{number}.new", f"{folder}/{number}")
    print(time.perf_counter() - start)
"""
_IMPORT = """
import importlib, sys, time
start = time.perf_counter()
for name in sys.argv[1:]:
    try: importlib.import_module(name)
    except ImportError: pass
print(time.perf_counter() - start)
"""

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Floor:
    """Seconds of each part of the floor, the files that a build wrote, and the profile of the whole."""

    start: float
    imports: float
    stat: float
    write: float
    written: dict[str, int]
    profile: Counter[str]

    @property
    def seconds(self) -> float:
        """The floor: no build in a process of its own is quicker."""
        return self.start + self.imports + self.stat + self.write

    def __str__(self) -> str:
        published = [size for path, size in self.written.items() if path.startswith(_PUBLISHED)]
        kept = [size for path, size in self.written.items() if not path.startswith(_PUBLISHED)]
        shares = ", ".join(f"{owner} {seconds:.2f}" for owner, seconds in self.profile.most_common(10))
        return (
            f"  floor {self.seconds:.2f} s: start of Python {self.start:.3f}, imports {self.imports:.3f}, stat of all"
            f" files {self.stat:.3f}, writing {len(published):,} files of {sum(published) / 1024:,.0f} kB"
            f" {self.write:.3f} (besides {len(kept):,} of {sum(kept) / 1024:,.0f} kB kept for the next build)\n"
            f"  own seconds by package, under the profiler: {shares}"
        )


def floor_of(engine: Engine, change: Change) -> Floor:
    """Make a change twice, and follow each by a build: one tells its imports and what it wrote, one is profiled."""
    project, log = engine.folder, engine.folder.with_suffix(".log")
    script, *arguments = engine.command
    before = _stamps(project)
    change()
    measured([sys.executable, "-X", "importtime", script, *arguments], project, log)
    after = _stamps(project)
    written = {path: stamp[1] for path, stamp in after.items() if before.get(path) != stamp}
    published = [size for path, size in written.items() if path.startswith(_PUBLISHED)]
    modules = imported(log.read_text(encoding="utf-8", errors="replace"))
    change()
    profile = project.with_suffix(".profile")
    # -P: or the project's own copy of the generator is imported, whose site was never built
    measured([sys.executable, "-P", "-m", "cProfile", "-o", profile, script, *arguments], project, log)
    return Floor(
        start=_start(),
        imports=_timed(_IMPORT, modules),
        stat=_timed(_STAT, [str(project / name) for name in ("content", "build/docs", "build/site")]),
        write=_timed(_WRITE, [str(project / "build")], json.dumps(published)),
        written=written,
        profile=owners(pstats.Stats(str(profile))),
    )


def _start() -> float:
    def once() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        return time.perf_counter() - start

    return median(once() for _ in range(_TIMES))


def _timed(script: str, arguments: Sequence[str], given: str = "") -> float:
    command = [sys.executable, "-c", script, *arguments]
    runs = [subprocess.run(command, input=given, check=True, capture_output=True, text=True) for _ in range(_TIMES)]
    return median(float(run.stdout) for run in runs)


def _stamps(project: Path) -> dict[str, Stamp]:
    """Every file that a build may write, with what shows that it was written."""
    found = {}
    for path in (project / "build").rglob("*"):
        if path.is_file():
            stat = path.stat()
            found[path.relative_to(project).as_posix()] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found
