"""The commands: thin, each calls one function of the layers below.

Exit status 0 clean, 1 content errors or the system refused, 2 usage, or another process is at work.
"""

from __future__ import annotations

from importlib import import_module
from traceback import format_exc
from types import MappingProxyType

import click

_COMMANDS = MappingProxyType(
    {
        "build": "building",
        "check": "checking",
        "codes": "reference",
        "diff": "difference",
        "doctor": "diagnosis",
        "generate": "building",
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

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what the system refuses is told in a line, with --log-format json all that ends it as JSON."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            from generator.cli.log import tell, tells_json
            from generator.cli.refused import refused

            told = error if isinstance(error, click.ClickException) else refused(error)
            if told and tells_json(ctx):
                tell("error", "failed", told.format_message(), {})
                ctx.exit(told.exit_code)
            if told and told is not error:
                raise told from error
            if told or not tells_json(ctx):
                raise
            tell("critical", "crashed", f"{type(error).__name__}: {error}", {"traceback": format_exc()})
            ctx.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portal-generator")
def main() -> None:
    """Make the portal on digital transformation from parsed articles.

    Exit status: 0 clean; 1 the content has errors, or the site could not be built or would shrink too much (it stays
    as it was), or the system refuses; 2 the command was used wrongly, or another one is at work.
    """
