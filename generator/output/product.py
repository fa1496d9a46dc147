"""What the output is planned as: files that are made together, each plan on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.library.library import Library
from generator.output.cards import Card
from generator.output.search.record import SearchRecord
from generator.output.write import Content


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What others need of a page that was made: its title, its last change, what search finds it by, its card.

    One that is not `listed` stands in no sitemap.
    """

    title: str
    changed: date | None
    record: SearchRecord | None
    card: Card
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """Files by path, and what others need of the page among them."""

    files: Mapping[str, Content]
    page: PageFacts | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """Files that are made together; it is made anew when what it was planned from (`given`) or what it read differs."""

    name: str
    make: Callable[[], Made]
    given: object = None


@dataclass(frozen=True, slots=True)
class Family:
    """Products that are planned together, from a library."""

    name: str
    plan: Callable[[Library], Iterable[Product]] = field(compare=False)
