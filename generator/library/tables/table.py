"""What a table of the open data is: columns with their meaning and value, a key, and references to other tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from generator.library import addresses
from generator.library.library import Library

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
class Reference:
    """Columns whose values, where given, stand in columns of a table (its own: by its name too)."""

    columns: tuple[str, ...]
    table: str
    of: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[T]):
    """A table of the open data."""

    name: str
    group: Group
    vi: str
    en: str
    about_vi: str
    about_en: str
    things: Callable[[Library], Iterable[T]]
    columns: tuple[Column[T], ...]
    key: tuple[str, ...] = ("id",)
    references: tuple[Reference, ...] = ()

    def rows(self, source: Source) -> Iterator[tuple[Cell, ...]]:
        """Every row, its cells in the order of the columns."""
        values = [column.value for column in self.columns]
        return (tuple([value(source, thing) for value in values]) for thing in self.things(source.library))


AnyTable = Table[Any]
