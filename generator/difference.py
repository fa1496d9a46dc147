"""What a change of the content changes on the pages: both states are generated, the second from the first."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build import generate
from generator.incremental.run import Run
from generator.stages import Stages

_CONTENT = ("content", "site_config")


class NoSuchState(Exception):
    """Neither a commit of the project nor a folder with content."""


def difference(project: Path, old: str, new: str | None, *, address: str, today: date, stages: Stages) -> Run:
    """The run that makes the tree of one state from that of another; with errors in either, what these are.

    A state is a commit or a folder; None is what the project's folder holds. Raises NoSuchState.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        _place(project, old, copy)
        before = generate(copy, copy / "build" / "docs", address=address, today=today, stages=stages)
        if before.written is None:
            return before
        for name in _CONTENT:
            shutil.rmtree(copy / name)
        _place(project, new, copy)
        return generate(copy, copy / "build" / "docs", address=address, today=today, stages=stages)


def _place(project: Path, state: str | None, target: Path) -> None:
    folder = project if state is None else Path(state)
    if all((folder / name).is_dir() for name in _CONTENT):
        for name in _CONTENT:
            shutil.copytree(folder / name, target / name)
        return
    if f"{state}".startswith("-"):
        raise NoSuchState(f"{state} is no state: git would take it for an option")
    command = ["git", "-C", str(project), "archive", "--format=tar", f"{state}", *_CONTENT]
    try:
        made = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        said = error.stderr.decode(errors="replace") if isinstance(error, subprocess.CalledProcessError) else error
        wanted = f"a commit of {project} or a folder with content/ and site_config/"
        raise NoSuchState(f"{state} is not {wanted}: {str(said).strip()}") from error
    with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
        archive.extractall(target, filter="data")
