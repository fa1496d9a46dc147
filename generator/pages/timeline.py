"""The timeline: an overview by year and month, and a page for each year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.library import Entry, Library
from generator.pages.events import event_item
from generator.pages.page import Page, Ref
from generator.pages.refs import SORTS_VI, Line, line


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a month, or of a year whose month is not told."""

    title: str
    anchor: str
    lines: list[Line]


def timeline_pages(library: Library, today: date) -> Iterable[Page]:
    """The overview, and a page for each year that something is told of."""
    by_year = years(library)
    yield _overview(library, by_year, today)
    ordered = sorted(by_year)
    for number in ordered:
        yield _year_page(library, number, by_year[number], ordered)


def years(library: Library) -> dict[int, list[Entry]]:
    """The entries by the year they are filed under."""
    result: dict[int, list[Entry]] = defaultdict(list)
    for entry in library.timeline:
        result[entry.date.year].append(entry)
    return result


def year_ref(number: int) -> Ref:
    """A link to a year's page."""
    return Ref(str(number), addresses.year(number))


def _year_page(library: Library, number: int, entries: Sequence[Entry], ordered: list[int]) -> Page:
    place = ordered.index(number)
    groups = _groups(library, entries)
    counts = Counter(e.sort for e in entries)
    told = ", ".join(f"{counts[sort]} {name}" for sort, name in SORTS_VI.items() if counts[sort])
    changed = {library.articles[f.article].updated for e in entries for f in e.facts}
    return Page(
        path=addresses.year(number),
        template="year.md.jinja",
        title=f"Dòng thời gian năm {number}",
        description=f"Chuyển đổi số ở các tỉnh, thành năm {number}: {told}.",
        changed=max(changed),
        view={
            "number": number,
            "told": told,
            "groups": groups,
            "earlier": year_ref(ordered[place - 1]) if place else None,
            "later": year_ref(ordered[place + 1]) if place + 1 < len(ordered) else None,
        },
    )


def _groups(library: Library, entries: Sequence[Entry]) -> list[Group]:
    """Months in order, then what is told no more exactly than the year."""
    by_month: dict[int | None, list[Line]] = defaultdict(list)
    for entry in entries:
        by_month[entry.date.month].append(line(library, entry))
    months = [Group(f"Tháng {m}", f"thang-{m}", by_month[m]) for m in sorted(m for m in by_month if m)]
    return months + ([Group("Chưa rõ tháng", "ca-nam", by_month[None])] if None in by_month else [])


def _overview(library: Library, by_year: dict[int, list[Entry]], today: date) -> Page:
    rows = [
        {"year": year_ref(number), "counts": Counter(e.sort for e in entries), "total": len(entries)}
        for number, entries in sorted(by_year.items(), reverse=True)
    ]
    past = [e for e in library.timeline if e.date.earliest and e.date.earliest <= today and e.sort != "target"]
    ahead = [e for e in library.timeline if e.date.latest and e.date.latest >= today]
    ahead = [e for e in ahead if e.sort == "target" or (e.date.earliest and e.date.earliest > today)]
    return Page(
        path=addresses.TIMELINE,
        template="timeline.md.jinja",
        title="Dòng thời gian",
        description="Mọi điều có ngày tháng trong thư viện: sự kiện, văn bản, xếp hạng, mục tiêu, theo năm và tháng.",
        changed=library.content_date,
        view={
            "rows": rows,
            "sorts": list(SORTS_VI.items()),
            "latest": [line(library, e) for e in past[:-21:-1]],
            "ahead": [line(library, e) for e in ahead],
            "undated": undated_events(library),
        },
    )


def undated_events(library: Library) -> list[dict[str, Any]]:
    """Events whose day no article tells."""
    return [event_item(library, e) for e in library.events.values() if e.date is None]
