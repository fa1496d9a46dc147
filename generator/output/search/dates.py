"""Dates in the forms that readers type: 10/10/2022, tháng 10/2022, quý IV/2022, năm 2022."""

from __future__ import annotations

from functools import lru_cache

from generator.edtf import Edtf, Precision, date_vi, endpoints, parse

_YEARS_APART = 10
"""A span of more years is found by its first and its last alone."""

_IN_ONE_QUARTER = (Precision.DAY, Precision.MONTH, Precision.QUARTER)


def order_of(value: Edtf | None) -> str:
    """The beginning of a date as ISO 8601 has it (of what has only an end: the end); empty when it is not known."""
    if value is None:
        return ""
    start, end = endpoints(value)
    point = parse(start if start and start != ".." else end)
    return _month(point) if point.precision in (Precision.QUARTER, Precision.HALF) else point.text


@lru_cache(maxsize=8192)
def date_forms(value: Edtf | None) -> tuple[str, ...]:
    """A date in every form that is certain, the most exact first: a day also as its month, quarter and year."""
    if value is None:
        return ()
    points = _certain(value)
    forms = [date_vi(p) for p in points if p.precision in (Precision.DAY, Precision.HALF)]
    forms += [date_vi(parse(_month(p))) for p in points if p.precision in (Precision.DAY, Precision.MONTH)]
    forms += [date_vi(parse(_quarter(p))) for p in points if p.precision in _IN_ONE_QUARTER]
    return tuple(dict.fromkeys([*forms, *(f"năm {year}" for year in _years(points))]))


def days(value: Edtf | None) -> tuple[str, ...]:
    """The day of a date, or the first and last of a span: 10/10/2022."""
    return tuple(form for form in date_forms(value) if form.count("/") == 2)


def _certain(value: Edtf) -> list[Edtf]:
    """The points that surely belong to the date: both ends of a span; of „one of" what all its days share."""
    if value.precision is not Precision.ONE_OF:
        return [parse(end) for end in dict.fromkeys(endpoints(value)) if end and end != ".."]
    if value.earliest is None or value.latest is None:
        return []
    first, last = parse(value.earliest.isoformat()), parse(value.latest.isoformat())
    shared = (of(first) for of in (_month, _quarter, _year) if of(first) == of(last))
    return [parse(text) for text in shared][:1]


def _year(point: Edtf) -> str:
    return str(point.year)


def _month(point: Edtf) -> str:
    """The month that a point begins in, as EDTF has it."""
    return f"{point.earliest:%Y-%m}"


def _quarter(point: Edtf) -> str:
    """The quarter that a point begins in, as EDTF has it."""
    assert point.earliest
    return f"{point.year}-{33 + (point.earliest.month - 1) // 3}"


def _years(points: list[Edtf]) -> list[int]:
    years = sorted({point.year for point in points})
    if len(years) == 2 and years[1] - years[0] <= _YEARS_APART:
        return list(range(years[0], years[1] + 1))
    return years
