"""The tile grid of the home page: every province as a tile, shaded by what the library holds about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.page import Mark, Ref
from generator.pages.rankings import overall_measure
from generator.pages.refs import MOST_MARKS, mark
from generator.registry import ProvinceName, TileGrids, Unit
from generator.text import collation_key

Rows = tuple[tuple[str | None, ...], ...]

INDEX = "dti"
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """What a province's tile shows of one measure: the number, how strong its shade is (0 to LEVELS), its sources."""

    number: int | None
    level: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A place of the grid, counted from 1: a province, or an archipelago with the province it belongs to."""

    row: int
    column: int
    label: str
    province: Ref
    articles: Measured | None = None
    events: Measured | None = None
    rank: Measured | None = None


def tile_grids(library: Library) -> list[dict[str, Any]]:
    """The grid of the provinces there are, and that of those until 30 June 2025; none without a registry of tiles."""
    tiles = library.registries.tiles
    return [_grid(library, tiles, tiles.current, 34), _grid(library, tiles, tiles.former, 63)] if tiles else []


def _grid(library: Library, tiles: TileGrids, rows: Rows, size: int) -> dict[str, Any]:
    known = library.registries.provinces
    units = {slug: _units(library, known[slug], former=size == 63) for _, _, slug in _places(rows) if slug in known}
    year, ranks = _ranks(library, str(size), units)
    former = size == 63
    articles = _counted({slug: _articles(library, slug, of, former=former) for slug, of in units.items()})
    events = _counted({slug: _events(library, slug, of, former=former) for slug, of in units.items()})
    placed, islands = list[Tile](), list[Tile]()
    for row, column, slug in _places(rows):
        if name := known.get(slug):
            label, ref = tiles.labels.get(slug, name.name), Ref(name.name, addresses.province(slug))
            rank = ranks.get(slug, Measured(None, 0))
            placed.append(Tile(row, column, label, ref, articles[slug], events[slug], rank))
        elif island := tiles.archipelagos.get(slug):
            islands.append(Tile(row, column, island.name, Ref(known[island.province].name, None)))
    return {
        "key": str(size),
        "size": size,
        "year": year,
        "tiles": sorted([*placed, *islands], key=lambda t: (t.row, t.column)),
        "rows": sorted(placed, key=lambda t: collation_key(t.province.text)),
        "steps": {"bai": _steps(articles), "su": _steps(events), "dti": _rank_steps(size)},
        "ranked": sum(1 for r in ranks.values() if r.number),
    }


def _places(rows: Rows) -> Iterable[tuple[int, int, str]]:
    for row, keys in enumerate(rows, start=1):
        for column, key in enumerate(keys, start=1):
            if key:
                yield row, column, key


def _units(library: Library, name: ProvinceName, *, former: bool) -> tuple[Unit, ...]:
    """The units a tile stands for: that of the time, with what became part of it."""
    if not former:
        return library.succession.gathered(name)
    ended = [unit for unit in name.units if unit.until and unit.until.year == 2025]
    return (ended[-1],) if ended else (name.units[-1],)


def _articles(library: Library, slug: str, units: Sequence[Unit], *, former: bool) -> int:
    shelf = library.shelf(f"subject/{units[0].id}" if former else f"tinh/{slug}/about")
    return shelf.total


def _events(library: Library, slug: str, units: Sequence[Unit], *, former: bool) -> int:
    if former:
        return library.shelf(f"unit/{units[0].id}/events").total
    return library.shelf(f"tinh/{slug}/events").total


def _counted(numbers: Mapping[str, int]) -> dict[str, Measured]:
    most = max(numbers.values(), default=0)
    return {slug: Measured(n, -(-n * LEVELS // most) if most else 0) for slug, n in numbers.items()}


def _ranks(library: Library, table: str, units: Mapping[str, Sequence[Unit]]) -> tuple[int | None, dict[str, Measured]]:
    """The year of which most ranks in the table are told (the later of two), and the rank of each province in it."""
    index = library.registries.indices.get(INDEX)
    if index is None:
        return None, {}
    name = f"ranks/{index.id}/{overall_measure(index)}/{table}"
    told = {year: _told(library, f"{name}/{year}") for year in library.shelf(name).counts}
    if not told:
        return None, {}
    year = max(told, key=lambda y: (len(told[y]), y))
    ranks = {}
    for slug, of in units.items():
        numbers = {rank for unit in of for rank in told[year].get(unit.id, ())}
        periods = [f"{unit.id}/{rank}" for unit in of for rank in sorted(told[year].get(unit.id, ()))]
        marks = tuple(mark(library, fact) for fact in _some(library, f"{name}/{year}", periods))
        if len(numbers) == 1:
            rank = numbers.pop()
            ranks[slug] = Measured(rank, _rank_level(rank, int(table)), marks)
        elif numbers:
            ranks[slug] = Measured(None, 0, marks)
    return int(year), ranks


def _told(library: Library, shelf: str) -> dict[str, set[int]]:
    """The ranks of a year by unit."""
    told: dict[str, set[int]] = defaultdict(set)
    for period in library.shelf(shelf).counts:
        unit, _, rank = period.rpartition("/")
        told[unit].add(int(rank))
    return told


def _some(library: Library, name: str, periods: Sequence[str]) -> list[Indicator]:
    """The first facts that tell each rank: no more sources than a list shows."""
    shelf = library.shelf(name)
    each = max(MOST_MARKS // len(periods), 1) if periods else 0
    return [library.indicator(key) for period in periods for key in shelf.of(period)[:each]]


def _steps(measured: Mapping[str, Measured]) -> list[tuple[int, str]]:
    """For the legend: each level that occurs, and the numbers it stands for."""
    pairs = sorted({(m.level, m.number or 0) for m in measured.values()})
    steps = []
    for level, group in groupby(pairs, key=lambda pair: pair[0]):
        numbers = [number for _, number in group]
        steps.append((level, str(numbers[0]) if numbers[0] == numbers[-1] else f"{numbers[0]}–{numbers[-1]}"))
    return steps


def _rank_steps(size: int) -> list[tuple[int, str]]:
    ranks: dict[int, list[int]] = defaultdict(list)
    for rank in range(1, size + 1):
        ranks[_rank_level(rank, size)].append(rank)
    steps = [(level, f"{of[0]}–{of[-1]}") for level, of in sorted(ranks.items())]
    return [(0, "chưa có trong thư viện"), *steps]


def _rank_level(rank: int, size: int) -> int:
    """The first ranks are the darkest."""
    return LEVELS - (rank - 1) * LEVELS // size
