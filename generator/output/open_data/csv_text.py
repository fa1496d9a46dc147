"""Tables as CSV (RFC 4180): one edition for programs, with the data as it is, and one for spreadsheets.

Spreadsheets run a cell that begins with = + - @ as a formula, and misread Vietnamese unless a byte order mark tells
that it is UTF-8. Programs want neither a mark nor changed texts. So each table is written twice: the edition for
programs has no mark and changes nothing; that for spreadsheets has the mark, and an apostrophe before such texts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.library.tables.table import AnyTable, Cell, Type

LIST_DELIMITER = "; "
BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_DOUBTFUL = frozenset((*_FORMULA_STARTS, " "))


def csv_text(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    """The edition for programs: nothing is added to or changed in a text."""
    return _written(table, _texts(table, rows))


def spreadsheet_text(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    """The edition for spreadsheets: texts that would be read as formulas begin with an apostrophe."""
    guarded_rows = (
        [guarded(cell) if isinstance(cell, str) and cell[:1] in _DOUBTFUL else cell for cell in row]
        for row in _texts(table, rows)
    )
    return BYTE_ORDER_MARK + _written(table, guarded_rows)


def as_text(cell: Cell) -> str:
    """A value as Table Schema writes it: an empty text for nothing, true and false, ISO days, lists joined."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return LIST_DELIMITER.join(cell) if isinstance(cell, tuple) else str(cell)


def guarded(text: str) -> str:
    """The text as one that no spreadsheet program runs as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _texts(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows with those cells made texts that the csv module would write in Python's way."""
    places = [i for i, column in enumerate(table.columns) if column.type in (Type.BOOLEAN, Type.LIST)]
    for row in rows:
        cells = list(row)
        for i in places:
            cells[i] = as_text(cells[i])
        yield cells


def _written(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return target.getvalue()
