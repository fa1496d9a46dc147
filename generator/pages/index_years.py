"""Pages of one year of an index: its tables as far as known and in other orders, and the country's values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.index_facts import contradictions_of, facts_of_year, units_of_columns
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.ranking_orders import BY_NAME, falls, order_slug, order_title
from generator.pages.ranking_tables import default_order, tables_in_order, year_orders, year_tables
from generator.pages.rankings import SCOPE_VI, Column, breaks_between, province_count
from generator.pages.refs import contradiction_view, some_marks
from generator.registry import Index
from generator.text import upper_first

MOST_CONTRADICTIONS = 20
"""How many contradictions a year's page lists; the pages of its provinces have all."""

_SORTED_TABLES = {"scripts": ["sort-tables"], "styles": ["rankings"]}


@page_at(lambda library, index, year: addresses.index_year(index.id, year))
def year_page(library: Library, index: Index, year: int) -> Page:
    """The page of a year that anything is told of."""
    facts = facts_of_year(library, index, year)
    contradictions = contradictions_of(library, facts)
    provincial = [f for f in facts if f.province is not None]
    return Page(
        path=addresses.index_year(index.id, year),
        template="index_year.md.jinja",
        title=f"{index.name} {year}",
        description=_description(library, index, year, provincial),
        changed=max(library.cards[f.article].updated for f in facts),
        view={
            "index": Ref(index.name, addresses.index(index.id)),
            "index_name": index.name,
            "full_name": index.full_name,
            "year": year,
            "method_break": index.years[year].method_break,
            "scope": SCOPE_VI[index.level],
            "national": national_rows(library, index, facts, addresses.ARTICLES),
            "tables": year_tables(library, index, year, provincial),
            "contradictions_list": [contradiction_view(library, c) for c in contradictions[:MOST_CONTRADICTIONS]],
            "contradictions_left": max(len(contradictions) - MOST_CONTRADICTIONS, 0),
            "previous": _neighbour(
                index, year, _told_beside(library, index, [y for y in index.years if y < year][::-1])
            ),
            "next": _neighbour(index, year, _told_beside(library, index, [y for y in index.years if y > year])),
        },
        front_matter=_SORTED_TABLES,
    )


def order_pages(library: Library, index: Index, year: int) -> Iterable[Plan]:
    """The year's tables in every other order that has something to sort: the heads of columns lead there."""
    for order in year_orders(index, units_of_columns(library, index, year)):
        yield _order_page(library, index, year, order)


@page_at(
    lambda library, index, year, order: addresses.index_year_order(
        index.id, year, order_slug(order) if order else BY_NAME
    )
)
def _order_page(library: Library, index: Index, year: int, order: Column | None) -> Page:
    facts = [f for f in facts_of_year(library, index, year) if f.province is not None]
    words = order_title(order)
    return Page(
        path=addresses.index_year_order(index.id, year, order_slug(order) if order else BY_NAME),
        template="index_year_order.md.jinja",
        title=f"{index.name} {year}: xếp theo {words}",
        description=f"{index.full_name} ({index.name}) năm {year}: các tỉnh, thành phố xếp theo {words}, có dẫn nguồn.",
        changed=max(library.cards[f.article].updated for f in facts),
        view={
            "year": Ref(f"{index.name} {year}", addresses.index_year(index.id, year)),
            "index": Ref(index.name, addresses.index(index.id)),
            "default": order_title(default_order(index)),
            "falls": falls(order),
            "by_name": order is None,
            "method_break": index.years[year].method_break,
            "tables": tables_in_order(library, index, year, facts, order),
        },
        front_matter=_SORTED_TABLES,
    )


def _description(library: Library, index: Index, year: int, provincial: Sequence[Indicator]) -> str:
    known = province_count(library, provincial)
    provinces = f"{known} tỉnh, thành phố đã biết" if known else "mức chung"
    return f"{index.full_name} ({index.name}) năm {year}: hạng và điểm của {provinces}, có dẫn nguồn từng dòng."


def _told_beside(library: Library, index: Index, years: Sequence[int]) -> int | None:
    """The first of the years that anything is told of."""
    shelf = library.shelf(f"chi-so/{index.id}")
    return next((year for year in years if shelf.of(f"{year:04d}")), None)


def _neighbour(index: Index, year: int, other: int | None) -> dict[str, Any] | None:
    """The next year told before or after this one, and what of the method changed between them."""
    if other is None:
        return None
    return {
        "ref": Ref(f"{index.name} {other}", addresses.index_year(index.id, other)),
        "breaks": breaks_between(index, min(year, other), max(year, other)),
    }


def national_rows(library: Library, index: Index, facts: Iterable[Indicator], page: str) -> list[dict[str, Any]]:
    """The values that belong to no province, by measure; differing ones each in a row; `page` has more sources."""
    groups: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for fact in facts:
        if fact.province is None:
            groups[fact.measure, indicator_text(fact)].append(fact)
    order = list(index.measures)
    rows = []
    for (measure, text), told in sorted(groups.items(), key=lambda g: order.index(g[0][0])):
        marks, more = some_marks(library, told, page)
        rows.append({"measure": upper_first(index.measures[measure].name), "text": text, "marks": marks, "more": more})
    return rows
