"""A small chart of ranks as inline SVG: rank 1 at the top, colours left to the style sheet's classes.

javascripts/compare-ranks.js draws other lines into the same frame: it reads the frame's measures from the SVG.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup, escape

from generator.pages.chart_marks import MARKS, dash, key, marker

WIDTH = 360
_LEFT, _RIGHT, _TOP, _HEIGHT = 32, 16, 50, 190
_BELOW, _TABLES_BELOW = 32, 24
_LETTER = 6.2
_WIDE = 62
_LABEL_HEIGHT = 14


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the horizontal axis: a year, the table where the year has several, and whether it stands apart."""

    year: str
    table: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A rank in a slot; `told` false: worked out or inferred, drawn hollow."""

    slot: int
    rank: int
    told: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Ranks drawn in one style, and which pairs of them are joined."""

    label: str
    points: tuple[Point, ...]
    joined: tuple[tuple[Point, Point], ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A dashed line before a slot, with its text."""

    slot: int
    text: str


@dataclass(frozen=True, slots=True)
class RankChart:
    """What is drawn; `id` makes the ids of the title and the description unique on a page."""

    id: str
    title: str
    description: str
    slots: tuple[Slot, ...]
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    worst_possible: int | None


def draw(chart: RankChart) -> Markup:
    """The chart as a figure on one line: a legend, and an SVG named and described for those who cannot see it."""
    worst = _axis_end(chart)
    height = _TOP + _HEIGHT + _below(chart)
    parts = [
        f'<figure class="bieu-do">{_legend(chart)}<svg viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="{chart.id}-ten" aria-describedby="{chart.id}-mo-ta" fill="none" font-size="13"'
        f' data-khung="{_LEFT} {_TOP} {WIDTH - _RIGHT} {_TOP + _HEIGHT}" data-so-cho="{len(chart.slots)}"'
        f' data-cuoi="{chart.worst_possible or ""}">'
        f'<title id="{chart.id}-ten">{escape(chart.title)}</title>'
        f'<desc id="{chart.id}-mo-ta">{escape(chart.description)}</desc>',
        *_slots(chart),
        *_breaks(chart),
        '<g class="truc">',
        *_rank_axis(worst),
        '</g><g class="ve">',
    ]
    for number, line in enumerate(chart.lines):
        parts += _line(line, number, len(chart.slots), worst)
    parts += _rank_labels(chart, worst)
    return Markup("".join(parts) + "</g></svg></figure>")


def _below(chart: RankChart) -> int:
    """The height of the years, and of the tables where they are named."""
    return _BELOW + (_TABLES_BELOW if any(slot.table for slot in chart.slots) else 0)


def _axis_end(chart: RankChart) -> int:
    worst = max((point.rank for line in chart.lines for point in line.points), default=5)
    rounded = max(5, ceil(worst / 5) * 5 if worst <= 20 else ceil(worst / 10) * 10)
    return max(worst, min(rounded, chart.worst_possible or rounded))


def _x(slot: float, slots: int) -> float:
    return round(_LEFT + (slot + 0.5) * (WIDTH - _LEFT - _RIGHT) / slots, 1)


def _y(rank: int, worst: int) -> float:
    return round(_TOP + (rank - 1) / max(worst - 1, 1) * _HEIGHT, 1)


def _text(x: float, y: float, text: str, anchor: str = "middle", name: str = "chu") -> str:
    return f'<text class="{name}" fill="currentColor" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(text)}</text>'


def _slots(chart: RankChart) -> Iterable[str]:
    """The years, with a band behind those of another table than the first one."""
    width = (WIDTH - _LEFT - _RIGHT) / len(chart.slots)
    every = ceil(34 / width)
    bottom = _TOP + _HEIGHT
    for number, slot in enumerate(chart.slots):
        x = _x(number, len(chart.slots))
        if slot.apart:
            yield (
                f'<rect class="nen" fill="currentColor" fill-opacity="0.08" x="{x - width / 2:g}" y="{_TOP - 8}"'
                f' width="{width:.4g}" height="{_HEIGHT + _below(chart) + 6}"/>'
            )
        if number % every == 0:
            yield _text(x, bottom + 24, slot.year)
            words = [slot.table] if width > _WIDE else slot.table.split()
            for line, word in enumerate(words):
                yield _text(x, bottom + 38 + 13 * line, word, name="chu phu")


def _breaks(chart: RankChart) -> Iterable[str]:
    """Texts of neighbouring breaks stand at two heights, so that they do not run into each other."""
    for number, gap in enumerate(chart.breaks):
        x = _x(gap.slot - 0.5, len(chart.slots))
        y = 12 + 16 * (number % 2)
        half = len(gap.text) * _LETTER / 2
        yield (
            '<line class="ngat" stroke="currentColor" stroke-dasharray="4 3"'
            f' x1="{x:g}" y1="{y + 5}" x2="{x:g}" y2="{_TOP + _HEIGHT + 8}"/>'
        )
        yield _text(round(min(max(x, half), WIDTH - half), 1), y, gap.text, name="chu ngat-chu")


def _rank_axis(worst: int) -> Iterable[str]:
    step = 1 if worst <= 5 else 5 if worst <= 20 else 10 if worst <= 40 else 20
    yield _text(0, _TOP - 16, "Hạng", "start", "chu phu")
    for rank in [1, *range(max(step, 2), worst + 1, step)]:
        y = _y(rank, worst)
        yield (
            '<line class="luoi" stroke="currentColor" stroke-opacity="0.2"'
            f' x1="{_LEFT}" y1="{y:g}" x2="{WIDTH - _RIGHT}" y2="{y:g}"/>'
        )
        yield _text(_LEFT - 8, y + 4, str(rank), "end", "chu phu")


def _line(line: Line, number: int, slots: int, worst: int) -> Iterable[str]:
    style = number % MARKS + 1
    for a, b in line.joined:
        yield (
            f'<line class="duong kieu-{style}" stroke="currentColor"{dash(style)}'
            f' x1="{_x(a.slot, slots):g}" y1="{_y(a.rank, worst):g}"'
            f' x2="{_x(b.slot, slots):g}" y2="{_y(b.rank, worst):g}"/>'
        )
    for point in line.points:
        yield marker(_x(point.slot, slots), _y(point.rank, worst), style, point.told)


def _rank_labels(chart: RankChart, worst: int) -> Iterable[str]:
    """The ranks to the right of their points, each low enough to be read below the one before."""
    by_slot: dict[int, set[int]] = defaultdict(set)
    for line in chart.lines:
        for point in line.points:
            by_slot[point.slot].add(point.rank)
    for slot, ranks in by_slot.items():
        last = float("-inf")
        for rank in sorted(ranks):
            last = max(_y(rank, worst) + 4.5, last + _LABEL_HEIGHT)
            yield _text(_x(slot, len(chart.slots)) + 8, last, str(rank), "start", "chu hang")


def _legend(chart: RankChart) -> str:
    hollow = any(not point.told for line in chart.lines for point in line.points)
    items: Sequence[str] = [
        f"<li>{key(number % MARKS + 1)}<span>{escape(line.label)}</span></li>"
        for number, line in enumerate(chart.lines)
    ]
    note = "<li>○ hình rỗng: hạng tính ra hoặc suy ra</li>" if hollow else ""
    return f'<figcaption><ul class="chu-giai">{"".join(items)}{note}</ul></figcaption>'
