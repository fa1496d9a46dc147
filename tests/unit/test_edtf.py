"""Dates of uncertain precision: what is read, what is refused, how they compare and how they read."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import pairwise

import edtf as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edtf import (
    Edtf,
    ImpossibleDate,
    NotEdtf,
    Precision,
    date_vi,
    day_vi,
    disjoint,
    overlaps,
    parse,
    parse_recurring,
    recurring_vi,
)

D = date
FORMS = [
    # text, precision, earliest, latest, month of the timeline, Vietnamese
    ("2022-10-10", "day", D(2022, 10, 10), D(2022, 10, 10), 10, "10/10/2022"),
    ("2024-02-29", "day", D(2024, 2, 29), D(2024, 2, 29), 2, "29/2/2024"),
    ("2022-09", "month", D(2022, 9, 1), D(2022, 9, 30), 9, "tháng 9/2022"),
    ("2022", "year", D(2022, 1, 1), D(2022, 12, 31), None, "năm 2022"),
    ("2022-33", "quarter", D(2022, 1, 1), D(2022, 3, 31), None, "quý I/2022"),
    ("2022-35", "quarter", D(2022, 7, 1), D(2022, 9, 30), None, "quý III/2022"),
    ("2022-36", "quarter", D(2022, 10, 1), D(2022, 12, 31), None, "quý IV/2022"),
    ("2022-40", "half", D(2022, 1, 1), D(2022, 6, 30), None, "6 tháng đầu năm 2022"),
    ("2022-41", "half", D(2022, 7, 1), D(2022, 12, 31), None, "6 tháng cuối năm 2022"),
    ("2022-10-01/2022-10-10", "duration", D(2022, 10, 1), D(2022, 10, 10), 10, "1–10/10/2022"),
    ("2022-09-28/2022-10-10", "duration", D(2022, 9, 28), D(2022, 10, 10), 9, "28/9–10/10/2022"),
    ("2022-12-28/2023-01-03", "duration", D(2022, 12, 28), D(2023, 1, 3), 12, "28/12/2022–3/1/2023"),
    ("2022-10-10/2022-10-10", "duration", D(2022, 10, 10), D(2022, 10, 10), 10, "10/10/2022"),
    ("2022-01/2022-09", "duration", D(2022, 1, 1), D(2022, 9, 30), 1, "tháng 1–9/2022"),
    ("2022-11/2023-02", "duration", D(2022, 11, 1), D(2023, 2, 28), 11, "từ tháng 11/2022 đến tháng 2/2023"),
    ("2022/2025", "duration", D(2022, 1, 1), D(2025, 12, 31), None, "2022–2025"),
    ("2022-04/2022-04-20", "duration", D(2022, 4, 1), D(2022, 4, 20), 4, "từ tháng 4/2022 đến 20/4/2022"),
    ("2022/2023-05", "duration", D(2022, 1, 1), D(2023, 5, 31), None, "từ năm 2022 đến tháng 5/2023"),
    ("2022/..", "duration", D(2022, 1, 1), None, None, "từ năm 2022"),
    ("2022-10/..", "duration", D(2022, 10, 1), None, 10, "từ tháng 10/2022"),
    ("../2022-10-10", "duration", None, D(2022, 10, 10), None, "đến 10/10/2022"),
    ("[2022-04-11..2022-04-20]", "one-of", D(2022, 4, 11), D(2022, 4, 20), 4, "một ngày trong khoảng 11–20/4/2022"),
    ("[2022-04..2022-06]", "one-of", D(2022, 4, 1), D(2022, 6, 30), 4, "một ngày trong khoảng tháng 4–6/2022"),
    ("[2022..2024]", "one-of", D(2022, 1, 1), D(2024, 12, 31), None, "một ngày trong các năm 2022–2024"),
    ("[2022-08-08..]", "one-of", D(2022, 8, 8), None, 8, "một ngày từ 8/8/2022 trở đi"),
    ("[2022-08..]", "one-of", D(2022, 8, 1), None, 8, "một ngày từ tháng 8/2022 trở đi"),
    ("[..2022-08-08]", "one-of", None, D(2022, 8, 8), None, "một ngày muộn nhất là 8/8/2022"),
]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest", "month", "shown"), FORMS)
def test_every_form(
    text: str, precision: str, earliest: date | None, latest: date | None, month: int | None, shown: str
) -> None:
    value = parse(text)
    assert value == Edtf(text, Precision(precision), earliest, latest)
    assert value.month == month
    assert value.year == (earliest or latest or date.min).year
    assert date_vi(value) == shown


def test_an_unknown_date_is_shown_as_unknown() -> None:
    assert date_vi(None) == "chưa rõ ngày"


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-30", "2023-02-29", "2022-13", "2022-00", "2022-00-01", "2022-30-30", "0000-01",
        "2022-10-10/2022-10-01", "2023-02-29/2023-03-01", "2022-13/2022-14", "[2022-04-20..2022-04-11]",
        "[2022-04-31..2022-05-02]",
    ],
)  # fmt: skip
def test_what_the_calendar_does_not_have_is_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "abc", "10/10/2022", "10-10-2022", "2022-1", "2022-1-1", " 2022", "2022-10-10 ", "2022-10-10T10:00:00Z",
        "202X", "2022?", "2022-10-10~", "y20000", "199", "--10-10", "../..", "[..]", "[2022-04-11", "{2022..2024}",
        "２０２２", "2022-21",
        "2022-10-10/", "/2022-10-10",  # an unknown end: nobody may make one up
        "2022-10-10?/2022-10-20", "2022~/2023",  # a doubt that no page would show
        "[2022-04-11,2022-04-20]",  # either of two days is not a span
        "2022-33/2022-35",
    ],
)  # fmt: skip
def test_other_texts_are_not_edtf(text: str) -> None:
    with pytest.raises(NotEdtf):
        parse(text)


@given(st.text(alphabet="0123456789-/.[]?~{}, X", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = parse(text)
    except (NotEdtf, ImpossibleDate):
        return
    assert value.earliest or value.latest
    assert date_vi(value)
    assert value.year
    assert value.sort_key


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any form the portal reads."""
    form = draw(st.sampled_from(["day", "month", "year", "season", "span", "open", "one-of", "one-of-open"]))
    cut = draw(st.sampled_from([4, 7, 10]))
    first, last = sorted([draw(days).isoformat(), draw(days).isoformat()])
    if form in ("day", "month", "year"):
        return first[: {"day": 10, "month": 7, "year": 4}[form]]
    if form == "season":
        return f"{first[:4]}-{draw(st.sampled_from([33, 34, 35, 36, 40, 41]))}"
    if form == "span":
        return f"{first[:cut]}/{last[:cut]}"
    if form == "open":
        return draw(st.sampled_from([f"{first[:cut]}/..", f"../{first[:cut]}"]))
    if form == "one-of":
        return f"[{first}..{last}]"
    return draw(st.sampled_from([f"[{first}..]", f"[..{first}]"]))


