"""Single pages of a site as its next build will make them: at once, with nothing published and nothing kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jinja2
from mkdocs.commands.build import _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.nav import get_navigation

from generator.accelerator.files import AllPages, RecordingFiles
from generator.accelerator.navigation import NamedPages
from generator.accelerator.pages import Builder, captured
from generator.accelerator.state import Manifest


class SinglePages:
    """Makes pages with settings and templates as they are now, from what the last build knew of the others."""

    def __init__(self, config: MkDocsConfig, last: Manifest, templates: Path, folder: Path) -> None:
        """`templates` keeps templates compiled; into the folder the pages are written."""
        self._config = config.plugins.on_config(config)
        self._config.site_dir = str(folder)
        self._env = self._config.theme.get_env()
        self._env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(templates))
        self._inclusions = dict(last.inclusions)
        self._files = RecordingFiles(self._config, self._inclusions, last.theme_files)
        with captured():
            self._nav = get_navigation(self._files, self._config)
        named = NamedPages(self._nav, self._config, last.nav)
        self._all_pages = AllPages(self._files, self._config, last.dates)
        self._builder = Builder(self._config, self._files, self._nav, self._env, self._all_pages, named.asked)
        for page in self._nav.pages:
            if not named.recall(page):
                self._builder.populate(page)
        named.watch()

    def page(self, uri: str, markdown: str, new: Iterable[str]) -> bytes:
        """The page of a Markdown file, as if that held this text, and the new files were there."""
        for each in (uri, *new):
            self._inclusions.setdefault(each, InclusionLevel.INCLUDED.value)
        page = self._files.page(uri)
        page.file.content_string = markdown
        page.meta = {}  # no longer the one it had, if the navigation names it
        self._builder.build(page)
        return Path(page.file.abs_dest_path).read_bytes()

    def template(self, name: str) -> bytes | None:
        """The page that the theme makes from a template alone; None where it has none of that name."""
        if name not in self._config.theme.static_templates:
            return None
        _build_theme_template(name, self._env, self._all_pages, self._config, self._nav)  # type: ignore[arg-type]
        return Path(self._config.site_dir, name).read_bytes()
