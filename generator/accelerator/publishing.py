"""Makes the published folder what was rendered, and takes down how it stands then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from generator.accelerator.published import (
    Published,
    files_below,
    foreign_files,
    publish,
    remove_empty_folders,
    touched_folders,
)
from generator.accelerator.state import Manifest, State
from generator.accelerator.tree import digest, file_stamp

if TYPE_CHECKING:
    from generator.accelerator.changes import Changes


def publish_whole(config: MkDocsConfig, state: State, stage: Path, site: Path) -> Published:
    """Make the site what the stage is, and forget all that is known."""
    state.clear()
    state.begin_publishing()
    published = publish(stage, site, (), files_below(site))
    remove_empty_folders(site)
    return replace(published, site_url=config.site_url or "")


def publish_changes(
    changes: Changes, config: MkDocsConfig, state: State, stage: Path, site: Path, arguments: str
) -> Published:
    """Make the site what the stage and what is kept of the last build are."""
    staged, known = files_below(stage), changes.before.outputs if changes.before else {}
    touched = touched_folders(str(site), changes.before.folders) if changes.before else set()
    kept = known.keys() - _given_up(changes) - set(staged)
    state.begin_publishing()
    present = known.keys() | foreign_files(site, touched, known) if changes.before else files_below(site)
    published = publish(stage, site, kept, present)
    if touched or not changes.before:
        remove_empty_folders(site)
    outputs = {path: known[path] for path in known if path in kept} | dict(_output_stamps(site, staged))
    folders = dict(changes.before.folders) if changes.before else {}
    moved = [*published.added, *published.changed, *published.removed] if changes.before else outputs
    for folder in touched.union(*map(_folders, moved)):
        try:
            folders[folder] = (site / folder).stat().st_mtime_ns
        except OSError:
            folders.pop(folder, None)
    state.end_publishing(_manifest(changes, config, str(site), arguments, outputs, folders))
    return replace(published, site_url=config.site_url or "")


def _given_up(changes: Changes) -> set[str]:
    """The files of the last build whose sources are gone or were rendered again."""
    before, now = changes.before, changes.sources
    if before is None:
        return set()
    there = now.inclusions.keys() | now.theme_files.keys()
    gone = (before.inclusions.keys() | before.theme_files.keys()) - there
    places = {before.destinations.get(uri, uri) for uri in gone | changes.built}
    return places.union(before.templates if changes.rendered_templates else ()).difference(changes.templates)


def _folders(path: str) -> list[str]:
    return [str(folder) for folder in PurePosixPath(path).parents]


def _output_stamps(site: Path, paths: Iterable[str]) -> Iterable[tuple[str, tuple[int, int]]]:
    for path in paths:
        stat = (site / path).stat()
        yield path, (stat.st_mtime_ns, stat.st_size)


def _settled(changes: Changes, config: MkDocsConfig) -> dict[str, bytes]:
    """The hashes of the sources; none for what was written while it was being rendered."""
    sources = changes.sources
    found = dict(sources.digests)
    for uri in changes.built:
        path = f"{config.docs_dir}/{uri}"
        if file_stamp(path) != sources.stamps[uri] and digest(path) != found[uri]:
            found[uri] = b""
    return found


def _manifest(
    changes: Changes,
    config: MkDocsConfig,
    site: str,
    arguments: str,
    outputs: dict[str, tuple[int, int]],
    folders: dict[str, int],
) -> Manifest:
    sources, surroundings = changes.sources, changes.surroundings
    return Manifest(
        key=surroundings.key,
        arguments=arguments,
        docs_dir=config.docs_dir,
        site_dir=site,
        site_url=config.site_url or "",
        roots=surroundings.roots,
        surroundings=surroundings.values,
        input_stamps=surroundings.stamps,
        input_digests=surroundings.digests,
        stamps=sources.stamps,
        digests=_settled(changes, config),
        inclusions=sources.inclusions,
        destinations=sources.pages,
        dates=changes.dates,
        date=changes.date,
        theme_files=sources.theme_files,
        templates=changes.templates,
        list_pages=changes.list_pages,
        nav=changes.nav,
        notes=changes.notes,
        anchor_notes=changes.anchor_notes,
        outputs=outputs,
        folders=folders,
    )
