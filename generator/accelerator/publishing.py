"""Makes the published folder what was rendered, and takes down how it stands then."""

from __future__ import annotations

import os
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
    sizes_of,
    touched_folders,
)
from generator.accelerator.sources import came_or_went
from generator.accelerator.state import Manifest, State
from generator.accelerator.tree import Stamp, digest, file_stamp, is_unsettled

if TYPE_CHECKING:
    from generator.accelerator.changes import Changes


def publish_whole(config: MkDocsConfig, state: State, stage: Path, site: Path) -> Published:
    """Make the site what the stage is, and forget all that is known."""
    state.clear()
    state.begin_publishing()
    published = publish(stage, site, files_below(site), whole=True)
    remove_empty_folders(site)
    sizes = sizes_of((path, (site / path).lstat().st_size) for path in files_below(site))
    return replace(published, site_url=config.site_url or "", sizes=sizes)


def publish_changes(
    changes: Changes, config: MkDocsConfig, state: State, stage: Path, site: Path, arguments: str, sources_state: bytes
) -> Published:
    """Make the site what the stage and what is kept of the last build are; the last two are kept as they are."""
    staged, known = files_below(stage), changes.before.outputs if changes.before else {}
    given_up = _given_up(changes)
    touched = changes.touched | _touched_since(changes, str(site), {*staged, *given_up})
    state.begin_publishing()
    unwanted = given_up & known.keys() | foreign_files(site, touched, known) if changes.before else files_below(site)
    published = publish(stage, site, unwanted, whole=changes.before is None)
    if touched or not changes.before:
        remove_empty_folders(site)
    outputs = {**known, **dict(_output_stamps(site, staged))}
    for path in (given_up & known.keys()).difference(staged):
        del outputs[path]
    folders = dict(changes.before.folders) if changes.before else {}
    moved = [*published.added, *published.changed, *published.removed] if changes.before else outputs
    for folder in touched.union(*map(_folders, moved)):
        try:
            folders[folder] = (site / folder).stat().st_mtime_ns
        except OSError:
            folders.pop(folder, None)
    manifest = _manifest(changes, config, str(site), arguments, sources_state, outputs, folders)
    state.end_publishing(manifest, changes.before)
    return replace(published, site_url=manifest.site_url, sizes=manifest.sizes)


def _touched_since(changes: Changes, site: str, paths: Iterable[str]) -> set[str]:
    """The folders that another hand wrote into while these files were rendered, who will be written now."""
    known = changes.before.folders if changes.before else {}
    folders = {folder for path in paths for folder in _folders(path)}
    return touched_folders(site, {folder: known[folder] for folder in folders & known.keys()})


def _given_up(changes: Changes) -> set[str]:
    """The files of the last build whose sources are gone or were rendered again."""
    before, now = changes.before, changes.sources
    if before is None:
        return set()
    gone = [uri for uri in came_or_went(now, before) if uri not in now.inclusions and uri not in now.theme_files]
    places = {before.destinations.get(uri, uri) for uri in changes.built.union(gone)}
    return places.union(before.templates if changes.rendered_templates else ()).difference(changes.templates)


def _folders(path: str) -> list[str]:
    return [str(folder) for folder in PurePosixPath(path).parents]


def _output_stamps(site: Path, paths: Iterable[str]) -> Iterable[tuple[str, tuple[int, int]]]:
    for path in paths:
        stat = (site / path).stat()
        yield path, (stat.st_mtime_ns, stat.st_size)


def _settled(changes: Changes, config: MkDocsConfig) -> tuple[dict[str, Stamp], dict[str, bytes]]:
    """The stamps and hashes of the sources; no hash of what was written while it was being rendered."""
    stamps, digests = dict(changes.sources.stamps), dict(changes.sources.digests)
    unsettled = (uri for uri in changes.sources.touched if is_unsettled(stamps[uri]))
    for uri in changes.built.union(unsettled):
        path = f"{config.docs_dir}/{uri}"
        if (now := file_stamp(path)) == stamps[uri]:
            continue
        if digest(path) == digests[uri]:
            stamps[uri] = now
        else:
            digests[uri] = b""
    return stamps, digests


def _manifest(
    changes: Changes,
    config: MkDocsConfig,
    site: str,
    arguments: str,
    sources_state: bytes,
    outputs: dict[str, tuple[int, int]],
    folders: dict[str, int],
) -> Manifest:
    sources, surroundings = changes.sources, changes.surroundings
    stamps, digests = _settled(changes, config)
    return Manifest(
        serial=os.urandom(8),
        key=surroundings.key,
        arguments=arguments,
        docs_dir=config.docs_dir,
        site_dir=site,
        site_url=config.site_url or "",
        sources_state=sources_state,
        roots=surroundings.roots,
        surroundings=surroundings.values,
        input_stamps=surroundings.stamps,
        input_digests=surroundings.digests,
        stamps=stamps,
        digests=digests,
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
        sizes=sizes_of((path, size) for path, (_, size) in outputs.items()),
    )
