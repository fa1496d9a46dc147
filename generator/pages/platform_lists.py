"""The list of platforms (nền tảng): by kind, and where they are many by first letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.pages.list_pages import LIMIT
from generator.pages.list_views import Group, ListView
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.platforms import platform_item
from generator.text import collation_key, number_vi, slug, upper_first
from generator.vocabulary import PLATFORM_KINDS

_NAME = "Nền tảng"
_LETTERS = {"a": "A, Ă, Â", "d": "D, Đ", "e": "E, Ê", "o": "O, Ô, Ơ", "u": "U, Ư", "0": "chữ số", "": "ký tự khác"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A page of a kind's platforms: those of a letter (None: all of them), or some of them where they are too many."""

    kind: str
    letter: str | None = None
    number: int = 0

    @property
    def path(self) -> str:
        """The kind's own page, or one below it."""
        page = addresses.platforms_of_kind(slug(PLATFORM_KINDS[self.kind]))
        if self.letter is None:
            return page
        below = f"{page.removesuffix('.md')}/{self.letter or 'khac'}"
        return f"{below}/phan-{self.number + 1}.md" if self.number else f"{below}.md"

    @property
    def words(self) -> str:
        """The kind, or the letter: „ứng dụng", „D, Đ"."""
        if self.letter is None:
            return PLATFORM_KINDS[self.kind]
        letters = _LETTERS.get(self.letter, self.letter.upper())
        return f"{letters}, phần {self.number + 1}" if self.number else letters

    @property
    def ref(self) -> Ref:
        """A link to it."""
        return Ref(upper_first(self.words), self.path)


def platform_list_pages(library: Library) -> Iterable[Plan]:
    """The list of all, and where it is long a page for each kind, and for each letter of a long kind."""
    counts = {kind: library.shelf(f"platforms/{kind}").counts for kind in PLATFORM_KINDS}
    totals = {kind: sum(of.values()) for kind, of in counts.items()}
    whole = sum(totals.values()) <= LIMIT
    yield _overview(library, whole=whole)
    for kind, total in totals.items():
        if total and not whole:
            yield _kind_page(library, kind)
            if total > LIMIT:
                for letter, count in counts[kind].items():
                    for number in range(-(-count // LIMIT)):
                        yield _letter_page(library, _Part(kind, letter, number))


@page_at(addresses.PLATFORMS)
def _overview(library: Library, *, whole: bool) -> Page:
    """The list itself, or the ways to its kinds."""
    shelves = {kind: library.shelf(f"platforms/{kind}") for kind in PLATFORM_KINDS}
    totals = {kind: sum(shelf.counts.values()) for kind, shelf in shelves.items()}
    count = sum(totals.values())
    groups = [
        (_Part(kind).ref.text, slug(PLATFORM_KINDS[kind]), _items(library, _keys(library, kind)))
        for kind in PLATFORM_KINDS
        if whole and totals[kind]
    ]
    ways = [(_Part(kind).ref, number_vi(n)) for kind, n in totals.items() if n and not whole]
    return Page(
        path=addresses.PLATFORMS,
        template="platforms.md.jinja",
        title=_NAME,
        description=f"{number_vi(count)} ứng dụng, trang web, hệ thống, kênh số mà các bài báo nói tới, xếp theo loại.",
        changed=library.content_date,
        view={"groups": groups, "list": ListView(count=number_vi(count), groups=[], ways=ways, below="Theo loại")},
    )


@page_at(lambda library, kind: _Part(kind).path)
def _kind_page(library: Library, kind: str) -> Page:
    """Every platform of a kind, or the ways to its letters."""
    counts = library.shelf(f"platforms/{kind}").counts
    total = sum(counts.values())
    whole = total <= LIMIT
    view = ListView(
        count=number_vi(total),
        groups=[Group("", _items(library, _keys(library, kind)))] if whole else [],
        ways=[] if whole else [(_Part(kind, letter).ref, number_vi(n)) for letter, n in counts.items()],
        below="Theo chữ cái đầu",
        above=[Ref(_NAME, addresses.PLATFORMS)],
    )
    return _page(_Part(kind), PLATFORM_KINDS[kind], view)


@page_at(lambda library, part: part.path)
def _letter_page(library: Library, part: _Part) -> Page:
    keys = library.shelf(f"platforms/{part.kind}").of(part.letter or "")
    first, last = part.number == 0, part.number == (len(keys) - 1) // LIMIT
    view = ListView(
        count=number_vi(len(keys)),
        groups=[Group("", _items(library, keys[part.number * LIMIT : (part.number + 1) * LIMIT]))],
        above=[Ref(_NAME, addresses.PLATFORMS), _Part(part.kind).ref],
        earlier=None if first else replace(part, number=part.number - 1).ref,
        later=None if last else replace(part, number=part.number + 1).ref,
    )
    return _page(part, f"{PLATFORM_KINDS[part.kind]} ({part.words})", view)


def _page(part: _Part, name: str, view: ListView) -> Page:
    return Page(
        path=part.path,
        template="platforms_of_kind.md.jinja",
        title=f"{_NAME}: {name}",
        description=f"{view.count} nền tảng mà các bài báo nói tới: {name}.",
        view={"list": view},
    )


def _keys(library: Library, kind: str) -> list[str]:
    shelf = library.shelf(f"platforms/{kind}")
    return [key for letter in shelf.counts for key in shelf.of(letter)]


def _items(library: Library, keys: Iterable[str]) -> list[dict[str, Any]]:
    """The platforms by name."""
    platforms = sorted((library.platforms[key] for key in keys), key=lambda p: (collation_key(p.name), p.id))
    return [platform_item(library, platform) for platform in platforms]
