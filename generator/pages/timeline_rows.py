"""Entries of the timeline as rows, by year and month, the newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.library.library import Entry, Library
from generator.pages.refs import Line, line
from generator.pages.timeline_filters import KIND_NAMES, EntryKey, Filing, entry_key

UNKNOWN_MONTH = "cả năm hoặc chưa rõ tháng"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the timeline with what it can be filtered by."""

    line: Line
    kind: str
    kinds: str
    provinces: str


@dataclass(frozen=True, slots=True)
class Month:
    """The rows of a month, or of a year whose month is not told; the heading in two parts."""

    title: str
    rest: str
    anchor: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year."""

    number: int
    months: list[Month]


Rows = Mapping[EntryKey, Row]


def all_rows(library: Library, filing: Filing) -> Rows:
    """The row of every entry: made once, shown on several pages."""
    return {entry_key(entry): _row(library, filing, entry) for entry in library.timeline}


def _row(library: Library, filing: Filing, entry: Entry) -> Row:
    kinds = filing.kinds_of[entry_key(entry)]
    provinces = " ".join(filing.provinces_of[entry_key(entry)])
    return Row(line(library, entry), KIND_NAMES[kinds[-1]], " ".join(kinds), provinces)


def newest_first(entries: Iterable[Entry], rows: Rows, *, one_year: bool = False) -> list[Year]:
    """Years and months from the latest back; what is told no more exactly than the year closes its year.

    Anchors name the year as well, unless the page holds one year only.
    """
    by_month: dict[int, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        by_month[entry.date.year][entry.date.month or 0].append(entry)
    return [
        Year(year, [_month(year, month, of_year[month], rows, one_year) for month in sorted(of_year, reverse=True)])
        for year, of_year in sorted(by_month.items(), reverse=True)
    ]


def _month(year: int, month: int, entries: Sequence[Entry], rows: Rows, one_year: bool) -> Month:
    latest_first = sorted(entries, key=lambda e: (e.date.earliest is not None, e.date.earliest), reverse=True)
    shown = [rows[entry_key(e)] for e in latest_first]
    suffix = "" if one_year else f"-{year}"
    if not month:
        return Month(f"Năm {year}", UNKNOWN_MONTH, f"ca-nam{suffix}", shown)
    return Month(f"Tháng {month}", f"năm {year}", f"thang-{month}{suffix}", shown)


def cut(years: Iterable[Year], least: int) -> list[Year]:
    """The newest whole months that hold at least so many rows."""
    kept: list[Year] = []
    count = 0
    for year in years:
        months = []
        for month in year.months:
            if count >= least:
                break
            months.append(month)
            count += len(month.rows)
        if months:
            kept.append(Year(year.number, months))
    return kept
