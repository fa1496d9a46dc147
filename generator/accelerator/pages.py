"""Builds one page after the other, and takes down all that it depended on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import jinja2
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.accelerator.conversion import Converter
from generator.accelerator.files import AllPages, RecordingFiles
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
        self._populated: dict[str, tuple[set[str], list[Note]]] = {}

    def populate(self, page: Page) -> None:
        """Read and convert a page, once."""
        uri = page.file.src_uri
        if uri in self._populated:
            return
        looked_up: set[str] = set()
        vars(page)["render"] = lambda config, files: self._converter.convert(page)
        with captured() as notes, self._taking_down(looked_up):
            _populate_page(page, self._config, self._files)
        del vars(page)["render"]
        self._populated[uri] = looked_up, notes

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
