"""A small chart of ranks as inline SVG: rank 1 at the top, colours left to the style sheet's classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup, escape

WIDTH = 360
_LEFT, _RIGHT, _TOP, _HEIGHT = 36, 18, 52, 170
_LEGEND_LINE = 18
_DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 4", "1 4")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the horizontal axis: a year, and the table where the year has several."""

    year: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A rank in a slot; `told` false: worked out or inferred, drawn hollow."""

    slot: int
    rank: int
    told: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Ranks of one unit in one table, and which pairs of its points are joined."""

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
    """The chart as a figure with one SVG on one line, named and described for those who cannot see it."""
    worst = _axis_end(chart)
    hollow = any(not point.told for line in chart.lines for point in line.points)
    height = _TOP + _HEIGHT + 62 + _LEGEND_LINE * (len(chart.lines) + hollow)
    parts = [
        '<figure class="bieu-do">'
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
        f' aria-labelledby="{chart.id}-ten {chart.id}-mo-ta" fill="none" stroke="currentColor" font-size="12">'
        f'<title id="{chart.id}-ten">{escape(chart.title)}</title>'
        f'<desc id="{chart.id}-mo-ta">{escape(chart.description)}</desc>',
        *_axes(chart, worst),
        *_breaks(chart),
    ]
    for number, line in enumerate(chart.lines):
        parts += _line(line, number, len(chart.slots), worst)
    parts += _rank_labels(chart, worst)
    parts += _legend(chart, hollow)
    return Markup("".join(parts) + "</svg></figure>")


def _axis_end(chart: RankChart) -> int:
    worst = max(point.rank for line in chart.lines for point in line.points)
    rounded = max(5, ceil(worst / 5) * 5 if worst <= 20 else ceil(worst / 10) * 10)
    return max(worst, min(rounded, chart.worst_possible or rounded))


def _x(slot: float, slots: int) -> float:
    return round(_LEFT + (slot + 0.5) * (WIDTH - _LEFT - _RIGHT) / slots, 1)


def _y(rank: int, worst: int) -> float:
    return round(_TOP + (rank - 1) / (worst - 1) * _HEIGHT, 1)


def _text(x: float, y: float, text: str, anchor: str = "middle", name: str = "chu") -> str:
    return (
        f'<text class="{name}" x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="currentColor" stroke="none">'
        f"{escape(text)}</text>"
    )


def _axes(chart: RankChart, worst: int) -> Iterable[str]:
    step = 1 if worst <= 5 else 5 if worst <= 20 else 10 if worst <= 40 else 20
    yield _text(0, _TOP - 18, "Hạng", "start")
    for rank in [1, *range(max(step, 2), worst + 1, step)]:
        y = _y(rank, worst)
        yield f'<line class="luoi" x1="{_LEFT}" y1="{y:g}" x2="{WIDTH - _RIGHT}" y2="{y:g}" stroke-opacity="0.15"/>'
        yield _text(_LEFT - 8, y + 4, str(rank), "end")
    every = ceil(len(chart.slots) * 32 / (WIDTH - _LEFT - _RIGHT))
    for number, slot in enumerate(chart.slots):
        if number % every == 0:
            x = _x(number, len(chart.slots))
            yield _text(x, _TOP + _HEIGHT + 34, slot.year)
            if slot.table:
                yield _text(x, _TOP + _HEIGHT + 48, slot.table)


def _breaks(chart: RankChart) -> Iterable[str]:
    """Texts of neighbouring breaks stand at two heights, so that they do not run into each other."""
    for number, gap in enumerate(chart.breaks):
        x = _x(gap.slot - 0.5, len(chart.slots))
        y = 12 + 14 * (number % 2)
        half = len(gap.text) * 3.1
        yield (
            f'<line class="ngat" x1="{x:g}" y1="{y + 4}" x2="{x:g}" y2="{_TOP + _HEIGHT}"'
            ' stroke-dasharray="3 3" stroke-opacity="0.6"/>'
        )
        yield _text(round(min(max(x, half), WIDTH - half), 1), y, gap.text, name="chu ngat-chu")


def _line(line: Line, number: int, slots: int, worst: int) -> Iterable[str]:
    style = number % len(_DASHES) + 1
    dash = f' stroke-dasharray="{_DASHES[style - 1]}"' if _DASHES[style - 1] else ""
    for a, b in line.joined:
        yield (
            f'<line class="duong duong-{style}" x1="{_x(a.slot, slots):g}" y1="{_y(a.rank, worst):g}"'
            f' x2="{_x(b.slot, slots):g}" y2="{_y(b.rank, worst):g}" stroke-width="2"{dash}/>'
        )
    for point in line.points:
        yield _marker(_x(point.slot, slots), _y(point.rank, worst), number, point.told)


def _marker(x: float, y: float, number: int, told: bool) -> str:
    """A disc, square, triangle or diamond by the line's number; hollow when the rank is not plainly told."""
    style = number % len(_DASHES) + 1
    attributes = f'class="diem diem-{style}{"" if told else " rong"}" stroke-width="2"'
    attributes += ' fill="currentColor"' if told else ' fill="none"'
    shape = number % 4
    if shape == 0:
        return f'<circle cx="{x:g}" cy="{y:g}" r="4.5" {attributes}/>'
    corners: Sequence[tuple[float, float]] = (
        ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        ((0, -5), (5, 4), (-5, 4)),
        ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),
    )[shape - 1]
    points = " ".join(f"{x + dx:g},{y + dy:g}" for dx, dy in corners)
    return f'<polygon points="{points}" {attributes}/>'


def _rank_labels(chart: RankChart, worst: int) -> Iterable[str]:
    """The ranks above their points, below where a line comes from above; beside where points stand close."""
    by_slot: dict[int, set[int]] = defaultdict(set)
    from_above: set[tuple[int, int]] = set()
    for line in chart.lines:
        for point in line.points:
            by_slot[point.slot].add(point.rank)
        for a, b in line.joined:
            lower = b if b.rank > a.rank else a
            from_above.add((lower.slot, lower.rank))
    for slot, ranks in by_slot.items():
        last = float("-inf")
        for rank in sorted(ranks):
            x, y = _x(slot, len(chart.slots)), _y(rank, worst)
            label = y + 18 if (slot, rank) in from_above else y - 9
            beside = label < last + 13
            if beside:
                label = max(y + 4, last + 13)
            yield _text(x + 9 if beside else x, label, str(rank), "start" if beside else "middle", "chu hang")
            last = max(label, y + 4)


def _legend(chart: RankChart, hollow: bool) -> Iterable[str]:
    y = _TOP + _HEIGHT + 74
    for number, line in enumerate(chart.lines):
        yield _marker(_LEFT, y - 4, number, True)
        yield _text(_LEFT + 12, y, line.label, "start")
        y += _LEGEND_LINE
    if hollow:
        yield _marker(_LEFT, y - 4, 0, False)
        yield _text(_LEFT + 12, y, "hình rỗng: hạng tính ra hoặc suy ra", "start")
