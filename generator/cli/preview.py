"""`portal preview`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.log import log
from generator.cli.options import common
from generator.locks import held_in
from generator.site.engine import preview_docs


@click.command("preview")
@common
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in a browser.")
def preview_command(project: Path, quiet: bool, address: str, open_browser: bool) -> None:
    """Serve the site with its drafts, and follow every saved edit; one preview of a project at a time."""
    from generator.site.preview import serve_preview
    from generator.site.preview_server import CannotServe

    told = log(quiet=quiet)

    def progress(text: str) -> None:
        told.progress(text, "preview")

    def problem(text: str) -> None:
        told.error(text, "problem")

    try:
        with held_in(project, preview_docs(project).relative_to(project).as_posix(), lasting="portal preview"):
            serve_preview(project, address=address, open_browser=open_browser, progress=progress, problem=problem)
    except CannotServe as error:
        raise click.ClickException(f"the preview stopped: {error}") from error
