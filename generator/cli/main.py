"""The commands: thin, each calls one function of the layers below. Exit status 0 clean, 1 content errors, 2 usage."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

import click

_COMMANDS = MappingProxyType(
    {
        "build": "building",
        "check": "checking",
        "codes": "reference",
        "diff": "difference",
        "generate": "building",
        "ingest": "ingest",
        "new": "new",
        "preview": "preview",
        "review": "review",
        "schema": "reference",
        "stats": "stats",
    }
)
"""The module of each command: what it imports is imported only to run it."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"generator.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portal-generator")
def main() -> None:
    """Make the portal on digital transformation from parsed articles."""
