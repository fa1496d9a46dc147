"""Pages of one province's name in one index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.index_comparisons import can_compare, comparison_ref
from generator.pages.index_facts import contradictions_of, facts_of_unit
from generator.pages.page import Page, Ref, page_at
from generator.pages.rank_lines import overall_ranks, rank_chart
from generator.pages.ranking_notes import notes
from generator.pages.rankings import (
    field_values,
    first_paragraphs,
    measure_group,
    measures_in_order,
    table_label,
    table_order,
    table_size,
)
from generator.pages.refs import contradiction_view, full_name, unit_label
from generator.registry import Index, Unit

UNDATED = "chưa rõ năm"
UNDATED_ANCHOR = "chua-ro-nam"
_LATE = 9999


@page_at(lambda library, index, slug, units: addresses.index_province(index.id, slug))
def province_page(
    library: Library,
    index: Index,
    slug: str,
    units: Sequence[Unit],
) -> Page:
    """The page of a name: every unit it gathers, each told apart by its time."""
    name = library.registries.provinces[slug]
    told = {unit: unit_facts(library, index, unit) for unit in units}
    known = {unit: facts for unit, facts in told.items() if facts}
    years = [f.year for facts in known.values() for f in facts if f.year]
    updated = [library.cards[f.article].updated for facts in known.values() for f in facts]
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
            "contradictions_list": [
                contradiction_view(library, c) for facts in known.values() for c in contradictions_of(library, facts)
            ],
            "comparison": _comparison(library, index, units),
        },
        front_matter={"styles": ["charts"]},
    )


def _comparison(library: Library, index: Index, units: Sequence[Unit]) -> tuple[str, str] | None:
    ranked = [unit.id for unit in units if overall_ranks(library, index, unit)]
    return comparison_ref(index, ranked) if ranked and can_compare(library, index) else None


def _chart(library: Library, index: Index, name: str, units: Sequence[Unit]) -> Any:
    return rank_chart(library, index, units, f"Thứ hạng {index.name} tổng thể của {name} theo năm")


def unit_facts(library: Library, index: Index, unit: Unit) -> list[Indicator]:
    """What is told of a unit in an index, by year (the undated last), table and measure."""
    order = [measure.id for measure in measures_in_order(index)]
    facts = facts_of_unit(library, index, unit.id)
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
        "rows": [_row(library, index, unit, *key, told) for key, told in cells.items()],
        "notes": notes(library, index, facts),
    }


def _row(
    library: Library,
    index: Index,
    unit: Unit,
    year: int | None,
    table: str | None,
    measure: str,
    told: Sequence[Indicator],
) -> dict[str, Any]:
    marks, more = first_paragraphs(library, told, addresses.province(unit.name_slug))
    size = next((size for fact in told if (size := table_size(index, fact))), None)
    return {
        "year": year_ref(index, year),
        "table": table_text(index, year, table),
        "measure": index.measures[measure].name,
        "group": measure_group(index.measures[measure]),
        "rank": field_values(told, "rank", size),
        "score": field_values(told, "score"),
        "change": field_values(told, "change"),
        "marks": marks,
        "more": more,
    }


def year_ref(index: Index, year: int | None) -> Ref:
    """A link to a year of an index, or to its values of no known year."""
    if year is None:
        return Ref(UNDATED, addresses.index(index.id), UNDATED_ANCHOR)
    return Ref(str(year), addresses.index_year(index.id, year))


def table_text(index: Index, year: int | None, table: str | None) -> str:
    """The table where the year has several, or that it is not known which."""
    if year is not None and table is None and len(index.years[year].tables) > 1:
        return "chưa rõ bảng"
    return table_label(index, year, table)
