"""Cuts a table of many owners into pieces, each a file: a pure function of how many owners each day has.

A piece is a year, a month, ten days or a day, by the longest of them that is not too full, and is named by it in EDTF
(„2024", „2024-03", „2024-03-1X"); X stands for what is not known („2024-XX": no month is). So its borders stay where
they are when something new comes, until it is too full itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.library.library import Library
    from generator.library.tables.table import AnyTable


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a table that is a file of its own: its name („2024-03"; "": the whole table) and its periods."""

    name: str
    periods: tuple[str, ...]


WHOLE = Piece("", ())

_UNKNOWN = "XXXX-XX-XX"
_DEPTHS = (4, 7, 9, 10)
"""After how many letters of a day it may be cut: the year, the month, ten days, the day."""


def pieces_of(library: Library, table: AnyTable) -> tuple[Piece, ...]:
    """The pieces of a table, oldest first and unknown days last; the whole table where it has few owners."""
    return library.shelf(table.owners.shelf).pieces(table.owners.most)


def cut(counts: Mapping[str, int], most: int) -> tuple[Piece, ...]:
    """The pieces of periods with so many owners, each with at most `most` of them unless a period has more."""
    if sum(counts.values()) <= most:
        return (WHOLE,)
    days = {period + _UNKNOWN[len(period) :]: period for period in counts}
    full = Counter[str]()
    for day, period in days.items():
        for depth in _DEPTHS[:-1]:
            full[day[:depth]] += counts[period]
    return tuple(_cut(sorted(days), days, {start for start, owners in full.items() if owners > most}, _DEPTHS))


def _cut(known: list[str], days: Mapping[str, str], full: set[str], depths: tuple[int, ...]) -> Iterator[Piece]:
    depth, *deeper = depths
    for start, group in groupby(known, key=lambda day: day[:depth]):
        within = list(group)
        if deeper and len(within) > 1 and start in full:
            yield from _cut(within, days, full, tuple(deeper))
        else:
            yield Piece(_name(start), tuple(days[day] for day in within))


def _name(start: str) -> str:
    """Ten days have no name of their own in EDTF but that with an X."""
    return start + "X" if len(start) == len("2024-03-1") else start
