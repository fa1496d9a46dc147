"""Quarters, halves and the first or last months of a year as written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dates import grammar as g
from generator.ingest.dates.expressions import Form, Point, WrittenDate
from generator.ingest.passage import Passage

_QUARTER_CODE = 32
_HALF_CODES = {"đầu": 40, "cuối": 41}


def read_quarters(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„quý III/2022"; of quarters that follow each other („quý I, II") the months from the first to the last."""
    folded = passage.folded
    m = g.A_QUARTER.match(folded, start)
    if m is None:
        return ()
    quarters, joins, end = [g.QUARTERS[m["q"]]], [""], m.end()
    while (after := g.NEXT_QUARTER.match(folded, end)) and len(quarters) < 4:
        if "," in after["join"] and after["q"].isdigit():
            break
        quarters.append(g.QUARTERS[after["q"]])
        joins.append(after["join"])
        end = after.end()
    tail = g.QUARTER_YEAR.match(folded, end)
    year, relative = g.read_year((tail["y"] or tail["yt"]) if tail else None)
    if tail and (tail["y"] or tail["yt"]):
        end = tail.end()
    if len(quarters) == 1:
        first = Point(year, _QUARTER_CODE + quarters[0])
        return [WrittenDate(start=start, end=end, first=first, relative=relative)]
    if any(a >= b for a, b in pairwise(quarters)):
        return ()
    months = Point(year, 3 * quarters[0] - 2), Point(year, 3 * quarters[-1])
    return [WrittenDate(start=start, end=end, form=Form.DURATION, first=months[0], last=months[1], relative=relative)]


def read_period(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„6 tháng đầu năm 2022", „9 tháng năm 2022", „nửa cuối năm nay"."""
    folded = passage.folded
    if m := g.A_HALF.match(folded, start):
        year, relative = g.read_year(m["y"])
        return [WrittenDate(start=start, end=m.end(), first=Point(year, _HALF_CODES[m["side"]]), relative=relative)]
    m = g.A_PERIOD.match(folded, start)
    if m is None:
        return _months_so_far(folded, start)
    if not (m["side"] or m["y"]):
        return ()
    year, relative = g.read_year(m["y"])
    count = _number(m["n"])
    side = m["side"] or "đầu"
    if count == 6:
        return [WrittenDate(start=start, end=m.end(), first=Point(year, _HALF_CODES[side]), relative=relative)]
    months = (1, count) if side == "đầu" else (13 - count, 12)
    first, last = Point(year, months[0]), Point(year, months[1])
    if first == last:
        return [WrittenDate(start=start, end=m.end(), first=first, relative=relative)]
    return [WrittenDate(start=start, end=m.end(), form=Form.DURATION, first=first, last=last, relative=relative)]


def _months_so_far(folded: str, start: int) -> Sequence[WrittenDate]:
    """„tính chung 9 tháng,": the first months of the year."""
    m = g.SOME_MONTHS.match(folded, start)
    if m is None or not g.COUNTED_UP.search(folded, max(0, start - 24), start):
        return ()
    count = _number(m["n"])
    if count == 6:
        return [WrittenDate(start=start, end=m.end(), first=Point(None, _HALF_CODES["đầu"]))]
    return [WrittenDate(start=start, end=m.end(), form=Form.DURATION, first=Point(None, 1), last=Point(None, count))]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else g.NUMBER_WORDS[" ".join(text.split())]
