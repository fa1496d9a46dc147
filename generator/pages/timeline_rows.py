"""Entries of the timeline as rows, by year and month, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.library.library import Library
from generator.library.things import Entry
from generator.pages.list_names import WHOLE_YEAR
from generator.pages.list_pages import Section
from generator.pages.page import Mark
from generator.pages.refs import Line, line
from generator.pages.timeline_filters import KIND_NAMES, kinds_of, provinces_of


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


def row(library: Library, entry: Entry) -> Row:
    """An entry as a row."""
    kinds = kinds_of(library, entry)
    return Row(line(library, entry), KIND_NAMES[kinds[-1]], " ".join(kinds), " ".join(provinces_of(library, entry)))


def by_month(library: Library, sections: Iterable[Section], *, one_year: bool = False) -> list[Year]:
    """Years and months from the latest back; what is told no more exactly than the year closes its year.

    Anchors name the year as well, unless the page holds one year only.
    """
    return [
        Year(int(year), [_month(library, section, one_year) for section in of_year])
        for year, of_year in groupby(sections, key=lambda section: section.year)
    ]


def rows_of(years: Iterable[Year]) -> list[Row]:
    """All rows of years."""
    return [r for year in years for month in year.months for r in month.rows]


def marks_of(rows: Iterable[Row]) -> Iterator[Mark]:
    """Every source mark of rows."""
    for r in rows:
        yield from r.line.marks
        for _, marks, _ in r.line.other_dates:
            yield from marks


def _month(library: Library, section: Section, one_year: bool) -> Month:
    entries = [library.entries[key] for key in reversed(section.keys)]
    latest_first = sorted(entries, key=lambda e: (e.date.earliest is not None, e.date.earliest), reverse=True)
    rows = [row(library, entry) for entry in latest_first]
    year, suffix = int(section.year), "" if one_year else f"-{int(section.year)}"
    if not section.month:
        return Month(f"Năm {year}", WHOLE_YEAR, f"ca-nam{suffix}", rows)
    return Month(f"Tháng {section.month}", f"năm {year}", f"thang-{section.month}{suffix}", rows)
