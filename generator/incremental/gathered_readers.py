"""Who reads what, gathered in parts while all is made: more than should stand in memory."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from generator.incremental.store import Store


def gather_readers(store: Store, readers: Mapping[str, array[int]]) -> None:
    """Put aside some of those who read something; none of them twice."""
    store.change("INSERT INTO gathered VALUES (?, ?)", ((read, of.tobytes()) for read, of in readers.items()))


def keep_gathered_readers(store: Store) -> None:
    """Keep them where nothing is known of readers; in order, a tree of any size is filled from one end."""
    store.run("INSERT INTO readers SELECT read, joined(numbers) FROM gathered GROUP BY read", joined=_Joined)
    store.run("DROP TABLE gathered")


class _Joined:
    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def step(self, part: bytes) -> None:
        self._parts.append(part)

    def finalize(self) -> bytes:
        return b"".join(self._parts)
