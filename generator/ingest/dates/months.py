"""Months as written: one, a part of one („trung tuần tháng 4"), a duration, a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.ingest.dates import grammar as g
from generator.ingest.dates.cues import is_month, lunar_before, many_before, measures
from generator.ingest.dates.expressions import Form, Point, Relative, Unit, WrittenDate
from generator.ingest.dates.years import read_years
from generator.ingest.passage import Passage

_RANGE = re.compile(f"{g.TO}\\Z")


def read_months(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """The months written from „tháng" at `start` on: one, a duration or a list."""
    folded = passage.folded
    if m := g.TOLD_MONTH.match(folded, start):
        count = {"này": 0, "trước": -1}.get(m["w"], 1)
        told = WrittenDate(start=start, end=m.end(), first=Point(), relative=Relative(Unit.MONTH, count))
        return () if many_before(folded, start) else [told]
    if many_before(folded, start) or lunar_before(folded, start):
        return ()
    if found := _listed_months(passage, start):
        return found
    m = g.A_MONTH.match(folded, start)
    if m is None or g.LUNAR.match(folded, m.end()) or (m["y"] is m["yt"] is m["yw"] is None and _measured(passage, m)):
        return ()
    point, relative = g.read_month(m)
    to = g.TO_A_MONTH.match(folded, m.end())
    last = g.LAST_MONTH.match(folded, to.end()) if to else None
    if last is not None and (last["y"] or last["yt"]):
        closing, _ = g.read_month(last)
        return [WrittenDate(start=start, end=last.end(), form=Form.DURATION, first=point, last=closing)]
    return [WrittenDate(start=start, end=m.end(), first=point, relative=relative)]


def _measured(passage: Passage, m: re.Match[str]) -> bool:
    return measures(passage.text, passage.folded, m.end())


def _listed_months(passage: Passage, start: int) -> Sequence[WrittenDate]:
    folded, at = passage.folded, start
    months: list[tuple[int, int, int]] = []
    last_at = start
    joins: list[str] = []
    while (led := g.LED_MONTH.match(folded, at)) and len(months) < 12:
        months.append((at, led.end("m"), int(led["m"])))
        joins.append(led["join"])
        last_at, at = led.end("join"), led.end()
    last = g.LAST_MONTH.match(folded, at) if months else None
    if last is None or g.LUNAR.match(folded, last.end()):
        return ()
    dated = bool(last["y"] or last["yt"])
    if not dated and ("," in joins[-1] or _measured(passage, last)):
        return ()
    point, relative = g.read_month(last)
    numbers = [n for _, _, n in months] + [point.month or 0]
    steps = [b - a for a, b in pairwise(numbers)]
    if (len(joins) == 1 and _RANGE.match(joins[0])) or set(steps) == {1}:
        wraps = numbers[0] > numbers[-1]
        first = Point(point.year - wraps if point.year else None, numbers[0])
        form = Form.ONE_OF if g.OR.search(joins[-1]) else Form.DURATION
        return [WrittenDate(start=start, end=last.end(), form=form, first=first, last=point, relative=relative)]
    listed = [WrittenDate(start=a, end=b, first=Point(point.year, n), relative=relative) for a, b, n in months]
    return [*listed, WrittenDate(start=last_at, end=last.end(), first=point, relative=relative)]


def read_month_and_year(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„9/2022" and „9/2020 - 10/2022" from the number at `start` on."""
    folded = passage.folded
    m = g.MONTH_AND_YEAR.match(folded, start)
    if m is None or not is_month(folded, start):
        return ()
    to = g.TO_A_MONTH.match(folded, m.end())
    last = g.MONTH_AND_YEAR.match(folded, to.end()) if to else None
    first = Point(int(m["y"]), int(m["m"]))
    if last is None:
        return [WrittenDate(start=start, end=m.end(), first=first)]
    closing = Point(int(last["y"]), int(last["m"]))
    return [WrittenDate(start=start, end=last.end(), form=Form.DURATION, first=first, last=closing)]


def read_part(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„trung tuần tháng 4/2022": one day of a third of a month; „đầu năm 2022": the year, no more is told."""
    m = g.PART.match(passage.folded, start)
    if m is None:
        return ()
    part = " ".join(m["part"].split())
    if passage.folded.startswith("năm", m.end()):
        years = _year_so_far(passage.folded, start, m.end()) if part == "đầu" else ()
        return years or [replace(found, start=start) for found in read_years(passage, m.end())[:1]]
    found = read_months(passage, m.end())
    if len(found) != 1 or found[0].form is not Form.POINT:
        return found
    if part == "đầu" and (now := g.TO_NOW.match(passage.folded, found[0].end)):
        return [replace(found[0], start=start, end=now.end(), form=Form.SINCE, first=replace(found[0].first, day=1))]
    first, last = (replace(found[0].first, day=day) for day in g.PARTS[part])
    return [replace(found[0], start=start, form=Form.ONE_OF, first=first, last=last)]


def _year_so_far(folded: str, start: int, at: int) -> Sequence[WrittenDate]:
    """„đầu năm (2022, nay) đến nay" with „năm" at a position: since its first day."""
    m = g.YEAR_SO_FAR.match(folded, at)
    now = g.TO_NOW.match(folded, m.end()) if m else None
    if m is None or now is None:
        return ()
    year = int(m["y"]) if m["y"] and m["y"].isdigit() else None
    relative = None if year else Relative(Unit.YEAR, 0)
    return [WrittenDate(start=start, end=now.end(), form=Form.SINCE, first=Point(year, 1, 1), relative=relative)]
