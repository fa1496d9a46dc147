"""Links to anchors, checked as MkDocs checks them, for the pages whose answer can have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from mkdocs.config.defaults import MkDocsConfig

from generator.accelerator.files import RecordingFiles
from generator.accelerator.pages import captured
from generator.accelerator.state import Note, PageRecord, State


def dead_anchors(
    records: Iterable[PageRecord], state: State, files: RecordingFiles, config: MkDocsConfig
) -> dict[str, list[Note]]:
    """What MkDocs says of links of these pages to anchors that are not there, by page; all pages stand in the state."""
    anchors_of = _remembering(state)
    found = {}
    for record in records:
        for uri, links in record.links.items():
            there = anchors_of(uri)
            if there is not None and not there.issuperset(links):
                found[record.uri] = _said(record, anchors_of, files, config)
                break
    return found


def _remembering(state: State) -> Callable[[str], frozenset[str] | None]:
    @lru_cache(maxsize=20_000)
    def anchors_of(uri: str) -> frozenset[str] | None:
        record = state.page(uri)
        return frozenset(record.anchors) if record else None

    return anchors_of


def _said(
    record: PageRecord,
    anchors_of: Callable[[str], frozenset[str] | None],
    files: RecordingFiles,
    config: MkDocsConfig,
) -> list[Note]:
    page = files.page(record.uri)
    page.links_to_anchors = {}
    for uri, links in record.links.items():
        file, there = files.file(uri), anchors_of(uri)
        if file is not None and there is not None:
            files.page(uri).present_anchor_ids = set(there)
            page.links_to_anchors[file] = dict(links)
    with captured() as notes:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    return notes


def readers_of_changed(before: Mapping[str, tuple[str, ...]], state: State, built: set[str]) -> list[PageRecord]:
    """The pages that were not built again and link to anchors of pages that had other anchors before."""
    changed = {uri for uri, anchors in before.items() if (now := state.page(uri)) and now.anchors != anchors}
    records = (state.page(uri) for uri in sorted(state.readers(changed) - built))
    return [record for record in records if record and changed.intersection(record.links)]
