"""The corpora of the bench as search records, and the index of each."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.check import check
from generator.output.search.index import search_files
from generator.output.search.kinds import KIND_NAMES
from generator.output.search.record import SearchRecord
from generator.output.search.records import search_records
from generator.sources.registries import load_registries
from tests.corpus.project import write_project
from tests.corpus.records import title_records
from tests.corpus.stories import ROOT
from tests.project import TODAY
from tests.search_bench.cache import cached, sources

SEED = 1
REAL = 0
"""The size that stands for the real content."""

_INDEX = tuple(
    f"generator/output/search/{module}.py"
    for module in (
        "blocks",
        "document_changes",
        "documents",
        "index",
        "layout",
        "lexicon",
        "neighbours",
        "number_lists",
        "numbering",
        "posting_lines",
        "postings",
        "renumbering",
        "segments",
        "state",
        "table_changes",
        "turnover",
        "update",
    )
)
"""What makes files of records, and no records."""
_INDEX_CODE = ("generator/output/search", "generator/text.py", "site_config")
_RECORD_CODE = ("generator/library", "generator/pages", "generator/sources", "generator/output/search", "tests/corpus")
RECORDS = "records.pickle"


def name_of(size: int) -> str:
    """How the bench calls a corpus."""
    return f"{size:,}" if size else "real"


def corpus(size: int, *, titles_only: bool = False) -> Path:
    """The file of a corpus' records: the real content, or so many synthetic articles and what they tell of."""
    if titles_only:
        code = sources("tests/corpus", "generator/output/search/record.py")
        folder = cached(f"titles-{size}", [str(SEED), *code], lambda to: _dump(title_records(size, SEED), to))
    elif size == REAL:
        parts = sources("content", "site_config", *_RECORD_CODE, without=_INDEX)
        folder = cached("records-real", parts, lambda to: _dump(_records(ROOT), to))
    else:
        parts = sources("site_config", *_RECORD_CODE, without=_INDEX)
        folder = cached(f"records-{size}", [str(SEED), *parts], lambda to: _dump(_synthetic(size), to))
    return folder / RECORDS


def records_of(file: Path) -> Iterator[SearchRecord]:
    """The records of a corpus, read one after the other."""
    with file.open("rb") as stream:
        while True:
            try:
                yield pickle.load(stream)
            except EOFError:
                return


def index_of(corpus_file: Path) -> Path:
    """The folder with a corpus' search files, laid out as in the site."""
    parts: list[Path | str] = [corpus_file.parent.name, *sources(*_INDEX_CODE)]
    return cached(f"index-{corpus_file.parent.name.rsplit('-', 1)[0]}", parts, lambda to: write_index(corpus_file, to))


def write_index(corpus_file: Path, folder: Path) -> None:
    """Build a corpus' search files, the records read one after the other."""
    provinces, abbreviations = registered_names()
    files = search_files(records_of(corpus_file), KIND_NAMES, provinces, abbreviations)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


@cache
def registered_names() -> tuple[dict[str, str], Mapping[str, str]]:
    """The provinces by slug and the abbreviations of this repository's registries, read once."""
    registries, problems = load_registries(ROOT)
    assert registries is not None, problems
    return {slug: name.name for slug, name in registries.provinces.items()}, registries.site.abbreviations


def _records(project: Path) -> Iterator[SearchRecord]:
    checked = check(project, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    return search_records(checked.library, checked.pages)


def _synthetic(size: int) -> Iterator[SearchRecord]:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        write_project(size, project, SEED)
        yield from _records(project)


def _dump(records: Iterable[SearchRecord], folder: Path) -> None:
    with (folder / RECORDS).open("wb") as stream:
        for record in records:
            pickle.dump(record, stream)
