"""The search index as files: a directory, blocks of words and pairs, neighbours for spelling, facets, documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isqrt
from pathlib import PurePosixPath
from typing import Any

from generator.library import addresses
from generator.output.search.blocks import Block, blocks, content_name, lines, numbers_text
from generator.output.search.neighbours import neighbour_lines, vocabulary_text
from generator.output.search.postings import postings_of
from generator.output.search.record import SearchRecord

FOLDER = str(PurePosixPath(addresses.SEARCH).parent / "chi-muc")
_PER_CHUNK = 8
_MANY = 32_768
_PER_FACETS = 4096
_BLOCK = 12_000
_BLOCK_OF_WORDS = 4_000
_MOST_POSTINGS = 4096


def search_files(
    records: Iterable[SearchRecord],
    kinds: Mapping[str, str],
    provinces: Mapping[str, str],
    abbreviations: Mapping[str, str],
) -> dict[str, str]:
    """The files by path, from records with the names of kinds and of provinces (by slug), and abbreviations in full.

    Documents are numbered by time, so that a new article comes last and changes no other's number.
    """
    documents = sorted(records, key=lambda record: (record.order, record.page))
    number = len(documents)
    postings = postings_of(documents)
    most = max(_MOST_POSTINGS, number // 8)
    scale = max(1, isqrt(number >> 14))
    per_chunk = _PER_CHUNK if number < _MANY else 2 * _PER_CHUNK
    tables = {
        "tu": blocks(lines(postings.words, most), _BLOCK_OF_WORDS * scale),
        "cap": blocks(lines(postings.pairs, most), _BLOCK * scale),
        "lan-can": blocks(neighbour_lines(postings.pairs), _BLOCK * scale),
    }
    vocabulary = vocabulary_text(postings.words)
    chunks = [_chunk(documents[at : at + per_chunk], provinces) for at in range(0, number, per_chunk)]
    facets = [
        _facets(documents[at : at + _PER_FACETS], list(kinds), list(provinces)) for at in range(0, number, _PER_FACETS)
    ]
    directory = {
        "documents": number,
        "perChunk": per_chunk,
        "perFacets": _PER_FACETS,
        "kinds": list(kinds.items()),
        "provinces": list(provinces.items()),
        "years": _years(documents),
        "abbreviations": list(abbreviations.items()),
        "vocabulary": content_name(vocabulary, 7),
        "chunks": "".join(content_name(chunk, 4) for chunk in chunks),
        "facets": [content_name(text, 7) for text in facets],
        **{name: _entries(of_table) for name, of_table in tables.items()},
    }
    files = {f"{FOLDER}/muc.json": _json(directory) + "\n"}
    for name, of_table in tables.items():
        files |= {f"{FOLDER}/{name}/{block.name}.txt": block.text for block in of_table}
    files[f"{FOLDER}/tu-vung/{content_name(vocabulary, 7)}.txt"] = vocabulary
    files |= {f"{FOLDER}/trang/{at}-{content_name(text, 4)}.json": text for at, text in enumerate(chunks)}
    files |= {f"{FOLDER}/loc/{content_name(text, 7)}.json": text for text in facets}
    return files


def _entries(of_table: Sequence[Block]) -> list[str]:
    """First keys, and names in the same order."""
    return ["\n".join(block.first for block in of_table), "".join(block.name for block in of_table)]


def _years(documents: Sequence[SearchRecord]) -> list[tuple[str, int]]:
    """Each year and its first document."""
    first: dict[str, int] = {}
    for number, record in enumerate(documents):
        if record.order:
            first.setdefault(record.order[:4], number)
    return list(first.items())


def _chunk(documents: Sequence[SearchRecord], provinces: Mapping[str, str]) -> str:
    return _json(
        [
            [
                addresses.site_path(record.page)[1:],
                record.title,
                record.kind,
                record.date,
                list(record.provinces),
                record.lead,
                " · ".join(record.facts),
                record.aliases,
                record.related,
            ]
            for record in documents
        ]
    )


def _facets(documents: Sequence[SearchRecord], kinds: list[str], provinces: list[str]) -> str:
    """For each document its kind and its set of provinces, as numbers; the sets are listed once."""
    place = {slug: at for at, slug in enumerate(provinces)}
    sets: dict[tuple[str, ...], int] = {}
    values: list[int] = []
    for record in documents:
        values += (kinds.index(record.kind), sets.setdefault(record.provinces, len(sets)))
    return _json({"sets": [[place[slug] for slug in of_set] for of_set in sets], "values": numbers_text(values)})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
