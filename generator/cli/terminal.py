"""The one door to the terminal: what commands say goes through it, and commands nothing there."""

from __future__ import annotations

import io
import sys

import click

from generator.characters import visible


def let_everything_through() -> None:
    """What a terminal of another encoding cannot show reaches it as escapes, and ends no command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Write a text, its control and invisible characters as escapes; JSON keeps its meaning."""
    click.echo(visible(text), err=err, nl=nl)
