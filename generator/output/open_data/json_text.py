"""Tables as JSON: a list of objects, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic_core import to_json

from generator.library.tables.table import AnyTable, Cell


def json_text(table: AnyTable, rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as objects by the names of the columns: null for nothing, lists as lists, days as ISO texts."""
    names = [column.name for column in table.columns]
    objects = [to_json(dict(zip(names, row, strict=True))) for row in rows]
    return (b"[\n" + b",\n".join(objects) + b"\n]\n").decode() if objects else "[]\n"
