"""`portal doctor` in installations that were broken on purpose."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from generator import doctor
from generator.cli import main
from generator.incremental.run import cache_of
from tests.project import ROOT, assemble


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    folder = assemble(tmp_path / "p")
    for name in ("docs", ".cache"):
        (folder / "build" / name).mkdir(parents=True)
    shutil.copytree(ROOT / "theme_overrides/fonts", tmp_path / "code/theme_overrides/fonts")
    (tmp_path / "code/pyproject.toml").write_text('[project]\ndependencies = ["click>=8.1"]\n', encoding="utf-8")
    (tmp_path / "code/requirements.lock").write_text("# nothing\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doctor, "CODE", tmp_path / "code")
        patch.setenv("PORTAL_CHROMIUM", sys.executable)
        patch.setenv("GIT_DIR", str(ROOT / ".git"))
        yield folder


def found(project: Path) -> list[tuple[str, str]]:
    """What is found, and of which severity, beside what this machine itself may lack."""
    return [(f.about, f.severity) for f in doctor.examine(project) if (f.about, f.severity) != ("python", "warning")]


def test_a_sound_installation(project: Path) -> None:
    assert found(project) == []


@pytest.mark.parametrize(
    ("locked", "severity"),
    [
        ("no-such-package==1", "warning"),
        ("click==0.1", "warning"),
        ('no-such-package==1 ; sys_platform == "other"', None),
    ],
)
def test_packages_beside_the_lock(project: Path, locked: str, severity: str | None) -> None:
    (doctor.CODE / "requirements.lock").write_text(f"{locked} \\\n    --hash=sha256:00\n", encoding="utf-8")
    assert found(project) == ([("packages", severity)] if severity else [])


def test_packages_that_a_build_needs(project: Path) -> None:
    settings = '[project]\ndependencies = ["no-such-package", "click<0.2"]\n'
    (doctor.CODE / "pyproject.toml").write_text(settings, encoding="utf-8")
    (doctor.CODE / "requirements.lock").write_text("no-such-package==1 \\\nclick==0.1 \\\n", encoding="utf-8")
    assert found(project) == [("packages", "error"), ("packages", "error")]


def test_a_font_that_cannot_be_read(project: Path) -> None:
    (doctor.CODE / "theme_overrides/fonts/be-vietnam-pro-regular.woff2").write_bytes(b"not a font")
    assert found(project) == [("fonts", "error")]


def test_no_browser_and_no_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_CHROMIUM")
    monkeypatch.setenv("PATH", "")
    assert found(project) == [("browser", "warning"), ("git", "warning")]


def test_no_repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(project / ".git"))
    assert found(project) == [("git", "warning")]


def test_folders_that_cannot_be_written(project: Path) -> None:
    (project / "build/site").write_text("a file in the place of a folder", encoding="utf-8")
    (project / "build/docs/mine.md").write_text("mine", encoding="utf-8")
    assert found(project) == [("folders", "error"), ("folders", "error")]


@pytest.mark.parametrize(("free", "severity"), [(500, "warning"), (50, "error")])
def test_a_full_disk(project: Path, monkeypatch: pytest.MonkeyPatch, free: int, severity: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free * 1_000_000))
    assert found(project) == [("disk", severity)]


def test_what_killed_runs_left(project: Path) -> None:
    known = cache_of(project, project / "build/docs")
    for path in (known / "kept.new", project / "build/.cache/generator/000000000000", known / "kept.db"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (project / "build/.cache/site/stage-1").mkdir(parents=True)
    told = [f.message.split(" là ")[0] for f in doctor.examine(project) if f.about == "state"]
    assert {Path(path).name for path in told} == {"kept.new", "000000000000", "stage-1"}


def test_another_terminal(project: Path) -> None:
    """Told even to a terminal that cannot show it, and where packages are missing that everything else needs."""
    start = (
        "import sys\nfor name in ('yaml', 'pydantic', 'PIL', 'packaging'): sys.modules[name] = None\n"
        "from generator.cli.main import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, "doctor", "--project", str(project)],
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    for about in (b"encoding:", b"packages:", b"fonts:"):
        assert about in done.stdout


def test_the_command(project: Path) -> None:
    arguments = ["doctor", "--project", str(project)]
    (project / "build/site").touch()
    failed = CliRunner().invoke(main, [*arguments, "--json"])
    rows = [row for row in json.loads(failed.output) if row["severity"] == "error"]
    assert (failed.exit_code, [row["about"] for row in rows]) == (1, ["folders"])
    shown = CliRunner().invoke(main, arguments).output
    assert f"lỗi folders: {rows[0]['message']}\n  → {rows[0]['hint']}" in shown
    (project / "build/site").unlink()
    assert CliRunner().invoke(main, arguments).exit_code == 0
