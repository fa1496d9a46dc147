"""Where the pieces of tables stand, in each edition."""

from __future__ import annotations

from enum import StrEnum

from generator.library import addresses
from generator.library.tables.pieces import Piece
from generator.library.tables.table import AnyTable


class Edition(StrEnum):
    """The forms that every table is written in: for spreadsheets, and for programs."""

    SPREADSHEET = "spreadsheet"
    CSV = "csv"
    JSON = "json"


def path_of(table: AnyTable, piece: Piece, edition: Edition) -> str:
    """The file of a piece: „du-lieu/events.csv", „du-lieu/events/2024-03.csv"."""
    name = f"{table.name}/{piece.name}" if piece.name else table.name
    if edition is Edition.SPREADSHEET:
        return addresses.spreadsheet_file(f"{name}.csv")
    return addresses.data_file(f"{name}.{edition}")
