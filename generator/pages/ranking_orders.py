"""The orders that a year's tables can be read in: by name, or by one column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import Indicator
from generator.pages.rankings import Column, overall_measure
from generator.registry import Index, Unit
from generator.text import collation_key

BY_NAME = "theo-ten"
_AFTER_RANKS = 1_000
_FIELD_SLUG = {"rank": "hang", "score": "diem", "change": "doi-hang"}
_FIELD_VI = {"rank": "hạng", "score": "điểm", "change": "mức đổi hạng"}


def order_slug(column: Column) -> str:
    """The last part of the address of the tables in a column's order: theo-hang-kinh-te-so."""
    return f"theo-{_FIELD_SLUG[column.field]}-{column.measure.id}"


def order_title(column: Column | None) -> str:
    """The order in words, after „xếp theo"; None is the order by name."""
    return f"{_FIELD_VI[column.field]} {column.measure.name}" if column else "tên"


def falls(column: Column | None) -> bool:
    """Whether the column is read from the greatest value down: scores and rises are, ranks and names are not."""
    return column is not None and column.field != "rank"


def is_default(index: Index, column: Column | None) -> bool:
    """Whether the year's own page is in this order: by the overall rank."""
    return column is not None and column.field == "rank" and column.measure.id == overall_measure(index)


def sort_value(facts: Sequence[Indicator], column: Column) -> float | None:
    """The number that a cell sorts by: the best of several; „tốp 10" comes after every rank; None when none is told."""
    told = [f for f in facts if f.measure == column.measure.id]
    if column.field == "score":
        return max((round(f.score / f.scale, 4) for f in told if f.score is not None), default=None)
    if column.field == "change":
        return max((f.rank_change for f in told if f.rank_change is not None), default=None)
    ranks = [f.rank for f in told if f.rank] or [_AFTER_RANKS + f.top for f in told if f.top]
    return min(ranks, default=None)


def in_order(units: Mapping[str, Unit], by_unit: Mapping[str, Sequence[Indicator]], column: Column | None) -> list[str]:
    """The units by the column's values and then by name, those without a value last; or by name alone."""

    def name(unit: str) -> tuple[Any, ...]:
        return collation_key(units[unit].name), unit

    ordered = sorted(by_unit, key=name)
    if column is None:
        return ordered
    values = {unit: sort_value(by_unit[unit], column) for unit in ordered}
    told = [(value, unit) for unit, value in values.items() if value is not None]
    sign = -1 if falls(column) else 1
    told.sort(key=lambda pair: sign * pair[0])
    return [unit for _, unit in told] + [unit for unit, value in values.items() if value is None]


def sortable(columns: Sequence[Column], rows: Sequence[Sequence[Indicator]]) -> list[Column]:
    """The columns with values in at least two rows."""
    counts = {column: sum(sort_value(facts, column) is not None for facts in rows) for column in columns}
    return [column for column in columns if counts[column] > 1]
