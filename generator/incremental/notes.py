"""What each product read of the library, and by that, which products a change concerns."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class Notes:
    """Notes the readings of one product after the other, each reading under a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._current: set[int] = set()
        self._readers: dict[int, array[int]] = {}

    def note(self, read: str) -> None:
        """Note that the current product reads this."""
        self._current.add(self._numbers.setdefault(read, len(self._numbers)))

    @contextmanager
    def of(self, product: int) -> Iterator[None]:
        """Note what is read here as read by a product."""
        before, self._current = self._current, set()
        try:
            yield
        finally:
            for number in self._current:
                self._readers.setdefault(number, array("I")).append(product)
            self._current = before

    def readers(self) -> Iterator[tuple[str, array[int]]]:
        """Each reading, and the products that read it."""
        texts = list(self._numbers)
        return ((texts[number], products) for number, products in self._readers.items())


def merged(known: bytes, more: Iterable[int]) -> bytes:
    """The products that read something, with more of them, each once."""
    return array("I", sorted({*array("I", known), *more})).tobytes()


def numbers(kept: bytes) -> array[int]:
    """The products as they are kept."""
    return array("I", kept)
