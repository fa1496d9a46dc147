"""Date expressions as they are written, not yet resolved against anything else.

What an expression covers: the numbers of a day without „ngày", „sáng", „từ" before it („24-7", „1-10/10", „2 tháng 9");
„tháng 3/2022", „quý III", „năm 2020" with their word. That is how annotators of Vietnamese news tag days and months
(PhoNER_COVID19, Truong, Dao, Nguyen 2021: „ngày" stays outside, „tháng" inside). „từ A đến B" is one expression,
and so is a year or month „đến nay".
Corpus seen: provincial portals and newspapers, 2020–2026.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.ingest.dates import grammar as g
from generator.ingest.dates.cues import many_before
from generator.ingest.dates.days import read_days
from generator.ingest.dates.expressions import Form, Point, Relative, Unit, WrittenDate
from generator.ingest.dates.months import read_month_and_year, read_months, read_part
from generator.ingest.dates.periods import read_period, read_quarters
from generator.ingest.dates.years import read_bare_years, read_years
from generator.ingest.passage import Passage
from generator.ingest.word_starts import word_starts

_NUMBER = re.compile(
    r"[0-9](?:(?<=ngày[0-9])|(?<![\w/][0-9])(?<![0-9][.,][0-9])(?<!\w[-–][0-9]))"
    r"(?:(?:(?<=1)[89]|(?<=2)0)[0-9]{2}(?![0-9])"
    r"|[0-9]?(?![0-9])(?:(?=\s{0,4}(?:[/.,;&–—−-]|tháng|và|đến|tới|cho|hoặc|hay))"
    r"|(?<=ngày\s[0-9])|(?<=ngày\s[0-9]{2})|(?<=ngày[0-9])|(?<=ngày[0-9]{2})))"
)
_WORDS = ("tháng", "năm", "quý", "nửa", "đầu", "giữa", "cuối", "thượng", "trung", "hạ", "tuần", "hôm", "ngày")
_TIMES = ("sáng", "trưa", "chiều", "tối", "đêm", "khuya", "sớm")
_WORD = re.compile(
    word_starts([*_WORDS, *_TIMES, *(f"{word.replace(' ', g.GAP)}(?={g.GAP}tháng)" for word in g.NUMBER_WORDS)])
)
_EVERY_YEAR_BEFORE = re.compile(r"(?:hằng|hàng|mỗi)\s+năm,?(?:\s+\w+){0,4}\s+\Z")
_READERS: Mapping[str, Callable[[Passage, int], Sequence[WrittenDate]]] = {
    "tháng": read_months,
    "năm": read_years,
    "quý": read_quarters,
    "nửa": lambda passage, start: read_period(passage, start) or read_part(passage, start),
    "tuần": lambda passage, start: _told_week(passage, start),
    **dict.fromkeys(("đầu", "giữa", "cuối", "thượng", "trung", "hạ"), read_part),
}


def find_written_dates(passage: Passage) -> tuple[WrittenDate, ...]:
    """Every date expression of the passage, in order, none within another."""
    folded, found, at = passage.folded, list[WrittenDate](), 0
    for m in sorted([*_NUMBER.finditer(folded), *_WORD.finditer(folded)], key=re.Match.start):
        if m.start() >= at and (read := _read(passage, m)):
            found += (_with_neighbours(folded, date) for date in read)
            at = read[-1].end
    return tuple(found)


def _read(passage: Passage, m: re.Match[str]) -> Sequence[WrittenDate]:
    word, start = m[0], m.start()
    if len(word) == 4 and word.isdigit():
        return read_days(passage, start) or read_bare_years(passage, start)
    if word.isdigit():
        return read_period(passage, start) or read_days(passage, start) or read_month_and_year(passage, start)
    if reader := _READERS.get(word):
        return reader(passage, start)
    return _told(passage, start) or read_period(passage, start)


def _told(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„hôm nay", „chiều qua", and „chiều nay (26/10)", which covers the day only."""
    m = g.TOLD_DAY.match(passage.folded, start)
    if m is None:
        return ()
    relative = Relative(Unit.DAY, g.DAYS_AWAY[m["a"] or m["b"] or m["c"]])
    if with_day := g.TOLD_WITH_DAY.match(passage.folded, m.end()):
        days = read_days(passage, with_day.end())
        if len(days) == 1 and days[0].is_day:
            return [replace(days[0], relative=relative)]
        if days:
            return days
    return [WrittenDate(start=start, end=m.end(), first=Point(), relative=relative)]


def _told_week(passage: Passage, start: int) -> Sequence[WrittenDate]:
    m = g.TOLD_WEEK.match(passage.folded, start)
    if m is None or many_before(passage.folded, start):
        return ()
    relative = Relative(Unit.WEEK, {"này": 0, "trước": -1}.get(m["w"], 1))
    return [WrittenDate(start=start, end=m.end(), first=Point(), relative=relative)]


def _with_neighbours(folded: str, date: WrittenDate) -> WrittenDate:
    long = date.form is Form.POINT and date.first.day is None and date.first != Point()
    now = g.TO_NOW.match(folded, date.end) if long else None
    if now and g.SINCE.search(folded, max(0, date.start - 20), date.start):
        return replace(date, end=now.end(), form=Form.SINCE)
    if date.year_written or date.relative:
        return date
    if date.first.month is not None and (
        g.EVERY_YEAR.match(folded, date.end) or _EVERY_YEAR_BEFORE.search(folded[max(0, date.start - 45) : date.start])
    ):
        return replace(date, recurs=True)
    if m := g.LEANING.match(folded, date.end):
        return replace(date, leans=-1 if m["past"] else 1 if "tới" in m["coming"] else 0)
    return date
