"""Commands that are killed, refused and disturbed: nothing is lost or half-written, and the next run mends the rest.

A few points of each; `make torture` tries hundreds.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.locks import held_in
from tests.crash.scenes import SCENES, Scene
from tests.project import ROOT
from tests.site.project import environment

_PORTAL = "from generator.cli import main; main()"


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """Every scene that was asked for, made once."""

    class Made(dict[str, Scene]):
        def __missing__(self, name: str) -> Scene:
            self[name] = SCENES[name](tmp_path_factory.mktemp("scene"))
            return self[name]

    return Made()


@pytest.mark.parametrize(
    ("name", "part", "do"),
    [
        ("build", 0.05, "half"),
        ("build", 0.3, "kill-main"),
        ("build", 0.45, "kill"),
        ("build", 0.5, "full"),
        ("build", 0.98, "kill"),
        ("ingest", 0.4, "half"),
        ("review", 0.5, "half"),
        ("review", 0.5, "read-only"),
        ("new", 0.8, "half"),
    ],
)
def test_a_command_that_is_cut_short_does_no_harm(name: str, part: float, do: str, scenes: dict[str, Scene]) -> None:
    scene = scenes[name]
    ended = scene.survive(max(1, round(part * len(scene.steps))), do)
    if do in ("full", "read-only"):
        assert ended.status == 1
        assert "Error: " in ended.told.splitlines()[-1]
        assert str(scene.folder) in ended.told
        assert ("the disk is full: make room" if do == "full" else "mounted read-only") in ended.told
    else:
        assert ended.status == -9


def test_files_that_are_cut_short_are_told_by_name(scenes: dict[str, Scene]) -> None:
    ended = scenes["build"].survive(20_000, "short")
    assert ended.status == 1
    assert "build" in ended.told.splitlines()[-1]


def test_an_article_that_goes_before_it_is_read_is_told(scenes: dict[str, Scene]) -> None:
    ended = scenes["ingest"].survive(2, "vanish")
    assert ended.status in (0, 1)


@pytest.mark.parametrize("seconds", [0, 4_102_444_800])
def test_a_clock_that_jumped_changes_nothing(seconds: int, scenes: dict[str, Scene]) -> None:
    scene = scenes["build"]
    scene.restore()
    for path in scene.project.rglob("*"):
        if not path.is_relative_to(scene.project / "build" / ".cache"):
            os.utime(path, (seconds, seconds))
    scene.require_mended()


@pytest.mark.parametrize("command", ["generate", "build", "new Tên", "ingest -"])
def test_the_second_of_two_is_told_who_is_at_work(command: str, scenes: dict[str, Scene]) -> None:
    scene = scenes["new"]
    scene.restore()
    with held_in(scene.project, "build/docs"), held_in(scene.project, "content"):
        ended = scene.run(command=command.split(), typed="Bài")
    assert ended.status == 2
    assert f"(process {os.getpid()}, since " in ended.told
    assert scene.state() == scene.before


def test_two_builds_at_once_make_one_site(scenes: dict[str, Scene]) -> None:
    scene = scenes["build"]
    scene.restore()
    command = [sys.executable, "-c", _PORTAL, "build", "--output", "../www", "--today", "2026-11-21"]
    both = [subprocess.Popen(command, cwd=scene.project, env=environment(PYTHONPATH=str(ROOT))) for _ in range(2)]
    assert {process.wait() for process in both} <= {0, 2}
    assert scene.state() == scene.after


def test_the_lock_of_a_killed_command_is_free(tmp_path: Path) -> None:
    holder = "import os, signal, sys; from pathlib import Path; from generator.locks import held\n"
    holder += "with held(Path(sys.argv[1]), 'it'): os.kill(os.getpid(), signal.SIGKILL)"
    lock = tmp_path / "lock"
    done = subprocess.run([sys.executable, "-c", holder, lock], env=environment(PYTHONPATH=str(ROOT)), check=False)
    assert done.returncode == -9
    assert lock.read_text(encoding="ascii")
    with held_in(tmp_path, "content"):
        pass
