"""Tables as CSV (RFC 4180): one edition for programs, with the data as it is, and one for spreadsheets.

Spreadsheets run a cell that begins with = + - @ as a formula, in many settings also what follows a semicolon, and
misread Vietnamese unless a byte order mark tells that it is UTF-8. Programs want neither a mark nor changed texts. So
each table is written twice: the edition for programs has no mark and changes nothing; that for spreadsheets has the
mark, and an apostrophe before what would be run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.library.tables.table import AnyTable, Cell

LIST_DELIMITER = "; "
BYTE_ORDER_MARK = "\ufeff"
_SIGNS = "=+\\-@＝＋－＠\t\r"  # Excel also takes the full-width forms
_FORMULA = re.compile(rf"(^|[;\t\r\n]) *(?=[{_SIGNS}])")  # a list separator of „;" splits the cells of others
_TO_BE_QUOTED = re.compile('[",\r\n]')
_PERHAPS_A_FORMULA = re.compile(rf'[,;\n"\t] *[{_SIGNS}]')


def csv_text(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    """The edition for programs: nothing is added to or changed in a text."""
    return _written(table, rows)


def spreadsheet_text(table: AnyTable, rows: Sequence[Sequence[Cell]], plain: str) -> str:
    """The edition for spreadsheets: texts that would be read as formulas begin with an apostrophe.

    `plain` is the edition for programs; where it holds nothing that could begin such a text, it needs no second look.
    """
    if plain.count("\r") == len(rows) + 1 and not _PERHAPS_A_FORMULA.search(plain):
        return BYTE_ORDER_MARK + plain
    return BYTE_ORDER_MARK + _written(table, ([_guarded_cell(cell) for cell in row] for row in rows))


def as_text(cell: Cell) -> str:
    """A value as Table Schema writes it: an empty text for nothing, true and false, ISO days, lists joined."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return LIST_DELIMITER.join(cell) if isinstance(cell, tuple) else str(cell)


def _guarded_cell(cell: Cell) -> Cell:
    return guarded(as_text(cell)) if isinstance(cell, str | tuple) else cell


def guarded(text: str) -> str:
    """The text as one that no spreadsheet program runs as a formula, whatever it takes for the border of a cell."""
    return _FORMULA.sub(lambda start: f"{start[0]}'" if start[1] else f"'{start[0]}", text)


def _written(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    """The text, half as long in the making as by the csv module; tests read it with that."""
    head = [column.name for column in table.columns]
    lines = [_line([cell if type(cell) is str else as_text(cell) for cell in row]) for row in (head, *rows)]
    return "\r\n".join([*lines, ""])


def _line(cells: list[str]) -> str:
    if _TO_BE_QUOTED.search("".join(cells)):
        cells = ['"' + cell.replace('"', '""') + '"' if _TO_BE_QUOTED.search(cell) else cell for cell in cells]
    return ",".join(cells)
