"""The names of the states that a run finds its output in and leaves it in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.build import generate
from generator.incremental.run import look
from tests.corpus.project import write_project
from tests.incremental.test_generation import FIRST, SEED, Editor, anew, differing, run, tree
from tests.project import ADDRESS, TODAY


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(FIRST, tmp_path / "p", SEED)
    return tmp_path / "p"


def test_each_run_finds_the_state_that_the_last_one_left(project: Path) -> None:
    first = run(project)
    assert first.found == b""
    Editor(project).touch()
    for _ in range(2):
        same = run(project)
        assert (same.found, same.left) == (first.left, first.left)
    Editor(project).add()
    changed = run(project)
    assert changed.found == first.left != changed.left
    again = run(project)
    assert (again.found, again.left) == (changed.left, changed.left)


def test_a_file_written_under_its_old_time_is_vouched_for_only_once_it_was_looked_at(project: Path) -> None:
    run(project)
    page = project / "build/docs/index.md"
    then = page.stat().st_mtime_ns
    page.write_bytes(page.read_bytes())
    os.utime(page, ns=(then, then))
    same = run(project)
    assert same.remade is not None
    assert (same.found, same.left) == (b"", b"")
    Editor(project).add()
    changed = run(project)
    assert changed.remade is not None
    assert changed.found == b""
    assert run(project).found == changed.left


def test_a_run_that_another_one_overtook_makes_everything(project: Path) -> None:
    run(project)
    Editor(project).add()
    target = project / "build/docs"
    overtaken = look(project, target, address=ADDRESS, today=TODAY, drafts=False)
    run(project)
    made = generate(project, target, address=ADDRESS, today=TODAY, looked=overtaken)
    assert made.remade is None
    assert differing(tree(target), anew(project)) == [".gitignore"]
