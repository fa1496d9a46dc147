"""The preview has its tree to itself for as long as it runs, and no longer."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.site.live import Live, free_address, serving
from tests.site.preview_project import small_project
from tests.site.project import run

LOGGED = ("preview", "--log-format", "json", "--address")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project."""
    return small_project(tmp_path_factory.mktemp("alone") / "p")


def refused(project: Path, *arguments: str) -> None:
    told = run(project, "portal", *arguments, PYTHONPATH=str(project))
    assert told.returncode == 2
    assert "portal preview is at work on build/preview/docs (process " in told.output
    assert "Ctrl+C" in told.output
    assert "Traceback" not in told.output


def test_a_second_one_and_generate_are_told_who_is_at_work(project: Path, tmp_path: Path) -> None:
    with serving(project, tmp_path / "log", "portal", "preview", "--address") as live:
        refused(project, "preview", "--address", free_address())
        refused(project, "generate", "--drafts")
        assert f"process {live.process.pid}," in run(project, "portal", "generate", "--drafts").output
        run(project, "portal", "generate", PYTHONPATH=str(project)).assert_clean()
    run(project, "portal", "generate", "--drafts", PYTHONPATH=str(project)).assert_clean()


@pytest.mark.parametrize("saved", ["", "site_config/site.yml"])
def test_one_that_was_killed_holds_nothing(project: Path, tmp_path: Path, saved: str) -> None:
    """Whether it was idle or made all pages anew in a process of its own."""
    with serving(project, tmp_path / "log", "portal", "preview", "--address") as live:
        if saved:
            with (project / saved).open("a", encoding="utf-8") as file:
                file.write("\n# khác\n")
            live.wait(lambda: begun(live), 30)
        live.process.send_signal(signal.SIGKILL)
        live.process.wait()
        run(project, "portal", "generate", "--drafts", PYTHONPATH=str(project)).assert_clean()


def begun(live: Live) -> bool:
    """Whether a process of the preview's own has begun, beside the one that keeps count of what they share."""
    children = Path(f"/proc/{live.process.pid}/task/{live.process.pid}/children").read_text(encoding="ascii").split()
    commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    return any(b"resource_tracker" not in command for command in commands)
