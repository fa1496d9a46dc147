"""`python -m tests.corpus N FOLDER [--seed S]` writes a project of N synthetic articles."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.corpus.project import write_project


def main() -> None:
    """Write the project and print how fast it went."""
    arguments = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    arguments.add_argument("articles", type=int)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    start = time.perf_counter()
    write_project(given.articles, given.folder, given.seed)
    seconds = time.perf_counter() - start
    print(f"{given.articles} articles in {given.folder}: {seconds:.1f} s, {given.articles / seconds:,.0f} a second")


if __name__ == "__main__":
    main()
