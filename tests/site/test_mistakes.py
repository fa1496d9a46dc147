"""Mistakes at the terminal: real commands tell each in words, with the exit status that belongs to it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli.refused import refused
from tests.site.project import command, environment


def portal(project: Path, *arguments: str | bytes, **env: str) -> tuple[int, str]:
    """The exit status, and all that stood on the terminal."""
    done = subprocess.run(
        [*command("portal"), *arguments],
        cwd=project,
        env=environment(**env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    told = done.stdout.decode(errors="replace")
    assert "Traceback" not in told
    return done.returncode, told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("review", "../other.md"), "không nằm trong"),
        (("review", "mkdocs.yml"), "không nằm trong"),
        (("diff", "--", "--output=../made"), "git would take it for an option"),
        (("publish", "mkdocs.yml"), "mkdocs.yml is no folder, or a link to nothing"),
        (("build", "--baseline", "mkdocs.yml"), "mkdocs.yml holds no build report"),
        (("new", b"T\xe1o"), "not UTF-8"),
        (("new", "Táo", "--url", b"https://\xe1"), "not UTF-8"),
        (("retract", "bac-kan-hop-ban-chi-dao", "--reason", b"T\xe1o"), "not UTF-8"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(
    project: Path, arguments: tuple[str | bytes, ...], told: str
) -> None:
    (project.parent / "other.md").touch()
    files = sorted(project.rglob("*"))
    status, output = portal(project, *arguments)
    assert (status, told in output) == (2, True), output
    assert [path for path in sorted(project.rglob("*")) if path not in files and "build" not in path.parts] == []
    assert sorted(path.name for path in project.parent.iterdir()) == ["other.md", "project"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("arguments", [("check",), ("stats",), ("review",), ("retract", "nhầm", "--reason", "sai")])
def test_a_terminal_of_another_encoding_ends_no_command(
    project: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    status, output = portal(project, *arguments, PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="1")
    assert status == (2 if "retract" in arguments else 0), output


@pytest.mark.parametrize("name", ["check", "codes", "generate"])
def test_a_reader_who_has_gone_is_no_error_of_the_content(project: Path, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            command("portal", name),
            cwd=project,
            env=environment(),
            stdout=nobody,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, b"")


def test_files_that_cannot_be_copied_are_told(tmp_path: Path) -> None:
    """As `portal diff` copies the content: the tests run as root too, who may read all."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.md").symlink_to("nowhere.md")
    with pytest.raises(shutil.Error) as error:
        shutil.copytree(tmp_path / "a", tmp_path / "b")
    told = refused(error.value)
    assert told is not None
    assert "a/x.md" in told.message
