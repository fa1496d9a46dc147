"""Points and expressions as EDTF text; a year that is not known reads XXXX (ISO 8601-2, unspecified digits)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from generator.edtf import Edtf, ImpossibleDate, NotEdtf, parse
from generator.ingest.dates.expressions import Form, Point, WrittenDate

_LONGEST_FEBRUARY = 2000
_TO_THE_END = 31


def edtf_text(form: Form, first: Point, last: Point | None) -> str | None:
    """The EDTF text of one point, a duration or a one-of set; None where the calendar has no such date."""
    if form is Form.SINCE:
        text = f"{_point(first)}/.."
    elif last is None:
        text = _point(first)
    elif form is Form.DURATION:
        text = f"{_point(first)}/{_point(last)}"
    else:
        text = f"[{_point(first)}..{_point(last)}]"
    if "X" in text:
        return text
    try:
        return parse(text).text
    except (ImpossibleDate, NotEdtf):
        return None


def written_value(written: WrittenDate) -> Edtf | None:
    """The value of an expression that says everything itself."""
    text = edtf_text(written.form, written.first, written.last)
    return parse(text) if text and "X" not in text else None


def in_year(written: WrittenDate, year: int | None) -> tuple[Point, Point | None]:
    """The points of an expression placed in a year; a duration over the turn of the year ends in the next."""
    first = written.first if written.first.year is not None else _of_year(written.first, year)
    last = written.last
    if last is not None and last.year is None:
        wraps = written.form is Form.DURATION and _order(first) > _order(last)
        last = _of_year(last, None if first.year is None else first.year + wraps)
    return first, last


def _of_year(point: Point, year: int | None) -> Point:
    return Point(year, point.month, point.day)


def middle(value: Edtf) -> date | None:
    """The day in the middle of a value, None for one that is open on a side."""
    if value.earliest is None or value.latest is None:
        return None
    return value.earliest + (value.latest - value.earliest) / 2


def _order(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _point(point: Point) -> str:
    year = "XXXX" if point.year is None else f"{point.year:04}"
    if point.day is None:
        return year if point.month is None else f"{year}-{point.month:02}"
    if point.month is None:
        return f"{year}-XX-{point.day:02}"
    day = point.day
    if day == _TO_THE_END:
        day = monthrange(point.year or _LONGEST_FEBRUARY, point.month)[1]
    return f"{year}-{point.month:02}-{day:02}"
