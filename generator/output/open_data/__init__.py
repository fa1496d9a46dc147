"""The open data: every table as CSV, as CSV for spreadsheets and as JSON, and the data package that describes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.files import Edition, path_of
from generator.library.tables.pieces import Piece, pieces_of
from generator.library.tables.table import AnyTable, Source
from generator.output.open_data.csv_text import csv_text, spreadsheet_text
from generator.output.open_data.data_package import data_package
from generator.output.open_data.json_text import json_text


def open_data_files(library: Library, address: str) -> dict[str, Callable[[], str]]:
    """How every data file is made, by path; links in them begin with the site's address, or at its root without one.

    Each is made alone, from the owners of its piece, and with it the other editions of the piece.
    """

    @lru_cache(maxsize=1)
    def made(table: AnyTable, piece: Piece) -> dict[str, str]:
        return piece_files(library, address, table, piece)

    def make(table: AnyTable, piece: Piece, path: str) -> str:
        return made(table, piece)[path]

    files: dict[str, Callable[[], str]] = {
        path: partial(make, table, piece, path)
        for table in TABLES
        for piece in pieces_of(library, table)
        for path in (path_of(table, piece, edition) for edition in Edition)
    }
    return files | {addresses.DATA_PACKAGE: partial(data_package, library, address)}


def piece_files(library: Library, address: str, table: AnyTable, piece: Piece) -> dict[str, str]:
    """The editions of a piece of a table, by path."""
    rows = list(table.rows(Source(library, address), piece))
    plain = csv_text(table, rows)
    return {
        path_of(table, piece, Edition.SPREADSHEET): spreadsheet_text(table, rows, plain),
        path_of(table, piece, Edition.CSV): plain,
        path_of(table, piece, Edition.JSON): json_text(table, rows),
    }
