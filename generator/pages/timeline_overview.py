"""The overview of the timeline: what comes, what was last, and the way to every year, province and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.pages.events import event_item
from generator.pages.list_pages import LATEST, LIMIT, Section, page_holding
from generator.pages.page import Page, Ref, page_at
from generator.pages.refs import SORTS_VI
from generator.pages.timeline_ahead import ahead, is_ahead
from generator.pages.timeline_filters import filters
from generator.pages.timeline_form import FILES, form
from generator.pages.timeline_rows import by_month
from generator.text import number_vi

NEWEST = 60
"""How many entries the overview holds, filled up to a whole month unless that is long; the pages of years hold all."""

OPEN = 2
"""How many coming entries stand open above today."""


@page_at(addresses.TIMELINE)
def overview_page(library: Library, today: date) -> Page:
    """The overview, seen from today."""
    entries = library.shelf("entries")
    coming = ahead(library, today)
    newest, older = _newest(library, entries, today)
    return Page(
        path=addresses.TIMELINE,
        template="timeline.md.jinja",
        title="Dòng thời gian",
        description="Mọi điều có ngày tháng trong thư viện: sự kiện, văn bản, xếp hạng, mục tiêu, theo năm và tháng.",
        changed=library.content_date,
        view={
            "count": _count(entries),
            "form": form(library, addresses.TIMELINE, {}),
            "values": list(_values(library)),
            "ahead": coming.rows[:OPEN],
            "further": coming.rows[OPEN:],
            "beyond": [_year(year) for year in coming.beyond],
            "today": day_vi(today),
            "years": by_month(library, newest),
            "older": [_year(year) for year in older],
            "table": _table(library),
            "sorts": list(SORTS_VI.items()),
            **_undated(library),
        },
        front_matter=FILES,
    )


def _year(year: str) -> Ref:
    return Ref(str(int(year)), addresses.year(int(year)))


def _newest(library: Library, shelf: Shelf, today: date) -> tuple[list[Section], list[str]]:
    """The newest whole months of what is not ahead that hold as many as are wanted, and the years that are left.

    A month too long for the page is cut.
    """
    sections: list[Section] = []
    count = 0
    periods = sorted((period for period in shelf.counts if period <= today.isoformat()), reverse=True)
    for place, period in enumerate(periods):
        if count >= NEWEST:
            return sections, _years(periods[place:])
        past_keys = (key for key in reversed(shelf.of(period)) if not is_ahead(library.entries[key], today))
        past = tuple(islice(past_keys, LIMIT - count + 1))
        if past:
            sections.append(Section(period[:4], int(period[5:] or 0), past[: LIMIT - count]))
        count += len(past)
        if count > LIMIT:
            return sections, _years(periods[place:])
    return sections, []


def _years(periods: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(period[:4] for period in periods))


def _count(shelf: Shelf) -> str:
    years = shelf.years
    total = number_vi(shelf.total)
    return f"{total} mục, {int(years[0])}–{int(years[-1])}" if years else "Chưa có mục nào"


def _values(library: Library) -> Iterator[tuple[str, list[tuple[str, list[tuple[Ref, int]]]]]]:
    """Each filter with its values by group, and how many entries each has."""
    of_year = _by_year(library.shelf("entries"))
    for offered in filters(library):
        by_group = []
        for title, choices in offered.groups:
            numbers = (of_year[c.value] if offered.name == "nam" else library.shelf(c.shelf).total for c in choices)
            by_group.append((title, [(c.ref, number) for c, number in zip(choices, numbers, strict=True)]))
        yield offered.label.lower(), by_group


def _by_year(shelf: Shelf) -> Counter[str]:
    found: Counter[str] = Counter()
    for period, count in shelf.counts.items():
        found[str(int(period[:4]))] += count
    return found


def _table(library: Library) -> list[dict[str, Any]]:
    """How many entries of each sort every year has, the latest first."""
    by_sort = {sort: _by_year(library.shelf(f"entries/{sort}")) for sort in SORTS_VI}
    rows = []
    for year in reversed(library.shelf("entries").years):
        counts = {sort: of_year[str(int(year))] for sort, of_year in by_sort.items()}
        rows.append({"year": _year(year), "counts": counts, "total": sum(counts.values())})
    return rows


def _undated(library: Library) -> dict[str, Any]:
    """Events without a date, and the way to all of them when they are too many."""
    shelf = library.shelf("events")
    keys = shelf.of("")
    every = None
    if len(keys) > LATEST:
        text = f"Cả {number_vi(len(keys))} sự kiện chưa rõ ngày"
        every = Ref(text, page_holding(addresses.EVENTS, shelf, "", keys[-1]))
    return {"undated": [event_item(library, library.events[key]) for key in keys[:LATEST]], "every_undated": every}
