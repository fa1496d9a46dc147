"""Tables that can be taken away, as nodes of schema.org's vocabulary: the open data, and a year of an index."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import basename, splitext

from generator.library import addresses
from generator.library.tables.all import TABLES
from generator.library.tables.files import Edition, path_of
from generator.library.tables.measured import INDICATORS
from generator.library.tables.pieces import WHOLE, pieces_of
from generator.library.tables.table import AnyTable
from generator.model import Indicator
from generator.output.schema_org import COUNTRY, LANGUAGE, Node, Things
from generator.registry import Index

_FORMATS = {".csv": "text/csv", ".json": "application/json"}


def open_data(things: Things) -> Node:
    """The data package: its descriptor, which lists every file, and of the tables those that are one file each."""
    site = things.library.registries.site
    whole = (_whole_file(things, table) for table in TABLES)
    files = [addresses.DATA_PACKAGE, *sorted(path for path in whole if path)]
    return {
        **_data_set(things, addresses.OPEN_DATA),
        "name": f"Dữ liệu mở: {site.name}",
        "description": f"{site.about} {site.unofficial}",
        "distribution": [_download(things, path) for path in files],
    }


def index_year(things: Things, index: Index, year: int, facts: Iterable[Indicator]) -> Node:
    """What articles tell of one year of an index; the tables themselves were published by others."""
    measures = {fact.measure for fact in facts}
    node = {
        **_data_set(things, addresses.index_year(index.id, year)),
        "name": f"{index.name} {year} theo báo chí",
        "description": f"Thứ hạng và điểm {index.full_name} ({index.name}) năm {year} của các tỉnh, thành phố Việt Nam "
        "mà các bài báo trong thư viện nêu, mỗi giá trị kèm nguồn; không phải bảng đầy đủ của cơ quan công bố.",
        "temporalCoverage": str(year),
        "variableMeasured": [measure.name for measure in index.measures.values() if measure.id in measures],
    }
    if path := _whole_file(things, INDICATORS):
        node["distribution"] = _download(things, path)
    return node | {"isPartOf": {"@type": "Dataset", "@id": things.id(addresses.OPEN_DATA)}}


def _whole_file(things: Things, table: AnyTable) -> str | None:
    pieces = pieces_of(things.library, table)
    return path_of(table, WHOLE, Edition.CSV) if pieces == (WHOLE,) else None


def _data_set(things: Things, page: str) -> Node:
    return {
        "@type": "Dataset",
        "@id": things.id(page),
        "url": things.url(page),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "spatialCoverage": COUNTRY,
    }


def _download(things: Things, path: str) -> Node:
    return {
        "@type": "DataDownload",
        "name": basename(path),
        "encodingFormat": _FORMATS[splitext(path)[1]],
        "contentUrl": things.address + path,
    }
