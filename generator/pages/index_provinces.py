"""Pages of one province's name in one index, and the part of it that a province's own page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from markupsafe import Markup

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Contradiction, Library
from generator.model import Indicator
from generator.pages.index_comparisons import comparison_ref
from generator.pages.indicator_words import ranking_text
from generator.pages.page import Page, Ref
from generator.pages.rank_lines import rank_chart
from generator.pages.ranking_notes import notes
from generator.pages.rankings import (
    field_values,
    measure_group,
    measures_in_order,
    overall_measure,
    paragraph_marks,
    table_label,
    table_order,
    table_size,
)
from generator.pages.refs import contradiction_view, full_name, marks, unit_label
from generator.registry import Index, Unit

UNDATED = "chưa rõ năm"
UNDATED_ANCHOR = "chua-ro-nam"
_LATE = 9999


def province_page(
    library: Library,
    index: Index,
    slug: str,
    units: Sequence[Unit],
    contradictions: Sequence[Contradiction],
    comparable: Collection[str] = (),
) -> Page:
    """The page of a name: every unit it gathers, each told apart by its time; `comparable` are units by id."""
    name = library.registries.provinces[slug]
    told = {unit: unit_facts(library, index, unit) for unit in units}
    known = {unit: facts for unit, facts in told.items() if facts}
    years = [f.year for facts in known.values() for f in facts if f.year]
    updated = [library.articles[f.article].updated for facts in known.values() for f in facts]
    return Page(
        path=addresses.index_province(index.id, slug),
        template="index_province.md.jinja",
        title=f"{index.name}: {name.name}",
        description=f"Hạng và điểm {index.name} của {name.name} theo năm và theo từng thước đo, có dẫn nguồn.",
        changed=max(updated),
        view={
            "index": Ref(index.name, addresses.index(index.id)),
            "index_name": index.name,
            "province": Ref(name.name, addresses.province(slug)),
            "successors": _successors(library, index, units),
            "gathered": [unit_label(library, unit) for unit in known] if len(units) > 1 else [],
            "silent": [unit_label(library, unit) for unit in units if unit not in known],
            "chart": _chart(library, index, name.name, tuple(known)),
            "groups": [_group(library, index, unit, facts) for unit, facts in known.items()],
            "several": len(units) > 1,
            "breaks_list": [
                (y.year, y.method_break)
                for y in index.years.values()
                if y.method_break and years and min(years) <= y.year <= max(years)
            ],
            "contradictions_list": [contradiction_view(library, c) for c in contradictions],
            "comparison": comparison_ref(index, [unit.id for unit in units if unit.id in comparable]),
        },
        front_matter={"styles": ["charts"]},
    )


def _chart(library: Library, index: Index, name: str, units: Sequence[Unit]) -> Any:
    return rank_chart(library, index, units, f"Thứ hạng {index.name} tổng thể của {name} theo năm")


def unit_facts(library: Library, index: Index, unit: Unit) -> list[Indicator]:
    """What is told of a unit in an index, by year (the undated last), table and measure."""
    order = [measure.id for measure in measures_in_order(index)]
    facts = [f for f in library.unit(unit.id).indicators if f.index_id == index.id]
    return sorted(facts, key=lambda f: (f.year or _LATE, table_order(index, f.table), order.index(f.measure)))


def _successors(library: Library, index: Index, units: Sequence[Unit]) -> list[dict[str, Any]]:
    """For a name that is no more: since when it is part of what, whose page shows these figures too."""
    last = units[0] if len(units) == 1 else None
    if last is None or last.until is None or last.successor is None:
        return []
    successor = library.registries.units[last.successor]
    renamed = len(library.succession.predecessors(successor)) == 1
    return [
        {
            "name": full_name(last),
            "until": day_vi(last.until),
            "then": f"{'là' if renamed else 'thuộc'} {full_name(successor)}",
            "ref": Ref(successor.name, addresses.index_province(index.id, successor.name_slug)),
        }
    ]


def _group(library: Library, index: Index, unit: Unit, facts: Sequence[Indicator]) -> dict[str, Any]:
    cells: dict[tuple[int | None, str | None, str], list[Indicator]] = defaultdict(list)
    for fact in facts:
        cells[fact.year, fact.table, fact.measure].append(fact)
    return {
        "id": f"don-vi-{unit.id}",
        "label": unit_label(library, unit),
        "rows": [_row(library, index, *key, told) for key, told in cells.items()],
        "notes": notes(library, index, facts),
    }


def _row(
    library: Library, index: Index, year: int | None, table: str | None, measure: str, told: Sequence[Indicator]
) -> dict[str, Any]:
    size = next((size for fact in told if (size := table_size(index, fact))), None)
    return {
        "year": _year_ref(index, year),
        "table": _table_text(index, year, table),
        "measure": index.measures[measure].name,
        "group": measure_group(index.measures[measure]),
        "rank": field_values(told, "rank", size),
        "score": field_values(told, "score"),
        "change": field_values(told, "change"),
        "marks": paragraph_marks(library, told),
    }


def _year_ref(index: Index, year: int | None) -> Ref:
    if year is None:
        return Ref(UNDATED, addresses.index(index.id), UNDATED_ANCHOR)
    return Ref(str(year), addresses.index_year(index.id, year))


def _table_text(index: Index, year: int | None, table: str | None) -> str:
    if year is not None and table is None and len(index.years[year].tables) > 1:
        return "chưa rõ bảng"
    return table_label(index, year, table)


def _newness(index: Index, year: int | None, table: str | None) -> tuple[int, str]:
    """Sort key of a ranking: by year, then by the day of the table's provinces; the unknown is oldest."""
    return year or 0, table_order(index, table) if table else ""


def years_text(facts: Iterable[Indicator]) -> str:
    """The years told of, in words: 2020, 2021, chưa rõ năm."""
    years = {fact.year for fact in facts}
    return ", ".join([*(str(y) for y in sorted(y for y in years if y)), *([UNDATED] if None in years else [])])


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
    label = {unit.id: unit_label(library, unit) for unit in units}
    overall = overall_measure(index)
    rows = [
        {
            "year": _year_ref(index, year),
            "table": _table_text(index, year, table),
            "unit": label[unit_id],
            "text": ranking_text(library, facts),
            "overall": ranking_text(library, (f for f in facts if f.measure == overall)),
            "measures": ranking_text(library, (f for f in facts if f.measure != overall)),
            "marks": marks(library, facts),
        }
        for (unit_id, year, table), facts in sorted(
            groups.items(), key=lambda g: _newness(index, *g[0][1:]), reverse=True
        )
    ]
    told = [unit for unit in units if any(key[0] == unit.id for key in groups)]
    chart = rank_chart(library, index, told, f"Thứ hạng {index.name} tổng thể theo năm")
    return {"svg": chart or Markup(""), "rows": rows}
