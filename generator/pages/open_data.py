"""„Dữ liệu mở": the tables to take away, and what each of their columns means."""

from __future__ import annotations

import posixpath
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.provenance import PROVENANCE
from generator.library.tables.table import AnyTable, Column, Group, Type
from generator.pages.page import Page, Ref

_GROUPS = {
    Group.ARTICLES: ("Bài viết", "bai-viet"),
    Group.FACTS: ("Dữ kiện", "du-kien"),
    Group.REGISTERS: ("Danh mục", "danh-muc"),
}
_TYPES = {
    Type.STRING: "chữ",
    Type.INTEGER: "số nguyên",
    Type.NUMBER: "số",
    Type.BOOLEAN: "true/false",
    Type.DATE: "ngày",
    Type.LIST: "danh sách",
}
MANY = 12


def open_data_page(library: Library) -> Page:
    """The page of the open data; its dictionary is made from the tables themselves."""
    site = library.registries.site
    return Page(
        path=addresses.OPEN_DATA,
        template="open_data.md.jinja",
        title="Dữ liệu mở",
        description="Bài viết, sự kiện, văn bản, thứ hạng, mục tiêu, nền tảng của cổng dưới dạng CSV và JSON, "
        "kèm nghĩa từng cột và nguồn từng dòng.",
        changed=library.content_date,
        view={
            "content_date": day_vi(library.content_date),
            "unofficial": site.unofficial,
            "corrections": site.corrections,
            "corrections_text": site.corrections.removeprefix("mailto:"),
            "package": posixpath.basename(addresses.DATA_PACKAGE),
            "english": addresses.ENGLISH,
            "about": Ref("Giới thiệu", addresses.ABOUT, "nguon"),
            "provenance": [_column(column) for column in PROVENANCE],
            "groups": [
                {
                    "title": title,
                    "id": key,
                    "tables": [table_view(table, library) for table in TABLES if table.group is group],
                }
                for group, (title, key) in _GROUPS.items()
            ],
        },
        front_matter={"styles": ["open-data"]},
    )


def table_view(table: AnyTable, library: Library) -> dict[str, Any]:
    """A table as shown: its names, size, files, and its columns but those that every fact has."""
    return {
        "name": table.name,
        "vi": table.vi,
        "en": table.en,
        "about_vi": table.about_vi,
        "about_en": table.about_en,
        "rows": sum(1 for _ in table.things(library)),
        "files": [
            (label, title, posixpath.relpath(path, posixpath.dirname(addresses.OPEN_DATA)))
            for label, title, path in (
                ("Excel", "CSV cho bảng tính", addresses.spreadsheet_file(f"{table.name}.csv")),
                ("CSV", "CSV", addresses.data_file(f"{table.name}.csv")),
                ("JSON", "JSON", addresses.data_file(f"{table.name}.json")),
            )
        ],
        "columns": [_column(column) for column in table.columns if not column.shared],
        "is_facts": any(column.shared for column in table.columns),
        "key": table.key,
        "references": [(", ".join(r.columns), r.table) for r in table.references if r.table != "paragraphs"],
    }


def _column(column: Column[Any]) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "vi": column.vi,
        "choices": _choices(column),
        "required": column.required,
    }


def _choices(column: Column[Any]) -> tuple[str, ...]:
    """The values a column may hold, where they are few and its meaning does not name them already."""
    named = any(choice in column.vi for choice in column.choices)
    return () if named or len(column.choices) > MANY else column.choices
