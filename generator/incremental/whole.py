"""Makes all of a tree, in as many processes as there are cores."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

from generator.incremental import reading
from generator.incremental.findable import rows_of_page
from generator.incremental.making import file_stamp, stamp
from generator.incremental.notes import Notes
from generator.incremental.products import PIECES, Known, Packed, packed
from generator.incremental.reading import noting
from generator.incremental.row import Row
from generator.incremental.titles import PlannedTitles
from generator.library.library import Library
from generator.output.cards import Card, card_files
from generator.output.families import Publishing
from generator.output.product import Family
from generator.output.sitemap import sitemap_files
from generator.output.write import Content, put
from generator.pages.all import OF_THINGS
from generator.pages.page import Plan
from generator.processes import cores, in_processes

_AT_ONCE = 32
"""Families that a process takes at a time."""

_MOST_NOTES = 50_000
"""Readings that a process holds before it sends home who read them."""

Readers = dict[str, "array[int]"]


@dataclass(slots=True)
class Whole:
    """Everything that was made: the pages' days, and what became of each file."""

    days: dict[str, date | None] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Part:
    """What one process made of some families, as it is kept; now and then, who reads what."""

    products: list[Packed] = field(default_factory=list)
    findable: list[Row] = field(default_factory=list)
    days: dict[str, date | None] = field(default_factory=dict)
    readers: Readers = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def make_whole(
    library: Library,
    plans: Mapping[str, Plan],
    publishing: Publishing,
    target: Path,
    existing: Container[str],
    keep: Callable[[Part], None],
    begin: Callable[[], None],
) -> Whole:
    """Make every product, its card and the sitemap, and write each file as it is made; the search index is left.

    `plans` are those of all pages by path; `keep` is given each part that is ready; `begin` is done first in this
    process, while others make products.
    """
    names = [*publishing.families(library), *_things(library)]

    def work(process: int) -> Callable[[Sequence[str]], Part]:
        if process == 0:
            begin()
        maker = _Maker(library, publishing, PlannedTitles(plans), process)
        return lambda taken: maker.make(taken, target, existing) if taken else maker.rest()

    whole = Whole()
    for part in in_processes(names, work, processes=cores(), at_once=_AT_ONCE):
        keep(part)
        whole.days |= part.days
        whole.files |= part.files
    sitemaps = {path: make() for path, make in sitemap_files(whole.days, publishing.address).items()}
    whole.files |= {path: put(target, path, content, existing) for path, content in sitemaps.items()}
    return whole


def _things(library: Library) -> Iterator[str]:
    """The families of things, those of one time beside each other: they read the same articles."""
    fields = {field: list(getattr(library, field)) for field in OF_THINGS}
    placed = ((at / len(keys), f"{field}/={key}") for field, keys in fields.items() for at, key in enumerate(keys))
    return (name for _, name in sorted(placed))


class _Maker:
    """Makes families in one process."""

    def __init__(self, library: Library, publishing: Publishing, titles: PlannedTitles, process: int) -> None:
        self._notes = Notes()
        self._library = noting(library, self._notes.note)
        self._publishing = replace(publishing, titles=titles.noting(self._notes.note), keep=self._keep)
        self._families = self._publishing.families(library)
        self._numbers = count(process + 1, cores())
        self._cards: set[Card] = set()
        self._pieces: dict[str, Known] = {}

    def make(self, names: Sequence[str], target: Path, existing: Container[str]) -> Part:
        done = Part()
        for name in names:
            family = self._families.get(name) or self._publishing.family_of_thing(*name.split("/=", 1))
            for known, files in self._made(family):
                done.products.append(packed(known))
                if known.page:
                    if known.page.listed:
                        done.days[known.name] = known.page.changed
                    done.findable += rows_of_page(known.name, known.page)
                files = {**files, **self._new_card(known)}
                done.files |= {path: put(target, path, content, existing) for path, content in files.items()}
        if len(self._notes) > _MOST_NOTES:
            done.readers = self._notes.taken()
        return done

    def _new_card(self, known: Known) -> Mapping[str, Content]:
        if known.page is None or known.page.card in self._cards:
            return {}
        self._cards.add(known.page.card)
        return card_files([known.page.card])

    def rest(self) -> Part:
        return Part(products=list(map(packed, self._pieces.values())), readers=self._notes.taken())

    def _keep(self, name: str, make: Callable[[], bytes]) -> bytes:
        self._notes.note(reading.piece(name))
        if name not in self._pieces:
            number = next(self._numbers)
            with self._notes.of(number):
                self._pieces[name] = Known(number, name, PIECES, make(), {}, None)
        return self._pieces[name].given

    def _made(self, family: Family) -> Iterator[tuple[Known, Mapping[str, Content]]]:
        number = next(self._numbers)
        yield Known(number, "", family.name, b"", {}, None), {}
        with self._notes.of(number):
            planned = list(family.plan(self._library))
        for product in planned:
            number = next(self._numbers)
            with self._notes.of(number):
                made = product.make()
            stamps = {path: file_stamp(content) for path, content in made.files.items()}
            yield Known(number, product.name, family.name, stamp(product.given), stamps, made.page), made.files
