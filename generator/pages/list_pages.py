"""Cuts a long list into pages of years, months and parts, whose borders do not move when something new comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from generator.pages import list_names as names
from generator.pages.page import Ref

LIMIT = 100
"""Up to so many items stand on one page."""

LATEST = 30
"""How many of the newest items a list that is cut shows on its first page."""

BY_YEAR = "Theo năm"
BY_MONTH = "Theo tháng"
EARLIER_PARTS = "Các phần trước"


class Filed(Protocol):
    """What a list is made of: a shelf, or another grouping of keys by period, oldest first in each."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many keys each period holds."""

    def of(self, period: str, /) -> tuple[str, ...]:
        """The keys of a period."""


@dataclass(frozen=True, slots=True)
class Section:
    """Items under one heading, the newest first; the year "" and the month 0 are not known."""

    year: str
    month: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a page below, and how many items there are."""

    page: Ref
    count: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: "" is the title of the list's own page; it holds periods whole, or items of one by number.

    The newest page of a long month stands at the month's own address, earlier parts below it. `up` without a text is
    the list's own page; `below` is what the ways lead by; `year` is the one it lies in.
    """

    path: str
    title: str
    count: int
    periods: tuple[str, ...]
    first: int = 0
    end: int | None = None
    latest: int | None = None
    ways: tuple[Way, ...] = ()
    below: str = ""
    up: Ref | None = None
    earlier: Ref | None = None
    later: Ref | None = None
    year: str = ""

    @property
    def partial(self) -> bool:
        """Whether it shows the newest items of a list alone, or of a year nothing but the ways to its months."""
        return bool(self.ways) and (self.latest is not None or not self.periods)

    def sections(self, shelf: Filed) -> list[Section]:
        """What it lists, the newest first."""
        found: list[Section] = []
        left = self.latest
        for period in sorted(self.periods, key=names.order, reverse=True):
            keys = shelf.of(period)[self.first : self.end][::-1][:left]
            if keys:
                found.append(Section(period[:4], names.month(period), keys))
            if left is not None and (left := left - len(keys)) <= 0:
                break
        return found


def list_pages(page: str, shelf: Filed, latest: int = LATEST) -> Iterator[ListPage]:
    """The list's own page first, then, if it holds more than LIMIT, those of its years, months and parts."""
    counts = shelf.counts
    total = sum(counts.values())
    if total <= LIMIT:
        yield ListPage(page, "", total, tuple(counts))
        return
    at = partial(names.year_page, page)
    ways = tuple(Way(Ref(names.year_title(year), at(year)), sum(of.values())) for year, of in _by_year(counts).items())
    yield ListPage(page, "", total, tuple(counts), latest=latest, ways=ways, below=BY_YEAR)
    yield from year_pages(page, shelf, at)


def year_pages(page: str, shelf: Filed, at: Callable[[str], str]) -> Iterator[ListPage]:
    """The pages of a list's years, months and parts alone, however short it is; `at` says where a year's stands."""
    years = _by_year(shelf.counts)
    refs = [Ref(names.year_title(year), at(year)) for year in years]
    for (year, periods), ref in zip(years.items(), refs, strict=True):
        yield from _year_pages(ref, Ref("", page), year, periods, *(_beside(ref, refs) if year else (None, None)))


def page_holding(page: str, shelf: Filed, period: str, key: str) -> str:
    """The page of the list that shows a key of a period, beside the newest ones on its own page."""
    counts = shelf.counts
    if sum(counts.values()) <= LIMIT:
        return page
    year = names.year_page(page, period[:4])
    if sum(count for other, count in counts.items() if other[:4] == period[:4]) <= LIMIT:
        return year
    whole = names.month_page(year, period) if period else year
    if counts[period] <= LIMIT:
        return whole
    part = shelf.of(period).index(key) // LIMIT
    return whole if part == _last_part(counts[period]) else names.part_page(whole, part)


def _by_year(counts: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """The newest first, the unknown one last."""
    years: dict[str, dict[str, int]] = defaultdict(dict)
    for period in sorted(counts, key=names.order, reverse=True):
        years[period[:4]][period] = counts[period]
    return dict(years)


def _year_pages(
    at: Ref, up: Ref, year: str, periods: Mapping[str, int], earlier: Ref | None, later: Ref | None
) -> Iterator[ListPage]:
    assert at.page is not None
    total = sum(periods.values())
    of_year = ListPage(at.page, at.text, total, (), up=up, earlier=earlier, later=later, year=year)
    if total <= LIMIT:
        yield replace(of_year, periods=tuple(periods))
    elif not year:
        yield from _parts(at, "", total, up, None, None)
    else:
        pages = {period: names.month_page(at.page, period) for period in periods}
        ways = tuple(Way(Ref(names.month_name(period), pages[period]), count) for period, count in periods.items())
        yield replace(of_year, ways=ways, below=BY_MONTH)
        months = [Ref(names.month_title(period), page) for period, page in pages.items()]
        for (period, count), month in zip(periods.items(), months, strict=True):
            yield from _parts(month, period, count, at, *_beside(month, months))


def _parts(at: Ref, period: str, count: int, up: Ref, earlier: Ref | None, later: Ref | None) -> Iterator[ListPage]:
    assert at.page is not None
    last = _last_part(count)
    parts = [*(Ref(names.part_title(at.text, n), names.part_page(at.page, n)) for n in range(last)), at]
    ways = tuple(Way(ref, LIMIT) for ref in reversed(parts[:last]))
    below = EARLIER_PARTS if ways else ""
    whole = ListPage(at.page, at.text, count, (period,), last * LIMIT, year=period[:4])
    yield replace(whole, ways=ways, below=below, up=up, earlier=earlier, later=later)
    for n, part in enumerate(parts[:last]):
        assert part.page is not None
        bounded = replace(whole, path=part.page, title=part.text, count=LIMIT, first=n * LIMIT, end=(n + 1) * LIMIT)
        yield replace(bounded, up=at, earlier=parts[n - 1] if n else None, later=parts[n + 1])


def _last_part(count: int) -> int:
    """The number of the newest part, counted from 0."""
    return max(count - 1, 0) // LIMIT


def _beside(ref: Ref, newest_first: Sequence[Ref]) -> tuple[Ref | None, Ref | None]:
    """The one before it in time and the one after it; what is of no known year is beside nothing."""
    dated = [other for other in newest_first if other.text != names.UNKNOWN]
    place = dated.index(ref)
    return (dated[place + 1] if place + 1 < len(dated) else None), (dated[place - 1] if place else None)
