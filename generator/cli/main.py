"""The commands: thin, each calls one function of the layers below.

Exit status 0 clean, 1 content errors or the system refused, 2 usage, or another process is at work, 130 interrupted,
141 nobody reads its output any more.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from generator.cli.endings import asks_for_json, endings_told
from generator.cli.terminal import let_everything_through

_COMMANDS = MappingProxyType(
    {
        "build": "building",
        "check": "checking",
        "codes": "reference",
        "diff": "difference",
        "doctor": "diagnosis",
        "generate": "generating",
        "ingest": "ingest",
        "new": "new",
        "preview": "preview",
        "publish": "publishing",
        "report": "build_reports",
        "retract": "retract",
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

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        let_everything_through()
        as_json = asks_for_json(args)
        with endings_told(as_json=as_json):
            return super().make_context(info_name, args, parent, obj=as_json, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; whatever ends it is told in a line, or as JSON."""
        with endings_told(as_json=ctx.obj):
            return super().invoke(ctx)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portal-generator")
def main() -> None:
    """Make the portal on digital transformation from parsed articles.

    Exit status: 0 clean; 1 the content has errors, or the site could not be built or would shrink too much (it stays
    as it was), or the system refuses; 2 the command was used wrongly, or another one is at work; 130 it was
    interrupted; 141 nobody reads its output any more.
    """
