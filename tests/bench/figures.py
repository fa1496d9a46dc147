"""The figures of a bench as tables, the curve of cost over size, and what a million articles would take by it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.bench.contents import Contents
from tests.bench.corpora import name_of
from tests.bench.engines import HUGO, MKDOCS, PORTAL
from tests.bench.measuring import MB, Run

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """The median of some runs, and what was built where that is compared."""

    run: Run
    runs: int
    built: Contents | None = None


Figures = Mapping[str, Figure]
"""The figures of one size by the name of the engine that built clean, or of the change that the portal followed."""


def ratio(figures: Figures, one: str, other: str) -> float | None:
    """How many times as long one took as the other; None if either was not measured."""
    if one not in figures or other not in figures:
        return None
    return figures[one].run.seconds / figures[other].run.seconds


def table(size: int, figures: Figures) -> str:
    """A line for each figure of one size, with ratios to Hugo and to plain MkDocs."""
    lines = [
        f"{name_of(size):30} {'seconds':>8} {'CPU s':>8} {'× Hugo':>7} {'× MkDocs':>8} {'peak MB':>8}"
        f" {'runs':>5} {'pages':>8} {'words':>12}"
    ]
    for name, figure in figures.items():
        shown = f"{name}, clean build" if figure.built else name
        run, built = figure.run, figure.built
        counts = f"{built.pages:8,} {built.words:12,}" if built else ""
        lines.append(
            f"  {shown:28} {run.seconds:8.2f} {run.processor:8.2f} {_times(ratio(figures, name, HUGO)):>7}"
            f" {_times(ratio(figures, name, MKDOCS)):>8} {run.peak / MB:8,.0f} {figure.runs:5} {counts}".rstrip()
        )
    return "\n".join(lines)


def unequal(figures: Figures, tolerance: float = 0.001) -> list[str]:
    """What keeps clean builds from being compared: other pages, or other words by more than this share."""
    built = {name: figure.built for name, figure in figures.items() if figure.built}
    ours = built.get(PORTAL)
    if ours is None:
        return []
    return [
        f"{name} built {theirs.pages:,} pages and {theirs.words:,} words, the portal {ours.pages:,} and {ours.words:,}"
        for name, theirs in built.items()
        if theirs.pages != ours.pages or abs(theirs.words - ours.words) > tolerance * ours.words
    ]


def curve(clean: Mapping[int, Run]) -> str:
    """The cost of a clean build for each size, and of a million articles if the last two sizes tell how it goes on."""
    lines = [f"{'portal, clean build':30} {'seconds':>8} {'ms each':>8} {'peak MB':>8} {'kB each':>8}"]
    sizes = sorted(clean)
    points = [(name_of(size), size, clean[size].seconds, clean[size].peak) for size in sizes]
    if len(sizes) > 1:
        seconds = extrapolated([(size, clean[size].seconds) for size in sizes], MILLION)
        peak = extrapolated([(size, clean[size].peak) for size in sizes], MILLION)
        points.append((f"{name_of(MILLION)}, by the curve", MILLION, seconds, round(peak)))
    for name, size, seconds, peak in points:
        each = f"{seconds / size * 1000:8.2f} {peak / MB:8,.0f} {peak / size / 1024:8.1f}"
        lines.append(f"  {name:28} {seconds:8.1f} {each}")
    return "\n".join(lines)


def extrapolated(points: Sequence[tuple[int, float]], size: int) -> float:
    """The figure at a size, by the power law through the last two points."""
    (one, first), (other, last) = points[-2:]
    steepness = math.log(last / first) / math.log(other / one)
    return float(last * (size / other) ** steepness)


def _times(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}" if value < 0.1 else f"{value:.2f}"
