"""The search index as files: a directory, blocks of words and pairs, neighbours for spelling, facets, documents."""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from generator.output.search.blocks import Block, blocks, content_name
from generator.output.search.documents import PER_FACETS, Document, chunks, document_of, facets
from generator.output.search.layout import (
    DIRECTORY,
    FOLDER,
    NEIGHBOURS,
    PAIRS,
    TABLES,
    WORDS,
    Names,
    Sizes,
    block_path,
    chunk_name,
    chunk_path,
    directory_text,
    facets_files,
    facets_path,
    sizes_of,
    table_of,
    vocabulary_path,
)
from generator.output.search.neighbours import neighbour_lines, vocabulary_text
from generator.output.search.numbering import moment, numbers_of
from generator.output.search.posting_lines import Line, posting_lines
from generator.output.search.postings import Postings, parted
from generator.output.search.record import SearchRecord
from generator.output.search.segments import STEP, border_of, is_new

__all__ = ["FOLDER", "Index", "index_of", "search_files", "without_collection"]


@dataclass(frozen=True, slots=True)
class Index:
    """A whole index: its files by path, and what a change of a few documents starts from."""

    files: dict[str, str]
    documents: list[tuple[int, Document]]
    vocabulary: str
    chunks: dict[int, str] = field(default_factory=dict)
    facets: list[str] = field(default_factory=list)
    blocks: dict[str, list[Block]] = field(default_factory=lambda: {table: [] for table in TABLES})
    whole: dict[str, dict[str, str]] = field(default_factory=lambda: {table: {} for table in TABLES})


def search_files(
    records: Iterable[SearchRecord],
    kinds: Mapping[str, str],
    provinces: Mapping[str, str],
    abbreviations: Mapping[str, str],
    step: int = STEP,
) -> dict[str, str]:
    """The files by path, from records with the names of kinds and of provinces (by slug), and abbreviations in full.

    `step`: by so many numbers the border of the segments moves.
    """
    return index_of(records, Names(kinds, provinces, abbreviations), step).files


@contextmanager
def without_collection() -> Iterator[None]:
    """No search for cycles meanwhile: there are none, and among so many objects it takes a quarter of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@without_collection()
def index_of(records: Iterable[SearchRecord], names: Names, step: int = STEP) -> Index:
    """The index of records, which come one after the other in any order.

    Documents are numbered by time, so that a new article comes last and changes hardly another's number; what stands
    under words and pairs is parted into segments, so that it changes the small one only.
    """
    postings = Postings()
    arrived: list[Document] = []
    for at, record in enumerate(records):
        postings.add(at, record)
        arrived.append(document_of(record))
    sizes = sizes_of(len(arrived))
    moments = [moment(document.order, document.page) for document in arrived]
    by_time = sorted(range(len(arrived)), key=lambda at: (moments[at], arrived[at].page))
    numbers = array("I", bytes(4 * len(arrived)))
    for at, number in zip(by_time, numbers_of(map(moments.__getitem__, by_time)), strict=True):
        numbers[at] = number
    words = postings.words()
    index = Index({}, [(numbers[at], arrived[at]) for at in by_time], vocabulary_text(words))
    extent = index.documents[-1][0] + 1 if arrived else 0
    border = border_of(extent, step)
    new = [is_new(document, number, border) for document, number in zip(arrived, numbers, strict=True)]
    segments = zip(parted(words, new), parted(postings.pairs(), new), (False, True), strict=True)
    for of_words, of_pairs, is_new_one in segments:
        for table, lines in (
            (WORDS, posting_lines(of_words, numbers, sizes.most)),
            (PAIRS, posting_lines(of_pairs, numbers, sizes.most)),
            (NEIGHBOURS, neighbour_lines(of_pairs)),
        ):
            _add_table(index, table_of(table, new=is_new_one), lines, sizes)
    index.files[vocabulary_path(index.vocabulary)] = index.vocabulary
    _add_chunks(index, sizes.per_chunk)
    _add_facets(index, extent, names)
    index.files[DIRECTORY] = directory_text(
        names,
        sizes,
        documents=len(arrived),
        extent=extent,
        years=_years(index.documents),
        vocabulary=index.vocabulary,
        chunks=index.chunks,
        facets=index.facets,
        tables={table: [(block.first, block.name) for block in of_table] for table, of_table in index.blocks.items()},
    )
    return index


def _add_table(index: Index, table: str, lines: Iterable[Line], sizes: Sizes) -> None:
    texts = _texts(lines, index.whole[table])
    index.blocks[table].extend(blocks(texts, sizes.of_blocks(table)))
    index.files.update((block_path(table, block.name), block.text) for block in index.blocks[table])


def _texts(lines: Iterable[Line], whole: dict[str, str]) -> Iterator[str]:
    """The published lines; those that are kept whole are put aside."""
    for line in lines:
        if line.whole is not None:
            whole[line.key] = line.whole
        yield line.text


def _add_chunks(index: Index, size: int) -> None:
    for at, text in chunks(((number, document.text) for number, document in index.documents), size):
        index.chunks[at] = chunk_name(text)
        index.files[chunk_path(at, index.chunks[at])] = text


def _add_facets(index: Index, extent: int, names: Names) -> None:
    numbered = ((number, document.facets) for number, document in index.documents)
    groups = {at: list(group) for at, group in groupby(numbered, lambda item: item[0] // PER_FACETS)}
    for at in range(facets_files(extent)):
        text = facets(groups.get(at, ()), list(names.kinds), list(names.provinces))
        index.facets.append(content_name(text, 7))
        index.files[facets_path(index.facets[-1])] = text


def _years(documents: Iterable[tuple[int, Document]]) -> list[tuple[str, int]]:
    """Each year and its first document's number."""
    dated = ((document.order[:4], number) for number, document in documents if document.order)
    return [next(group) for _, group in groupby(dated, itemgetter(0))]
