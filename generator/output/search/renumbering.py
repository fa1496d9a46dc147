"""Which numbers change when documents come and go; all others stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from heapq import merge

from generator.output.search.numbering import Numbering, opens_largest

_BEFORE = "SELECT number FROM numbers WHERE opens AND (written, page) < (?, ?) ORDER BY written DESC, page DESC LIMIT 1"
_FROM = "SELECT written, page, number FROM numbers WHERE number >= ? ORDER BY number"


def renumbered(
    connection: sqlite3.Connection, gone: Collection[tuple[str, str]], come: Collection[tuple[str, str]]
) -> Iterator[tuple[str, int]]:
    """The pages that get a number or another one, and that, after others went; all by order and page."""
    waiting = sorted({*gone, *come}, reverse=True)
    while waiting:
        row = connection.execute(_BEFORE, waiting[-1]).fetchone()
        start = row[0] if row else 0
        numbering = Numbering(start)
        new = sorted((written, page, -1) for written, page in come if (written, page) >= waiting[-1])
        for written, page, old in merge(connection.execute(_FROM, (start,)), new):
            while waiting and waiting[-1] <= (written, page):
                waiting.pop()
            if old >= 0 and (written, page) in gone:
                continue
            number = numbering.number(page)
            if number != old:
                yield page, number
            elif opens_largest(page) and number > start:
                break
