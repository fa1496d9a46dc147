"""`portal build`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.accelerator.unchanged import Vouched
from generator.build_report import BuildReport, NoReport, read_report, report_of, report_path, write_report
from generator.cli.generating import Target, generated, short
from generator.cli.log import Log, log
from generator.cli.options import common, today_option
from generator.cli.shrink_guard import refuse_shrunk
from generator.cli.terminal import echo
from generator.incremental.run import Run
from generator.locks import held_in
from generator.output.write import APART, ForeignDirectory, Written
from generator.site.alongside import site_build
from generator.site.engine import Site, SiteBuildFailed, published_docs
from generator.stages import Stages

_SHOWN = 20
"""So many pages that changed are listed; --json has all."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print what changed, and why, as JSON.")


@click.command("build")
@common
@today_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Put a copy of the whole site there in one step: the folder that a server serves.",
)
@click.option("--plain", is_flag=True, help="Build the site with plain MkDocs, without the accelerator.")
@click.option(
    "--accept-shrink",
    is_flag=True,
    envvar="PORTAL_ACCEPT_SHRINK",
    show_envvar=True,
    help="Build the site though it has much less than the last one.",
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The report to compare with (default: build/report.json, that of the last build).",
)
@json_option
def build_command(
    project: Path,
    quiet: bool,
    today: date,
    output: Path | None,
    plain: bool,
    accept_shrink: bool,
    baseline: Path | None,
    as_json: bool,
) -> None:
    """Check, generate, and build the site into build/site; tell which pages changed, and why.

    A site that lost more pages, articles or facts since the last build than site_config/site.yml allows (may_shrink) is
    not built: exit status 1. What was built, and how long each stage took, stands in build/report.json.
    """
    if baseline:
        _require_report(baseline)
    quiet = quiet or as_json
    told, stages = log(quiet=quiet), Stages()
    with held_in(project, "build/docs"):
        compared = None if accept_shrink else baseline or report_path(project)
        run, site = _built(Target(project, published_docs(project), today), compared, plain, quiet, told, stages)
        if as_json or (not quiet and not told.is_for_machines):
            _tell(run, as_json=as_json)
        if output:
            with stages.of("release"):
                _release(site.folder, output)
    _conclude(site, output or site.folder, project, told)
    told.stages(stages.seconds)


def _require_report(baseline: Path) -> None:
    try:
        read_report(baseline)
    except NoReport as error:
        raise click.BadParameter(str(error), param_hint="--baseline") from error


def _keep(report: BuildReport, site: Site, stages: Stages, project: Path) -> None:
    files = {suffix: {"files": count, "bytes": size} for suffix, (count, size) in site.sizes.items()}
    seconds = {stage: round(took, 3) for stage, took in stages.seconds.items()}
    write_report(replace(report, files=files, seconds=seconds), report_path(project))


def _conclude(site: Site, folder: Path, project: Path, told: Log) -> None:
    told.progress(f"The site is in {short(folder, project)}.", "built", folder=str(folder))
    if urlsplit(site.address).hostname in (None, "localhost", "127.0.0.1"):
        told.warning(
            f"Before you publish: the pages say that they stand at {site.address or 'no address'};"
            " set PORTAL_SITE_URL, or site_url in mkdocs.yml.",
            "address-not-set",
        )


def _built(
    target: Target, baseline: Path | None, plain: bool, quiet: bool, told: Log, stages: Stages
) -> tuple[Run, Site]:
    """Generate and build, if not much less than the report at `baseline` tells (None: however much less)."""
    with site_build(target.project, quiet=quiet, plain=plain) as build:
        run, written = generated(target, told, stages, build.expect_changes)
        report = report_of(run, target.today)
        if run.tally and baseline:
            refuse_shrunk(report, baseline, run.tally.may_shrink, told)
        with stages.of("site"):
            try:
                site = build.finish(_vouched(target.project, run, written))
            except SiteBuildFailed as error:
                raise click.ClickException(f"the site was not built: {error}") from error
    _keep(report, site, stages, target.project)
    return run, site


def _release(site: Path, output: Path) -> None:
    from generator.site.releases import NoExchange, Unfinished, release

    try:
        release(site, output)
    except ForeignDirectory as error:
        raise click.UsageError(str(error)) from error
    except (NoExchange, Unfinished) as error:
        raise click.ClickException(str(error)) from error


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
    echo(changes_as_json(changes) if as_json else changes_as_text(changes, _SHOWN), nl=bool(changes) or as_json)
