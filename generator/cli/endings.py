"""How a command ends that cannot go on: told in a line, or with --log-format json as one object."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from itertools import pairwise, takewhile

import click

_INTERRUPTED = 130
"""What shells make of a command that Ctrl+C ended."""

_NOBODY_READS = 141
"""The same where the reader of a pipe has gone."""


def asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for JSON; known before the line is read, which may fail."""
    words = [*takewhile(lambda word: word != "--", arguments), ""]
    styles = [style for word, style in pairwise(words) if word == "--log-format"]
    styles += [word.partition("=")[2] for word in words if word.startswith("--log-format=")]
    return styles[-1:] == ["json"]


@contextmanager
def endings_told(*, as_json: bool) -> Iterator[None]:
    """Whatever is raised here ends the command: told as what it is, with its exit status; a bug keeps its trace."""
    with _all_as_json() if as_json else nullcontext():
        try:
            yield
        except click.exceptions.Exit:
            raise
        except (click.Abort, KeyboardInterrupt) as error:
            _tell("interrupted", "Interrupted: what is not finished is left to the next run.", as_json)
            raise click.exceptions.Exit(_INTERRUPTED) from error
        except BrokenPipeError as error:
            _let_go_of_output()
            raise click.exceptions.Exit(_NOBODY_READS) from error
        except Exception as error:
            _end(error, as_json)


def _let_go_of_output() -> None:
    """Nothing that waits to be written may fail once more when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
            continue
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())


def _end(error: Exception, as_json: bool) -> None:
    from generator.cli.refused import refused

    told = error if isinstance(error, click.ClickException) else refused(error)
    if not as_json and told is not None and told is not error:
        raise told from error
    if not as_json:
        raise error
    if told is None:
        from generator.cli.log import tell_crash

        tell_crash(error)
    else:
        _tell("failed", told.format_message(), as_json)
    raise click.exceptions.Exit(told.exit_code if told else 1) from error


def _tell(event: str, text: str, as_json: bool) -> None:
    from generator.cli.log import tell
    from generator.cli.terminal import echo

    if as_json:
        tell("error", event, text, {})
    else:
        echo(f"\n{text}", err=True)


@contextmanager
def _all_as_json() -> Iterator[None]:
    from generator.cli.log import all_as_json

    with all_as_json():
        yield
