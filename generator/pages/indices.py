"""Pages of indices: their overview and one page each; years and provinces have modules of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.index_comparisons import can_compare, comparison_page, comparison_title
from generator.pages.index_facts import national_facts, told_years, undated_facts, years_of_units
from generator.pages.index_provinces import UNDATED, province_page
from generator.pages.index_years import national_rows, order_pages, year_page
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.rankings import SCOPE_VI, measures_in_order, table_order, unit_name
from generator.pages.refs import mark, unit_label
from generator.registry import Index, Unit
from generator.text import collation_key, number_vi

MOST_UNDATED = 100
"""How many values of no known year an index's page lists; the pages of its provinces have all."""


def index_pages(library: Library) -> Iterable[Plan]:
    """The overview of indices, and for each its page, its years that are told of, and its provinces."""
    yield _overview(library)
    for index in library.registries.indices.values():
        yield _index_page(library, index)
        if can_compare(library, index):
            yield comparison_page(library, index)
        for year in told_years(library, index):
            yield year_page(library, index, year)
            yield from order_pages(library, index, year)
        for slug, units in _names(library, years_of_units(library, index)).items():
            yield province_page(library, index, slug, units)


def _names(library: Library, known: Collection[str]) -> dict[str, tuple[Unit, ...]]:
    """The names that anything is told of, in Vietnamese order, with all units that each gathers."""
    names = sorted(library.registries.provinces.values(), key=lambda n: collation_key(n.name))
    gathered = {name.slug: library.succession.gathered(name) for name in names} if known else {}
    return {slug: units for slug, units in gathered.items() if any(unit.id in known for unit in units)}


@page_at(addresses.INDICES)
def _overview(library: Library) -> Page:
    return Page(
        path=addresses.INDICES,
        template="indices.md.jinja",
        title="Chỉ số",
        description="Các chỉ số về chuyển đổi số mà bài viết trong thư viện nêu: DTI theo năm, theo tỉnh, thành phố.",
        changed=library.content_date,
        view={"indices": [_card(library, index) for index in library.registries.indices.values()]},
    )


def _card(library: Library, index: Index) -> dict[str, Any]:
    counts = library.shelf(f"chi-so/{index.id}").counts
    return {
        "id": index.id,
        "title": Ref(index.name, addresses.index(index.id)),
        "full_name": index.full_name,
        "about": index.about,
        "count": number_vi(sum(counts.values())),
        "provinces": _name_count(library, years_of_units(library, index)),
        "years": [Ref(str(y), addresses.index_year(index.id, y)) for y in reversed(told_years(library, index))],
        "undated": "" in counts,
    }


def _name_count(library: Library, units: Iterable[str]) -> int:
    """How many names units bear."""
    return len({library.registries.units[unit].name_slug for unit in units})


@page_at(lambda library, index: addresses.index(index.id))
def _index_page(library: Library, index: Index) -> Page:
    groups: dict[str, list[str]] = {"overall": [], "pillar": [], "component": []}
    for measure in measures_in_order(index):
        groups[measure.group].append(measure.name)
    told, years = set(told_years(library, index)), years_of_units(library, index)
    updated = max(library.shelf(f"chi-so/{index.id}/updated").counts, default="")
    undated, left = undated_facts(library, index, MOST_UNDATED)
    return Page(
        path=addresses.index(index.id),
        template="index.md.jinja",
        title=index.name,
        description=f"{index.full_name} ({index.name}): thước đo, cách tính, các năm và các tỉnh, thành.",
        changed=date.fromisoformat(updated) if updated else library.content_date,
        view={
            "index": index,
            "scope": SCOPE_VI[index.level],
            "measures": groups,
            "years": [
                _year_row(library, index, year, year in told, years) for year in sorted(index.years, reverse=True)
            ],
            "breaks_list": [(y.year, y.method_break) for y in index.years.values() if y.method_break],
            "provinces": [
                _province_row(library, index, slug, units, years) for slug, units in _names(library, years).items()
            ],
            "undated": _undated(library, index, undated),
            "undated_left": number_vi(left) if left else "",
            "comparison": Ref(comparison_title(index), addresses.index_comparison(index.id))
            if can_compare(library, index)
            else None,
        },
    )


def _year_row(
    library: Library, index: Index, year: int, known: bool, years: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    tables, page = index.years[year].tables, addresses.index_year(index.id, year)
    return {
        "title": Ref(f"{index.name} {year}", page if known else None),
        "tables": [index.tables[t].name for t in sorted(tables, key=lambda t: table_order(index, t))],
        "provinces": _name_count(library, (unit for unit, told in years.items() if f"{year:04d}" in told)),
        "known": known,
        "national": national_rows(library, index, national_facts(library, index, year), page),
        "method_break": bool(index.years[year].method_break),
    }


def _province_row(
    library: Library, index: Index, slug: str, units: Sequence[Unit], years: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """A name, the years told of its own units, and the former provinces whose figures its page gathers."""
    own = {year for unit in units if unit.name_slug == slug for year in years.get(unit.id, ())}
    return {
        "title": Ref(library.registries.provinces[slug].name, addresses.index_province(index.id, slug)),
        "years": ", ".join([*(str(int(y)) for y in sorted(own) if y), *([UNDATED] if "" in own else [])]),
        "gathered": [unit.name for unit in units if unit.id in years and unit.name_slug != slug],
    }


def _undated(library: Library, index: Index, facts: Sequence[Indicator]) -> list[dict[str, Any]]:
    """Values whose year is not told, in the order of measures for each province."""
    order = [measure.id for measure in measures_in_order(index)]
    undated = sorted(facts, key=lambda f: (collation_key(unit_name(library, f)), order.index(f.measure)))
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
