"""`python -m tests.bench`: how long builds take, beside plain MkDocs, Zensical and Hugo, and which bars are met.

All of it in one run on one machine: the engines build the same pages in turn, and the median of the runs counts. Run it
on a machine that does nothing else.

What it builds stands below build/bench, or where --below says. Ext4 without a journal gives no number of a removed file
to a new one for minutes, and each new file walks past all of them: there a build also pays for the one that was removed
before it. A folder in memory (/dev/shm) has no such memory.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.bars import LARGE, MAIN, bars
from tests.bench.corpora import FOLDER, REAL
from tests.bench.engines import ENGINES, HUGO, HUGO_BINARY, PORTAL
from tests.bench.figures import Figures, curve
from tests.bench.measuring import CommandFailed
from tests.bench.one_size import measure

SIZES = (REAL, 1_000, MAIN, LARGE)


def main() -> None:
    """Measure what the arguments ask for; exit status 1 if a bar is missed or sites that must be equal are not."""
    given = _arguments()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the first build", flush=True)
    measured: dict[int, Figures] = {}
    equal = True
    for size in given.sizes:
        with _work_folder(given.below, size) as folder:
            large = size >= LARGE
            engines, rounds = ([PORTAL], 1) if large else (given.engines, given.runs)
            try:
                measured[size], same = measure(size, folder, engines, rounds, given.runs)
            except CommandFailed as failure:
                sys.exit(f"{failure}\nIts log stands in {folder}.")
            equal = equal and same
    clean = {size: figures[PORTAL].run for size, figures in measured.items() if size != REAL}
    print(f"\n{curve(clean)}\n" if clean else "")
    found = list(bars(measured))
    print(*found, sep="\n")
    print(f"{'met   ' if equal else 'MISSED'} sites of the same content are equal byte for byte")
    sys.exit(0 if equal and all(bar.met for bar in found) else 1)


@contextmanager
def _work_folder(below: Path, size: int) -> Iterator[Path]:
    """An empty folder; after an error it stays, to be looked at."""
    folder = below / "work" / str(size)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="as in: real,1000,10000,100000")
    parser.add_argument(
        "--engines",
        type=lambda text: text.split(","),
        default=ENGINES,
        help="as in: mkdocs,hugo; from 100,000 on the portal alone",
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--below", type=lambda text: Path(text).absolute(), default=FOLDER, help="the folder of what is built"
    )
    parser.add_argument("--quick", action="store_true", help="the real content and 1,000 articles, one run of each")
    given = parser.parse_args()
    if unknown := set(given.engines) - set(ENGINES):
        parser.error(f"no such engine: {', '.join(sorted(unknown))}")
    if HUGO in given.engines and not HUGO_BINARY.is_file():
        parser.error("Hugo is not installed: make bench-build installs it, --engines may leave it out")
    if given.quick:
        given.sizes, given.runs = (REAL, 1_000), 1
    return given


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(REAL if part == "real" else int(part.replace("_", "")) for part in text.split(","))


if __name__ == "__main__":
    main()
