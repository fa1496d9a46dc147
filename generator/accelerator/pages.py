"""Builds one page after the other, and takes down all that it depended on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import jinja2
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.accelerator.conversion import Converter
from generator.accelerator.files import AllPages, AskedMeta, RecordingFiles
from generator.accelerator.front_matter import read
from generator.accelerator.parts import share_parts
from generator.accelerator.state import Note, PageRecord


@dataclass(frozen=True, slots=True)
class Built:
    """A page that was built: what is kept of it, its last change, what was said of it, what was asked of others."""

    record: PageRecord
    date: str
    notes: list[Note]
    asked: frozenset[str]


class Builder:
    """Builds pages of a site into the folder that its settings name."""

    def __init__(
        self,
        config: MkDocsConfig,
        files: RecordingFiles,
        nav: Navigation,
        env: jinja2.Environment,
        all_pages: AllPages,
        asked: set[str],
    ) -> None:
        self._config = config
        self._files = files
        self._nav = nav
        self._env = env
        self._all_pages = all_pages
        self._asked = asked
        self._converter = Converter(config, files)
        share_parts(env, nav)
        self._populated: dict[str, tuple[set[str], list[Note]]] = {}

    def peek(self, page: Page) -> bool:
        """Read the front matter of a page; False if that or its title may depend on what the page is converted to."""
        if page.file.src_uri in self._populated:
            return True
        if "title" not in vars(page) or self._config.plugins.events["page_content"]:
            return False
        with captured():
            self._populate(page, lambda: setattr(page, "content", ""), set())
        page.content = None
        return True

    def populate(self, page: Page) -> None:
        """Read and convert a page, once."""
        uri = page.file.src_uri
        if uri in self._populated:
            return
        known = vars(page).get("meta")
        looked_up: set[str] = set()
        with captured() as notes:
            self._populate(page, lambda: self._converter.convert(page), looked_up)
        if isinstance(known, AskedMeta):  # another page may ask for it from here on
            page.meta = known
        self._populated[uri] = looked_up, notes

    def _populate(self, page: Page, render: Callable[[], None], looked_up: set[str]) -> None:
        vars(page)["render"] = lambda config, files: render()
        if not self._config.plugins.events["page_read_source"]:
            vars(page)["read_source"] = lambda config: _read_source(page, config)
        with self._taking_down(looked_up):
            _populate_page(page, self._config, self._files)
        vars(page).pop("read_source", None)
        del vars(page)["render"]

    def build(self, page: Page) -> Built:
        """Write a page into the site."""
        self.populate(page)
        looked_up, notes = self._populated.pop(page.file.src_uri)
        with captured() as more, self._taking_down(looked_up):
            _build_page(page, self._config, self._all_pages, self._nav, self._env)
        links = {file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()}
        anchors = tuple(sorted(page.present_anchor_ids or ()))
        record = PageRecord(page.file.src_uri, tuple(sorted(looked_up)), anchors, links)
        return Built(record, page.update_date, notes + more, frozenset(self._asked))

    @contextmanager
    def _taking_down(self, looked_up: set[str]) -> Iterator[None]:
        self._files.looked_up = looked_up
        try:
            yield
        finally:
            self._files.looked_up = None


def _read_source(page: Page, config: MkDocsConfig) -> None:
    try:
        source = page.file.content_string
    except (OSError, ValueError):
        return Page.read_source(page, config)  # says what is wrong
    page.markdown, page.meta = read(source)


@contextmanager
def captured() -> Iterator[list[Note]]:
    """Keep what MkDocs says from being said; `say` says it later."""
    logger, notes = logging.getLogger("mkdocs"), _Notes()
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [notes], False
    try:
        yield notes.found
    except BaseException:
        logger.handlers, logger.propagate = handlers, propagate
        say(notes.found)
        raise
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def say(notes: list[Note]) -> None:
    """Say what was kept from being said."""
    for name, level, message in notes:
        logging.getLogger(name).log(level, "%s", message)


class _Notes(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Note] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append((record.name, record.levelno, record.getMessage()))
