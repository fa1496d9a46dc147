"""What must be reached, and whether it was: a line for each bar that the measured sizes can tell of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.bench.changes import ADDED, CHANGES, NEWEST, UNCHANGED
from tests.bench.corpora import REAL, name_of
from tests.bench.engines import HUGO, MKDOCS, PORTAL
from tests.bench.figures import Figures, ratio
from tests.bench.measuring import MB

MAIN, LARGE = 10_000, 100_000


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and the most that it may be."""

    what: str
    figure: float
    most: float
    unit: str

    @property
    def met(self) -> bool:
        """Whether the figure is not above what it may be."""
        return self.figure <= self.most

    def __str__(self) -> str:
        return (
            f"{'met   ' if self.met else 'MISSED'} {self.what}: {self.figure:.3g} {self.unit} (at most {self.most:.3g})"
        )


def bars(measured: Mapping[int, Figures]) -> Iterator[Bar]:
    """Every bar whose figures were measured."""
    yield from _seconds(measured, REAL, {PORTAL: 3, UNCHANGED: 0.5})
    yield from _seconds(measured, MAIN, dict.fromkeys(CHANGES, 1.0) | {UNCHANGED: 0.5})
    yield from _ratios(measured, MAIN, ADDED, {HUGO: 1 / 8, MKDOCS: 1 / 40})
    yield from _peaks(measured, MAIN, dict.fromkeys(CHANGES, 250.0) | {PORTAL: 800})
    yield from _ratios(measured, MAIN, PORTAL, {HUGO: 1.5, MKDOCS: 1 / 3})
    yield from _seconds(measured, LARGE, {ADDED: 10, NEWEST: 10})
    yield from _peaks(measured, LARGE, {PORTAL: 3 * 1024})
    yield from _growth(measured)


def _seconds(measured: Mapping[int, Figures], size: int, most: Mapping[str, float]) -> Iterator[Bar]:
    figures = measured.get(size, {})
    for name in [name for name in most if name in figures]:
        yield Bar(_said(size, name), figures[name].run.seconds, most[name], "s")


def _peaks(measured: Mapping[int, Figures], size: int, most: Mapping[str, float]) -> Iterator[Bar]:
    figures = measured.get(size, {})
    for name in [name for name in most if name in figures]:
        yield Bar(f"{_said(size, name)}, peak memory", figures[name].run.peak / MB, most[name], "MB")


def _ratios(measured: Mapping[int, Figures], size: int, name: str, most: Mapping[str, float]) -> Iterator[Bar]:
    for engine, limit in most.items():
        found = ratio(measured.get(size, {}), name, engine)
        if found is not None:
            yield Bar(f"{_said(size, name)}, beside a clean build by {engine}", found, limit, "times its time")


def _growth(measured: Mapping[int, Figures]) -> Iterator[Bar]:
    """The cost of an article in a clean build of the large corpus, beside that in the main one."""
    if all(PORTAL in measured.get(size, {}) for size in (MAIN, LARGE)):
        each = {size: measured[size][PORTAL].run.seconds / size for size in (MAIN, LARGE)}
        yield Bar(f"an article in a clean build of {LARGE:,}", each[LARGE] / each[MAIN], 1.3, f"times that of {MAIN:,}")


def _said(size: int, name: str) -> str:
    return f"{name_of(size)}, {'clean build' if name == PORTAL else name}"
