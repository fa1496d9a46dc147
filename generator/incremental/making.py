"""Carries a change of the library on to the products: those are made anew that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from generator.incremental import reading
from generator.incremental.notes import Notes
from generator.incremental.products import PIECES, Known, Products
from generator.library.library import Library
from generator.output.families import Publishing
from generator.output.product import Family, PageFacts, Product
from generator.output.write import Content
from generator.pages.all import OF_THINGS


@dataclass(slots=True)
class Remade:
    """What an update made anew: files by path (those that differ), files that are gone, the facts of pages (and those
    before, of each that was made or is gone), and why.

    `because` has by product what it read, or its family if it is new, that reads otherwise now.
    """

    files: dict[str, Content] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    pages: dict[str, PageFacts] = field(default_factory=dict)
    pages_gone: set[str] = field(default_factory=set)
    before: dict[str, PageFacts | None] = field(default_factory=dict)
    because: dict[str, set[str]] = field(default_factory=dict)
    count: int = 0


def stamp(thing: object) -> bytes:
    """A short digest that changes with the thing."""
    return blake2b(repr(thing).encode(), digest_size=8).digest()


def file_stamp(content: Content) -> bytes:
    """A digest of what a file holds; a drawing's is its name's."""
    if callable(content):
        return b""
    return blake2b(content.encode() if isinstance(content, str) else content, digest_size=12).digest()


class Update:
    """One change of the library."""

    def __init__(self, products: Products, library: Library, notes: Notes, publishing: Publishing) -> None:
        self._products, self._library, self._notes = products, library, notes
        self._publishing = replace(publishing, keep=self._keep)
        self._families = self._publishing.families(library)
        self._pieces: dict[str, bytes] = {}
        self._concerned: set[int] = set()
        self._titles: set[str] = set()
        self.remade = Remade()

    def carry_on(self, changed: Collection[str], families: Iterable[str]) -> Remade:
        """Plan the `families` anew and those that read what changed, and make of them what differs."""
        self._renew(changed, {*families, *self._things(changed)})
        while self._titles:
            changed, self._titles = self._titles, set()
            self._renew(changed, ())
        return self.remade

    def _things(self, changed: Iterable[str]) -> Iterable[str]:
        """The families of things that are new or gone."""
        for read in changed:
            name, _, key = read.partition("\t")
            if name in OF_THINGS and key != "*":
                family = self._publishing.family_of_thing(name, key).name
                if (key in getattr(self._library, name)) != self._products.has_family(family):
                    yield family

    def _renew(self, changed: Iterable[str], families: Collection[str]) -> None:
        concerned = self._products.readers_of(changed)
        held = self._products.readers_of(reading.piece(name) for name in self._products.pieces(concerned))
        concerned = {number: concerned.get(number, set()) | held.get(number, set()) for number in {*concerned, *held}}
        self._concerned |= concerned.keys()
        found = self._products.families_of(concerned) - {PIECES}
        for name in sorted(found.union(families)):
            family = self._family(name)
            if family:
                self._renew_family(family, concerned, anew=name in families)
            else:
                self._drop(number for number, _ in self._products.planned(name).values())
                self._products.forget_family(name)

    def _family(self, name: str) -> Family | None:
        if name in self._families:
            return self._families[name]
        thing, key = name.split("/=", 1)
        return self._publishing.family_of_thing(thing, key) if key in getattr(self._library, thing) else None

    def _renew_family(self, family: Family, concerned: Mapping[int, set[str]], *, anew: bool) -> None:
        """Plan a family, and make what was planned from something else, or read something that differs."""
        number = self._products.number_of_family(family.name)
        known = self._products.planned(family.name)
        with self._notes.of(number):
            planned = {product.name: product for product in family.plan(self._library)}
        self._drop(old for name, (old, _) in known.items() if name not in planned)
        as_planned = number not in concerned and not anew
        for name, product in planned.items():
            old, was_given = known.get(name, (None, b""))
            if as_planned and old is not None and old not in concerned:
                continue
            given = stamp(product.given)
            unplanned = product.given is None and number in concerned
            if old is None or was_given != given or old in concerned or unplanned:
                self._make(family, product, old, given)
                self.remade.because[name] = concerned.get(number if old is None else old, set())

    def _make(self, family: Family, product: Product, known: int | None, given: bytes) -> None:
        old = None if known is None else self._products.known(known)
        number = old.number if old else self._products.new_number()
        with self._notes.of(number):
            made = product.make()
        self.remade.count += 1
        stamps = {path: file_stamp(content) for path, content in made.files.items()}
        before = old.files if old else {}
        self.remade.files |= {path: made.files[path] for path, mark in stamps.items() if before.get(path) != mark}
        self.remade.gone = (self.remade.gone | before.keys()) - stamps.keys()
        if made.page:
            self.remade.before.setdefault(product.name, old.page if old else None)
            self.remade.pages[product.name] = made.page
            if old is None or old.page is None or old.page.title != made.page.title:
                self._titles.add(reading.title(product.name))
        self._products.keep([Known(number, product.name, family.name, given, stamps, made.page)])

    def _keep(self, name: str, make: Callable[[], bytes]) -> bytes:
        """A piece of a product: as it is kept, unless what it was made from has changed."""
        self._notes.note(reading.piece(name))
        if name not in self._pieces:
            known = self._products.piece(name)
            if known and known.number not in self._concerned:
                self._pieces[name] = known.given
            else:
                number = known.number if known else self._products.new_number()
                with self._notes.of(number):
                    self._pieces[name] = make()
                self._products.keep([Known(number, name, PIECES, self._pieces[name], {}, None)])
        return self._pieces[name]

    def _drop(self, products: Iterable[int]) -> None:
        for number in products:
            known = self._products.known(number)
            self.remade.gone |= known.files.keys()
            if known.page:
                self.remade.before.setdefault(known.name, known.page)
                self.remade.pages_gone.add(known.name)
                self._titles.add(reading.title(known.name))
            self._products.forget(number)
