"""Dates of uncertain precision: EDTF (ISO 8601-2) values, how they compare, how they read in Vietnamese."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

_POINT = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_ONE_POINT = re.compile(rf"{_POINT}\Z")
_DURATION = re.compile(rf"({_POINT}|\.\.)/({_POINT}|\.\.)\Z")
_ONE_OF = re.compile(rf"\[({_POINT})?\.\.({_POINT})?\]\Z")
_RECURRING = re.compile(r"--([0-9]{2})-([0-9]{2})\Z")
_QUARTERS = {33: "I", 34: "II", 35: "III", 36: "IV"}
_HALVES = {40: "đầu", 41: "cuối"}
_SEASONS = range(21, 42)

YEARS = range(1000, 3000)
"""The years that news tells of; date arithmetic around them cannot overflow."""


class NotEdtf(ValueError):
    """The text is not an EDTF value this portal understands."""


class ImpossibleDate(ValueError):
    """The text has the form of a date, but the calendar has no such day or month."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DURATION = "duration"
    ONE_OF = "one-of"


PRECISION_VI = {
    Precision.DAY: "ngày",
    Precision.MONTH: "tháng",
    Precision.QUARTER: "quý",
    Precision.HALF: "nửa năm",
    Precision.YEAR: "năm",
    Precision.DURATION: "khoảng thời gian",
    Precision.ONE_OF: "chưa rõ ngày",
}


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as told: its EDTF text and the days it can lie between (None: open on that side)."""

    text: str
    precision: Precision
    earliest: date | None
    latest: date | None

    @property
    def year(self) -> int:
        """The year it is filed under: that of its first possible day, or of its last when the start is open."""
        bound = self.earliest or self.latest
        assert bound is not None
        return bound.year

    @property
    def month(self) -> int | None:
        """The month it is filed under, or None when its start is told no more exactly than a quarter."""
        if self.precision in (Precision.QUARTER, Precision.HALF) or self.earliest is None:
            return None
        start, _ = endpoints(self)
        return self.earliest.month if len(start) > len("YYYY") else None

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Chronological order; of two that start together the more exact one first."""
        return (self.earliest or date.min, self.latest or date.max, self.text)


def endpoints(value: Edtf) -> tuple[str, str]:
    """The texts a span or one-of set starts and ends with („" or „.." where open); a point is both."""
    m = _DURATION.match(value.text) or _ONE_OF.match(value.text)
    return (m[1] or "", m[2] or "") if m else (value.text, value.text)


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read an EDTF value: a point, a quarter or half of a year, a duration, or one day of a span.

    These are the forms of ISO 8601-2 that news needs; raises ImpossibleDate or NotEdtf.
    """
    if _ONE_POINT.match(text):
        return _point(text)
    precision = Precision.DURATION
    m = _DURATION.match(text)
    if m is None:
        precision = Precision.ONE_OF
        m = _ONE_OF.match(text)
    if m is None:
        raise NotEdtf(text)
    first, last = (_plain_point(end) if end and end != ".." else None for end in m.groups())
    earliest, latest = first.earliest if first else None, last.latest if last else None
    if earliest is None and latest is None:
        raise NotEdtf(text)
    if earliest and latest and earliest > latest:
        raise ImpossibleDate(text)
    return Edtf(text, precision, earliest, latest)


def _plain_point(text: str) -> Edtf:
    value = _point(text)
    if value.precision in (Precision.QUARTER, Precision.HALF):
        raise NotEdtf(text)
    return value


def _point(text: str) -> Edtf:
    year, month, day = (int(part) for part in f"{text}-0-0".split("-")[:3])
    if year not in YEARS:
        raise ImpossibleDate(text)
    try:
        if len(text) == len("YYYY-MM-DD"):
            return Edtf(text, Precision.DAY, date(year, month, day), date(year, month, day))
        if len(text) == len("YYYY"):
            return Edtf(text, Precision.YEAR, date(year, 1, 1), date(year, 12, 31))
        if month in _QUARTERS:
            return Edtf(text, Precision.QUARTER, *_months(year, 3 * (month - 33) + 1, 3))
        if month in _HALVES:
            return Edtf(text, Precision.HALF, *_months(year, 6 * (month - 40) + 1, 6))
        if month in _SEASONS:
            raise NotEdtf(text)
        return Edtf(text, Precision.MONTH, *_months(year, month, 1))
    except ValueError as error:
        raise (error if isinstance(error, NotEdtf) else ImpossibleDate(text)) from None


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def parse_recurring(text: str) -> tuple[int, int]:
    """Read a day of every year, „--MM-DD" (ISO 8601:2000, 5.2.1.3 d); raises NotEdtf or ImpossibleDate."""
    m = _RECURRING.match(text)
    if not m:
        raise NotEdtf(text)
    month, day = int(m[1]), int(m[2])
    try:
        date(2000, month, day)
    except ValueError as error:
        raise ImpossibleDate(text) from error
    return month, day


