"""Small projects for tests: a base that checks clean, and overlays that hold only what differs."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from generator.build import files
from generator.check import Checked, check
from generator.library.library import Library
from generator.output.search.index import FOLDER

BASE = Path(__file__).parent / "diagnostics" / "base"
ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)
ADDRESS = "https://portal.test/cong/"

_TABLES = ("tu", "tu-moi", "cap", "cap-moi", "lan-can", "lan-can-moi", "tu-vung", "trang", "loc")
SEARCH_FILES = tuple(f"{FOLDER}/{table}/" for table in _TABLES)
_NOT_CONTENT = ("expected", "expected.txt", "removed.txt")


def assemble(target: Path, *overlays: Path) -> Path:
    """The base project with the overlays laid over it.

    `removed.txt` of an overlay names files to leave out; `x.md.bytes` becomes x.md (not UTF-8: tools choke on it).
    """
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    for overlay in overlays:
        shutil.copytree(overlay, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_NOT_CONTENT))
        for path in list(target.rglob("*.bytes")):
            path.replace(path.with_suffix(""))
        removed = overlay / "removed.txt"
        for name in removed.read_text(encoding="utf-8").split() if removed.is_file() else ():
            (target / name).unlink()
    return target


def change(project: Path, name: str, old: str, new: str) -> None:
    """Put other words in the one place of a project's file that has the old ones."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def library_of(project: Path) -> Library:
    """The library of a project that checks clean."""
    checked = check(project, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    return checked.library


def tree_texts(checked: Checked) -> dict[str, str]:
    """Every text of the tree by path: pages, feeds, data, but not what is drawn.

    Of the search index its directory alone, which names all its other files by their content.
    """
    return {
        path: content
        for path, content in files(checked, ADDRESS).items()
        if isinstance(content, str) and not path.startswith(SEARCH_FILES)
    }
