"""Days of every year: when a series comes next, and what of it stands in a calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from generator.edtf import exact_days, parse_recurring
from generator.library.library import Library
from generator.registry import Series, Unit


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A series in a calendar: the first day told or known of, the last its province may have seen (None: no end).

    `taken` are the days that an event of the series stands on: that event is shown instead.
    """

    first: date
    until: date | None
    taken: tuple[date, ...]


def yearly_day(library: Library, series: Series) -> YearlyDay | None:
    """The series as a day of every year; None when its day is not known, or nothing tells that it was ever kept."""
    since = _known_since(library, series)
    if series.rule is None or since is None:
        return None
    first, unit = next_occurrence(series.rule, since), series_unit(library, series)
    until = unit.until if unit else None
    if first is None or (until is not None and until < first):
        return None
    return YearlyDay(first, until, _taken(library, series, series.rule))


def _known_since(library: Library, series: Series) -> date | None:
    """The year the series began; where that is not told, the earliest day that articles tell of (None: none)."""
    told = [days[0] for event in library.series_events(series) if (days := exact_days(event.date))]
    told += [date(year.year, 1, 1) for year in series.years]
    for claim in library.series_claims.get(series.id, ()):
        article = library.articles[claim.article]
        told.append((article.published.latest if article.published else None) or article.added)
    return date(series.since_year, 1, 1) if told and series.since_year else min(told, default=None)


def _taken(library: Library, series: Series, rule: str) -> tuple[date, ...]:
    taken = set()
    for event in library.series_events(series):
        if days := exact_days(event.date):
            day = next_occurrence(rule, days[0])
            while day and day <= days[1]:
                taken.add(day)
                day = next_occurrence(rule, day + timedelta(1))
    return tuple(sorted(taken))


def next_occurrence(rule: str, today: date) -> date | None:
    """The first day of a yearly rule („--10-10") that is today or later; 29 February only in leap years."""
    month, day = parse_recurring(rule)
    for year in range(today.year, min(today.year + 9, MAXYEAR + 1)):
        if day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    return None


def series_unit(library: Library, series: Series) -> Unit | None:
    """The unit a provincial series belongs to: the oldest that bore the name (None: national)."""
    return library.registries.provinces[series.province].units[0] if series.province else None


def coming_day(library: Library, series: Series, today: date) -> date | None:
    """The next day of a series, or None when its day is not known or its province is no more."""
    unit = series_unit(library, series)
    if series.rule is None or (unit is not None and unit.until is not None and unit.until < today):
        return None
    return next_occurrence(series.rule, today)
