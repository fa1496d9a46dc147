"""The commands: thin, each calls one function of the layers below. Exit status 0 clean, 1 content errors, 2 usage."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.build import Checked, check_all, generate, today_in_vietnam
from generator.cli import report
from generator.cli.ingest import ingest_command
from generator.cli.new import new_command
from generator.cli.options import common, today_option
from generator.cli.reference import codes_command, schema_command
from generator.cli.review import review_command
from generator.cli.stats import stats_command
from generator.diagnostics import has_errors, human
from generator.output.write import ForeignDirectory, Written


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portal-generator")
def main() -> None:
    """Make the portal on digital transformation from parsed articles."""


main.add_command(new_command)
main.add_command(ingest_command)
main.add_command(review_command)
main.add_command(stats_command)
main.add_command(schema_command)
main.add_command(codes_command)


@main.command("check")
@common
@today_option
@click.option("--format", "style", type=click.Choice(["human", "json", "github"]), default="human")
def check_command(project: Path, quiet: bool, today: date, style: str) -> None:
    """Read all content and report every problem; writes nothing."""
    found = check_all(project, today=today)
    if style == "json":
        click.echo(report.as_json(found))
    elif style == "github":
        click.echo(report.github(found), nl=bool(found))
    elif found or not quiet:
        click.echo(human(found))
    sys.exit(1 if has_errors(found) else 0)


@main.command("generate")
@common
@today_option
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Default: build/docs.")
@click.option("--drafts", is_flag=True, help="Write drafts too, into build/preview/docs by default.")
def generate_command(project: Path, quiet: bool, today: date, output: Path | None, drafts: bool) -> None:
    """Write the Markdown pages; only files that differ are written."""
    from generator.site.engine import preview_docs, published_docs

    target = output or (preview_docs(project) if drafts else published_docs(project))
    if drafts and target.resolve() == published_docs(project).resolve():
        raise click.UsageError("build/docs is what is published: drafts go elsewhere, by default build/preview/docs")
    _generated(project, target, today, drafts, quiet)


@main.command("build")
@common
@today_option
def build_command(project: Path, quiet: bool, today: date) -> None:
    """Check, generate, and build the site into build/site."""
    from generator.site.engine import SiteBuildFailed, build_site, published_docs

    _generated(project, published_docs(project), today, False, quiet)
    try:
        site = build_site(project, quiet=quiet)
    except SiteBuildFailed as error:
        raise click.ClickException(f"the site was not built: {error}") from error
    if not quiet:
        click.echo(f"The site is in {_short(site.folder, project)}.")
    if urlsplit(site.address).hostname in (None, "localhost", "127.0.0.1"):
        click.echo(
            f"Before you publish: the pages say that they stand at {site.address or 'no address'};"
            " set PORTAL_SITE_URL, or site_url in mkdocs.yml.",
            err=True,
        )


@main.command("preview")
@common
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in a browser.")
def preview_command(project: Path, quiet: bool, address: str, open_browser: bool) -> None:
    """Serve the site with its drafts, and follow every saved edit."""
    from generator.site.engine import SiteBuildFailed, preview_docs, serve_preview

    _generated(project, preview_docs(project), today_in_vietnam(), True, quiet)
    try:
        serve_preview(project, address=address, open_browser=open_browser, quiet=quiet)
    except SiteBuildFailed as error:
        raise click.ClickException(f"the preview stopped: {error}") from error


def _generated(project: Path, target: Path, today: date, drafts: bool, quiet: bool) -> tuple[Checked, Written]:
    from generator.site.address import site_address

    try:
        checked, written = generate(project, target, address=site_address(project), today=today, drafts=drafts)
    except ForeignDirectory as error:
        raise click.UsageError(str(error)) from error
    if checked.diagnostics:
        click.echo(human(checked.diagnostics), err=True)
    if written is None:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    if not quiet:
        counts = f"{len(written.added)} added, {len(written.changed)} changed, {len(written.removed)} removed"
        click.echo(f"{_short(target, project)}: {counts}, {written.unchanged} unchanged.")
    return checked, written


def _short(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else str(path)
