"""`--log-format json`: whatever goes wrong, real commands say nothing on standard error but one JSON object a line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.locks import held_in
from tests.project import ROOT, TODAY, assemble
from tests.site.live import serving
from tests.site.preview_project import small_project
from tests.site.project import SCRIPTS, environment

ARTICLE = "bac-kan-hop-ban-chi-dao"
_DAY = ("--today", TODAY.isoformat())
COMMANDS = {
    "build": _DAY,
    "check": _DAY,
    "diff": (".", *_DAY),
    "generate": _DAY,
    "ingest": ("raw.txt", *_DAY),
    "new": ("Bài mới", *_DAY),
    "publish": ("public",),
    "retract": (ARTICLE, "--reason", "Sai số liệu", *_DAY),
    "review": _DAY,
    "stats": _DAY,
}
WRITING_ARTICLES, BUILDING = ("ingest", "new", "retract"), ("build", "generate", "publish")


@dataclass(frozen=True)
class Case:
    """What goes wrong for a command, and how it ends then."""

    name: str
    status: int
    event: str
    more: tuple[str, ...] = ()
    spoil: Callable[[Path], object] = lambda project: None
    around: Callable[[Path], AbstractContextManager[object]] = nullcontext
    patch: str = ""
    faults: bool = False


def _file(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda project: (project / name).write_bytes(content)


@contextmanager
def _held(project: Path) -> Iterator[None]:
    with held_in(project, "content"), held_in(project, "build/docs"):
        yield


def _patched(body: str) -> str:
    """A program that runs portal where reading the registries does something else."""
    return (
        "import os, signal, generator.sources.registries as registries\n"
        f"def load_registries(*_):\n    {body}\n"
        "registries.load_registries = load_registries\n"
        "from generator.cli import main\nmain()"
    )


def cases() -> Iterator[Any]:
    """Every command with every failure that it can meet."""
    reading = tuple(name for name in COMMANDS if name not in ("publish", "review"))
    table = [
        ((*COMMANDS, "preview"), Case("option that is not there", 2, "failed", ("--bogus",))),
        ((*COMMANDS, "preview"), Case("folder that is not there", 2, "failed", ("--project", "nowhere"))),
        (("chekc",), Case("no such command", 2, "failed")),
        (("--quiet",), Case("option before the command", 2, "failed")),
        (("preview",), Case("address that cannot be served", 1, "failed", ("--address", "no-such-host.invalid:1"))),
        (("publish",), Case("no site", 1, "failed")),
        (("ingest",), Case("file that is not there", 1, "diagnostic", ("nowhere.txt",))),
        (("diff",), Case("no such state", 2, "failed", ("nothing",))),
        (reading, Case("broken registry", 1, "diagnostic", spoil=_file("site_config/provinces.yml", b"a: [\n"))),
        (WRITING_ARTICLES + BUILDING, Case("locked", 2, "failed", around=_held)),
        (("build", "generate", "new", "retract"), Case("full disk", 1, "failed", faults=True)),
        (reading, Case("bug", 1, "crashed", patch=_patched("raise ValueError('hỏng')"))),
        (("check", "build"), Case("Ctrl+C", 130, "interrupted", patch=_patched("os.kill(0, signal.SIGINT)"))),
    ]
    for names, case in table:
        for name in names:
            yield pytest.param(name, case, id=f"{name}: {case.name}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small base project with something to ingest."""
    folder = assemble(tmp_path / "p")
    (folder / "raw.txt").write_text("Bắc Kạn họp\n\nNgày 10/10/2022, tỉnh Bắc Kạn họp.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "case"), list(cases()))
def test_standard_error_holds_objects_alone(name: str, case: Case, project: Path) -> None:
    case.spoil(project)
    command = [sys.executable, "-c", case.patch] if case.patch else [str(SCRIPTS / "portal")]
    if case.faults:
        plan = {"below": [str(project)], "at": 1, "do": "full", "tally": str(project.parent / "tally")}
        command = [sys.executable, "-m", "tests.crash.faults", json.dumps(plan)]
    with case.around(project):
        done = subprocess.run(
            [*command, name, *COMMANDS.get(name, ()), *case.more, "--log-format", "json"],
            cwd=project,
            env=environment(PYTHONPATH=str(ROOT)),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert {"time", "level", "event", "message"} <= set.intersection(*(set(line) for line in told))
    wrong = [line["event"] for line in told if line["level"] in ("error", "critical")]
    assert (done.returncode, case.event in wrong) == (case.status, True), done.stderr
    if case.event == "crashed":
        assert "hỏng" in told[-1]["traceback"]


def test_what_goes_wrong_in_a_preview_is_told_as_objects(tmp_path: Path) -> None:
    """What MkDocs warns of in the process of its own among it, and a registry that cannot be read."""
    project = small_project(tmp_path / "p")
    settings, registry = project / "mkdocs.yml", project / "site_config/provinces.yml"
    with serving(project, tmp_path / "log", "portal", "preview", "--log-format", "json", "--address") as live:
        settings.write_text(
            settings.read_text(encoding="utf-8").replace("\nnav:", "\nnav:\n  - X: x.md"), encoding="utf-8"
        )
        live.wait(lambda: "Chưa dựng được" in live.output, 60)
        registry.write_text("a: [", encoding="utf-8")
        live.wait(lambda: "provinces.yml" in live.output, 60)
    told = [json.loads(line) for line in live.output.splitlines()]
    assert {line["event"] for line in told} == {"preview", "problem"}
