"""What the timeline has ahead of a day: the soonest entries and yearly days, and the years of later ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from generator.edtf import PRECISION_VI, Precision, day_vi
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.library.things import Entry
from generator.library.yearly_days import coming_day, series_unit
from generator.pages.refs import Line, mark, series_ref, unit_refs
from generator.pages.timeline_rows import Row, row
from generator.registry import Series
from generator.text import collation_key

MOST = 60
"""How many coming entries are named."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The rows that come first, and when there are more, the years of those."""

    rows: list[Row]
    beyond: list[str]


@dataclass(frozen=True, slots=True)
class _Coming:
    until: date
    row: Row


def is_ahead(entry: Entry, today: date) -> bool:
    """Whether it begins after today; a target is ahead until its last day is over."""
    if entry.date.earliest and entry.date.earliest > today:
        return True
    return entry.sort == "target" and (entry.date.latest is None or entry.date.latest >= today)


def ahead(library: Library, today: date) -> Ahead:
    """What comes, seen from today."""
    entries = _soonest(library, today)
    entered = [_Coming(_until(entry, today), row(library, entry)) for entry in entries[:MOST]]
    coming = sorted([*entered, *_yearly_days(library, today)], key=lambda c: c.until)
    last = _until(entries[MOST - 1], today).year if len(entries) > MOST else date.max.year
    years = library.shelf("entries").years
    return Ahead([c.row for c in coming], [year for year in years if int(year) >= last])


def _until(entry: Entry, today: date) -> date:
    """The last day on which an entry stands ahead as it does today."""
    if entry.date.earliest and entry.date.earliest > today:
        return entry.date.earliest
    return entry.date.latest or date.max


def _soonest(library: Library, today: date) -> list[Entry]:
    """The entries ahead, the soonest first: all of them, or more than MOST, without a look at those far ahead."""
    lasting = library.shelf("entries/target/lasting")
    year, month = f"{today.year:04d}", f"{today.year:04d}-{today.month:02d}"
    keys = [*_of_period(library, year, today), *_of_period(library, month, today)]
    keys += [key for period in lasting.counts if not period or period >= month for key in lasting.of(period)]
    keys += _of_later_periods(library.shelf("entries"), month)
    entries = [library.entries[key] for key in dict.fromkeys(keys)]
    found = [entry for entry in entries if is_ahead(entry, today)]
    return sorted(found, key=lambda e: (_until(e, today), e.date.sort_key, e.sort, e.title, e.id))


def _of_period(library: Library, period: str, today: date) -> Iterator[str]:
    """What is ahead in a period around today: targets from the last one on, as many as suffice; what begins yet."""
    targets = reversed(library.shelf("entries/target").of(period))
    yield from islice((key for key in targets if is_ahead(library.entries[key], today)), MOST + 1)
    for key in reversed(library.shelf("entries").of(period)):
        earliest = library.entries[key].date.earliest
        if earliest is None or earliest <= today:
            return
        yield key


def _of_later_periods(shelf: Shelf, month: str) -> list[str]:
    """What begins after a month, by whole years until it is more than MOST; of each period the first, which suffice."""
    keys: list[str] = []
    for _, periods in groupby(sorted(p for p in shelf.counts if p > month), key=lambda period: period[:4]):
        keys += [key for period in periods for key in shelf.of(period)[: MOST + 1]]
        if len(keys) > MOST:
            break
    return keys


def _yearly_days(library: Library, today: date) -> Iterator[_Coming]:
    """The next day of every series whose day is known."""
    for series in sorted(library.registries.series.values(), key=lambda s: collation_key(s.name)):
        if day := coming_day(library, series, today):
            yield _Coming(day, Row(_yearly_day(library, series, day), "ngày hằng năm", "", ""))


def _yearly_day(library: Library, series: Series, day: date) -> Line:
    unit = series_unit(library, series)
    first = next((claim for claim in library.series_claims.get(series.id, ()) if claim.recurs), None)
    return Line(
        when=day_vi(day),
        precision=PRECISION_VI[Precision.DAY],
        sort="",
        title=series_ref(library, series.id),
        detail="",
        provinces=unit_refs(library, [unit.id]) if unit else [],
        scope="" if unit else "cấp quốc gia",
        announced=False,
        other_dates=[],
        marks=[mark(library, first)] if first else [],
        more=None,
    )
