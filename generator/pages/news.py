"""„Có gì mới": what was added to the library or changed in it, by day, from the articles' own records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.pages.articles import article_item
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import article_ref
from generator.text import number_vi

LATEST = 60
"""How many of the newest additions and changes stand on the first page once the list is cut."""

_NAME = "Có gì mới"


@dataclass(frozen=True, slots=True)
class _ByMonth:
    """The shelf of days, with months as its periods and each day before its keys: „2024-03-15/article"."""

    days: Shelf

    @property
    def counts(self) -> Mapping[str, int]:
        months: Counter[str] = Counter()
        for day, count in self.days.counts.items():
            months[day[:7]] += count
        return months

    def of(self, month: str, /) -> tuple[str, ...]:
        days = [f"{month}-{number:02d}" for number in range(1, 32)]
        return tuple(f"{day}/{key}" for day in days for key in self.days.of(day))


def news_pages(library: Library) -> Iterable[Plan]:
    """The days on which articles were added or changed, newest first, cut where they are many."""
    for listed in list_pages(addresses.NEWS, _ByMonth(library.shelf("news")), LATEST):
        yield _news_page(library, listed)


@page_at(lambda library, listed: listed.path)
def _news_page(library: Library, listed: ListPage) -> Page:
    shelf = library.shelf("news")
    view = list_view(listed, _ByMonth(shelf), Ref(_NAME, addresses.NEWS), lambda key: key)
    keys = view.items
    days = [_day(library, shelf, day, [*of]) for day, of in groupby(keys, key=lambda key: key.split("/")[0])]
    newest = date.fromisoformat(keys[0].split("/")[0]) if keys else None
    return Page(
        path=listed.path,
        template="news.md.jinja",
        title=list_title(_NAME, listed),
        description=f"Những bài mới vào thư viện và những chỗ đã sửa, {listed.title or 'theo ngày, mới nhất trước'}.",
        changed=newest if listed.title else library.content_date,
        view={"days": days, "list": view},
    )


def _day(library: Library, shelf: Shelf, day: str, keys: list[str]) -> dict[str, Any]:
    """What a page shows of a day; where it is not all, also how much there is of it."""
    told = [key.split("/")[1:] for key in keys]
    added = [slug for slug, *number in told if not number]
    changed = [(slug, int(number[0])) for slug, *number in told if number]
    of_day = shelf.of(day)
    all_added = sum("/" not in key for key in of_day)
    return {
        "date": day_vi(date.fromisoformat(day)),
        "anchor": f"ngay-{day}",
        "added": [article_item(library, slug) for slug in added],
        "changes": [(article_ref(library, slug), library.articles[slug].changes[n].text) for slug, n in changed],
        "count_added": _count(all_added, len(added), "bài"),
        "count_changes": _count(len(of_day) - all_added, len(changed), "chỗ"),
    }


def _count(everything: int, shown: int, noun: str) -> str:
    there = f"{number_vi(everything)} {noun}"
    return there if shown == everything else f"{there}, trang này có {number_vi(shown)}"
