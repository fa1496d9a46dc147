"""What a shelf of the library is kept as."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A key on a shelf; rows stand by period, then by `sort`. Groups of the library are shelves without periods.

    The stamp of a group's row changes with the thing that its key leads to; who reads a shelf reads that thing itself.
    """

    owner: str
    shelf: str
    period: str
    sort: str
    key: str
    stamp: str = ""
