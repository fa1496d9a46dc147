"""Tables that can be taken away, as nodes of schema.org's vocabulary: the open data, and a year of an index."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from posixpath import basename, dirname, splitext

from generator.library import addresses
from generator.model import Indicator
from generator.output.schema_org import COUNTRY, LANGUAGE, Node, Things
from generator.registry import Index

_FORMATS = {".csv": "text/csv", ".json": "application/json"}
_INDICATORS = addresses.data_file("indicators.csv")


def open_data(things: Things, files: Iterable[str]) -> Node:
    """The data package; of its files the descriptor and the tables as programs read them."""
    site = things.library.registries.site
    folder = dirname(addresses.DATA_PACKAGE)
    tables = [path for path in sorted(files) if dirname(path) == folder and path.endswith(".csv")]
    return {
        **_data_set(things, addresses.OPEN_DATA),
        "name": f"Dữ liệu mở: {site.name}",
        "description": f"{site.about} {site.unofficial}",
        "distribution": [_download(things, path) for path in (addresses.DATA_PACKAGE, *tables)],
    }


def index_year(things: Things, index: Index, year: int, facts: Iterable[Indicator], files: Collection[str]) -> Node:
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
    if _INDICATORS in files:
        node["distribution"] = _download(things, _INDICATORS)
        node["isPartOf"] = {"@type": "Dataset", "@id": things.id(addresses.OPEN_DATA)}
    return node


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
