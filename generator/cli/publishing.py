"""`portal publish`: the built site as a release that is served, here or on another machine."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli.log import log
from generator.cli.options import log_option, project_option, quiet_option
from generator.locks import held_in
from generator.output.write import ForeignDirectory
from generator.site.engine import published_site
from generator.site.folder import Folder
from generator.site.headers import FOLDER, NoPolicy
from generator.site.publication import CURRENT, Refused, Release, publish, roll_back
from generator.site.releases import Unfinished
from generator.site.remote import Remote, is_remote
from generator.site.retracted import listed, still_told

_OWN = ("build", "content", "site_config", "theme_overrides", "generator", ".git", ".venv")
"""What a project reads, or makes anew: releases would become part of it, or go with it."""


@click.command("publish")
@click.argument("target")
@click.option("--rollback", is_flag=True, help="Serve the release before the one that is served; builds nothing.")
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="So many releases stay, this one among them; 1: no earlier one is left on the server.",
)
@click.option("--accept-undo", is_flag=True, help="Publish although what is shown as retracted now comes back.")
@project_option
@log_option
@quiet_option
def publish_command(target: str, rollback: bool, keep: int, accept_undo: bool, project: Path, quiet: bool) -> None:
    """Publish what `portal build` made to TARGET: a folder, or user@host:folder over rsync.

    The site, with its texts compressed for the server, becomes a release below TARGET/releases; TARGET/current leads to
    the one that is served and is switched in one step. Serve TARGET/current: docs/dang-trang.md has configurations.
    """
    place, told = _place(target, project), log(quiet=quiet)

    def begin() -> None:
        told.progress("Making a release of build/site; what was not compressed before takes a while.", "publishing")

    try:
        with place.alone():
            if rollback:
                name = roll_back(place)
                told.progress(f"{target}: {name} is served again.", "rolled-back", name=name)
                return
            with held_in(project, "build/docs"):
                site = published_site(project)
                if still := still_told(project, site):
                    raise Refused(
                        f"build/site still tells what the content has as retracted: {listed(still)}."
                        " Run `portal build` and see that it ends well (--accept-shrink), then publish"
                    )
                release = publish(site, place, now=datetime.now(UTC), keep=keep, accept_undo=accept_undo, begin=begin)
    except ForeignDirectory as error:
        raise click.UsageError(str(error)) from error
    except (Refused, Unfinished, NoPolicy) as error:
        raise click.ClickException(str(error)) from error
    told.progress(f"{target}: {_told(release)}", "published", **asdict(release))


def _told(release: Release) -> str:
    text = f"{release.name} is served; texts compressed anew: {release.compressed}."
    if release.new_headers:
        text += f"\nIts headers are new: let the server read {CURRENT}/{FOLDER} (nginx -s reload)."
    if release.forgotten:
        text += f"\nRemoved, for they still held what is retracted ({listed(release.retracted)}):"
        text += f" {', '.join(release.forgotten)}. There is no way back to them."
    return text


def _place(target: str, project: Path) -> Folder | Remote:
    if not is_remote(target):
        folder = Path(target).resolve()
        if not target or any(folder.is_relative_to((project / own).resolve()) for own in _OWN):
            raise click.UsageError(
                f"“{target}” cannot hold releases: name a folder that portal neither reads nor builds"
            )
        return Folder(Path(target))
    slug = "".join(letter if letter.isalnum() else "-" for letter in target)
    return Remote(target, project / "build" / "publish" / slug)
