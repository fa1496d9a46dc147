"""The tables of one year of an index as far as known, in any of their orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.library.library import Library
from generator.model import Indicator
from generator.pages.ranking_notes import Notes, notes
from generator.pages.ranking_orders import in_order, is_default, order_title, sort_value, sortable
from generator.pages.ranking_rows import Head, Row, Told, heads, row
from generator.pages.rankings import Column, columns, measures_in_order, overall_measure, table_order
from generator.registry import Index


@dataclass(frozen=True, slots=True)
class Part:
    """The overall ranking, or the other measures: two tables, so that the first one fits a phone."""

    id: str
    title: str
    heads: list[Head]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """A ranking table of a year: what is known of it, its parts, and notes on its values."""

    id: str
    title: str
    known: str
    parts: list[Part]
    notes: Notes


def default_order(index: Index) -> Column:
    """The order of a year's own page: by the overall rank."""
    return Column(measures_in_order(index)[0], "rank")


def year_orders(index: Index, units: Mapping[tuple[str, str, str], Collection[str]]) -> list[Column | None]:
    """The orders of a year that have a page of their own: those with something to sort, and by name (None).

    `units` are those that have a value in a table's column (generator/pages/index_facts.py).
    """
    overall = overall_measure(index)
    rows: dict[tuple[str, bool], set[str]] = defaultdict(set)
    found: dict[Column | None, None] = {}
    for (table, measure, field), told in sorted(units.items()):
        rows[table, measure == overall].update(told)
        column = Column(index.measures[measure], field)
        if len(told) > 1 and not is_default(index, column):
            found[column] = None
    by_name: list[Column | None] = [None] if any(len(told) > 1 for told in rows.values()) else []
    return [*by_name, *found]


def year_tables(library: Library, index: Index, year: int, facts: Sequence[Indicator]) -> list[Table]:
    """Every table of the year as its own page shows it, also those of which nothing is known yet."""
    order = default_order(index)
    return [_table(library, told, order, told.parts()) for told in _tables(index, year, facts)]


def tables_in_order(
    library: Library, index: Index, year: int, facts: Sequence[Indicator], order: Column | None
) -> list[Table]:
    """The parts of tables that can be sorted by the column, in its order; None is the order by name."""
    found = []
    for told in _tables(index, year, facts):
        parts = [part for part in told.parts() if _sorts(told, part[2], order)]
        if parts:
            known = _known_of(told, order, [f for _, _, of_part in parts for f in of_part])
            found.append(_table(library, told, order, parts, known))
    return found


def _sorts(told: Told, facts: Sequence[Indicator], order: Column | None) -> bool:
    rows = list(told.by_unit(facts).values())
    return len(rows) > 1 if order is None else order in sortable(columns(told.index, facts), rows)


def _tables(index: Index, year: int, facts: Sequence[Indicator]) -> list[Told]:
    """Each table of the year, and one for facts whose table is not known."""
    by_table: dict[str | None, list[Indicator]] = defaultdict(list)
    for fact in facts:
        by_table[fact.table].append(fact)
    known: list[str | None] = sorted(index.years[year].tables, key=lambda t: table_order(index, t))
    return [Told(index, year, t, by_table[t]) for t in [*known, *([None] if by_table[None] else [])]]


def _table(
    library: Library,
    told: Told,
    order: Column | None,
    parts: Sequence[tuple[str, str, list[Indicator]]],
    known: str = "",
) -> Table:
    by_unit = told.by_unit(told.facts)
    ordered = in_order(library.registries.units, by_unit, order)
    ranked = sum(any(f.measure == overall_measure(told.index) and f.rank for f in mine) for mine in by_unit.values())
    table = told.index.tables[told.table] if told.table else None
    shown = {fact for _, _, facts in parts for fact in facts}
    return Table(
        id=told.id,
        title=f"Bảng {table.name}" if table else "Chưa rõ thuộc bảng nào",
        known=known or _known(len(by_unit), ranked, table.size if table else None),
        parts=[_part(library, told, order, ordered, *part) for part in parts],
        notes=notes(library, told.index, (f for unit in ordered for f in by_unit[unit] if f in shown)),
    )


def _known_of(told: Told, order: Column | None, facts: Sequence[Indicator]) -> str:
    """How many provinces have the value that the table is sorted by; nothing when it is sorted by name."""
    if order is None:
        return ""
    count = sum(sort_value(of_unit, order) is not None for of_unit in told.by_unit(facts).values())
    size = f" trong bảng {told.index.tables[told.table].size} dòng" if told.table else ""
    return f"{count} nơi{size} có {order_title(order)}."


def _known(rows: int, ranked: int, size: int | None) -> str:
    if size is None:
        return f"Bài không nói bảng nào: {rows} dòng."
    if rows == 0:
        return f"Thư viện chưa biết dòng nào trong {size} dòng của bảng này."
    ranked_text = "" if ranked == rows else f", trong đó {ranked} dòng có hạng tổng thể"
    if rows >= size:
        return f"Thư viện biết đủ {size} dòng{ranked_text}."
    return f"Thư viện mới biết {rows} trên {size} dòng{ranked_text}."


def _part(
    library: Library,
    told: Told,
    order: Column | None,
    ordered: Sequence[str],
    part_id: str,
    title: str,
    facts: Sequence[Indicator],
) -> Part:
    """A part's columns start with those of the measure that the table is sorted by."""
    by_unit = told.by_unit(facts)
    shown = columns(told.index, facts)
    if order is not None and title:
        shown.sort(key=lambda c: c.measure.id != order.measure.id)
    return Part(
        id=part_id,
        title=title,
        heads=heads(told, part_id, shown, list(by_unit.values()), order),
        rows=[row(library, told, unit, shown, by_unit[unit]) for unit in ordered if unit in by_unit],
    )