@given(texts())
def test_bounds_agree_with_the_edtf_library(text: str) -> None:
    value, theirs = parse(text), library.parse_edtf(text)
    if value.earliest is not None:
        assert tuple(theirs.lower_strict())[:3] == (value.earliest.year, value.earliest.month, value.earliest.day)
    if value.latest is not None:
        assert tuple(theirs.upper_strict())[:3] == (value.latest.year, value.latest.month, value.latest.day)
    assert value.text == text


@given(days)
def test_a_day_a_month_and_a_year_hold_each_other(day: date) -> None:
    a_day, month, year = parse(day.isoformat()), parse(f"{day:%Y-%m}"), parse(f"{day:%Y}")
    assert (a_day.earliest, a_day.latest) == (day, day)
    assert month.latest == day.replace(day=monthrange(day.year, day.month)[1])
    for value in (month, year):
        assert not disjoint(a_day, value)
        assert overlaps(value, day, day)
    assert date_vi(a_day) == day_vi(day) == f"{day.day}/{day.month}/{day.year}"


@given(texts(), texts())
def test_disjoint_is_symmetric_and_the_opposite_of_overlapping(a: str, b: str) -> None:
    one, other = parse(a), parse(b)
    assert disjoint(one, other) == disjoint(other, one)
    assert not disjoint(one, one)
    assert disjoint(one, other) == (not overlaps(one, other.earliest, other.latest))


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("2022-04-22", "[2022-04-11..2022-04-20]", True),
        ("2022-04", "2022-04-22", False),
        ("2022-35", "2022-10-01", True),
        ("2022/..", "2021-12-31", True),
        ("2022/..", "2030", False),
        ("[..2022-08-08]", "2022-08-09", True),
    ],
)
def test_disjoint(a: str, b: str, apart: bool) -> None:
    assert disjoint(parse(a), parse(b)) is apart


@given(st.lists(texts(), min_size=2, max_size=8))
def test_sorting_is_by_first_day_then_the_more_exact_first(many: list[str]) -> None:
    ordered = sorted(map(parse, many), key=lambda v: v.sort_key)
    starts = [v.earliest or date.min for v in ordered]
    assert starts == sorted(starts)
    pairs = pairwise(ordered)
    assert all((a.latest or date.max) <= (b.latest or date.max) for a, b in pairs if a.earliest == b.earliest)


def test_recurring_days() -> None:
    assert parse_recurring("--10-10") == (10, 10)
    assert parse_recurring("--02-29") == (2, 29)
    assert recurring_vi(10, 10) == "ngày 10/10 hằng năm"
    for text in ("10-10", "--1-1", "--10-10 ", "", "---10", "--１０-１０"):
        with pytest.raises(NotEdtf):
            parse_recurring(text)
    for text in ("--02-30", "--13-01", "--00-10"):
        with pytest.raises(ImpossibleDate):
            parse_recurring(text)