def disjoint(a: Edtf, b: Edtf) -> bool:
    """Whether no day fits both values: only then do two tellings of one date contradict each other."""
    return bool(
        (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest)
    )


def overlaps(value: Edtf, first: date | None, last: date | None) -> bool:
    """Whether some day of the value lies within first..last (None: open)."""
    return not (
        (last and value.earliest and value.earliest > last) or (first and value.latest and value.latest < first)
    )


def exact_days(value: Edtf | None) -> tuple[date, date] | None:
    """The first and last day where both are told; None for what is told less exactly: a month is not 31 days."""
    if value is None or value.earliest is None or value.latest is None or value.precision is Precision.ONE_OF:
        return None
    exact = all(len(end) == len("YYYY-MM-DD") for end in endpoints(value))
    return (value.earliest, value.latest) if exact else None


def day_vi(day: date) -> str:
    """A day in Vietnamese form: 10/10/2022."""
    return f"{day.day}/{day.month}/{day.year}"


@lru_cache(maxsize=8192)
def date_vi(value: Edtf | None) -> str:
    """The value in Vietnamese, at exactly the precision that is known."""
    if value is None:
        return "chưa rõ ngày"
    start, end = endpoints(value)
    if value.precision is Precision.DURATION:
        if value.earliest is None:
            return f"đến {_point_vi(end)}"
        return f"từ {_point_vi(start)}" if value.latest is None else _span_vi(start, end)
    if value.precision is not Precision.ONE_OF:
        return _point_vi(value.text)
    if value.latest is None:
        return f"một ngày từ {_point_vi(start)} trở đi"
    if value.earliest is None:
        return f"một ngày muộn nhất là {_point_vi(end)}"
    years = len(start) == len(end) == len("YYYY")
    return f"một ngày trong {'các năm' if years else 'khoảng'} {_span_vi(start, end)}"


def _point_vi(text: str) -> str:
    value = _point(text)
    first, part = value.earliest, int(text[5:7] or 0)
    assert first is not None
    if value.precision is Precision.DAY:
        return day_vi(first)
    if value.precision is Precision.MONTH:
        return f"tháng {first.month}/{first.year}"
    if value.precision is Precision.QUARTER:
        return f"quý {_QUARTERS[part]}/{first.year}"
    return f"6 tháng {_HALVES[part]} năm {first.year}" if part else f"năm {first.year}"


def _span_vi(start: str, end: str) -> str:
    """A span without saying twice what its ends share: 1–10/10/2022, tháng 9–10/2022, 2021–2025."""
    if start == end:
        return _point_vi(start)
    if len(start) == len(end) == len("YYYY"):
        return f"{start}–{end}"
    if len(start) == len(end) == len("YYYY-MM") and start[:4] == end[:4]:
        return f"tháng {int(start[5:])}–{int(end[5:])}/{end[:4]}"
    if len(start) == len(end) == len("YYYY-MM-DD"):
        shared = 2 if start[:7] == end[:7] else 1 if start[:4] == end[:4] else 0
        return "/".join(_point_vi(start).split("/")[: 3 - shared]) + f"–{_point_vi(end)}"
    return f"từ {_point_vi(start)} đến {_point_vi(end)}"


def recurring_vi(month: int, day: int) -> str:
    """A day of every year in Vietnamese form: ngày 10/10 hằng năm."""
    return f"ngày {day}/{month} hằng năm"
