"""What commands tell beside what they were asked for: as text, or with --log-format json as one object a line."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from traceback import format_exception
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import echo

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic

_LOGGERS = ("mkdocs", "generator", "py.warnings")


class Log:
    """Tells of progress on standard output unless quiet, of problems on standard error."""

    is_for_machines = False

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def progress(self, text: str, event: str, **values: object) -> None:
        """Something went well; `event` names it for machines, which get the values too."""
        if not self._quiet:
            echo(text)

    def noted(self, text: str, event: str, **values: object) -> None:
        """What people see in the output that they asked for, and machines are told beside it."""

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

    def noted_problems(self, found: Iterable[Diagnostic]) -> None:
        """Problems that people see in the output that they asked for."""

    def noted_stages(self, seconds: Mapping[str, float]) -> None:
        """How long each stage took, where standard output holds nothing but what was asked for."""


class JsonLog(Log):
    """Tells everything on standard error, one JSON object a line."""

    is_for_machines = True

    def progress(self, text: str, event: str, **values: object) -> None:
        """An object of level info, unless quiet."""
        if not self._quiet:
            tell("info", event, text, values)

    noted = progress

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

    noted_problems = problems

    def stages(self, seconds: Mapping[str, float]) -> None:
        """An object for each stage."""
        for stage, took in seconds.items():
            self.progress(f"{stage}: {took:.3f} s", "stage", stage=stage, seconds=round(took, 3))

    noted_stages = stages


class _JsonHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        trace = {"traceback": _trace(record.exc_info[1])} if record.exc_info and record.exc_info[1] else {}
        tell(record.levelname.lower(), "log", record.getMessage(), {"logger": record.name, **trace})


@contextmanager
def all_as_json() -> Iterator[None]:
    """Whatever libraries, Python's warnings and threads say on standard error becomes one object a line here."""
    handler, loggers = _JsonHandler(), [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.handlers[:] for logger in loggers]
    last, of_threads, ignored = logging.lastResort, threading.excepthook, sys.unraisablehook
    for logger in loggers:
        logger.handlers[:] = [handler]
    logging.lastResort = _JsonHandler(logging.WARNING)
    logging.captureWarnings(True)
    threading.excepthook = lambda told: tell_crash(told.exc_value)
    sys.unraisablehook = lambda told: tell_crash(told.exc_value)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        logging.lastResort, threading.excepthook, sys.unraisablehook = last, of_threads, ignored
        for logger, handlers in zip(loggers, before, strict=True):
            logger.handlers[:] = handlers


def tell_crash(error: BaseException | None) -> None:
    """Tell of a bug, with its trace."""
    tell("critical", "crashed", f"{type(error).__name__}: {error}", {"traceback": _trace(error)})


def _trace(error: BaseException | None) -> str:
    return "".join(format_exception(error))


def tell(level: str, event: str, message: str, values: Mapping[str, object]) -> None:
    """Write one object: `time` (UTC), `level`, `event`, `message`, and what belongs to the event."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    line = json.dumps({"time": now, "level": level, "event": event, "message": message, **values}, ensure_ascii=False)
    echo(line, err=True)


def log(*, quiet: bool) -> Log:
    """How the command that runs is to tell things."""
    return (JsonLog if click.get_current_context().find_root().obj else Log)(quiet=quiet)
