"""The page where the overall ranks of provinces in one index stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from markupsafe import Markup

from generator.library import addresses
from generator.library.grouping import group
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.chart import Line
from generator.pages.chart_marks import key
from generator.pages.compared_ranks import Sources, compared
from generator.pages.index_facts import facts_of_unit
from generator.pages.page import Page, Ref, page_at
from generator.pages.rank_lines import Key, Ranks, draw_ranks, keys_in_order, lines_by_table, overall_ranks
from generator.pages.rankings import overall_measure, table_label
from generator.pages.refs import unit_label
from generator.registry import Index, IndexYear, Unit
from generator.text import collation_key

MOST = 4
_ENOUGH = 2


@page_at(lambda library, index: addresses.index_comparison(index.id))
def comparison_page(library: Library, index: Index) -> Page:
    """The page of comparisons of an index that has enough to compare."""
    told = {unit: overall_ranks(library, index, unit) for unit in library.registries.units.values()}
    told = {unit: ranks for unit, ranks in told.items() if ranks}
    units = sorted(told, key=lambda unit: (collation_key(unit_label(library, unit)), unit.id))
    keys = keys_in_order(index, told.values())
    first = _most_told(units, told)
    facts = {unit: _facts(library, index, unit) for unit in units}
    sources = Sources(library, _by_rank(facts))
    rows = [compared(library, index, unit, told[unit], keys, facts[unit], sources) for unit in units]
    title = comparison_title(index)
    return Page(
        path=addresses.index_comparison(index.id),
        template="index_comparison.md.jinja",
        title=title,
        description=f"Hạng {index.name} tổng thể của tới bốn tỉnh, thành phố cạnh nhau qua các năm, có dẫn nguồn.",
        changed=max(library.cards[f.article].updated for of_unit in facts.values() for f in of_unit),
        view={
            "index": Ref(index.name, addresses.index(index.id)),
            "index_id": index.id,
            "most": MOST,
            "keys": [Markup(key(style)) for style in range(1, MOST + 1)],
            "slots": [_slot(index, place) for place in keys],
            "rows": rows,
            "first": [rows[units.index(unit)] for unit in first],
            "places": {unit.id: place for place, unit in enumerate(first, start=1)},
            "chart": draw_ranks(index, keys, _lines(library, index, first, told, keys), f"so-sanh-{index.id}", title),
            "sources": sources.listed(),
            "abridged": sources.abridged,
            "breaks_list": [(y.year, y.method_break) for y in index.years.values() if _shown_break(y, keys)],
        },
        front_matter={"scripts": ["compare-ranks"], "styles": ["charts", "rankings"]},
    )


def comparison_title(index: Index) -> str:
    """The title of the page of comparisons."""
    return f"So sánh thứ hạng {index.name}"


def can_compare(library: Library, index: Index) -> bool:
    """Whether two units are ranked in two years or tables each; no more units are looked at than needed."""
    told = (overall_ranks(library, index, unit) for unit in library.registries.units.values())
    return sum(1 for _ in islice((ranks for ranks in told if len(ranks) >= _ENOUGH), _ENOUGH)) == _ENOUGH


def comparison_ref(index: Index, units: Sequence[str]) -> tuple[str, str] | None:
    """The page of comparisons and the query that chooses these units there; None when there is none to choose."""
    query = "&".join(f"tinh={unit}" for unit in units[:MOST])
    return (addresses.index_comparison(index.id), query) if query else None


def _most_told(units: Sequence[Unit], told: Mapping[Unit, Ranks]) -> list[Unit]:
    """The units that are ranked most often."""
    return sorted(units, key=lambda unit: (-len(told[unit]), unit.id))[:MOST]


def _facts(library: Library, index: Index, unit: Unit) -> list[Indicator]:
    overall = overall_measure(index)
    return [f for f in facts_of_unit(library, index, unit.id) if f.measure == overall and f.rank and f.year]


def _by_rank(facts: Mapping[Unit, Sequence[Indicator]]) -> list[list[Indicator]]:
    """The facts of each rank of each unit."""
    told = ((unit, fact) for unit, of_unit in facts.items() for fact in of_unit)
    return [list(of) for of in group(((u.id, f.year, f.table, f.rank), f) for u, f in told).values()]


def _slot(index: Index, key: Key) -> dict[str, Any]:
    year, table = key
    unknown = not table and len(index.years[year].tables) > 1
    return {
        "year": Ref(str(year), addresses.index_year(index.id, year)),
        "table": "chưa rõ bảng" if unknown else table_label(index, year, table),
    }


def _lines(
    library: Library, index: Index, units: Sequence[Unit], told: Mapping[Unit, Ranks], keys: Sequence[Key]
) -> list[Line]:
    lines = []
    for unit in units:
        of_unit = lines_by_table(index, told[unit], keys).values()
        points = tuple(point for line in of_unit for point in line.points)
        lines.append(Line(unit_label(library, unit), points, tuple(pair for line in of_unit for pair in line.joined)))
    return lines


def _shown_break(year: IndexYear, keys: Sequence[Key]) -> bool:
    return bool(year.method_break) and keys[0][0] < year.year <= keys[-1][0]
