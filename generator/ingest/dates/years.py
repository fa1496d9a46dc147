"""Years as written: „năm 2022", „năm ngoái", „2021-2025", and a bare „2030" after words that lead to a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dates import grammar as g
from generator.ingest.dates.cues import counts, goes_on_after_date, many_before, words_before
from generator.ingest.dates.expressions import Form, Point, Relative, Unit, WrittenDate
from generator.ingest.passage import Passage

_RANGE = re.compile(f"{g.TO}\\Z")
_SAME_PERIOD = re.compile(r"cùng\s+kỳ\s+(?:của\s+)?\Z")
_DECADE_BEFORE = frozenset({"những", "thập niên", "thập kỷ"})
_SCHOOL_YEAR_BEFORE = frozenset({"năm học", "niên khóa", "năm tài khóa", "mùa giải"})
_SPAN_BEFORE = frozenset({"từ", "giai đoạn", "thời kỳ", "nhiệm kỳ", "trong", "kể từ", "khoảng"})
_BARE_YEAR_BEFORE = frozenset(
    {"đến", "tới", "từ", "kể từ", "trước", "sau", "hết", "cuối", "đầu", "giữa", "so với", "cùng kỳ", "tầm nhìn",
     "định hướng", "trong", "vào", "tầm nhìn đến", "định hướng đến", "giai đoạn", "năm tài chính", "năm tài khóa"}
)  # fmt: skip
_NEWS_YEARS = range(1975, 2061)


def read_years(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„năm 2022", „năm 2021-2025", „năm 2021, 2022 và 2023", „năm ngoái" from „năm" at `start` on."""
    folded = passage.folded
    m = g.A_YEAR.match(folded, start)
    if m is None:
        return ()
    year, relative = g.read_year(m["y"])
    if year is None:
        if m["y"] == "trước" and _SAME_PERIOD.search(folded, max(0, start - 20), start):
            return [WrittenDate(start=start, end=m.end(), first=Point(), relative=Relative(Unit.TOLD_YEAR, -1))]
        if many_before(folded, start) or m["y"] in ("trước", "sau", "này"):
            return ()
        return [WrittenDate(start=start, end=m.end(), first=Point(), relative=relative)]
    years = [WrittenDate(start=start, end=m.end(), first=Point(year))]
    while after := g.NEXT_YEAR.match(folded, years[-1].end):
        join, following = after["join"], int(after["y"])
        tight = any(dash in join for dash in "-–—−")
        if _RANGE.match(join):
            phrases, _ = words_before(folded, start)
            led = tight or any(p in _SPAN_BEFORE for p in phrases)
            if len(years) == 1 and led and year < following <= year + 60:
                return [_years(start, after.end(), year, following)]
            break
        at = after.end() - len("2022")
        at = folded.rfind("năm", after.end("join"), at) if "năm" in folded[after.end("join") : at] else at
        years.append(WrittenDate(start=at, end=after.end(), first=Point(following)))
    if len(years) == 1 and many_before(folded, start):
        phrases, _ = words_before(folded, start)
        if (phrases[0] in _DECADE_BEFORE and year % 10 == 0) or counts(passage.text, folded, m.end()):
            return ()
    return years


def _years(start: int, end: int, first: int, last: int) -> WrittenDate:
    return WrittenDate(start=start, end=end, form=Form.DURATION, first=Point(first), last=Point(last))


def read_bare_years(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """„2021-2025", and „2030" after „đến", „tầm nhìn", „so với" … from the number at `start` on."""
    folded = passage.folded
    phrases, mark = words_before(folded, start)
    if m := g.YEARS.match(folded, start):
        first, last = int(m["y"]), int(m["y2"])
        dashed = any(dash in m["join"] for dash in "-–—−")
        led = not mark and any(p in _SPAN_BEFORE for p in phrases)
        if 1900 <= first < last <= first + 60 and (dashed or led):
            return [_years(start, m.end(), first, last)]
    m = g.SCHOOL_YEAR.match(folded, start)
    if m and int(m["y2"]) == int(m["y"]) + 1 and any(p in _SCHOOL_YEAR_BEFORE for p in phrases):
        return [_years(start, m.end(), int(m["y"]), int(m["y2"]))]
    m = g.BARE_YEAR.match(folded, start)
    if m is None or mark or int(m["y"]) not in _NEWS_YEARS or not any(p in _BARE_YEAR_BEFORE for p in phrases):
        return ()
    if not goes_on_after_date(passage.text, folded, m.end()):
        return ()
    return [WrittenDate(start=start, end=m.end(), first=Point(int(m["y"])))]
