"""Heads, rows and cells of a year's tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.page import Mark, Ref
from generator.pages.ranking_orders import BY_NAME, falls, is_default, order_slug, order_title, sort_value, sortable
from generator.pages.rankings import Column, Value, field_values, first_paragraphs, overall_measure
from generator.registry import Index

_READ_AS_IT_STANDS = re.compile(r"[+−]?\d+(?:,\d+)?")
_BY_NAME_HEAD = "Tỉnh, thành"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one table (None: not known which) in a year."""

    index: Index
    year: int
    table: str | None
    facts: Sequence[Indicator]

    @property
    def id(self) -> str:
        """The anchor of its heading."""
        return f"bang-{self.table or 'chua-ro'}"

    def by_unit(self, facts: Iterable[Indicator]) -> dict[str, list[Indicator]]:
        """The facts of each province by its unit's id."""
        found: dict[str, list[Indicator]] = defaultdict(list)
        for fact in facts:
            found[fact.province or ""].append(fact)
        return found

    def parts(self) -> list[tuple[str, str, list[Indicator]]]:
        """Anchor, title and facts of the overall ranking, and of the other measures."""
        overall = overall_measure(self.index)
        return [
            (self.id, "", [f for f in self.facts if f.measure == overall]),
            (f"{self.id}-thuoc-do", "Từng thước đo", [f for f in self.facts if f.measure != overall]),
        ]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: its words, where its order has a page, and how the table is sorted by it now („" is not)."""

    group: str
    text: str
    order: Ref | None
    falls: bool = False
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is told of one value, and the number it sorts by where its text would be read wrongly."""

    values: list[Value]
    key: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A province's line, with the first paragraphs that tell it and the way to more."""

    unit: Ref
    cells: list[Cell]
    marks: list[Mark]
    more: Ref | None


def heads(
    told: Told, part_id: str, shown: Sequence[Column], rows: Sequence[Sequence[Indicator]], order: Column | None
) -> list[Head]:
    """The heads of a part's columns; one leads to its order where two rows have a value."""
    by_name = _order_ref(told, part_id, None) if len(rows) > 1 else None
    found = [Head("", _BY_NAME_HEAD, by_name, sorted="ascending" if order is None else "")]
    led = sortable(shown, rows)
    for column in shown:
        now = ("descending" if falls(column) else "ascending") if column == order else ""
        ref = _order_ref(told, part_id, column) if column in led else None
        found.append(Head(column.group, column.title, ref, falls(column), now))
    return found


def _order_ref(told: Told, anchor: str, column: Column | None) -> Ref:
    index, year = told.index, told.year
    if is_default(index, column):
        return Ref(order_title(column), addresses.index_year(index.id, year), anchor)
    slug = order_slug(column) if column else BY_NAME
    return Ref(order_title(column), addresses.index_year_order(index.id, year, slug), anchor)


def row(library: Library, told: Told, unit_id: str, shown: Sequence[Column], facts: Sequence[Indicator]) -> Row:
    """A province's line in a part."""
    unit = library.registries.units[unit_id]
    size = None if told.table else next((f.of for f in facts if f.of), None)
    page = addresses.index_province(told.index.id, unit.name_slug)
    marks, more = first_paragraphs(library, facts, page)
    return Row(
        unit=Ref(unit.name, page),
        cells=[_cell(facts, column, size) for column in shown],
        marks=marks,
        more=more,
    )


def _cell(facts: Sequence[Indicator], column: Column, size: int | None) -> Cell:
    values = field_values((f for f in facts if f.measure == column.measure.id), column.field, size)
    plain = len(values) == 1 and _READ_AS_IT_STANDS.fullmatch(values[0].text)
    return Cell(values, None if plain or not values else sort_value(facts, column))
