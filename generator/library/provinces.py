"""Which province a name meant on a day, and how provinces follow one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.edtf import Edtf, overlaps
from generator.library.grouping import group
from generator.registry import ProvinceName, Registries, Unit
from generator.text import slug


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a key names no single unit: a diagnostic's code and the units that would have been possible."""

    code: str
    candidates: tuple[Unit, ...] = ()


def resolve(key: str, on: Edtf | None, published: Edtf | None, registries: Registries) -> Unit | Unresolved:
    """The unit that a name's slug (or a unit's id) means for a fact of this date in an article of that one.

    The rule: the unit that bore the name on the fact's date; where that leaves none or several, the one at
    publication; an undated fact may also name a unit of the past, never one of the article's future.
    """
    units = _candidates(key, registries)
    if not units:
        return Unresolved("unknown-province")
    if on and published and published.latest and on.earliest and on.earliest > published.latest:
        on = None
    then = _during(units, on) if on else ()
    now = _during(units, published) if published else ()
    both = _during(then, published) if published else ()
    for choice in (both, then, now):
        if len(choice) == 1:
            return choice[0]
        if choice:
            return Unresolved("ambiguous-province", choice)
    if on is None and published is None and len(units) == 1:
        return units[0]
    if on is None and published is not None:
        past = tuple(u for u in units if u.until and published.earliest and u.until < published.earliest)
        if past:
            return past[-1]
    return Unresolved("ambiguous-province" if on is published is None else "province-not-of-its-time", units)


def key_for(word: str, registries: Registries) -> str | None:
    """The key of the province that a word means: its name, a spelling variant or an abbreviation, in any form."""
    wanted = slug(word)
    for name in registries.provinces.values():
        if wanted in map(slug, (name.name, *name.variants, *name.abbreviations)):
            return name.slug
    short = wanted.removeprefix("tinh-").removeprefix("thanh-pho-").removeprefix("tp-")
    return key_for(short, registries) if short != wanted else None


def _candidates(key: str, registries: Registries) -> tuple[Unit, ...]:
    if name := registries.provinces.get(key):
        return name.units
    unit = registries.units.get(key)
    return (unit,) if unit else ()


def _during(units: tuple[Unit, ...], when: Edtf) -> tuple[Unit, ...]:
    return tuple(u for u in units if overlaps(when, u.since, u.until))


@dataclass(frozen=True)
class Succession:
    """Who became part of whom."""

    units: Mapping[str, Unit]
    names: Mapping[str, ProvinceName]

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that became (part of) this one, in the order of the registry."""
        return self._joined.get(unit.id, ())

    @cached_property
    def _joined(self) -> Mapping[str, tuple[Unit, ...]]:
        return group((unit.successor, unit) for unit in self.units.values())

    def successor(self, unit: Unit) -> Unit | None:
        """The unit this one is (part of) now."""
        return self.units[unit.successor] if unit.successor else None

    def current(self) -> tuple[Unit, ...]:
        """The units that exist now."""
        return tuple(u for u in self.units.values() if u.until is None)

    def gathered(self, name: ProvinceName) -> tuple[Unit, ...]:
        """The units whose facts a name's page shows: those that bore it and all that became part of them."""
        result: dict[str, Unit] = {}
        stack = list(reversed(name.units))
        while stack:
            unit = stack.pop()
            if unit.id not in result:
                result[unit.id] = unit
                stack.extend(self.predecessors(unit))
        return tuple(result.values())
