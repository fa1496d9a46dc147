"""The descriptor of the open data: a Data Package, version 2.0 (datapackage.org), in Vietnamese and English."""

from __future__ import annotations

import json
import posixpath
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.files import Edition, path_of
from generator.library.tables.pieces import pieces_of
from generator.library.tables.table import AnyTable, Column, Reference, Type
from generator.output.open_data.csv_text import LIST_DELIMITER

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def data_package(library: Library, address: str) -> str:
    """The descriptor of the CSV files; of a table in several files it lists them all, each with the head.

    It has no `created`: the same content makes the same bytes on every day. Its version is the content's last day.
    It has no `hash` and no `bytes`: to write it, no file need be read.
    """
    site = library.registries.site
    package: dict[str, Any] = {
        "$schema": _PROFILE,
        "name": "chuyen-doi-so-dia-phuong",
        "title": site.name,
        "titleEn": "Digital transformation of the provinces of Vietnam",
        "description": f"{site.about} {site.unofficial}",
        "descriptionEn": "What the press tells of the digital transformation of Vietnam's provinces: events, legal "
        "documents, ranks, targets, platforms, each with the paragraph and the article it comes from. Unofficial.",
        "languages": ["vi", "en"],
        "version": library.content_date.isoformat(),
        "keywords": ["chuyển đổi số", "tỉnh, thành phố", "Việt Nam", "digital transformation", "provinces", "Vietnam"],
        "contributors": [{"title": site.name, "roles": ["publisher"]} | ({"path": address} if address else {})],
    }
    if address:
        package["homepage"] = address + addresses.site_path(addresses.OPEN_DATA)[1:]
    package["resources"] = [_resource(library, table) for table in TABLES]
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(library: Library, table: AnyTable) -> dict[str, Any]:
    folder = posixpath.dirname(addresses.DATA_PACKAGE)
    paths = [posixpath.relpath(path_of(table, piece, Edition.CSV), folder) for piece in pieces_of(library, table)]
    return {
        "name": table.name,
        "type": "table",
        "path": paths[0] if len(paths) == 1 else paths,
        "title": table.vi,
        "titleEn": table.en,
        "description": table.about_vi,
        "descriptionEn": table.about_en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: AnyTable) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [_foreign_key(table, reference) for reference in table.references]
    return schema


def _field(column: Column[Any]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type.value,
        "description": column.vi,
        "descriptionEn": column.en,
    }
    if column.type is Type.LIST:
        field |= {"delimiter": LIST_DELIMITER, "itemType": "string"}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = [str(choice) for choice in column.choices]
    if column.least is not None:
        constraints["minimum"] = column.least
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(table: AnyTable, reference: Reference) -> dict[str, Any]:
    """A foreign key; a reference to the table's own rows names no resource."""
    to: dict[str, Any] = {"fields": list(reference.of)}
    if reference.table != table.name:
        to["resource"] = reference.table
    return {"fields": list(reference.columns), "reference": to}
