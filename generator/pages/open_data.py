"""„Dữ liệu mở": the tables to take away, and what each of their columns means."""

from __future__ import annotations

import posixpath
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.pieces import WHOLE, pieces_of
from generator.library.tables.provenance import PROVENANCE
from generator.library.tables.table import AnyTable, Column, Group, Type
from generator.pages.open_data_files import downloads, is_cut
from generator.pages.page import Page, Ref, page_at
from generator.text import number_vi

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


@page_at(addresses.OPEN_DATA)
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
            "cut": any(is_cut(pieces_of(library, table)) for table in TABLES),
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
    """A table as shown: its names, size, files, and its columns but those that every fact has.

    The rows are counted where the table is one file; of one that is cut, their owners are.
    """
    cut = is_cut(pieces_of(library, table))
    return {
        "name": table.name,
        "vi": table.vi,
        "en": table.en,
        "about_vi": table.about_vi,
        "about_en": table.about_en,
        **_size(table, library, cut),
        "parts": posixpath.basename(addresses.data_table(table.name)) if cut else "",
        "files": [] if cut else downloads(addresses.OPEN_DATA, table, WHOLE),
        "columns": [_column(column) for column in table.columns if not column.shared],
        "is_facts": any(column.shared for column in table.columns),
        "key": table.key,
        "references": [(", ".join(r.columns), r.table) for r in table.references if r.table != "paragraphs"],
    }


def _size(table: AnyTable, library: Library, cut: bool) -> dict[str, str]:
    if not cut:
        rows = str(sum(1 for _ in table.things_of(library)))
        return {"size": rows, "size_en": rows, "size_long": f"{rows} dòng"}
    number = library.shelf(table.owners.shelf).total
    owners = f"{number_vi(number)} {table.owners.vi}"
    return {"size": owners, "size_en": f"{number:,} {table.owners.en}", "size_long": f"các dòng của {owners}"}


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
