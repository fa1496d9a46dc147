"""Which ranks of which provinces are drawn, and which of them may be joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from generator.library.library import Library
from generator.model import Basis, Indicator
from generator.pages.chart import Break, Line, Point, RankChart, Slot, draw
from generator.pages.index_facts import facts_of_unit
from generator.pages.rankings import BASIS_SHORT_VI, overall_measure, table_label, table_order
from generator.pages.refs import unit_label
from generator.registry import Index, Unit

Key = tuple[int, str]
"""A year, and the id of the ranking table („" when it is not known)."""

Ranks = Mapping[Key, Mapping[int, bool]]
"""For each year and table the ranks told, and whether one was told plainly."""


def rank_chart(library: Library, index: Index, units: Sequence[Unit], title: str) -> Markup | None:
    """The overall ranks of the units by year; None when fewer than two are known.

    A line joins only one unit's ranks in one table in years that follow each other with no method break
    between them; scores are never drawn.
    """
    told = {unit.id: overall_ranks(library, index, unit) for unit in units}
    keys = keys_in_order(index, told.values())
    lines = tuple(
        Line(f"{unit_label(library, unit)} · {_size(index, table)}", line.points, line.joined)
        for unit in units
        for table, line in lines_by_table(index, told[unit.id], keys).items()
    )
    if sum(len(line.points) for line in lines) < 2:
        return None
    return draw_ranks(index, keys, lines, f"bieu-do-{index.id}", title)


def draw_ranks(index: Index, keys: Sequence[Key], lines: Sequence[Line], chart_id: str, title: str) -> Markup:
    """The lines over the years and tables of the keys, with the method breaks between them."""
    sizes = [index.tables[table].size for _, table in keys if table]
    first = next((table for _, table in keys if table), "")
    return draw(
        RankChart(
            id=chart_id,
            title=title,
            description=_description(index, lines, keys),
            slots=tuple(
                Slot(str(year), table_label(index, year, table), bool(table) and table != first) for year, table in keys
            ),
            lines=tuple(lines),
            breaks=_breaks(index, keys),
            worst_possible=max(sizes, default=None),
        )
    )


def overall_ranks(library: Library, index: Index, unit: Unit) -> Ranks:
    """The overall ranks told of a unit, by year and table."""
    overall = overall_measure(index)
    found: dict[Key, dict[int, bool]] = defaultdict(dict)
    for fact in facts_of_unit(library, index, unit.id):
        if fact.measure == overall and fact.rank and fact.year:
            ranks = found[fact.year, fact.table or ""]
            ranks[fact.rank] = ranks.get(fact.rank, False) or _plain(fact)
    return found


def keys_in_order(index: Index, told: Iterable[Ranks]) -> list[Key]:
    """The years and tables of all ranks, each once: by year, then table."""
    return sorted({key for ranks in told for key in ranks}, key=lambda key: (key[0], table_order(index, key[1])))


def lines_by_table(index: Index, told: Ranks, keys: Sequence[Key]) -> dict[str, Line]:
    """A unit's ranks in each table („" for an unknown one) at their places among the keys; no label yet."""
    by_table: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        if key in told:
            by_table[key[1]].append(key)
    lines = {}
    for table, mine in by_table.items():
        points = {key: [Point(keys.index(key), r, plain) for r, plain in told[key].items()] for key in mine}
        joined = tuple(
            (points[a][0], points[b][0])
            for a, b in pairwise(mine)
            if table and len(points[a]) == len(points[b]) == 1 and _follow(index, a[0], b[0])
        )
        lines[table] = Line("", tuple(p for key in mine for p in points[key]), joined)
    return lines


def _plain(fact: Indicator) -> bool:
    return fact.basis is Basis.STATED


def _size(index: Index, table: str) -> str:
    return f"bảng {index.tables[table].size}" if table else "chưa rõ bảng"


def _follow(index: Index, earlier: int, later: int) -> bool:
    """Whether nothing that is unknown or differently measured lies between two years of one table."""
    between = any(earlier < year < later for year in index.years)
    return not between and not index.has_break_between(earlier, later)


def _breaks(index: Index, keys: Sequence[Key]) -> tuple[Break, ...]:
    """A dashed line before the first slot of, or after, each year that brought a new method."""
    years = [year for year, _ in keys]
    found = []
    for year in index.years.values():
        if year.method_break and years[0] < year.year <= years[-1]:
            slot = next(number for number, shown in enumerate(years) if shown >= year.year)
            found.append(Break(slot, f"đổi cách tính từ năm {year.year}"))
    return tuple(found)


def _description(index: Index, lines: Sequence[Line], keys: Sequence[Key]) -> str:
    """The chart in words: every line with its ranks."""
    texts = []
    for line in lines:
        ranks = ", ".join(_point_text(index, keys[p.slot], p) for p in line.points)
        texts.append(f"{line.label}: {ranks}.")
    return " ".join(texts) + " Bảng trên trang ghi cùng số liệu, có dẫn nguồn."


def _point_text(index: Index, key: Key, point: Point) -> str:
    table = table_label(index, *key)
    when = f"năm {key[0]}" + (f" {table}" if table else "")
    return f"{when} hạng {point.rank}" + ("" if point.told else f" ({_NOT_PLAIN})")


_NOT_PLAIN = " hoặc ".join(BASIS_SHORT_VI[basis] for basis in (Basis.DERIVED, Basis.INFERRED))
