"""When an article was published, inferred from its dates where no line states it."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.edtf import date_vi, day_vi, parse
from generator.ingest.dates.expressions import Unit, WrittenDate
from generator.ingest.dates.resolve import Calendar
from generator.ingest.dates.tense import is_limit, leaning, names_a_day
from generator.ingest.dates.values import written_value
from generator.ingest.found import DateFound, Header, Published, Span
from generator.ingest.passage import Passage

_PLACE_BEFORE = re.compile(r"\A[^\W\d_][^\d.;:!?]{1,40},\s*(?:ngày\s+)?\Z")
_ISSUE = re.compile(
    r"(?mi)^[^\S\n]*(?:bản tin[^\S\n]+)?(?:số|kỳ)[^\S\n]+[0-9]{1,4}[^\S\n]*[-–—,(][^\S\n]*tháng[^\S\n]+"
    r"(?P<m>1[0-2]|0?[1-9])(?:[^\S\n]*[/-][^\S\n]*|[^\S\n]+năm[^\S\n]+)(?P<y>20[0-9]{2})[^\S\n)]*$"
)
_HEAD = 1500
_FIRST_ONLINE = "1997-11-19"
"""The day on which Việt Nam went online: a page is not older, and a day before it says nothing of when it appeared."""

_SAID = {0: "hôm nay", -1: "hôm qua", 1: "ngày mai"}


def publication(written: tuple[WrittenDate, ...], header: Header, passage: Passage) -> Published | None:
    """The stated publication of the header, else one inferred from the text with its reason, else None.

    „Chiều nay (26/10)" is the day itself, and so is „Hà Nội, ngày 10 tháng 10 năm 2022" on a line of its own at the
    head; else the latest day told as past leaves any day from it on.
    """
    if header.published is not None:
        return header.published
    calendar = Calendar(passage, written, None)
    return (
        _on_the_day_said(written, calendar, passage)
        or _at_the_head(written, passage)
        or _of_the_issue(passage)
        or _after_the_last_day(written, calendar, passage)
    )


def _on_the_day_said(written: tuple[WrittenDate, ...], calendar: Calendar, passage: Passage) -> Published | None:
    for date in written:
        if date.is_day and date.relative and date.relative.unit is Unit.DAY and date.relative.count in _SAID:
            found = calendar.place(date)
            if found is None or not found.dated:
                continue
            day = parse(found.edtf).earliest
            assert day is not None
            said = f"Bài gọi ngày {passage[date.span]} là {_SAID[date.relative.count]}."
            reason = f"{said} {found.reason}" if found.reason else said
            edtf = (day - timedelta(days=date.relative.count)).isoformat()
            return Published(edtf=edtf, inferred=True, reason=reason, found=date.span)
    return None


def _at_the_head(written: tuple[WrittenDate, ...], passage: Passage) -> Published | None:
    """The day of a line „Hà Nội, ngày 10 tháng 10 năm 2022" (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4)."""
    for date in written:
        if date.start > _HEAD:
            break
        line = passage.paragraph_at(date.start)
        alone = passage.text[line.start : date.start], passage.text[date.end : line.end]
        value = written_value(date) if date.is_day and date.year_written else None
        if value and _PLACE_BEFORE.match(alone[0]) and not alone[1].strip(" .|"):
            reason = f"Dòng địa danh, ngày tháng ở đầu văn bản ghi ngày {date_vi(value)}."
            return Published(edtf=value.text, inferred=True, reason=reason, found=date.span)
    return None


def _of_the_issue(passage: Passage) -> Published | None:
    """The month of a bulletin's issue: a line „Số 03 - Tháng 6/2023" at its head, which may be cut as no text of it."""
    m = _ISSUE.search(passage.read, 0, _HEAD)
    if m is None:
        return None
    month = parse(f"{m['y']}-{int(m['m']):02}")
    reason = f"Dòng đầu bản tin ghi số ra {date_vi(month)}."
    return Published(edtf=month.text, inferred=True, reason=reason, found=Span(m.start(), m.end()))


def _after_the_last_day(written: tuple[WrittenDate, ...], calendar: Calendar, passage: Passage) -> Published | None:
    past: list[DateFound] = []
    for date in written:
        if date.is_day and not date.recurs and _happened(passage, date):
            found = calendar.place(date)
            if found and found.dated and found.edtf >= _FIRST_ONLINE:
                past.append(found)
    if not past:
        return None
    latest = max(past, key=lambda found: found.edtf)
    day = parse(latest.edtf).earliest
    assert day is not None
    reason = f"Bài không ghi ngày đăng; ngày muộn nhất mà bài kể là đã qua: {day_vi(day)}."
    if latest.reason:
        reason = f"{reason} {latest.reason}"
    return Published(edtf=f"[{latest.edtf}..]", inferred=True, reason=reason)


def _happened(passage: Passage, date: WrittenDate) -> bool:
    lean = leaning(passage, date)
    return lean <= 0 and not names_a_day(passage, date) and not (lean == 0 and is_limit(passage, date))
