"""Builds of one project in surroundings that have nothing in common, and how their trees differ."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.project import write_project
from tests.site.project import differing, tree

SEED = 7
ADDRESS = "https://portal.test/cong/"
_COMMAND = ["-c", "from generator.cli import main; main()", "build", "--quiet", "--today", "2026-11-21"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where, by which Python and in which environment a project is built."""

    folder: str
    python: Path
    environment: Mapping[str, str]


def surroundings(python: Path, other_python: Path) -> list[Surroundings]:
    """Two that differ in path, day of the clock, time zone, locale, order of hashes, home and Python."""
    here = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"}
    there = {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "vi_VN.UTF-8", "PYTHONHASHSEED": "4242"}
    there |= {"SOURCE_DATE_EPOCH": "1000000000"}  # what MkDocs takes for today
    return [Surroundings("a", python, here), Surroundings("một nơi khác/sâu hơn", other_python, there)]


def build(count: int, folder: Path, of: Surroundings) -> Path:
    """A project of so many articles, built in its surroundings; its folder. Raises CalledProcessError."""
    project = folder / of.folder / "p"
    write_project(count, project, SEED)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    given = {**kept, "PYTHONPATH": str(project), "PORTAL_SITE_URL": ADDRESS, **of.environment}
    subprocess.run([of.python, *_COMMAND], cwd=project, env=given, check=True, capture_output=True)
    return project


def differences(one: Path, other: Path) -> list[str]:
    """The files of two built projects that differ, in the tree of Markdown and in the site."""
    trees = ("build/docs", "build/site")
    return [f"{name}/{path}" for name in trees for path in differing(tree(one / name), tree(other / name))]
