"""What each product read of the library, and by that, which products a change concerns."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class Notes:
    """Notes the readings of one product after the other."""

    def __init__(self) -> None:
        self._current: set[str] = set()
        self._readers: dict[str, array[int]] = {}

    def note(self, read: str) -> None:
        """Note that the current product reads this."""
        self._current.add(read)

    @contextmanager
    def of(self, product: int) -> Iterator[None]:
        """Note what is read here as read by a product."""
        before, self._current = self._current, set()
        try:
            yield
        finally:
            for read in self._current:
                if readers := self._readers.get(read):
                    readers.append(product)
                else:
                    self._readers[read] = array("I", (product,))
            self._current = before

    def __len__(self) -> int:
        return len(self._readers)

    def taken(self) -> dict[str, array[int]]:
        """Each reading, and the products that read it; they are forgotten here."""
        taken, self._readers = self._readers, {}
        return taken

    def readers(self) -> Iterable[tuple[str, array[int]]]:
        """Each reading, and the products that read it."""
        return self._readers.items()


def with_more(known: bytes, more: Iterable[int]) -> bytes | None:
    """The products that read something, with more of them, each once; None where all are known."""
    new = set(more) - set(numbers(known))
    return known + array("I", sorted(new)).tobytes() if new else None


def numbers(kept: bytes) -> array[int]:
    """The products as they are kept."""
    return array("I", kept)
