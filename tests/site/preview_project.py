"""A project of three articles with the real settings, theme and code: small, so that a preview of it is quick."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.project import BASE
from tests.site.project import copy_project

ARTICLE = "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
PAGE = "bai-viet/bac-kan-hop-ban-chi-dao/"
EVENT = "su-kien/ngay-chuyen-doi-so-quoc-gia-2022/"
WORDS = "họp, nhìn lại"


def small_project(target: Path) -> Path:
    """Make the project in a new folder."""
    copy_project(target)
    for name in ("content", "site_config"):
        shutil.rmtree(target / name)
        shutil.copytree(BASE / name, target / name)
    return target
