"""The tools of other makers that the checks drive: where tests/quality/ensure-tools.sh puts them."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
PACKAGES = FOLDER / "node_modules"


class NoTool(Exception):
    """A tool is missing; tests/quality/ensure-tools.sh says how to get it."""


def _file(path: Path) -> Path:
    if not path.is_file():
        raise NoTool(f"{path.name} is not there: run tests/quality/ensure-tools.sh")
    return path


@cache
def axe_source() -> str:
    """axe-core, to be run inside a page; raises NoTool."""
    return _file(PACKAGES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def html_checker() -> list[str]:
    """The command of the Nu HTML checker, without arguments; raises NoTool."""
    java = shutil.which("java")
    if not java:
        raise NoTool("no Java found: run tests/quality/ensure-tools.sh")
    return [java, "-jar", str(_file(PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"))]


def lighthouse() -> list[str]:
    """The command of Lighthouse, without arguments; raises NoTool."""
    node = shutil.which("node")
    if not node:
        raise NoTool("no Node.js found: run tests/quality/ensure-tools.sh lighthouse")
    return [node, str(_file(FOLDER / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"))]
