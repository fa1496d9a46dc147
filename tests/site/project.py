"""A copy of the whole project in a folder of its own, and the commands that readers of the README type there."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("content", "site_config", "theme_overrides", "generator")
SCRIPTS = Path(sysconfig.get_path("scripts"))
_PROBLEM = re.compile(r"\W*(?:WARNING|ERROR|CRITICAL|Warning|Error|Traceback)\b")


@dataclass(frozen=True, slots=True)
class Finished:
    """How a command ended, and all that it wrote to the terminal."""

    returncode: int
    output: str

    def assert_clean(self) -> None:
        """Fail unless the command ended well and warned of nothing."""
        told = self.problems()
        if self.returncode != 0 or told:
            shown = "\n".join(told[:30]) if told else self.output[-4000:]
            pytest.fail(f"exit status {self.returncode}, {len(told)} warnings or errors:\n{shown}", pytrace=False)

    def problems(self) -> list[str]:
        """The lines of the output that warn or tell of an error."""
        return [line for line in self.output.splitlines() if _PROBLEM.match(line)]


def copy_project(target: Path) -> Path:
    """Copy the project as a fresh clone has it: build/docs holds nothing but its .gitignore."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for name in SOURCES:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    docs = target / "build" / "docs"
    docs.mkdir(parents=True)
    (docs / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
    return target


def environment(**more: str) -> dict[str, str]:
    """The environment for a command: the caller's own, without what would change the site."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "COV_"))}
    return kept | {"NO_COLOR": "1", "PYTHONUNBUFFERED": "1"} | more


def command(name: str, *arguments: str) -> list[str]:
    """A command of this Python environment, as subprocess wants it."""
    return [str(SCRIPTS / name), *arguments]


def run(project: Path, name: str, *arguments: str, **env: str) -> Finished:
    """Run a command of this Python environment in the project's folder and wait for it."""
    return finished(project, command(name, *arguments), **env)


def finished(folder: Path, words: list[str], **env: str) -> Finished:
    """Run any command in a folder and wait for it, three minutes at most: the machine may be busy."""
    done = subprocess.run(
        words,
        cwd=folder,
        env=environment(**env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    return Finished(done.returncode, done.stdout)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its relative path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that only one tree has, or that hold other bytes."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Finished]) -> tuple[Path, Finished]:
    """Make a folder once for all processes of a pytest run; those that come later wait for the first."""
    base = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        base = base.parent
    folder, outcome = base / f"shared-{name}", base / f"shared-{name}.json"
    with (base / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.is_file():
            shutil.rmtree(folder, ignore_errors=True)
            finished = make(folder)
            outcome.write_text(json.dumps([finished.returncode, finished.output]), encoding="utf-8")
    return folder, Finished(*json.loads(outcome.read_text(encoding="utf-8")))


def built_project(factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    """The project after one `portal build`, made once; nobody may write into it."""
    return shared(factory, "built", lambda folder: run(copy_project(folder), "portal", "build"))


def built_site(factory: pytest.TempPathFactory) -> Path:
    """The built site, made once; tests that need it fail with the build's own words if it failed."""
    project, finished = built_project(factory)
    if finished.returncode != 0:
        pytest.fail(f"portal build failed: {finished.output.splitlines()[-1]}", pytrace=False)
    return project / "build" / "site"


def zensical_project(factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    """The tree of the built project after `zensical build`, made once; nobody may write into it."""
    made = built_site(factory).parents[1]

    def make(target: Path) -> Finished:
        target.mkdir()
        shutil.copy(made / "mkdocs.yml", target)
        shutil.copytree(made / "theme_overrides", target / "theme_overrides")
        shutil.copytree(made / "build" / "docs", target / "build" / "docs")
        return run(target, "zensical", "build", "--strict")

    return shared(factory, "zensical", make)
