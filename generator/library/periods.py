"""What things are filed under on shelves: periods, letters, and the names of provinces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.edtf import Edtf, Precision
from generator.library.provinces import Succession
from generator.registry import Registries
from generator.text import slug

NATIONWIDE = "ca-nuoc"
"""The name that what belongs to no province is filed under."""


def period(when: Edtf | None) -> str:
    """„2024-03" for what is dated to the month or day, „2024" for what is dated to the year, "" for what is not."""
    if when is None:
        return ""
    return f"{when.year:04d}-{when.month:02d}" if when.month else f"{when.year:04d}"


def day(when: Edtf | None) -> str:
    """„2024-03-15" for what is dated to the day, else its period."""
    return when.text if when and when.precision is Precision.DAY else period(when)


def first_letter(name: str) -> str:
    """The letter a name is filed under, without marks; „0" for every digit, "" for what has neither."""
    first = slug(name)[:1]
    return "0" if first.isdigit() else first


def names_of_units(registries: Registries, succession: Succession) -> Mapping[str, tuple[str, ...]]:
    """The names whose pages gather a unit: first its own, then those of what it became part of."""
    names = {unit.id: [unit.name_slug] for unit in registries.units.values()}
    for name in registries.provinces.values():
        for unit in succession.gathered(name):
            if unit.name_slug != name.slug:
                names[unit.id].append(name.slug)
    return {unit: tuple(of_unit) for unit, of_unit in names.items()}


def gathered(units: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The names whose pages gather any of the units, each once."""
    return list(dict.fromkeys(name for unit in units for name in names[unit]))
