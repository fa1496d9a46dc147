"""A clock that jumps between builds or while one is at work: a site is what a clean build of its day makes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest

from tests.project import ROOT, change
from tests.site.preview_project import ARTICLE, WORDS, small_project
from tests.site.project import differing, environment, tree

_FAKES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
"""Where Debian's package `faketime` has what turns the clock of a process."""

wants_fake_clock = pytest.mark.skipif(not _FAKES, reason="no libfaketime here (Debian: apt install faketime)")


def _turned(clock: str) -> dict[str, str]:
    """The environment of a process whose clock begins at a time; the times of files stay."""
    return {"LD_PRELOAD": str(_FAKES[0]), "FAKETIME": clock, "NO_FAKE_STAT": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def _clock_says(day: str) -> tuple[list[str], dict[str, str]]:
    return [], _turned(f"@{day} 10:00:00")


def _option_says(day: str) -> tuple[list[str], dict[str, str]]:
    return ["--today", day], {}


def _build(project: Path, options: list[str], env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    portal = [sys.executable, "-c", "from generator.cli import main; main()", "build", "--output", "../www", *options]
    return subprocess.run(
        portal,
        cwd=project,
        env=environment(PYTHONPATH=str(ROOT), **env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def _made(project: Path) -> dict[str, bytes]:
    """What was generated, built and released."""
    made = ("p/build/docs/", "p/build/site/", "www/")
    return {path: data for path, data in tree(project.parent).items() if path.startswith(made)}


def _clean(base: Path, day: str) -> dict[str, bytes]:
    project = small_project(base / "p")
    built = _build(project, *_option_says(day))
    assert built.returncode == 0, built.stdout
    return _made(project)


@pytest.mark.parametrize(
    "says", [_option_says, pytest.param(_clock_says, marks=wants_fake_clock)], ids=["option", "clock"]
)
def test_a_day_that_jumps_between_builds_makes_the_sites_of_these_days(
    says: Callable[[str], tuple[list[str], dict[str, str]]], tmp_path: Path
) -> None:
    today, far = (_clean(tmp_path / day, day) for day in ("2026-11-22", "2099-12-31"))
    assert differing(today, far)
    project = small_project(tmp_path / "now" / "p")
    for day, wanted in (("2026-11-22", today), ("1990-01-01", today), ("2099-12-31", far), ("2026-11-22", today)):
        built = _build(project, *says(day))
        assert built.returncode == (1 if day < "2000" else 0), built.stdout
        assert ("future-date" in built.stdout) == (day < "2000")  # what stands in the content was not yet
        assert not differing(_made(project), wanted)


@wants_fake_clock
def test_a_clock_that_jumps_while_a_build_is_at_work_changes_nothing(tmp_path: Path) -> None:
    wanted = _clean(tmp_path / "clean", "2026-11-22")
    project = small_project(tmp_path / "now" / "p")
    with _jumping(tmp_path / "clock") as env:
        for _ in range(3):
            built = _build(project, _option_says("2026-11-22")[0], env)
            assert built.returncode == 0, built.stdout
            assert not differing(_made(project), wanted)


@contextmanager
def _jumping(file: Path) -> Iterator[dict[str, str]]:
    """The environment of processes whose clock goes from one century to another again and again."""
    ended, clocks = threading.Event(), cycle(("@2099-12-31 23:59:59", "@1990-01-01 00:00:00", "@2026-11-22 10:00:00"))

    def jump() -> None:
        for clock in clocks:
            new = file.with_suffix(".new")
            new.write_text(clock, encoding="ascii")
            new.replace(file)
            if ended.wait(0.01):
                return

    thread = threading.Thread(target=jump)
    thread.start()
    try:
        env = {name: value for name, value in _turned("").items() if name != "FAKETIME"}
        yield env | {"FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1"}
    finally:
        ended.set()
        thread.join()


_EDITS = (
    (ARTICLE, WORDS, "họp, lại nhìn"),
    ("site_config/site.yml", "Trang không chính thức.", "Trang chính thức không."),
    ("theme_overrides/stylesheets/home.css", "minmax(0, 1fr) 23rem", "minmax(0, 1fr) 32rem"),
)


@pytest.mark.parametrize("seconds", [0, 4_102_444_800])
@pytest.mark.parametrize(("name", "old", "new"), _EDITS, ids=["article", "registry", "style"])
def test_an_edit_that_keeps_size_and_time_is_seen(name: str, old: str, new: str, seconds: int, tmp_path: Path) -> None:
    project, clean = small_project(tmp_path / "now" / "p"), small_project(tmp_path / "clean" / "p")
    edited, option = project / name, _option_says("2026-11-22")
    os.utime(edited, (seconds, seconds))
    assert _build(project, *option).returncode == 0
    before, size = _made(project), edited.stat().st_size
    for folder in (project, clean):
        change(folder, name, old, new)
    os.utime(edited, (seconds, seconds))
    assert edited.stat().st_size == size
    for folder in (project, clean):
        assert _build(folder, *option).returncode == 0
    assert _made(project) != before
    assert not differing(_made(project), _made(clean))
