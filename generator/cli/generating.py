"""`portal generate`, and the same step of `portal build`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.cli.log import Log, log
from generator.cli.options import common, today_option
from generator.incremental.run import Run, look
from generator.locks import held_in
from generator.output.write import ForeignDirectory, Written
from generator.site.address import site_address
from generator.site.engine import preview_docs, published_docs
from generator.stages import Stages


@dataclass(frozen=True, slots=True)
class Target:
    """What is generated, and where."""

    project: Path
    folder: Path
    today: date
    drafts: bool = False


@click.command("generate")
@common
@today_option
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Default: build/docs.")
@click.option("--drafts", is_flag=True, help="Write drafts too, into build/preview/docs by default.")
def generate_command(project: Path, quiet: bool, today: date, output: Path | None, drafts: bool) -> None:
    """Write the Markdown pages; only files that differ are written."""
    target = output or (preview_docs(project) if drafts else published_docs(project))
    if drafts and target.resolve() == published_docs(project).resolve():
        raise click.UsageError("build/docs is what is published: drafts go elsewhere, by default build/preview/docs")
    told, stages = log(quiet=quiet), Stages()
    with held_in(project, short(target.absolute(), project)):
        generated(Target(project, target, today, drafts), told, stages, lambda: None)
    told.stages(stages.seconds)


def generated(target: Target, told: Log, stages: Stages, expect_changes: Callable[[], None]) -> tuple[Run, Written]:
    """Generate and tell what came of it, errors among it, which end the command; called back before sources change."""
    try:
        run = _run(target, stages, expect_changes)
    except ForeignDirectory as error:
        raise click.UsageError(str(error)) from error
    if run.diagnostics:
        told.problems(run.diagnostics)
    written = run.written
    if written is None:
        told.error("Nothing was written.", "nothing-written")
        sys.exit(1)
    counts = {name: len(getattr(written, name)) for name in ("added", "changed", "removed")}
    counts["unchanged"] = written.unchanged
    counted = ", ".join(f"{count} {name}" for name, count in counts.items())
    told.progress(f"{short(target.folder, target.project)}: {counted}.", "generated", **counts)
    return run, written


def _run(target: Target, stages: Stages, expect_changes: Callable[[], None]) -> Run:
    project, folder, today, drafts = target.project, target.folder, target.today, target.drafts
    with stages.of("look"):
        address = site_address(project)
        looked = look(project, folder, address=address, today=today, drafts=drafts)
    if looked.run:
        return looked.run
    expect_changes()
    from generator.build import generate

    return generate(project, folder, address=address, today=today, drafts=drafts, looked=looked, stages=stages)


def short(path: Path, project: Path) -> str:
    """A path as people read it: from the project on, if it is within."""
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else str(path)
