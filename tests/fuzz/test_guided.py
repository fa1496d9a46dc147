"""A little of what `make fuzz` does for long: inputs led by the code that they reach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.__main__ import ATHERIS, ROOT

pytestmark = pytest.mark.skipif(not (ATHERIS / "locked").is_file(), reason="no atheris (make .venv/atheris/locked)")


def fuzz(target: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.fuzz", "--runs=400", f"--folder={folder}", target]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize("target", ["article", "registry"])
def test_nothing_is_raised(target: str, tmp_path: Path) -> None:
    run = fuzz(target, tmp_path)
    assert run.returncode == 0, run.stderr[-2000:]
    assert "stat::number_of_executed_units: 400" in run.stderr
    assert len(list((tmp_path / target).iterdir())) > 5  # it kept what reached new code


def test_an_exception_is_told_and_its_input_kept(tmp_path: Path) -> None:
    (tmp_path / "self-test").mkdir()
    run = fuzz("self-test", tmp_path)
    assert run.returncode == 1
    assert "0 of 1 targets without an exception self-test" in run.stdout
    assert next(tmp_path.glob("self-test-crash-*")).read_bytes().startswith(b"%")
