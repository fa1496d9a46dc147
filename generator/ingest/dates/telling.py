"""When an article was told, and what its words mean from there: „hôm qua", „tuần trước", a day without its year.

Corpus seen: provincial portals and newspapers, 2020–2026.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.edtf import Precision, parse
from generator.ingest.dates.expressions import Form, Point, Unit, WrittenDate
from generator.ingest.dates.values import middle
from generator.ingest.found import Published

_STARTED = timedelta(days=7)
_AHEAD = timedelta(days=100)
_FIRST_MONTHS = {33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
_DAYS_WITHIN = {33: (2, 15), 34: (5, 15), 35: (8, 15), 36: (11, 15), 40: (6, 30), 41: (10, 1)}


@dataclass(frozen=True, slots=True)
class Telling:
    """The days between which an article was told, one in their middle, and whether that is the very day."""

    on: date
    earliest: date
    latest: date

    @property
    def exactly(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    def year_of(self, written: WrittenDate, lean: int) -> int:
        """The year of an expression that names none; `lean`: told as past (−1) or to come (1)."""
        point = written.first
        if point.month in _FIRST_MONTHS or (written.form is Form.DURATION and point.day is None and point.month == 1):
            begins = _FIRST_MONTHS.get(point.month or 1, 1)
            return self.on.year - (begins > self.on.month + 2 and lean <= 0 and self.on.month <= 3)
        month, day = day_within(written)
        days = {year: day_of(year, month, day) for year in (self.on.year - 1, self.on.year, self.on.year + 1)}
        if lean > 0:
            return min(year for year, on in days.items() if on >= self.earliest - _STARTED)
        nearest = min(days, key=lambda year: abs(days[year] - self.on))
        if lean < 0 and not (self.latest < days[nearest] <= self.latest + _AHEAD and not written.leans):
            passed = self.latest + timedelta(days=1 if point.day else 15)
            return max(year for year, on in days.items() if on <= passed)
        return nearest

    def month_of(self, day: int, lean: int) -> int | None:
        """The month of „ngày 14": of the latest 14th, or of the next where it is to come; None unless exact."""
        if not self.exactly:
            return None
        passed = day <= self.on.day
        if lean > 0:
            return self.on.month if not passed else self.on.month % 12 + 1
        return self.on.month if passed else (self.on.month - 2) % 12 + 1

    def counted(self, written: WrittenDate) -> tuple[Form, Point, Point | None] | None:
        """The form and points of an expression that counts days, weeks or months from here; None unless exact."""
        if written.relative is None or not self.exactly:
            return None
        unit, count = written.relative.unit, written.relative.count
        if unit is Unit.MONTH:
            months = self.on.year * 12 + self.on.month - 1 + count
            year, month = months // 12, months % 12 + 1
            last = written.last and replace(written.last, year=year, month=month)
            return written.form, replace(written.first, year=year, month=month), last
        if unit is Unit.WEEK:
            monday = self.on + timedelta(days=7 * count - self.on.weekday())
            return Form.DURATION, _point(monday), _point(monday + timedelta(days=6))
        return Form.POINT, _point(self.on + timedelta(days=count)), None


def telling(published: Published | None) -> Telling | None:
    """When an article was told as far as its publication says it; None where that is open on a side."""
    value = parse(published.edtf) if published else None
    on = middle(value) if value else None
    if value is None or value.earliest is None or value.latest is None or on is None:
        return None
    earliest, latest = value.earliest, value.latest
    return Telling(on, earliest, latest if value.precision is not Precision.DAY else earliest)


def day_within(written: WrittenDate) -> tuple[int, int]:
    """A month and day that stand for an expression: its first day, the middle of its month, a day in its quarter.

    „9 tháng" from January on is told of at its end: its last month stands for it.
    """
    point = written.first
    if written.last and point.day is None and point.month == 1:
        point = written.last
    month = point.month or 1
    return _DAYS_WITHIN.get(month, (month, point.day or 15))


def day_of(year: int, month: int, day: int) -> date:
    """A day of a year; one that the year's calendar lacks is that after it."""
    return date(year, month, 1) + timedelta(days=day - 1)


def nearest_year(month: int, day: int, to: date) -> int:
    """The year in which a day lies nearest to another."""
    return min((to.year - 1, to.year, to.year + 1), key=lambda year: abs(day_of(year, month, day) - to))


def _point(day: date) -> Point:
    return Point(day.year, day.month, day.day)
