"""The files a site is made of, and which of them have to be built again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.utils import is_markdown_file

from generator.accelerator.state import Manifest
from generator.accelerator.tree import Stamp, digest
from generator.accelerator.unaccelerated import Unaccelerated
from generator.accelerator.values import changed_keys, missing_keys


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of docs_dir in MkDocs' order, and those of the theme, with where they go."""

    stamps: dict[str, Stamp]
    touched: list[str]
    """Those whose stamps are not as they were."""
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


def read_sources(
    config: MkDocsConfig, env: jinja2.Environment, found: dict[str, Stamp], before: Manifest | None
) -> Sources:
    """Read the files that were found; what is known of those before is not worked out again."""
    if before:
        touched, digests = changed_keys(before.stamps, found), dict(before.digests)
        inclusions, pages = before.inclusions, before.destinations
        theme_files = before.theme_files
    else:
        touched, digests = [*found], {}
        inclusions, pages = {}, {}
        theme_files = _theme_files(config, env)
    for uri in missing_keys([*digests], found):
        del digests[uri]
    digests.update((uri, digest(f"{config.docs_dir}/{uri}")) for uri in touched)
    new = [uri for uri in touched if uri not in inclusions]
    levels = inclusions | dict(_inclusions(config, new))
    places = pages | dict(_pages(config, new, levels))
    inclusions = {uri: levels[uri] for uri in found}
    pages = {uri: places[uri] for uri in found if uri in places}
    if new:
        _require_own_places(config, pages, inclusions, theme_files)
    return Sources(found, touched, digests, inclusions, pages, theme_files)


def came_or_went(sources: Sources, before: Manifest) -> set[str]:
    """The paths at which there was no file before, or is none now."""
    then: set[str] = {*before.inclusions, *before.theme_files}
    now: set[str] = {*sources.inclusions, *sources.theme_files}
    return then ^ now


def changed_sources(sources: Sources, before: Manifest, damaged: set[str]) -> set[str]:
    """The files that are new, hold other bytes, or whose output is not there as it was published."""
    known = before.digests
    changed = {uri for uri in sources.touched if known.get(uri) != sources.digests[uri]}
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


def _pages(config: MkDocsConfig, uris: Iterable[str], levels: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for uri in uris:
        if is_markdown_file(uri) and levels[uri] > InclusionLevel.DRAFT.value:
            yield uri, File(uri, config.docs_dir, config.site_dir, config.use_directory_urls).dest_uri


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
    taken = set(pages.values())
    others = (taken & inclusions.keys()) | (taken & theme_files.keys())
    if len(taken) != len(pages) or others - pages.keys() or taken & config.theme.static_templates:
        raise Unaccelerated("two files that go to the same place")
