"""Links to anchors, checked as MkDocs checks them, for the pages whose answer can have changed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig

from generator.accelerator.files import RecordingFiles
from generator.accelerator.pages import captured
from generator.accelerator.state import Note, PageRecord, State


class Anchors:
    """The anchors that pages link to which were built, each once, and those that these pages had before."""

    def __init__(self, state: State, built: Iterable[str]) -> None:
        self._state = state
        self._before = {uri: record.anchors for uri in built if (record := state.page(uri))}
        self._wanted: dict[str, set[str]] = {}
        self.checked: set[str] = set()
        """The pages whose links are looked at."""

    def add(self, record: PageRecord) -> None:
        """Take note of a page that was built, or is to be checked once more."""
        self.checked.add(record.uri)
        for uri, links in record.links.items():
            self._wanted.setdefault(uri, set()).update(map(sys.intern, links))

    def dead(self, files: RecordingFiles, config: MkDocsConfig) -> dict[str, list[Note]]:
        """What MkDocs says of links to anchors that are not there, by page; all that were built stand in the state."""
        for reader in list(self._readers_of_changed()):
            self.add(reader)
        missing = {uri: gone for uri, anchors in self._wanted.items() if (gone := self._missing(uri, anchors))}
        if not missing:
            return {}
        records = (record for uri in sorted(self.checked) if (record := self._state.page(uri)))
        return {
            record.uri: _said(record, self._state, files, config)
            for record in records
            if any(not missing[uri].isdisjoint(record.links[uri]) for uri in missing.keys() & record.links.keys())
        }

    def _missing(self, uri: str, anchors: set[str]) -> set[str]:
        there = self._state.page(uri)
        return anchors.difference(there.anchors) if there else set()

    def _readers_of_changed(self) -> Iterator[PageRecord]:
        """The pages that were not built again and link to anchors of pages that had other anchors before."""
        now = ((uri, anchors, self._state.page(uri)) for uri, anchors in self._before.items())
        changed = {uri for uri, anchors, page in now if page and page.anchors != anchors}
        for uri in sorted(self._state.readers(changed) - self.checked):
            reader = self._state.page(uri)
            if reader and not changed.isdisjoint(reader.links):
                yield reader


def _said(record: PageRecord, state: State, files: RecordingFiles, config: MkDocsConfig) -> list[Note]:
    page = files.page(record.uri)
    page.links_to_anchors = {}
    for uri, links in record.links.items():
        file, there = files.file(uri), state.page(uri)
        if file is not None and there is not None:
            files.page(uri).present_anchor_ids = set(there.anchors)
            page.links_to_anchors[file] = dict(links)
    with captured() as notes:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    return notes
