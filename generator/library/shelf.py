"""A list of keys by period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.library.tables.pieces import Piece, cut


@dataclass(frozen=True)
class Shelf:
    """The keys of a list by period („2024-03"; „2024": no month is known; "": no year is), oldest first in each."""

    keys: Mapping[str, tuple[str, ...]]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many keys each period holds, by period."""
        return {period: len(keys) for period, keys in self.keys.items()}

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years it holds something of, oldest first; the unknown one is "": this changes seldom, counts often."""
        return years_of(self.keys)

    @property
    def total(self) -> int:
        """How many keys there are."""
        return sum(map(len, self.keys.values()))

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return not self.keys

    def of(self, period: str) -> tuple[str, ...]:
        """The keys of a period."""
        return self.keys.get(period, ())

    def pieces(self, most: int) -> tuple[Piece, ...]:
        """How the open data cuts what stands here by day: this changes seldom, counts often."""
        return cut(self.counts, most)


def years_of(periods: Iterable[str]) -> tuple[str, ...]:
    """The years of periods, oldest first."""
    return tuple(sorted({period[:4] for period in periods}))
