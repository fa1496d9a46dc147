"""Measures a check of broken files: `python -m tests.diagnostics.measure_check [FILES]` (default 1,000).

It prints the time beside that of checking the same number of good files in the same run.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

from generator.check import check_all
from tests.project import TODAY
from tests.site.project import copy_project

MODEL = "content/articles/2022/bac-kan-day-manh-tuyen-truyen-chuyen-doi-so.md"


def seconds(files: int, *, broken: bool) -> tuple[float, int]:
    """The time of one check of the real content and so many copies of an article, and how much it found."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        text = (project / MODEL).read_text(encoding="utf-8")
        for number in range(files):
            copy = re.sub(r"(?m)^title: .*", f"title: Bài {number}", text)
            if broken:
                copy = copy.replace("bac-kan", f"bac-kann{number}").replace("kind: decision", "kind: decisio")
            (project / f"content/articles/2022/ban-sao-{number}.md").write_text(copy, encoding="utf-8")
        start = time.perf_counter()
        found = check_all(project, today=TODAY)
        return time.perf_counter() - start, len(found)


def main(files: int) -> None:
    """Print both times and their ratio."""
    bad, problems = seconds(files, broken=True)
    good, _ = seconds(files, broken=False)
    print(f"{files} broken files: {bad:.1f} s, {problems} problems")
    print(f"{files} good files: {good:.1f} s; ratio {bad / good:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
