"""The numbers of documents: in order of time, with free ones between them, so that a new one moves few others."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import count

_GROUP, _LARGEST = 256, 1024
"""One document in so many opens a group, or a largest group: numbers follow from that of the document opening it."""

_ROOM = 2
_STEP, _LARGEST_STEP = 128, 512
"""A group has so many numbers for each of its documents, in whole steps: a new document seldom changes how many.

Where it does, it moves what follows in its largest group, and what follows that one if its steps change too.
"""

_FARTHEST = 8
"""At most so far apart are numbers in the group that is last."""


def moment(order: str, page: str) -> int:
    """What numbers follow: the day, by 32 to a month and 13 to a year, and within the day a checksum of the page."""
    year, month, day = (*map(int, filter(None, order.split("-"))), 0, 0, 0)[:3]
    return ((year * 13 + month) * 32 + day) << 32 | zlib.crc32(page.encode())


def opens_largest(of: int) -> bool:
    """Whether the document of a moment opens a largest group: what comes later has numbers that follow from its own."""
    return of % _LARGEST == 0


def numbers_of(moments: Iterable[int], first: int = 0) -> Iterator[int]:
    """The numbers of documents by their moments, which ascend, from the number of one that opens a largest group.

    A document stands in its group where its moment stands between that of the first and that of the next group's first;
    where that number is not free, behind the one before. The last group goes on at the pace of the one before.
    """
    start = largest = first
    room, span = 0, 1
    for group, end in _groups(moments):
        opened = group[0]
        if opens_largest(opened):
            start = largest = largest - (largest - start) // _LARGEST_STEP * _LARGEST_STEP
            room, span = 0, 1
        if end is not None:
            room, span = -(-len(group) * _ROOM // _STEP) * _STEP, max(1, end - opened)
        number = start - 1
        for of, left in zip(group, count(len(group), -1)):
            farthest = number + _FARTHEST if end is None else start + room - left
            number = min(max(start + (of - opened) * room // span, number + 1), farthest)
            yield number
        start += room


def _groups(moments: Iterable[int]) -> Iterator[tuple[list[int], int | None]]:
    """The moments by group, each with the moment that opens the next one."""
    group: list[int] = []
    for of in moments:
        if group and of % _GROUP == 0:
            yield group, of
            group = []
        group.append(of)
    if group:
        yield group, None
