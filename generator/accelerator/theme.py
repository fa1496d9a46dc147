"""The files of the project's own theme that are copied as they are: no page depends on what they hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.accelerator.unaccelerated import Unaccelerated

if TYPE_CHECKING:
    from generator.accelerator.state import Manifest
    from generator.accelerator.surroundings import Surroundings


def copied_files(config: MkDocsConfig) -> dict[str, str]:
    """Where each of them stands, by its path in the site; MkDocs says which they are."""
    folder = config.theme.custom_dir
    if not folder:
        return {}
    files = Files([])
    files.add_files_from_theme(Environment(loader=FileSystemLoader(folder), autoescape=True), config)
    return {file.src_uri: f"{folder}/{file.src_uri}" for file in files}


def changed_files(copied: dict[str, str], now: Surroundings, before: Manifest) -> set[str]:
    """Those that hold something else than before."""
    return {uri for uri, path in copied.items() if now.digests.get(path) != before.input_digests.get(path)}


def refuse_to_read(env: Environment, paths: Collection[str]) -> None:
    """Let no template take in the text of one of these files: raises Unaccelerated where one would."""
    assert env.loader is not None
    env.loader = _Refusing(env.loader, {os.path.normpath(path) for path in paths})


class _Refusing(BaseLoader):
    def __init__(self, loader: BaseLoader, paths: Collection[str]) -> None:
        self._loader, self._paths = loader, paths

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        found = self._loader.get_source(environment, template)
        if found[1] and os.path.normpath(found[1]) in self._paths:
            raise Unaccelerated(f"a template takes in {template}, which is copied too")
        return found

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()
