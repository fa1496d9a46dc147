"""Pages of one year of an index: its tables as far as known, and the values of the whole country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from generator.library import addresses
from generator.library.library import Contradiction, Library
from generator.model import Indicator
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Page, Ref
from generator.pages.ranking_notes import notes
from generator.pages.rankings import (
    SCOPE_VI,
    breaks_between,
    columns,
    field_values,
    overall_measure,
    paragraph_marks,
    province_count,
    table_order,
)
from generator.pages.refs import contradiction_view, marks
from generator.registry import Index
from generator.text import collation_key, upper_first

_LAST = 1_000_000


def year_page(
    library: Library,
    index: Index,
    year: int,
    told: Mapping[int, Sequence[Indicator]],
    contradictions: Sequence[Contradiction],
) -> Page:
    """The page of a year; `told` holds the facts of the index by year."""
    facts = told[year]
    provincial = [f for f in facts if f.province is not None]
    return Page(
        path=addresses.index_year(index.id, year),
        template="index_year.md.jinja",
        title=f"{index.name} {year}",
        description=_description(library, index, year, provincial),
        changed=max(library.articles[f.article].updated for f in facts),
        view={
            "index": Ref(index.name, addresses.index(index.id)),
            "index_name": index.name,
            "full_name": index.full_name,
            "year": year,
            "method_break": index.years[year].method_break,
            "scope": SCOPE_VI[index.level],
            "national": national_rows(library, index, facts),
            "tables": _tables(library, index, year, provincial),
            "contradictions_list": [contradiction_view(library, c) for c in contradictions],
            "previous": _neighbour(index, year, max((y for y in told if y < year), default=None)),
            "next": _neighbour(index, year, min((y for y in told if y > year), default=None)),
        },
    )


def _description(library: Library, index: Index, year: int, provincial: Sequence[Indicator]) -> str:
    known = province_count(library, provincial)
    provinces = f"{known} tỉnh, thành phố đã biết" if known else "mức chung"
    return f"{index.full_name} ({index.name}) năm {year}: hạng và điểm của {provinces}, có dẫn nguồn từng dòng."


def _neighbour(index: Index, year: int, other: int | None) -> dict[str, Any] | None:
    """The next year told before or after this one, and what of the method changed between them."""
    if other is None:
        return None
    return {
        "ref": Ref(f"{index.name} {other}", addresses.index_year(index.id, other)),
        "breaks": breaks_between(index, min(year, other), max(year, other)),
    }


def national_rows(library: Library, index: Index, facts: Sequence[Indicator]) -> list[dict[str, Any]]:
    """The values that belong to no province, by measure; differing ones each in a row."""
    groups: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for fact in facts:
        if fact.province is None:
            groups[fact.measure, indicator_text(fact)].append(fact)
    order = list(index.measures)
    return [
        {"measure": upper_first(index.measures[measure].name), "text": text, "marks": marks(library, told)}
        for (measure, text), told in sorted(groups.items(), key=lambda g: order.index(g[0][0]))
    ]


def _tables(library: Library, index: Index, year: int, facts: Sequence[Indicator]) -> list[dict[str, Any]]:
    """A view for each table of the year, and one for facts whose table is not known."""
    by_table: dict[str | None, list[Indicator]] = defaultdict(list)
    for fact in facts:
        by_table[fact.table].append(fact)
    tables = sorted(index.years[year].tables, key=lambda t: table_order(index, t))
    views = [_table(library, index, table, by_table[table]) for table in tables]
    if by_table[None]:
        views.append(_table(library, index, None, by_table[None]))
    return views


def _table(library: Library, index: Index, table: str | None, facts: Sequence[Indicator]) -> dict[str, Any]:
    by_unit: dict[str, list[Indicator]] = defaultdict(list)
    for fact in facts:
        assert fact.province is not None
        by_unit[fact.province].append(fact)
    overall = overall_measure(index)
    ordered = sorted(by_unit, key=lambda unit: _row_key(library, overall, unit, by_unit[unit]))
    ranked = sum(any(f.measure == overall and f.rank for f in told) for told in by_unit.values())
    return {
        "id": f"bang-{table or 'chua-ro'}",
        "title": f"Bảng {index.tables[table].name}" if table else "Chưa rõ thuộc bảng nào",
        "known": _known(len(by_unit), ranked, index.tables[table].size if table else None),
        "parts": [
            _part(library, index, "", table, ordered, [f for f in facts if f.measure == overall]),
            _part(library, index, "Từng thước đo", table, ordered, [f for f in facts if f.measure != overall]),
        ],
        "notes": notes(library, index, (f for unit in ordered for f in by_unit[unit])),
    }


def _part(
    library: Library, index: Index, title: str, table: str | None, ordered: Sequence[str], facts: Sequence[Indicator]
) -> dict[str, Any]:
    """The overall ranking, or the other measures: two tables, so that the first one fits a phone."""
    by_unit: dict[str, list[Indicator]] = defaultdict(list)
    for fact in facts:
        by_unit[fact.province or ""].append(fact)
    shown = columns(index, facts)
    rows = [_row(library, index, unit, shown, by_unit[unit], table) for unit in ordered if unit in by_unit]
    return {"title": title, "columns": shown, "rows": rows}


def _row_key(library: Library, overall: str, unit: str, told: Sequence[Indicator]) -> tuple[Any, ...]:
    mine = [f for f in told if f.measure == overall]
    rank = min((f.rank for f in mine if f.rank), default=_LAST)
    top = min((f.top for f in mine if f.top), default=_LAST)
    return rank, top, collation_key(library.registries.units[unit].name)


def _known(rows: int, ranked: int, size: int | None) -> str:
    if size is None:
        return f"Bài không nói bảng nào: {rows} dòng."
    if rows == 0:
        return f"Thư viện chưa biết dòng nào trong {size} dòng của bảng này."
    ranked_text = "" if ranked == rows else f", trong đó {ranked} dòng có hạng tổng thể"
    if rows >= size:
        return f"Thư viện biết đủ {size} dòng{ranked_text}."
    return f"Thư viện mới biết {rows} trên {size} dòng{ranked_text}."


def _row(
    library: Library,
    index: Index,
    unit_id: str,
    shown: Sequence[Any],
    told: Sequence[Indicator],
    table: str | None,
) -> dict[str, Any]:
    unit = library.registries.units[unit_id]
    size = None if table else next((f.of for f in told if f.of), None)
    return {
        "unit": Ref(unit.name, addresses.index_province(index.id, unit.name_slug)),
        "cells": [field_values((f for f in told if f.measure == c.measure.id), c.field, size) for c in shown],
        "marks": paragraph_marks(library, told),
    }
