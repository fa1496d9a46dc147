"""The one door to the terminal: what commands say goes through it, and commands nothing there."""

from __future__ import annotations

import click

from generator.characters import visible


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Write a text, its control and invisible characters as escapes; JSON keeps its meaning."""
    click.echo(visible(text), err=err, nl=nl)
