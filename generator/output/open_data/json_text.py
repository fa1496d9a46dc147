"""Tables as JSON: a list of objects, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from generator.library.tables.table import AnyTable, Cell


def json_text(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as objects by the names of the columns: null for nothing, lists as lists, days as ISO texts."""
    names = [column.name for column in table.columns]
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_day).encode
    objects = [encode(dict(zip(names, row, strict=True))) for row in rows]
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"


def _day(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()
