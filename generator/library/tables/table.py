"""What a table of the open data is: columns with their meaning and value, a key, and references to other tables.

Rows belong to owners (an article, an event …) that stand on a shelf by day. A table of many owners is cut there into
files (pieces.py), so that one more owner changes one small file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.pieces import WHOLE, Piece

T = TypeVar("T")
Cell = str | int | float | bool | date | tuple[str, ...] | None


class Type(StrEnum):
    """The types of Data Package's Table Schema that the tables use."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    LIST = "list"


class Group(StrEnum):
    """What sort of thing a table's rows are."""

    ARTICLES = "articles"
    FACTS = "facts"
    REGISTERS = "registers"


@dataclass(frozen=True, slots=True)
class Source:
    """What the values of rows are taken from: the library, and the address its pages stand at."""

    library: Library
    address: str

    def url(self, page: str, anchor: str = "") -> str:
        """The address of a page; from the site's root, without a leading slash, where the site has no address."""
        return self.address + addresses.site_path(page)[1:] + (f"#{anchor}" if anchor else "")

    def paragraph_url(self, article: str, number: int) -> str:
        """The address of a paragraph of an article's summary."""
        return self.url(addresses.article(article), addresses.paragraph_anchor(number))


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, what it means in Vietnamese and English, and its value for a row."""

    name: str
    vi: str
    en: str
    value: Callable[[Source, T], Cell]
    type: Type = Type.STRING
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Owners:
    """What rows belong to: its names, shelf by day and keys in the library's order, and how many fill a file."""

    vi: str
    en: str
    shelf: str
    keys: Callable[[Library], Iterable[str]]
    most: int


REGISTERED = Owners("", "", "", lambda library: ("",), 1)
"""The owner of a register's rows: the register as a whole, whose key is empty."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values, where given, stand in columns of a table (its own: by its name too)."""

    columns: tuple[str, ...]
    table: str
    of: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[T]):
    """A table of the open data; `things` are what the rows of one owner are made from."""

    name: str
    group: Group
    vi: str
    en: str
    about_vi: str
    about_en: str
    things: Callable[[Library, str], Iterable[T]]
    columns: tuple[Column[T], ...]
    key: tuple[str, ...] = ("id",)
    references: tuple[Reference, ...] = ()
    owners: Owners = REGISTERED

    def rows(self, source: Source, piece: Piece = WHOLE) -> Iterator[tuple[Cell, ...]]:
        """The rows of a piece, their cells in the order of the columns."""
        values = [column.value for column in self.columns]
        return (tuple([value(source, thing) for value in values]) for thing in self.things_of(source.library, piece))

    def things_of(self, library: Library, piece: Piece = WHOLE) -> Iterator[T]:
        """What the rows of a piece are made from: the whole in the library's order, a part by day."""
        shelf = library.shelf(self.owners.shelf)
        parted = (key for period in piece.periods for key in shelf.of(period))
        keys = parted if piece.name else self.owners.keys(library)
        return (thing for key in keys for thing in self.things(library, key))


AnyTable = Table[Any]
