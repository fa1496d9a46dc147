"""What commands tell beside what they were asked for: as text, or with --log-format json as one object a line."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import echo

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic

_META = "generator.log_format"
_LOGGERS = ("mkdocs", "generator")


class Log:
    """Tells of progress on standard output unless quiet, of problems on standard error."""

    is_for_machines = False

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def progress(self, text: str, event: str, **values: object) -> None:
        """Something went well; `event` names it for machines, which get the values too."""
        if not self._quiet:
            echo(text)

    def warning(self, text: str, event: str, **values: object) -> None:
        """Something to look after."""
        echo(text, err=True)

    def error(self, text: str, event: str, **values: object) -> None:
        """Why the command fails."""
        echo(text, err=True)

    def problems(self, found: Iterable[Diagnostic]) -> None:
        """Problems of the content."""
        from generator.diagnostics import human

        echo(human(found), err=True)

    def stages(self, seconds: Mapping[str, float]) -> None:
        """How long each stage took."""
        told = ", ".join(f"{stage} {took:.2f}" for stage, took in seconds.items())
        self.progress(f"{sum(seconds.values()):.2f} s: {told}.", "stages")


class JsonLog(Log):
    """Tells everything on standard error, one JSON object a line, and MkDocs' messages likewise."""

    is_for_machines = True

    def __init__(self, *, quiet: bool) -> None:
        super().__init__(quiet=quiet)
        for name in _LOGGERS:
            logging.getLogger(name).handlers[:] = [_JsonHandler()]

    def progress(self, text: str, event: str, **values: object) -> None:
        """An object of level info, unless quiet."""
        if not self._quiet:
            tell("info", event, text, values)

    def warning(self, text: str, event: str, **values: object) -> None:
        """An object of level warning."""
        tell("warning", event, text, values)

    def error(self, text: str, event: str, **values: object) -> None:
        """An object of level error."""
        tell("error", event, text, values)

    def problems(self, found: Iterable[Diagnostic]) -> None:
        """An object for each problem, with what `portal check --format json` tells of it."""
        from generator.cli.report import row

        for diagnostic in found:
            tell(diagnostic.severity.value, "diagnostic", diagnostic.message, row(diagnostic))

    def stages(self, seconds: Mapping[str, float]) -> None:
        """An object for each stage."""
        for stage, took in seconds.items():
            self.progress(f"{stage}: {took:.3f} s", "stage", stage=stage, seconds=round(took, 3))


class _JsonHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        tell(record.levelname.lower(), "log", record.getMessage(), {"logger": record.name})


def tell(level: str, event: str, message: str, values: Mapping[str, object]) -> None:
    """Write one object: `time` (UTC), `level`, `event`, `message`, and what belongs to the event."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    line = json.dumps({"time": now, "level": level, "event": event, "message": message, **values}, ensure_ascii=False)
    echo(line, err=True)


def _chosen(context: click.Context, _: click.Parameter, style: str) -> None:
    context.meta[_META] = style


log_option = click.option(
    "--log-format",
    type=click.Choice(["human", "json"]),
    default="human",
    is_eager=True,
    expose_value=False,
    callback=_chosen,
    help="json: tell progress, warnings and errors on standard error, one JSON object a line.",
)


def tells_json(context: click.Context) -> bool:
    """Whether the command that runs was asked for JSON."""
    return context.meta.get(_META) == "json"


def log(*, quiet: bool) -> Log:
    """How the command that runs is to tell things."""
    return (JsonLog if tells_json(click.get_current_context()) else Log)(quiet=quiet)
