"""What a province's own page shows of an index: its ranks and scores by year, and their chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.index_provinces import table_text, unit_facts, year_ref
from generator.pages.indicator_words import ranking_text
from generator.pages.rank_lines import rank_chart
from generator.pages.rankings import overall_measure, table_order
from generator.pages.refs import some_marks, unit_label
from generator.registry import Index, Unit


def province_series(library: Library, units: Sequence[Unit], index_id: str = "dti") -> dict[str, Any] | None:
    """What a province's page shows of an index: chart (`svg`, may be empty) and rows; None when nothing is known.

    Where it is not None, the page addresses.index_province(index_id, name) of the name that gathers the units exists.
    """
    index = library.registries.indices.get(index_id)
    if index is None:
        return None
    groups: dict[tuple[str, int | None, str | None], list[Indicator]] = defaultdict(list)
    for unit in units:
        for fact in unit_facts(library, index, unit):
            groups[unit.id, fact.year, fact.table].append(fact)
    if not groups:
        return None
    newest_first = sorted(groups.items(), key=lambda g: _newness(index, *g[0][1:]), reverse=True)
    rows = [_series_row(library, index, *key, facts) for key, facts in newest_first]
    told = [unit for unit in units if any(key[0] == unit.id for key in groups)]
    chart = rank_chart(library, index, told, f"Thứ hạng {index.name} tổng thể theo năm")
    return {"svg": chart or Markup(""), "rows": rows}


def _series_row(
    library: Library, index: Index, unit_id: str, year: int | None, table: str | None, facts: Sequence[Indicator]
) -> dict[str, Any]:
    unit, overall = library.registries.units[unit_id], overall_measure(index)
    marks, more = some_marks(library, facts, addresses.index_province(index.id, unit.name_slug))
    return {
        "year": year_ref(index, year),
        "table": table_text(index, year, table),
        "unit": unit_label(library, unit),
        "text": ranking_text(library, facts),
        "overall": ranking_text(library, (f for f in facts if f.measure == overall)),
        "measures": ranking_text(library, (f for f in facts if f.measure != overall)),
        "marks": marks,
        "more": more,
    }


def _newness(index: Index, year: int | None, table: str | None) -> tuple[int, str]:
    """Sort key of a ranking: by year, then by the day of the table's provinces; the unknown is oldest."""
    return year or 0, table_order(index, table) if table else ""
