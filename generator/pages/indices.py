"""Pages of indices: their overview and one page each; years and provinces have modules of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.index_comparisons import comparison_page
from generator.pages.index_provinces import province_page, years_text
from generator.pages.index_years import national_rows, order_pages, year_page
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Page, Ref
from generator.pages.rankings import (
    SCOPE_VI,
    indicator_contradictions,
    measures_in_order,
    province_count,
    table_order,
    unit_name,
)
from generator.pages.refs import mark, unit_label
from generator.registry import Index, Unit
from generator.text import collation_key


def index_pages(library: Library) -> Iterable[Page]:
    """The overview of indices, and for each its page, its years that are told of, and its provinces."""
    by_index: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in library.indicators:
        by_index[indicator.index_id].append(indicator)
    yield _overview(library, by_index)
    for index in library.registries.indices.values():
        facts = by_index[index.id]
        names = _names(library, facts)
        found = indicator_contradictions(library, index)
        told = _by_year(facts)
        comparison = comparison_page(library, index)
        yield _index_page(library, index, facts, told, names, comparison)
        comparable = frozenset[str]()
        if comparison:
            yield comparison
            comparable = frozenset(row.id for row in comparison.view["rows"])
        for year in told:
            yield year_page(library, index, year, told, found.get(str(year), ()))
            yield from order_pages(library, index, year, told[year])
        for slug, units in names.items():
            contradictions = [c for unit in units for c in found.get(unit.id, ())]
            yield province_page(library, index, slug, units, contradictions, comparable)


def _by_year(facts: Sequence[Indicator]) -> dict[int, list[Indicator]]:
    told: dict[int, list[Indicator]] = defaultdict(list)
    for fact in facts:
        if fact.year is not None:
            told[fact.year].append(fact)
    return dict(sorted(told.items()))


def _names(library: Library, facts: Sequence[Indicator]) -> dict[str, tuple[Unit, ...]]:
    """The names that anything is told of, in Vietnamese order, with all units that each gathers."""
    known = {fact.province for fact in facts}
    names = sorted(library.registries.provinces.values(), key=lambda n: collation_key(n.name))
    gathered = {name.slug: library.succession.gathered(name) for name in names} if known - {None} else {}
    return {slug: units for slug, units in gathered.items() if any(unit.id in known for unit in units)}


def _overview(library: Library, by_index: Mapping[str, Sequence[Indicator]]) -> Page:
    return Page(
        path=addresses.INDICES,
        template="indices.md.jinja",
        title="Chỉ số",
        description="Các chỉ số về chuyển đổi số mà bài viết trong thư viện nêu: DTI theo năm, theo tỉnh, thành phố.",
        changed=library.content_date,
        view={
            "indices": [
                _card(library, index, by_index.get(index.id, ())) for index in library.registries.indices.values()
            ]
        },
    )


def _card(library: Library, index: Index, facts: Sequence[Indicator]) -> dict[str, Any]:
    return {
        "id": index.id,
        "title": Ref(index.name, addresses.index(index.id)),
        "full_name": index.full_name,
        "about": index.about,
        "count": len(facts),
        "provinces": province_count(library, facts),
        "years": [Ref(str(y), addresses.index_year(index.id, y)) for y in reversed(_by_year(facts))],
        "undated": any(f.year is None for f in facts),
    }


def _index_page(
    library: Library,
    index: Index,
    facts: Sequence[Indicator],
    told: Mapping[int, Sequence[Indicator]],
    names: Mapping[str, Sequence[Unit]],
    comparison: Page | None,
) -> Page:
    groups: dict[str, list[str]] = {"overall": [], "pillar": [], "component": []}
    for measure in measures_in_order(index):
        groups[measure.group].append(measure.name)
    changed = [library.articles[f.article].updated for f in facts]
    return Page(
        path=addresses.index(index.id),
        template="index.md.jinja",
        title=index.name,
        description=f"{index.full_name} ({index.name}): thước đo, cách tính, các năm và các tỉnh, thành.",
        changed=max(changed, default=library.content_date),
        view={
            "index": index,
            "scope": SCOPE_VI[index.level],
            "measures": groups,
            "years": [
                _year_row(library, index, year, told.get(year, ())) for year in sorted(index.years, reverse=True)
            ],
            "breaks_list": [(y.year, y.method_break) for y in index.years.values() if y.method_break],
            "provinces": [_province_row(library, index, slug, units) for slug, units in names.items()],
            "undated": _undated(library, index, facts),
            "comparison": Ref(comparison.title, comparison.path) if comparison else None,
        },
    )


def _year_row(library: Library, index: Index, year: int, facts: Sequence[Indicator]) -> dict[str, Any]:
    tables = index.years[year].tables
    return {
        "title": Ref(f"{index.name} {year}", addresses.index_year(index.id, year) if facts else None),
        "tables": [index.tables[t].name for t in sorted(tables, key=lambda t: table_order(index, t))],
        "provinces": province_count(library, facts),
        "known": bool(facts),
        "national": national_rows(library, index, facts),
        "method_break": bool(index.years[year].method_break),
    }


def _province_row(library: Library, index: Index, slug: str, units: Sequence[Unit]) -> dict[str, Any]:
    """A name, the years told of its own units, and the former provinces whose figures its page gathers."""
    name = library.registries.provinces[slug]
    told = {unit: [f for f in library.unit(unit.id).indicators if f.index_id == index.id] for unit in units}
    return {
        "title": Ref(name.name, addresses.index_province(index.id, slug)),
        "years": years_text(f for unit, facts in told.items() if unit.name_slug == slug for f in facts),
        "gathered": [unit.name for unit, facts in told.items() if facts and unit.name_slug != slug],
    }


def _undated(library: Library, index: Index, facts: Sequence[Indicator]) -> list[dict[str, Any]]:
    """Values whose year is not told, in the order of measures for each province."""
    order = [measure.id for measure in measures_in_order(index)]
    undated = [f for f in facts if f.year is None]
    undated.sort(key=lambda f: (collation_key(unit_name(library, f)), order.index(f.measure)))
    return [
        {
            "who": Ref(unit_label(library, unit), addresses.index_province(index.id, unit.name_slug))
            if (unit := library.registries.units.get(f.province or ""))
            else Ref(unit_name(library, f), None),
            "measure": index.measures[f.measure].name,
            "text": indicator_text(f),
            "note": f.note,
            "mark": mark(library, f),
        }
        for f in undated
    ]
