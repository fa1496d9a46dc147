"""What the releases of a site show as retracted: those that hold what was retracted since must not be served again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from generator.library.addresses import article, data_file, site_path
from generator.sources.articles import article_paths

FILES = (data_file("retractions.json"), data_file("retractions/*.json"))
"""The open data say it, of old releases too; from 500 on they are cut into pieces."""

_RETRACTED = re.compile(rb"^retracted:", re.MULTILINE)


def retracted_in(site: Path) -> frozenset[str]:
    """The articles that a built site or a release shows as retracted; what cannot be read shows none."""
    return frozenset(key for pattern in FILES for file in site.glob(pattern) for key in _keys(file))


def _keys(file: Path) -> list[str]:
    try:
        return [str(row["id"]) for row in json.loads(file.read_bytes())]
    except (ValueError, LookupError, TypeError, OSError):
        return []


def still_told(project: Path, site: Path) -> frozenset[str]:
    """The articles that the content of a project has as retracted, and a site built earlier still tells."""
    pages = {path.stem: site / site_path(article(path.stem))[1:] for path in article_paths(project) if _says(path)}
    return frozenset(slug for slug, page in pages.items() if page.exists()) - retracted_in(site)


def _says(path: Path) -> bool:
    front, *_ = path.read_bytes().partition(b"\n---")
    return bool(_RETRACTED.search(front))


def listed(articles: Iterable[str]) -> str:
    """Some articles by name, and how many more."""
    named = sorted(articles)
    return ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")
