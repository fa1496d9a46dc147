"""`portal check`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.check import check_all
from generator.cli import report
from generator.cli.log import log
from generator.cli.options import common, today_option
from generator.cli.terminal import echo
from generator.diagnostics import has_errors, human
from generator.stages import Stages


@click.command("check")
@common
@today_option
@click.option("--format", "style", type=click.Choice(["human", "json", "github"]), default="human")
def check_command(project: Path, quiet: bool, today: date, style: str) -> None:
    """Read all content and report every problem; writes nothing."""
    told, stages = log(quiet=quiet), Stages()
    found = check_all(project, today=today, stages=stages)
    if style == "json":
        echo(report.as_json(found))
    elif style == "github":
        echo(report.github(found), nl=bool(found))
    elif found or not quiet:
        echo(human(found))
    told.noted_problems(found)
    told.noted_stages(stages.seconds)
    sys.exit(1 if has_errors(found) else 0)
