"""`portal generate` and `portal build`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.accelerator.unchanged import Vouched
from generator.cli.options import common, today_option
from generator.incremental.run import Run, look
from generator.output.write import APART, ForeignDirectory, Written
from generator.site.address import site_address
from generator.site.alongside import site_build
from generator.site.engine import SiteBuildFailed, preview_docs, published_docs

_SHOWN = 20
"""So many pages that changed are listed; --json has all."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print what changed, and why, as JSON.")


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
    _generated(project, target, today, drafts, quiet, lambda: None)


@click.command("build")
@common
@today_option
@click.option("--plain", is_flag=True, help="Build the site with plain MkDocs, without the accelerator.")
@json_option
def build_command(project: Path, quiet: bool, today: date, plain: bool, as_json: bool) -> None:
    """Check, generate, and build the site into build/site; tell which pages changed, and why."""
    quiet = quiet or as_json
    with site_build(project, quiet=quiet, plain=plain) as build:
        run, written = _generated(project, published_docs(project), today, False, quiet, build.expect_changes)
        try:
            site = build.finish(_vouched(project, run, written))
        except SiteBuildFailed as error:
            raise click.ClickException(f"the site was not built: {error}") from error
    if as_json or not quiet:
        _tell(run, as_json=as_json)
    if not quiet:
        click.echo(f"The site is in {_short(site.folder, project)}.")
    if urlsplit(site.address).hostname in (None, "localhost", "127.0.0.1"):
        click.echo(
            f"Before you publish: the pages say that they stand at {site.address or 'no address'};"
            " set PORTAL_SITE_URL, or site_url in mkdocs.yml.",
            err=True,
        )


def _generated(
    project: Path, target: Path, today: date, drafts: bool, quiet: bool, expect_changes: Callable[[], None]
) -> tuple[Run, Written]:
    try:
        run = _run(project, target, today, drafts, expect_changes)
    except ForeignDirectory as error:
        raise click.UsageError(str(error)) from error
    if run.diagnostics:
        from generator.diagnostics import human

        click.echo(human(run.diagnostics), err=True)
    written = run.written
    if written is None:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    if not quiet:
        counts = f"{len(written.added)} added, {len(written.changed)} changed, {len(written.removed)} removed"
        click.echo(f"{_short(target, project)}: {counts}, {written.unchanged} unchanged.")
    return run, written


def _run(project: Path, target: Path, today: date, drafts: bool, expect_changes: Callable[[], None]) -> Run:
    address = site_address(project)
    looked = look(project, target, address=address, today=today, drafts=drafts)
    if looked.run:
        return looked.run
    expect_changes()
    from generator.build import generate

    return generate(project, target, address=address, today=today, drafts=drafts, looked=looked)


def _vouched(project: Path, run: Run, written: Written) -> Vouched:
    """What the generator knows of build/docs, which it has just looked at."""
    changed = (*written.added, *written.changed, *written.removed, *APART)
    return Vouched(str(published_docs(project).absolute()), run.found, run.left, changed)


def _tell(run: Run, *, as_json: bool) -> None:
    """The pages that a run changed."""
    if run.remade is None and not as_json:
        return
    from generator.cli.report import changes_as_json, changes_as_text
    from generator.incremental.report import page_changes

    changes = page_changes(run)
    click.echo(changes_as_json(changes) if as_json else changes_as_text(changes, _SHOWN), nl=bool(changes) or as_json)


def _short(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else str(path)
