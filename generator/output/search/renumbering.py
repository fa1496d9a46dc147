"""Which numbers change when documents come and go; all others stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from heapq import merge
from itertools import tee

from generator.output.search.numbering import numbers_of, opens_largest

Spot = tuple[int, str]
"""Where a document stands in time: its moment, and of equals its page."""

_BEFORE = "SELECT number FROM numbers WHERE opens AND (moment, page) < (?, ?) ORDER BY moment DESC, page DESC LIMIT 1"
_FROM = "SELECT moment, page, number FROM numbers WHERE number >= ? ORDER BY number"


def renumbered(
    connection: sqlite3.Connection, gone: Collection[Spot], come: Collection[Spot]
) -> Iterator[tuple[str, int]]:
    """The pages that get a number or another one, after others went; all by moment and page."""
    waiting = sorted({*gone, *come}, reverse=True)
    while waiting:
        row = connection.execute(_BEFORE, waiting[-1]).fetchone()
        start = row[0] if row else 0
        stay = (row for row in connection.execute(_FROM, (start,)) if row[:2] not in gone)
        new = sorted((*spot, -1) for spot in come if spot >= waiting[-1])
        rows, ahead = tee(merge(stay, new))
        for (moment, page, old), number in zip(rows, numbers_of((row[0] for row in ahead), start), strict=True):
            while waiting and waiting[-1] <= (moment, page):
                waiting.pop()
            if number != old:
                yield page, number
            elif opens_largest(moment) and number > start:
                break
        else:
            return
