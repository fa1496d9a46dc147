"""What is told of an index: by year, by unit, and where it is told differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.library.contradictions import indicator_key
from generator.library.library import Library
from generator.library.periods import NATIONWIDE
from generator.library.things import Contradiction
from generator.model import Indicator
from generator.registry import Index


def facts_of_year(library: Library, index: Index, year: int) -> list[Indicator]:
    """Everything told of a year, in the library's order."""
    return [library.indicator(key) for key in library.shelf(f"chi-so/{index.id}").of(f"{year:04d}")]


def undated_facts(library: Library, index: Index, most: int) -> tuple[list[Indicator], int]:
    """What is told of no known year, of the newest articles where it is more than so many; and how much is left."""
    keys = library.shelf(f"chi-so/{index.id}").of("")
    return [library.indicator(key) for key in keys[-most:]], max(len(keys) - most, 0)


def facts_of_unit(library: Library, index: Index, unit: str) -> list[Indicator]:
    """Everything told of a unit, the undated first, then by year."""
    shelf = library.shelf(_of_unit(index, unit))
    return [library.indicator(key) for year in sorted(shelf.counts) for key in shelf.of(year)]


def units_of_columns(library: Library, index: Index, year: int) -> Mapping[tuple[str, str, str], set[str]]:
    """The units that have a value in a year, by table („": not known), measure and „rank", „score" or „change"."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for place in library.shelf(f"chi-so/{index.id}/{year:04d}/columns").counts:
        table, measure, field, unit = place.split("/")
        found[table, measure, field].add(unit)
    return found


def national_facts(library: Library, index: Index, year: int) -> list[Indicator]:
    """What is told of the whole country in a year."""
    return [library.indicator(key) for key in library.shelf(_of_unit(index, NATIONWIDE)).of(f"{year:04d}")]


def told_years(library: Library, index: Index) -> list[int]:
    """The years that anything is told of."""
    return sorted(int(year) for year in library.shelf(f"chi-so/{index.id}").counts if year)


def years_of_units(library: Library, index: Index) -> Mapping[str, list[str]]:
    """The years („": not known) told of each unit that anything is told of."""
    counts = {unit: library.shelf(_of_unit(index, unit)).counts for unit in library.registries.units}
    return {unit: sorted(years) for unit, years in counts.items() if years}


def contradictions_of(library: Library, facts: Iterable[Indicator]) -> list[Contradiction]:
    """The contradictions that facts take part in."""
    keys = sorted({key for fact in facts if (key := indicator_key(fact))})
    return [contradiction for key in keys for contradiction in library.contradictions_of("indicator", key)]


def _of_unit(index: Index, unit: str) -> str:
    return f"chi-so/{index.id}/{unit}"
