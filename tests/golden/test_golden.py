"""Small projects and the whole Markdown tree each must make, byte for byte.

A case is a folder: an overlay of tests/diagnostics/base, and `expected`, the tree. With --update-golden the trees are
written anew; read their diff before keeping it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.check import check
from generator.output.write import OWNER_FILE, write
from tests.project import TODAY, assemble, tree_texts

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_tree(name: str, tmp_path: Path, update_golden: bool) -> None:
    expected = CASES / name / "expected"
    checked = check(assemble(tmp_path, CASES / name), today=TODAY, drafts=name.startswith("preview"))
    assert checked.library is not None, checked.diagnostics
    tree = tree_texts(checked)
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        write(tree, expected)
        (expected / OWNER_FILE).unlink()
    stored = {path.relative_to(expected).as_posix(): path for path in expected.rglob("*") if path.is_file()}
    assert sorted(stored) == sorted(tree)
    for path, text in tree.items():
        assert stored[path].read_bytes().decode() == text, path
