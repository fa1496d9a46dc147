"""`portal report`: two builds beside each other, by their reports."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.build_report import NoReport, changes_between, read_report, report_path
from generator.cli.building import json_option
from generator.cli.options import common
from generator.cli.shrink_guard import line_of
from generator.cli.terminal import echo

_REPORT = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("report")
@common
@click.argument("old", type=_REPORT)
@click.argument("new", type=_REPORT, required=False)
@json_option
def report_command(project: Path, quiet: bool, old: Path, new: Path | None, as_json: bool) -> None:
    """Tell what differs between two build reports: pages, articles, facts, warnings, files and bytes.

    Each build of the site writes build/report.json, which is NEW unless you say otherwise.
    """
    try:
        changes = changes_between(read_report(old), read_report(new or report_path(project)))
    except NoReport as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        echo(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2))
    elif changes:
        echo("\n".join(f"  {line_of(change)}" for change in changes))
    elif not quiet:
        echo("No number differs.")
