"""`portal diff`: what a change of the content changes on the pages."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.building import json_option
from generator.cli.log import log
from generator.cli.options import common, today_option
from generator.cli.report import changes_as_json, changes_as_text
from generator.cli.terminal import echo
from generator.difference import NoSuchState, difference
from generator.site.address import site_address
from generator.stages import Stages

_SHOWN = 200


@click.command("diff")
@common
@today_option
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@json_option
def diff_command(project: Path, quiet: bool, today: date, old: str, new: str | None, as_json: bool) -> None:
    """Tell which pages differ between two states of the content, and why.

    A state is a commit, a branch or another folder with content/ and site_config/. OLD is the last commit unless you
    say otherwise, NEW is what is in the folder now. Nothing of the project is changed.
    """
    told, stages = log(quiet=quiet), Stages()
    try:
        run = difference(project, old, new, address=site_address(project), today=today, stages=stages)
    except NoSuchState as error:
        raise click.UsageError(str(error)) from error
    if run.written is None:
        told.problems(run.diagnostics)
        sys.exit(1)
    from generator.incremental.report import page_changes

    changes = page_changes(run)
    if as_json:
        echo(changes_as_json(changes))
    elif changes:
        echo(changes_as_text(changes, _SHOWN))
    elif not quiet:
        echo("No page differs.")
    told.noted_stages(stages.seconds)
