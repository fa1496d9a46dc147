"""A search index that changes with a few of its records: exactly the files that an index of all records would have."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.output.search.document_changes import (
    change_chunks,
    change_documents,
    change_facets,
    extent_of,
    years_of,
)
from generator.output.search.documents import document_of, record_of
from generator.output.search.index import Index, index_of, without_collection
from generator.output.search.layout import (
    DIRECTORY,
    NEIGHBOURS,
    PAIRS,
    WORDS,
    FileChanges,
    Names,
    directory_text,
    sizes_of,
    table_of,
    vocabulary_path,
)
from generator.output.search.neighbours import changed_vocabulary
from generator.output.search.numbering import moment
from generator.output.search.record import SearchRecord
from generator.output.search.renumbering import renumbered
from generator.output.search.segments import STEP, border_of
from generator.output.search.state import (
    Unfit,
    all_documents,
    document_at,
    documents_between,
    fingerprint,
    keep,
    kept,
    opened,
    write,
)
from generator.output.search.table_changes import LineChanges, change_table, neighbour_changes, posting_changes
from generator.output.search.turnover import SegmentEdits, Turn, edits_of

_MOST_MOVED = 2048
"""So many documents are put under other numbers one by one; with more, the index is made anew."""


@dataclass(frozen=True, slots=True)
class IndexChange:
    """Files of the index to write by path, and paths to remove; all others stay.

    `complete`: the files are all there are, whatever else stands in the index's folder must go.
    """

    files: Mapping[str, str]
    gone: tuple[str, ...] = ()
    complete: bool = False


class SearchState:
    """Makes the index, and remembers at a path what a later change of it starts from.

    The caller gives each state of the records a key of its own, and starts from the one whose files are published: if
    that is not what is remembered, or by other code or under other names, the index is made anew.
    """

    def __init__(self, path: Path, names: Names, step: int = STEP) -> None:
        self._path = path
        self._names = names
        self._step = step
        self._fit = f"{fingerprint(names)} {step}"

    def build(self, records: Iterable[SearchRecord], key: str) -> IndexChange:
        """The whole index, remembered under the key."""
        return self._remembered(index_of(records, self._names, self._step), key)

    @without_collection()
    def update(
        self,
        before: str,
        key: str,
        changed: Mapping[str, SearchRecord],
        removed: Collection[str],
        everything: Callable[[], Iterable[SearchRecord]],
    ) -> IndexChange:
        """What changes with new or other records by page, and with pages that have none any more.

        From the index remembered under the key `before`; `everything` is asked for where there is none.
        """
        try:
            with opened(self._path, self._fit, before) as connection:
                turn = _turn(connection, changed, removed)
                if turn is not None:
                    keep(connection, key=key, documents=str(turn.documents))
                    return _changed(connection, self._names, turn, self._step)
                index = index_of(_after(connection, changed, removed), self._names, self._step)
        except Unfit:
            index = index_of(everything(), self._names, self._step)
        return self._remembered(index, key)

    def _remembered(self, index: Index, key: str) -> IndexChange:
        write(self._path, self._fit, key, index)
        return IndexChange(index.files, complete=True)


def _turn(connection: sqlite3.Connection, changed: Mapping[str, SearchRecord], removed: Collection[str]) -> Turn | None:
    """Which documents go, come and move; None if all sizes change or too much moves."""
    turn = Turn()
    for page in sorted({*changed, *removed}):
        known = document_at(connection, page)
        new = document_of(changed[page]) if page in changed and page not in removed else None
        if (known[1] if known else None) != new:
            if known:
                turn.gone[page] = known
            if new:
                turn.come[page] = new
    before = int(kept(connection, "documents"))
    turn.documents = before - len(turn.gone) + len(turn.come)
    if sizes_of(before) != sizes_of(turn.documents) or len({*turn.gone, *turn.come}) > _MOST_MOVED:
        return None
    gone = {(moment(document.order, page), page) for page, (_, document) in turn.gone.items()}
    come = {(moment(document.order, page), page) for page, document in turn.come.items()}
    for page, number in renumbered(connection, gone - come, come - gone):
        turn.numbers[page] = number
        if len(turn.numbers) > _MOST_MOVED:
            return None
    return turn


def _changed(connection: sqlite3.Connection, names: Names, turn: Turn, step: int) -> IndexChange:
    if not (turn.gone or turn.come):
        return IndexChange({})
    files, sizes = FileChanges(), sizes_of(turn.documents)
    moved = list(turn.moved(connection))
    extent = extent_of(connection)
    touched = change_documents(connection, turn, moved)
    extents = (extent, extent_of(connection))
    borders = (border_of(extents[0], step), border_of(extents[1], step))
    crossing = documents_between(connection, min(borders), max(borders))
    moved += [(number, number, document) for number, document in crossing if number not in touched]
    edited = edits_of(turn, moved, borders)
    tables = {
        table: change_table(connection, table, changes, sizes, files)
        for new in (False, True)
        for table, changes in _table_changes(edited.segments[new], new, sizes.most)
    }
    vocabulary = kept(connection, "vocabulary")
    changed = changed_vocabulary(vocabulary, edited.word_counts)
    if changed != vocabulary:
        files.put(vocabulary_path(changed), changed)
        files.drop(vocabulary_path(vocabulary))
        keep(connection, vocabulary=changed)
    directory = directory_text(
        names,
        sizes,
        documents=turn.documents,
        extent=extents[1],
        years=years_of(connection, extents[1]),
        vocabulary=changed,
        chunks=change_chunks(connection, touched, sizes.per_chunk, files),
        facets=change_facets(connection, touched, extents[1], names, files),
        tables=tables,
    )
    files.put(DIRECTORY, directory)
    return IndexChange(files.files, files.gone())


def _table_changes(segment: SegmentEdits, new: bool, most: int) -> Iterator[tuple[str, LineChanges]]:
    """A segment's tables, and what changes in each."""
    yield table_of(WORDS, new=new), posting_changes(segment.words, most)
    yield table_of(PAIRS, new=new), posting_changes(segment.pairs, most)
    yield table_of(NEIGHBOURS, new=new), neighbour_changes(segment.pair_counts)


def _after(
    connection: sqlite3.Connection, changed: Mapping[str, SearchRecord], removed: Collection[str]
) -> Iterator[SearchRecord]:
    for document in all_documents(connection):
        if document.page not in changed and document.page not in removed:
            yield record_of(document)
    for page, record in changed.items():
        if page not in removed:
            yield record
