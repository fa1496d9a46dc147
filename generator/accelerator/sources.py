"""The files a site is made of, and which of them have to be built again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.utils import is_markdown_file

from generator.accelerator.state import Manifest
from generator.accelerator.tree import Stamp, digests, stamps
from generator.accelerator.unaccelerated import Unaccelerated


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of docs_dir in MkDocs' order, and those of the theme, with where they go."""

    stamps: dict[str, Stamp]
    digests: dict[str, bytes]
    inclusions: dict[str, int]
    pages: dict[str, str]
    """Destination of each page by the path of its source."""
    theme_files: dict[str, str]
    """Folder of each static file of the theme, for all that docs_dir has no file of that name."""

    def static_files(self) -> Iterator[str]:
        """The files that are copied."""
        least = InclusionLevel.DRAFT.value
        docs = (uri for uri, level in self.inclusions.items() if level > least and uri not in self.pages)
        yield from docs
        yield from (uri for uri in self.theme_files if uri not in self.inclusions)


def read_sources(config: MkDocsConfig, env: jinja2.Environment, before: Manifest | None) -> Sources:
    """Look at every file; what is known of those before is not worked out again."""
    found = stamps(config.docs_dir)
    if before:
        hashes = digests(config.docs_dir, found, before.stamps, before.digests)
        inclusions, pages = before.inclusions, before.destinations
        theme_files = before.theme_files
    else:
        hashes = digests(config.docs_dir, found, {}, {})
        inclusions, pages = {}, {}
        theme_files = _theme_files(config, env)
    if inclusions.keys() != found.keys():
        levels = inclusions | dict(_inclusions(config, [uri for uri in found if uri not in inclusions]))
        inclusions = {uri: levels[uri] for uri in found}
        pages = dict(_pages(config, inclusions, pages))
        _require_own_places(config, pages, inclusions, theme_files)
    return Sources(found, hashes, inclusions, pages, theme_files)


def changed_sources(sources: Sources, before: Manifest, damaged: set[str]) -> set[str]:
    """The files that are new, hold other bytes, or whose output is not there as it was published."""
    known = before.digests
    changed = {uri for uri, digest in sources.digests.items() if known.get(uri) != digest}
    if damaged:
        changed |= {uri for uri, place in sources.pages.items() if place in damaged}
        changed |= {uri for uri in sources.static_files() if uri in damaged}
    for uri in sources.theme_files:
        if (uri in before.inclusions) != (uri in sources.inclusions):
            changed.add(uri)
    return changed


def _inclusions(config: MkDocsConfig, uris: Iterable[str]) -> Iterator[tuple[str, int]]:
    files = [File(uri, config.docs_dir, config.site_dir, config.use_directory_urls) for uri in uris]
    set_exclusions(files, config)
    return ((file.src_uri, file.inclusion.value) for file in files)


def _pages(config: MkDocsConfig, inclusions: Mapping[str, int], known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for uri, level in inclusions.items():
        if is_markdown_file(uri) and level > InclusionLevel.DRAFT.value:
            if (place := known.get(uri)) is None:
                place = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls).dest_uri
            yield uri, place


def _theme_files(config: MkDocsConfig, env: jinja2.Environment) -> dict[str, str]:
    files = Files([])
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    if any(file.inclusion.value <= InclusionLevel.DRAFT.value for file in files):
        raise Unaccelerated("settings that exclude files of the theme")
    return {file.src_uri: str(file.src_dir) for file in files}


def _require_own_places(
    config: MkDocsConfig, pages: Mapping[str, str], inclusions: Mapping[str, int], theme_files: Mapping[str, str]
) -> None:
    places = [*pages.values()]
    taken = set(places)
    others = config.theme.static_templates | {uri for uri in {*inclusions, *theme_files} if uri not in pages}
    if len(taken) != len(places) or not taken.isdisjoint(others):
        raise Unaccelerated("two files that go to the same place")


def source_path(config: MkDocsConfig, uri: str) -> Path:
    """Where a file of docs_dir stands."""
    return Path(config.docs_dir) / uri
