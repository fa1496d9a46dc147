"""Orders of ranking tables, which ranks may be joined, and how they are drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from generator.check import Checked, check
from generator.library.library import Library
from generator.library.link import gather
from generator.model import Basis, Indicator
from generator.pages.chart import Line, Point, RankChart, Slot, draw
from generator.pages.compared_ranks import Compared
from generator.pages.index_comparisons import can_compare, comparison_page
from generator.pages.index_facts import units_of_columns
from generator.pages.index_years import year_page
from generator.pages.page import Page
from generator.pages.rank_lines import draw_ranks, lines_by_table
from generator.pages.ranking_orders import falls, in_order, sort_value, sortable
from generator.pages.ranking_tables import tables_in_order, year_orders, year_tables
from generator.pages.rankings import Column
from generator.registry import Index
from tests.project import ROOT, TODAY
from tests.unit.facts import article, indicator, real_registries

REGISTRIES = real_registries()
DTI = REGISTRIES.indices["dti"]
OVERALL = DTI.measures["tong-the"]
RANK, SCORE, CHANGE = (Column(OVERALL, field) for field in ("rank", "score", "change"))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(ROOT, today=TODAY)


@pytest.fixture(scope="module")
def library(checked: Checked) -> Library:
    assert checked.library is not None
    return checked.library


def told(unit: str, **values: object) -> tuple[str, list[Indicator]]:
    return unit, [indicator("a", province=unit, **values)]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (None, ["bac-kan", "da-nang-truoc-2025", "ha-noi", "hue"]),
        (RANK, ["ha-noi", "bac-kan", "hue", "da-nang-truoc-2025"]),
        (SCORE, ["da-nang-truoc-2025", "bac-kan", "ha-noi", "hue"]),
        (CHANGE, ["hue", "ha-noi", "bac-kan", "da-nang-truoc-2025"]),
    ],
)
def test_orders_put_the_best_first_and_the_unknown_last(column: Column | None, expected: list[str]) -> None:
    by_unit = dict(
        [
            told("hue", top=10, rank_change=3),
            told("da-nang-truoc-2025", score=320.7, scale=1000),
            told("bac-kan", rank=51, score=0.3),
            told("ha-noi", rank=6, rank_change=-2),
        ]
    )
    assert in_order(REGISTRIES.units, by_unit, column) == expected


def test_a_cell_with_several_values_sorts_by_the_best() -> None:
    facts = [indicator("a", rank=7, score=0.5), indicator("b", rank=6, score=600, scale=1000), indicator("c", top=3)]
    assert sort_value(facts, RANK) == 6
    assert sort_value(facts, SCORE) == 0.6
    assert sort_value(facts, CHANGE) is None


def test_a_column_sorts_only_with_two_values() -> None:
    rows = [[indicator("a", rank=1, score=0.5)], [indicator("a", rank=2)]]
    assert sortable([RANK, SCORE], rows) == [RANK]


def test_every_order_of_a_year_is_a_page_and_every_row_stays(library: Library, checked: Checked) -> None:
    pages = {page.path: page for page in checked.pages}
    for year in DTI.years:
        facts = [f for f in library.indicators if f.index_id == "dti" and f.year == year and f.province]
        orders = year_orders(DTI, units_of_columns(library, DTI, year))
        assert len(orders) <= 3 * len(DTI.measures) + 1
        parts = {part.id: part for table in year_tables(library, DTI, year, facts) for part in table.parts}
        refs = [head.order for part in parts.values() for head in part.heads if head.order]
        assert {ref.page for ref in refs} <= set(pages)
        for order in orders:
            for part in (p for t in tables_in_order(library, DTI, year, facts, order) for p in t.parts):
                names = [row.unit.text for row in part.rows]
                assert sorted(names) == sorted(row.unit.text for row in parts[part.id].rows)
                marked = [head.sorted for head in part.heads if head.sorted]
                assert marked == ["descending" if falls(order) else "ascending"]


def lines(ranks: dict[tuple[int, str], dict[int, bool]]) -> list[tuple[int, int]]:
    """The ranks of each joined pair."""
    found = lines_by_table(DTI, ranks, sorted(ranks)).values()
    return [(a.rank, b.rank) for line in found for a, b in line.joined]


def test_only_neighbouring_years_of_one_table_and_one_method_are_joined() -> None:
    assert lines({(2021, "63"): {10: True}, (2022, "63"): {9: True}, (2023, "63"): {8: False}}) == [(10, 9), (9, 8)]
    assert lines({(2020, "63"): {11: True}, (2021, "63"): {10: True}}) == []  # the method changed
    assert lines({(2021, "63"): {10: True}, (2023, "63"): {8: True}}) == []  # 2022 is not known
    assert lines({(2021, "63"): {10: True, 12: True}, (2022, "63"): {9: True}}) == []  # told differently
    assert lines({(2021, ""): {10: True}, (2022, ""): {9: True}}) == []  # the table is not known


def svg_of(figure: str) -> ElementTree.Element:
    svg = ElementTree.fromstring(figure).find("svg")
    assert svg is not None
    return svg


def test_a_chart_is_named_described_and_shows_breaks_and_other_tables() -> None:
    keys = [(2022, "63"), (2023, "63"), (2024, "63"), (2024, "34")]
    points = tuple(Point(slot, rank) for slot, rank in enumerate((5, 4, 3, 2)))
    svg = svg_of(draw_ranks(DTI, keys, [Line("Hà Nội", points)], "thu", "Thứ hạng <thử>"))
    title, description = svg.find("title"), svg.find("desc")
    assert title is not None
    assert title.text == "Thứ hạng <thử>"
    assert description is not None
    assert "năm 2024 bảng 34 hạng 2" in (description.text or "")
    assert svg.get("aria-labelledby") == title.get("id")
    assert len(svg.findall("line[@class='ngat']")) == 1
    assert "đổi cách tính từ năm 2024" in [text.text for text in svg.findall("text")]
    assert len(svg.findall("rect[@class='nen']")) == 1


def test_labels_of_close_ranks_can_be_read() -> None:
    points = tuple(Point(0, rank, told=rank != 2) for rank in (1, 2, 3, 4, 63))
    chart = RankChart("thu", "Thử", "", (Slot("2024"),), (Line("Huế", points),), (), 63)
    svg = svg_of(draw(chart))
    heights = [float(text.get("y", "")) for text in svg.iter("text") if "hang" in text.get("class", "").split()]
    assert all(below - above >= 13 for above, below in pairwise(heights))
    assert len([p for p in svg.iter("path") if "rong" in p.get("class", "")]) == 1
    assert "style=" not in draw(chart)


def comparison(library: Library, index: Index = DTI) -> Page:
    return comparison_page(library, index).make()


def test_units_before_and_since_a_merger_are_compared_apart(library: Library) -> None:
    view = comparison(library).view
    rows: list[Compared] = view["rows"]
    assert len({row.id for row in rows}) == len(rows)
    assert {"hai-phong-truoc-2025", "hai-phong-tu-2025"} <= {row.id for row in rows}
    for row in rows:
        assert row.former == (REGISTRIES.units[row.id].until is not None)
    shown: list[Compared] = view["first"]
    assert view["places"] == {row.id: place for place, row in enumerate(shown, start=1)}
    least = min(sum(map(bool, row.cells)) for row in shown)
    assert len(shown) == 4
    assert all(sum(map(bool, row.cells)) <= least for row in rows if row not in shown)


def test_every_rank_compared_names_its_paragraph(library: Library) -> None:
    view = comparison(library).view
    listed = {source.number: source.mark for source in view["sources"]}
    cells = [told for row in view["rows"] for cell in row.cells for told in cell]
    assert cells
    for cell in cells:
        assert cell.sources
        assert all(listed[source.number] == source.mark for source in cell.sources)
        assert cell.hollow == bool(re.search("suy ra|tính ra", cell.basis.replace("bảng suy ra", "")))


def test_there_is_no_comparison_without_enough_ranks(library: Library) -> None:
    assert can_compare(library, DTI)
    assert not can_compare(library, REGISTRIES.indices["egdi-lhq"])
    assert not can_compare(replace(library, shelves={}), DTI)


def ranks_told(*articles: str, **values: object) -> Library:
    """A library in which every article tells the DTI ranks of two units in two years."""
    told = [(unit, year, rank) for unit in ("ha-noi", "hue") for year, rank in ((2023, 5), (2024, 2))]
    found = {}
    for slug in articles:
        facts = [
            replace(indicator(slug, province=unit, year=year, rank=rank, table="34", **values), index=number)
            for number, (unit, year, rank) in enumerate(told)
        ]
        found[slug] = article(slug, "2025-03-01", indicators=tuple(facts))
    return gather(found, REGISTRIES)


def test_an_inferred_table_is_said_to_be_inferred() -> None:
    rows = comparison(ranks_told("a", table_inferred=True)).view["rows"]
    assert [cell[0].basis for cell in rows[0].cells] == ["bảng suy ra", "bảng suy ra"]
    assert rows[0].cells[1][0].hollow is False


def test_where_sources_are_many_each_rank_has_one() -> None:
    many = comparison(ranks_told(*(f"a{n:03}" for n in range(151)))).view
    cells = [told for row in many["rows"] for cell in row.cells for told in cell]
    assert [len(cell.sources) for cell in cells] == [1] * 4
    assert many["abridged"]
    assert len(many["sources"]) == 1


def test_a_year_told_by_many_names_few_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pages.ranking_notes.MOST", 30)
    crowd = ranks_told(*(f"a{n:03}" for n in range(40)), note="Ghi chú.")
    page = year_page(crowd, DTI, 2024).make()
    (known,) = [table for table in page.view["tables"] if table.parts[0].rows]
    assert [(len(row.marks), row.more and row.more.text) for row in known.parts[0].rows] == [(5, "35 bài khác")] * 2
    assert (len(known.notes.listed), known.notes.left) == (30, 10)


def test_a_rank_worked_out_is_drawn_hollow(library: Library) -> None:
    fact = next(f for f in library.indicators if f.basis is Basis.DERIVED and f.rank and f.year and f.province)
    row = next(row for row in comparison(library).view["rows"] if row.id == fact.province)
    assert any(cell.hollow for cell_list in row.cells for cell in cell_list if cell.rank == fact.rank)
    assert isinstance(comparison(library).changed, date)
