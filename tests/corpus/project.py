"""Writes a whole project around the synthetic articles: this repository's own, with other content."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from tests.corpus.articles import PUBLISHER, article
from tests.corpus.stories import ROOT

COPIED = ("site_config", "theme_overrides", "generator")


def write_articles(count: int, folder: Path, seed: int) -> None:
    """Write the articles below a content folder, one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    years: set[str] = set()
    for number in range(count):
        made = article(seed, number)
        if (year := made.path[:4]) not in years:
            (folder / year).mkdir(exist_ok=True)
            years.add(year)
        with open(f"{folder}/{made.path}", "wb", buffering=0) as file:  # noqa: PTH123 – three times as fast as Path
            file.write(made.text.encode())


def write_project(count: int, folder: Path, seed: int) -> None:
    """Write a project that `portal check` and `portal build` take; the folder must be empty or not be there."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    docs = folder / "build" / "docs"
    docs.mkdir(parents=True)
    (docs / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
    add_publisher(folder / "site_config")
    _without_real_content(folder / "site_config")
    write_articles(count, folder / "content" / "articles", seed)
    (folder / "content" / "events.yml").write_text("events: []\n", encoding="utf-8")


def add_publisher(config: Path) -> None:
    """Register the publisher of the synthetic articles."""
    publishers = config / "publishers.yml"
    line = f"  - {{id: {PUBLISHER}, name: Báo Thử (bài giả để thử máy), kind: website}}\n"
    publishers.write_text(publishers.read_text(encoding="utf-8") + line, encoding="utf-8")


def _without_real_content(config: Path) -> None:
    """The yearly days without what real articles tell of them."""
    path = config / "event_series.yml"
    series = yaml.safe_load(path.read_text(encoding="utf-8"))
    for one in series["series"]:
        one |= {"document": None, "years": []}
    path.write_text(yaml.safe_dump(series, allow_unicode=True, sort_keys=False), encoding="utf-8")
