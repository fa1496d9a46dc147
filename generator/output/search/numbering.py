"""The numbers of documents: in order of time, with room between them, so that a new one moves few others."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_GROUPS = ((16, 4), (128, 16), (1024, 128))
"""One document in so many opens a group; the numbers of a group are made up to a multiple of the second figure.

The sizes of all groups hang on the documents alone, so numbers do too. About a fifth of the numbers are nobody's.
"""


def opens_largest(page: str) -> bool:
    """Whether a page opens a group of each size: what comes after it has numbers that follow from its own."""
    return zlib.crc32(page.encode()) % _GROUPS[-1][0] == 0


class Numbering:
    """Gives numbers to pages as they come in order of time, from the number of one that opens a largest group."""

    def __init__(self, first: int = 0) -> None:
        self._next = first
        self._starts = [first] * len(_GROUPS)

    def number(self, page: str) -> int:
        """The number of the page that comes next."""
        check = zlib.crc32(page.encode())
        opened = 0
        for share, room in _GROUPS:
            if check % share:
                break
            start = self._starts[opened]
            self._next = start - (start - self._next) // room * room
            opened += 1
        if opened:
            self._starts[:opened] = [self._next] * opened
        self._next += 1
        return self._next - 1


def numbers_of(pages: Iterable[str]) -> list[int]:
    """The numbers of all pages, which come in order of time."""
    return list(map(Numbering().number, pages))
