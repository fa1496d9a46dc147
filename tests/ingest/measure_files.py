"""`make bench`: `portal ingest` from the command line over 1,000 and 10,000 files: articles a second and peak memory.

Run as `python -m tests.ingest.measure_files [files]`. Every file is a text of its own: a sample in the words of another
day and another number, so that no two are the same source; all drafts are written.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.project import ROOT

SAMPLES = Path(__file__).parent / "samples"


def main(files: int = 10_000) -> None:
    """Print the figures for a tenth of the files and for all of them."""
    for number in (max(1, files // 10), files):
        with TemporaryDirectory() as scratch:
            project = copied_project(Path(scratch))
            names = written_articles(project, number)
            seconds, peak = ingested(project, names)
            drafts = sum(1 for _ in project.glob("content/articles/*/*.md"))
        print(
            f"{number:,} files: {number / seconds:,.0f} a second, peak memory {peak:,.0f} MB, {drafts:,} articles then"
        )


def copied_project(folder: Path) -> Path:
    """A project with the portal's own content and registries."""
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def written_articles(project: Path, number: int) -> list[str]:
    """So many raw articles in the project's folder, by name."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")) if is_utf8(path)]
    names = []
    for index in range(number):
        text = texts[index % len(texts)]
        names.append(f"raw-{index:05}.txt")
        head, line_end, rest = text.partition("\n")
        told = f"{head} (kỳ {index + 1}){line_end}{rest}\n\nKỳ {index + 1} có {index + 11} người dự.\n"
        (project / names[-1]).write_text(told, encoding="utf-8")
    return names


def is_utf8(path: Path) -> bool:
    """Whether the sample is plain UTF-8 (some show other encodings)."""
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def ingested(project: Path, names: list[str]) -> tuple[float, float]:
    """Seconds and peak memory (MB) of one `portal ingest` over the files."""
    start = perf_counter()
    run = subprocess.Popen(
        [Path(sys.executable).with_name("portal"), "ingest", "--quiet", "--project", project, *names], cwd=project
    )
    _, status, usage = os.wait4(run.pid, 0)
    assert status == 0, f"portal ingest failed: {status}"
    return perf_counter() - start, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
