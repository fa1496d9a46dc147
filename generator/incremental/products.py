"""The products as a store keeps them: what each holds, and who reads what."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.incremental.notes import numbers, with_more
from generator.incremental.store import Store
from generator.output.product import PageFacts
from generator.output.sitemap import Days


@dataclass(frozen=True, slots=True)
class Known:
    """A product that was made: what it was planned from, the digests of its files, the facts of its page."""

    number: int
    name: str
    family: str
    given: bytes
    files: Mapping[str, bytes]
    page: PageFacts | None


Packed = tuple[int, str, str, bytes, bytes, bytes | None, str | None, str | None]
"""A product as it is kept; the facts of its page, pickled, stand before its title and day."""

PIECES = "pieces"
"""The family of what several products hold."""

_LISTED = "title IS NOT NULL AND day IS NOT ''"
"""Of a page that no sitemap lists the day is empty; of one whose last change is not known it is NULL."""

_DAYS = f"SELECT name, day FROM products WHERE {_LISTED}"
_KNOWN = "SELECT number, name, family, given, files, page FROM products WHERE"


class Products:
    """The products of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._titles: dict[str, str | None] = {}

    def readers_of(self, reads: Iterable[str]) -> dict[int, set[str]]:
        """The products and families that read any of this, by number, and what of it each read."""
        found: dict[int, set[str]] = {}
        for read, kept in self._store.among("SELECT read, numbers FROM readers WHERE read", reads):
            for number in numbers(kept):
                found.setdefault(number, set()).add(read)
        return found

    def families_of(self, numbers: Iterable[int]) -> set[str]:
        """The families that numbers belong to."""
        return {family for (family,) in self._store.among("SELECT family FROM products WHERE number", numbers)}

    def planned(self, family: str) -> dict[str, tuple[int, bytes]]:
        """The products of a family by name: the number of each, and what it was planned from."""
        query = "SELECT name, number, given FROM products WHERE family = ? AND name != ''"
        return {name: (number, given) for name, number, given in self._store.select(query, family)}

    def known(self, number: int) -> Known:
        """The product of a number."""
        return _known(next(self._store.select(f"{_KNOWN} number = ?", number)))

    def number_of_family(self, family: str) -> int:
        """The number that stands for the planning of a family."""
        query = "SELECT number FROM products WHERE family = ? AND name = ''"
        found = next(self._store.select(query, family), None)
        if found:
            return int(found[0])
        number = self.new_number()
        self.keep_family(number, family)
        return number

    def has_family(self, family: str) -> bool:
        """Whether the family was planned."""
        return next(self._store.select("SELECT 1 FROM products WHERE family = ?", family), None) is not None

    def piece(self, name: str) -> Known | None:
        """Something that several products hold; what it is stands where others have what they were planned from."""
        found = next(self._store.select(f"{_KNOWN} name = ? AND family = ?", name, PIECES), None)
        return _known(found) if found else None

    def pieces(self, numbers: Iterable[int]) -> list[str]:
        """The names of those products that are pieces of others."""
        found = self._store.among("SELECT family, name FROM products WHERE number", numbers)
        return [name for family, name in found if family == PIECES]

    def new_number(self) -> int:
        """A number that stands for nothing yet."""
        return int(next(self._store.select("SELECT coalesce(max(number), 0) + 1 FROM products"))[0])

    def keep_family(self, number: int, family: str) -> None:
        """Keep the number that stands for the planning of a family."""
        empty = [(number, family, b"", b"")]
        self._store.change("INSERT INTO products VALUES (?, '', ?, ?, ?, NULL, NULL, NULL)", empty)

    def keep(self, products: Iterable[Known]) -> None:
        """Keep products, in the place of those that had their numbers."""
        self._titles.clear()
        self.keep_packed(map(packed, products))

    def keep_packed(self, products: Iterable[Packed]) -> None:
        """Keep products that were packed for it."""
        self._store.change("INSERT OR REPLACE INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?)", products)

    def forget(self, number: int) -> None:
        """Forget a product."""
        self._titles.clear()
        self._store.change("DELETE FROM products WHERE number = ?", [(number,)])

    def forget_family(self, family: str) -> None:
        """Forget a family and its products."""
        self._titles.clear()
        self._store.change("DELETE FROM products WHERE family = ?", [(family,)])

    def keep_readers(self, readers: Iterable[tuple[str, Iterable[int]]]) -> None:
        """Keep who reads what, beside what is known of it."""
        more = dict(readers)
        known = dict(self._store.among("SELECT read, numbers FROM readers WHERE read", more))
        kept = ((read, with_more(known.get(read, b""), more[read])) for read in more)
        changed = ((read, all_of_them) for read, all_of_them in kept if all_of_them is not None)
        self._store.change("INSERT OR REPLACE INTO readers VALUES (?, ?)", changed)

    def title(self, name: str) -> str | None:
        """The title of a page; None where there is no such page."""
        if name not in self._titles:
            found = next(self._store.select("SELECT title FROM products WHERE name = ?", name), None)
            self._titles[name] = found[0] if found else None
        return self._titles[name]

    def page(self, name: str) -> PageFacts | None:
        """The facts of a page; None where there is no such page."""
        found = next(self._store.select("SELECT page FROM products WHERE name = ?", name), None)
        return pickle.loads(found[0]) if found and found[0] else None

    def pages(self) -> Iterator[tuple[str, PageFacts]]:
        """Each page and its facts."""
        found = self._store.select("SELECT name, page FROM products WHERE title IS NOT NULL")
        return ((name, pickle.loads(page)) for name, page in found)

    def count_pages(self) -> int:
        """How many pages a sitemap lists."""
        return int(next(self._store.select(f"SELECT count(*) FROM products WHERE {_LISTED}"))[0])

    def days(self) -> Days:
        """Every page that a sitemap lists, and the day it last changed."""
        return _days(self._store.select(_DAYS))

    def days_of(self, pages: Iterable[str]) -> Days:
        """Those of these pages that there are, and the day each last changed."""
        return _days(self._store.among(f"{_DAYS} AND name", pages))

    def days_below(self, folder: str) -> Days:
        """The pages below a folder, be they deep below it; those at the root for "" itself."""
        if not folder:
            return _days(self._store.select(f"{_DAYS} AND instr(name, '/') = 0"))
        return _days(self._store.select(f"{_DAYS} AND name > ? AND name < ?", f"{folder}/", f"{folder}0"))


def _days(found: Iterable[tuple[str, str | None]]) -> Days:
    return {name: date.fromisoformat(day) if day else None for name, day in found}


def packed(known: Known) -> Packed:
    """A product without a name is the planning of its family."""
    files, page = pickle.dumps(dict(known.files), pickle.HIGHEST_PROTOCOL), known.page
    if page is None:
        return known.number, known.name, known.family, known.given, files, None, None, None
    facts, day = pickle.dumps(page, pickle.HIGHEST_PROTOCOL), page.changed.isoformat() if page.changed else None
    day = day if page.listed else ""
    return known.number, known.name, known.family, known.given, files, facts, page.title, day


def _known(row: tuple[object, ...]) -> Known:
    number, name, family, given, files, page = row
    assert isinstance(number, int)
    assert isinstance(name, str)
    assert isinstance(family, str)
    assert isinstance(given, bytes)
    assert isinstance(files, bytes)
    facts = pickle.loads(page) if isinstance(page, bytes) else None
    return Known(number, name, family, given, pickle.loads(files), facts)
