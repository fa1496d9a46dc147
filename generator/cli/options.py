"""The options that commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.clock import today_in_vietnam


class _Project(click.Path):
    """A folder that holds the portal: mkdocs.yml, content/ and site_config/."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(os.fsdecode(super().convert(value, param, ctx))).resolve()
        if not (path / "mkdocs.yml").is_file():
            self.fail(f"{path} holds no mkdocs.yml: run portal in the project's folder or name it", param, ctx)
        return path


class _Words(click.ParamType[str]):
    """Text that goes into a file: what a terminal of another encoding makes of letters is refused."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            str(value).encode()
        except UnicodeEncodeError:
            self.fail("this is not UTF-8 text: set the terminal to UTF-8 (LANG=C.UTF-8)", param, ctx)
        return str(value)


WORDS = _Words()


def _today(_: click.Context, __: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else today_in_vietnam()


project_option = click.option(
    "--project", type=_Project(exists=True, file_okay=False), default=".", help="The portal's folder."
)

quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print problems only.")

log_option = click.option(
    "--log-format",
    type=click.Choice(["human", "json"]),
    default="human",
    expose_value=False,
    help="json: tell progress, warnings and errors on standard error, one JSON object a line.",
)

today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_today,
    help="The day the pages are made for (default: today in Vietnam).",
)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads the content: --project, --quiet and --log-format."""
    return project_option(quiet_option(log_option(command)))
