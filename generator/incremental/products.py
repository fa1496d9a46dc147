"""The products as a store keeps them: what each holds, and who reads what."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.incremental.notes import merged, numbers
from generator.incremental.store import Store
from generator.output.product import PageFacts


@dataclass(frozen=True, slots=True)
class Known:
    """A product that was made: what it was planned from, the digests of its files, the facts of its page."""

    number: int
    name: str
    family: str
    given: bytes
    files: Mapping[str, bytes]
    page: PageFacts | None


PIECES = "pieces"
"""The family of what several products hold."""


class Products:
    """The products of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def readers_of(self, reads: Iterable[str]) -> dict[int, set[str]]:
        """The products and families that read any of this, by number, and what of it each read."""
        found: dict[int, set[str]] = {}
        for read in reads:
            for (kept,) in self._store.select("SELECT numbers FROM readers WHERE read = ?", read):
                for number in numbers(kept):
                    found.setdefault(number, set()).add(read)
        return found

    def family_of(self, number: int) -> str | None:
        """The family that a number belongs to; None for one that is no more."""
        found = next(self._store.select("SELECT family FROM products WHERE number = ?", number), None)
        return found[0] if found else None

    def of_family(self, family: str) -> dict[str, Known]:
        """The products of a family by name."""
        found = self._store.select("SELECT * FROM products WHERE family = ? AND name != ''", family)
        return {known.name: known for known in map(_known, found)}

    def number_of_family(self, family: str) -> int:
        """The number that stands for the planning of a family."""
        query = "SELECT number FROM products WHERE family = ? AND name = ''"
        found = next(self._store.select(query, family), None)
        if found:
            return int(found[0])
        number = self.new_number()
        self.keep_family(number, family)
        return number

    def keep_all_readers(self, readers: Iterable[tuple[str, array[int]]]) -> None:
        """Keep who reads what, where nothing is known of it."""
        self._store.change("INSERT INTO readers VALUES (?, ?)", ((read, of.tobytes()) for read, of in readers))

    def has_family(self, family: str) -> bool:
        """Whether the family was planned."""
        return next(self._store.select("SELECT 1 FROM products WHERE family = ?", family), None) is not None

    def piece(self, name: str) -> Known | None:
        """Something that several products hold; what it is stands where others have what they were planned from."""
        found = next(self._store.select("SELECT * FROM products WHERE name = ? AND family = ?", name, PIECES), None)
        return _known(found) if found else None

    def pieces(self, numbers: Iterable[int]) -> list[str]:
        """The names of those products that are pieces of others."""
        query = "SELECT name FROM products WHERE number = ? AND family = ?"
        return [name for number in numbers for (name,) in self._store.select(query, number, PIECES)]

    def new_number(self) -> int:
        """A number that stands for nothing yet."""
        return int(next(self._store.select("SELECT coalesce(max(number), 0) + 1 FROM products"))[0])

    def keep_family(self, number: int, family: str) -> None:
        """Keep the number that stands for the planning of a family."""
        self._store.change("INSERT INTO products VALUES (?, '', ?, ?, ?, NULL, NULL)", [(number, family, b"", b"")])

    def keep(self, products: Iterable[Known]) -> None:
        """Keep products, in the place of those that had their numbers."""
        self._store.change("INSERT OR REPLACE INTO products VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, products))

    def forget(self, known: Known) -> None:
        """Forget a product."""
        self._store.change("DELETE FROM products WHERE number = ?", [(known.number,)])

    def forget_family(self, family: str) -> None:
        """Forget a family and its products."""
        self._store.change("DELETE FROM products WHERE family = ?", [(family,)])

    def keep_readers(self, readers: Iterable[tuple[str, Iterable[int]]]) -> None:
        """Keep who reads what, beside what is known of it."""
        for read, more in readers:
            known = next(self._store.select("SELECT numbers FROM readers WHERE read = ?", read), (b"",))[0]
            self._store.change("INSERT OR REPLACE INTO readers VALUES (?, ?)", [(read, merged(known, more))])

    def page(self, name: str) -> PageFacts | None:
        """The facts of a page; None where there is no such page."""
        found = next(self._store.select("SELECT page FROM products WHERE name = ?", name), None)
        return pickle.loads(found[0]) if found and found[0] else None

    def pages(self) -> Iterator[tuple[str, PageFacts]]:
        """Each page and its facts."""
        found = self._store.select("SELECT name, page FROM products WHERE page IS NOT NULL")
        return ((name, pickle.loads(page)) for name, page in found)

    def days(self) -> dict[str, date | None]:
        """Every page and the day it last changed."""
        found = self._store.select("SELECT name, day FROM products WHERE page IS NOT NULL")
        return {name: date.fromisoformat(day) if day else None for name, day in found}


def _row(known: Known) -> tuple[object, ...]:
    """A product without a name is the planning of its family."""
    page = pickle.dumps(known.page, pickle.HIGHEST_PROTOCOL) if known.page else None
    day = known.page.changed.isoformat() if known.page and known.page.changed else None
    return known.number, known.name, known.family, known.given, pickle.dumps(dict(known.files)), page, day


def _known(row: tuple[object, ...]) -> Known:
    number, name, family, given, files, page, _ = row
    assert isinstance(number, int)
    assert isinstance(name, str)
    assert isinstance(family, str)
    assert isinstance(given, bytes)
    assert isinstance(files, bytes)
    facts = pickle.loads(page) if isinstance(page, bytes) else None
    return Known(number, name, family, given, pickle.loads(files), facts)
