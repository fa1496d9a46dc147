"""The corpora of the bench: the real content, or so many synthetic articles, one province with a twentieth of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from tests.corpus.articles import Article, article
from tests.corpus.project import add_publisher, write_project
from tests.corpus.stories import LAST, ROOT, story
from tests.search_bench.cache import sources
from tests.site.project import copy_project

SEED = 6
REAL = 0
"""The size that stands for the real content."""

FOLDER = ROOT / "build" / "bench"
CROWDED = "ha-noi"
SHARE = 20
"""One of so many articles is about the crowded province, above its part of all others: 500 of 10,000."""


def name_of(size: int) -> str:
    """How the bench calls a corpus."""
    return f"{size:,} articles" if size else "the real content"


def project(size: int, folder: Path) -> Path:
    """A project in a folder that is not there yet: today's code and settings, and the content of this size."""
    if size == REAL:
        copy_project(folder)
        add_publisher(folder / "site_config")
        return folder
    write_project(0, folder, SEED)
    shutil.copytree(_content(size), folder / "content" / "articles", dirs_exist_ok=True)
    return folder


def further(size: int) -> Iterator[Article]:
    """Articles of any year that no corpus of this size holds, without end."""
    number = 10 * size + 1_000_000
    while True:
        yield article(SEED, number)
        number += 1


def further_of_last_week(size: int) -> Iterator[Article]:
    """Articles that no corpus of this size holds, without end, as the day brings them: from its last week."""
    number = 10 * size + 3_000_000
    while True:
        if story(SEED, number)[1].day > LAST - timedelta(days=7):
            yield article(SEED, number)
        number += 1


def further_about_crowded(size: int) -> Iterator[Article]:
    """Articles about the crowded province that no corpus of this size holds, without end."""
    return _about_crowded(10 * size + 2_000_000)


def _content(size: int) -> Path:
    """The folder of the articles, made once for the code that makes them."""
    code = sources("tests/corpus", "tests/bench/corpora.py", "site_config/provinces.yml")
    newest = max(path.stat().st_mtime_ns for path in code)
    folder = FOLDER / f"content-{size}-{newest}"
    if not folder.is_dir():
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER, prefix=".") as unfinished:
            made = Path(unfinished) / "articles"
            _write(size, made)
            for old in FOLDER.glob(f"content-{size}-*"):
                shutil.rmtree(old)
            made.rename(folder)
    return folder


def _write(size: int, folder: Path) -> None:
    crowd = _about_crowded(size)
    folder.mkdir()
    for number in range(size):
        made = next(crowd) if number % SHARE == 0 else article(SEED, number)
        file = folder / made.path
        file.parent.mkdir(exist_ok=True)
        file.write_text(made.text, encoding="utf-8", newline="\n")


def _about_crowded(start: int) -> Iterator[Article]:
    number = start
    while True:
        if story(SEED, number)[1].unit.slug == CROWDED:
            yield article(SEED, number)
        number += 1
