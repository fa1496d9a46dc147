"""How the files of the index are laid out: their paths, their sizes, and the directory that names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.library import addresses
from generator.output.search.blocks import content_name
from generator.output.search.documents import PER_FACETS, json_text

FOLDER = str(PurePosixPath(addresses.SEARCH).parent / "chi-muc")
DIRECTORY = f"{FOLDER}/muc.json"
WORDS, PAIRS, NEIGHBOURS = "tu", "cap", "lan-can"
_OF_NEW = "-moi"
_NO_CHUNK = "----"
_PER_CHUNK = 12
_MANY = 32_768
_MOST_POSTINGS = 4096
_STEP = 8192


def table_of(of_all: str, *, new: bool) -> str:
    """The table of a segment."""
    return of_all + _OF_NEW if new else of_all


TABLES = tuple(table_of(table, new=new) for new in (False, True) for table in (WORDS, PAIRS, NEIGHBOURS))
_BLOCK = dict(zip(TABLES, (4_000, 12_000, 12_000, 8_000, 12_000, 16_000), strict=True))


@dataclass(frozen=True, slots=True)
class Names:
    """What filters and the search box call things: kinds and provinces by key, and abbreviations in full."""

    kinds: Mapping[str, str]
    provinces: Mapping[str, str]
    abbreviations: Mapping[str, str]


class Sizes(NamedTuple):
    """What hangs on the number of documents, all in steps: a new document seldom changes any."""

    most: int
    per_chunk: int
    scale: int

    def of_blocks(self, table: str) -> int:
        """About so many characters make a block."""
        return _BLOCK[table] * self.scale


def sizes_of(documents: int) -> Sizes:
    """The sizes of an index of so many documents."""
    most = max(_MOST_POSTINGS, documents // _STEP * (_STEP // 8))
    return Sizes(most, _PER_CHUNK if documents < _MANY else 3 * _PER_CHUNK, max(1, isqrt(documents >> 14)))


class FileChanges:
    """Files of the index to write, and paths to remove."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self._dropped: set[str] = set()

    def put(self, path: str, text: str) -> None:
        """Write a file."""
        self.files[path] = text

    def drop(self, path: str) -> None:
        """Remove a file, unless it is written too."""
        self._dropped.add(path)

    def gone(self) -> tuple[str, ...]:
        """The paths to remove, sorted."""
        return tuple(sorted(self._dropped - self.files.keys()))


def block_path(table: str, name: str) -> str:
    """Where a block stands."""
    return f"{FOLDER}/{table}/{name}.txt"


def vocabulary_path(text: str) -> str:
    """Where the vocabulary stands."""
    return f"{FOLDER}/tu-vung/{content_name(text, 7)}.txt"


def chunk_name(text: str) -> str:
    """The name of a chunk by its text."""
    return content_name(text, len(_NO_CHUNK))


def chunk_path(at: int, name: str) -> str:
    """Where a chunk stands."""
    return f"{FOLDER}/trang/{at}-{name}.json"


def facets_path(name: str) -> str:
    """Where the filters of some documents stand."""
    return f"{FOLDER}/loc/{name}.json"


def facets_files(extent: int) -> int:
    """How many files of filters there are, each for as many numbers; `extent`: above every number."""
    return -(-extent // PER_FACETS)


def directory_text(
    names: Names,
    sizes: Sizes,
    *,
    documents: int,
    extent: int,
    years: Sequence[tuple[str, int]],
    vocabulary: str,
    chunks: Mapping[int, str],
    facets: Sequence[str],
    tables: Mapping[str, Sequence[tuple[str, str]]],
) -> str:
    """The file that names all others.

    `documents`: how many there are; `extent`: above every number; `years` with the first number of each; `vocabulary`:
    its text; chunks by place and facets by their names; tables as first keys and names of blocks.
    """
    directory = {
        "documents": documents,
        "numbers": extent,
        "most": sizes.most,
        "perChunk": sizes.per_chunk,
        "perFacets": PER_FACETS,
        "kinds": list(names.kinds.items()),
        "provinces": list(names.provinces.items()),
        "years": years,
        "abbreviations": list(names.abbreviations.items()),
        "vocabulary": content_name(vocabulary, 7),
        "chunks": "".join([chunks.get(at, _NO_CHUNK) for at in range(max(chunks, default=-1) + 1)]),
        "facets": facets,
    }
    for table, entries in tables.items():
        directory[table] = ["\n".join([first for first, _ in entries]), "".join([name for _, name in entries])]
    return json_text(directory) + "\n"
