"""Days as written: one („10/10"), a duration („1-10/10", „1/10 đến 10/10/2022"), a list („5, 7 và 9/10")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.ingest.dates import grammar as g
from generator.ingest.dates.cues import after_day_word, goes_on_after_date, is_day, lunar_before, measures, words_before
from generator.ingest.dates.expressions import Form, Point, Relative, WrittenDate
from generator.ingest.passage import Passage

_RANGE = re.compile(f"{g.TO}\\Z")
_GOES_ON = re.compile("[-–—][0-9]")
_MOST_DAYS = 9


def read_days(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """The days written from a number at `start` on; none where the number begins no day."""
    folded = passage.folded
    if m := g.ISO_DAY.match(folded, start):
        day = g.read_day(m)
        return [WrittenDate(start=start, end=m.end(), first=day[0])] if day else ()
    days = _days(passage, start)
    return days if days and not lunar_before(folded, start) else ()


def _days(passage: Passage, start: int) -> Sequence[WrittenDate]:
    m = g.A_DAY.match(passage.folded, start)
    if m and not (m["yy"] and m["s"] != "/"):
        found = _one_or_span(passage, m)
        if found or not _GOES_ON.match(passage.folded, m.end()):
            return found
    return _several(passage, start) or _bare(passage, start)


def _one_or_span(passage: Passage, m: re.Match[str]) -> Sequence[WrittenDate]:
    folded = passage.folded
    read = g.read_day(m)
    if read is None or g.LUNAR.match(folded, m.end()):
        return ()
    point, relative = read
    to = g.TO_A_DAY.match(folded, m.end())
    last = g.A_DAY.match(folded, to.end()) if to else None
    ended = g.read_day(last) if last else None
    if last is None and point.year is None and _GOES_ON.match(folded, m.end()):
        return ()
    if not (_accepted(passage, m.start(), m) or (last and ended and last["s"] == m["s"] == "/")):
        return ()
    if last and ended:
        return [_span(m.start(), last.end(), point, ended[0], relative or ended[1])]
    return [WrittenDate(start=m.start(), end=m.end(), first=point, relative=relative), *_listed_after(folded, m)]


def _listed_after(folded: str, m: re.Match[str]) -> Iterable[WrittenDate]:
    """The days that a list goes on with in the same writing: „30-8, 31-8 và 1-9"."""
    end = m.end()
    while m["s"] and (join := g.NEXT_DAY.match(folded, end)):
        following = g.A_DAY.match(folded, join.end())
        read = g.read_day(following) if following and following["s"] == m["s"] else None
        if following is None or read is None:
            return
        end = following.end()
        yield WrittenDate(start=following.start(), end=end, first=read[0], relative=read[1])


def _span(start: int, end: int, first: Point, last: Point, relative: Relative | None) -> WrittenDate:
    """A duration whose one written year is that of the other day, too, or of the turn of the year between them."""
    wraps = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - wraps)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year + wraps)
    return WrittenDate(start=start, end=end, form=Form.DURATION, first=first, last=last, relative=relative)


def _accepted(passage: Passage, start: int, m: re.Match[str]) -> bool:
    if m["y"] or m["yw"] or (m["yt"] and m["yt"].isdigit()):
        return True
    if m["mw"]:
        return after_day_word(passage.folded, start)
    if m["yy"] and not (len(m["d"]) == len(m["m"]) == 2 or after_day_word(passage.folded, start)):
        return False
    spaced = any(c.isspace() for c in passage.folded[m.start("d") : m.end("m")])
    return is_day(passage.text, passage.folded, start, m.end(), int(m["d"]), int(m["m"]), m["s"], spaced)


def _several(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """Days that share the month written after the last of them."""
    folded, at = passage.folded, start
    days: list[tuple[int, int]] = []
    joins: list[str] = []
    while led := g.LED_DAY.match(folded, at):
        days.append((at, int(led["d"])))
        joins.append(led["join"])
        at = led.end()
        if (m := g.A_DAY.match(folded, at)) or len(days) == _MOST_DAYS:
            break
    else:
        return ()
    read = g.read_day(m) if m else None
    if m is None or read is None or g.LUNAR.match(folded, m.end()) or not _accepted(passage, start, m):
        return ()
    if any("," in join for join in joins) and not after_day_word(folded, start):
        return ()
    return _grouped([*days, (at, int(m["d"]))], joins, m.end(), *read)


def _grouped(
    days: list[tuple[int, int]], joins: list[str], end: int, last: Point, relative: Relative | None
) -> Sequence[WrittenDate]:
    """A duration for each range and for days that follow each other without a gap; else one date for each day.

    „19 hoặc 20/7" is one day of the two.
    """
    ranges = [bool(_RANGE.match(join)) for join in joins]
    steps = [b - a for (_, a), (_, b) in pairwise(days)]
    if min(steps) <= 0:
        return ()
    whole = not any(ranges) and max(steps) == 1
    found: list[WrittenDate] = []
    at = 0
    while at < len(days):
        to = len(days) - 1 if whole else at + 1 if at < len(ranges) and ranges[at] else at
        until = end if to == len(days) - 1 else days[to][0] + len(str(days[to][1]))
        first, closing = replace(last, day=days[at][1]), replace(last, day=days[to][1])
        if to > at:
            span = _span(days[at][0], until, first, closing, relative)
            found.append(replace(span, form=Form.ONE_OF) if g.OR.search(joins[-1]) else span)
        else:
            found.append(WrittenDate(start=days[at][0], end=until, first=first, relative=relative))
        at = to + 1
    return found


def _bare(passage: Passage, start: int) -> Sequence[WrittenDate]:
    """A day without its month („ngày 14") or two („ngày 14 và 15", „ngày 20 đến 25"), only right after „ngày"."""
    m = g.BARE_DAY.match(passage.folded, start)
    if m is None or _is_of_no_month(passage.folded, m.end()):
        return ()
    phrases, mark = words_before(passage.folded, start)
    if mark or not phrases or phrases[0] != "ngày" or not after_day_word(passage.folded, start):
        return ()
    if (len(phrases) > 1 and phrases[1].split()[0].isdigit()) or measures(passage.text, passage.folded, m.end()):
        return ()
    day = WrittenDate(start=start, end=m.end(), first=Point(day=int(m["d"])))
    led = g.LED_DAY.match(passage.folded, start)
    last = g.BARE_DAY.match(passage.folded, led.end()) if led else None
    if led is None or last is None or not goes_on_after_date(passage.text, passage.folded, last.end()):
        return [day]
    if int(last["d"]) == int(m["d"]) + 1 or (_RANGE.match(led["join"]) and int(last["d"]) > int(m["d"])):
        return [replace(day, end=last.end(), form=Form.DURATION, last=Point(day=int(last["d"])))]
    return [day, WrittenDate(start=led.end(), end=last.end(), first=Point(day=int(last["d"])))]


def _is_of_no_month(folded: str, end: int) -> bool:
    """Whether a day, or the list it begins, is one of every month or of the lunar calendar („27, 28, 29 tết")."""
    listed = g.LISTED.match(folded, end)
    end = listed.end() if listed else end
    return bool(g.LUNAR.match(folded, end) or g.EVERY_MONTH.match(folded, end))
