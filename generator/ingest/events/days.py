"""The yearly days: Ngày Chuyển đổi số quốc gia and the provinces' own.

Source: Quyết định 505/QĐ-TTg of 22/4/2022 (10/10 every year); corpus seen: portals and papers 2021–2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.edtf import parse, parse_recurring
from generator.ingest.events.naming import province_kind, province_name
from generator.ingest.events.tenses import compared
from generator.ingest.events.words import DAY, MONTH_DAY, OF_THE_NATION
from generator.ingest.found import EventFound, Sense, Span
from generator.ingest.story import Story
from generator.model import Basis, Status
from generator.registry import Series

_MENTION = re.compile(
    rf"{DAY}(?:(?P<national>{OF_THE_NATION})|(?P<province>(?:\s+của)?\s+(?:tỉnh|thành\s+phố|tp\.?|địa\s+phương)?))"
    rf"(?:[\s,(]{{0,3}}(?:ngày\s+)?(?<!\d){MONTH_DAY}(?:\s?[-/.]\s?(?P<y>20\d\d)(?!\d))?\)?)?"
    rf"(?:[\s,-]{{0,3}}(?:năm\s+)?(?P<year>20\d\d)(?![\d/]))?"
)
_YEARLY = r"(?:\s*,?\s*(?:hằng|hàng|mỗi)\s+năm)"
_IS_THE_DAY = re.compile(
    rf"[^;]*(?<![\d/.,-]){MONTH_DAY}{_YEARLY}?(?:[^.;]{{0,60}}?\s(?:là|làm|đồng\s+bộ\s+với|trùng\s+với)\s+|\s*[:(–-]\s*)"
)
_ON_THE_DAY = re.compile(
    rf"[^.;]{{0,80}}?(?:(?:hằng|hàng|mỗi)\s+năm[^.;\d]{{0,30}}|(?:vào|là)\s+)(?:ngày\s+)?(?<![\d/.,-]){MONTH_DAY}"
)
_WITH_THE_NATIONAL = re.compile(rf"[^.;]{{0,30}}trùng\s+(?:với\s+|vào\s+)?{DAY}{OF_THE_NATION}")
_CHOSE = re.compile(r"\s*(?:đã\s+)?(?:cũng\s+)?(?:lựa\s+)?(?:chọn|lấy)\s+\Z")
_KIND_WORDS = re.compile(r"[\s.]*(?:(?:của|tỉnh|thành\s+phố|tp)[\s.]*)*")
_NATIONAL = "national"
_REGISTRY_REASON = "Ngày, tháng theo ngày hằng năm của chuỗi sự kiện; bài chỉ nêu năm."
_ADJACENT_REASON = "Bài nêu ngày, tháng và năm ở những chỗ khác nhau."


@dataclass
class _Day:
    """What an article tells of one yearly day."""

    start: int
    end: int
    years: dict[str, tuple[int, int]]
    rule: str | None = None
    stated: bool = False
    full: str | None = None


def find_days(story: Story) -> Iterator[EventFound]:
    """The yearly days that an article tells, each once, and the national one for each year it names."""
    days = _read(story)
    national = days.pop(_NATIONAL, None)
    if national:
        yield from _national(story, national)
    for province, day in days.items():
        yield from _provincial(story, province, day)


def _read(story: Story) -> dict[str, _Day]:
    days: dict[str, _Day] = {}
    folded = story.passage.folded
    for m in _MENTION.finditer(folded):
        rule, stated = _rule(story, m)
        for key, end in _whose(story, m):
            if key == _NATIONAL or rule or m["province"].split() or end > m.end():
                day = days.setdefault(key, _Day(m.start(), max(m.end(), end), {}))
                if m["year"] or m["y"]:
                    day.years.setdefault(m["year"] or m["y"], (m.start(), m.end()))
                if rule and not (day.rule and day.stated):
                    day.rule, day.stated = rule, stated
                    if stated and not day.years:
                        day.start, day.end = m.start(), max(m.end(), end)
    return days


def _whose(story: Story, m: re.Match[str]) -> list[tuple[str, int]]:
    """The provinces whose day it is, or the country, each with the end of its name."""
    if m["national"]:
        return [(_NATIONAL, m.end())]
    words = m["province"].split()
    named = [
        p
        for p in story.provinces_in(Span(m.start(), m.end() + 12))
        if p.sense is not Sense.OTHER and _KIND_WORDS.fullmatch(story.passage.folded, m.end(), max(m.end(), p.start))
    ]
    if words and words[-1] == "phương":
        return [(key, m.end()) for key in _choosers(story, m)]
    if named:
        return [(named[0].key, named[0].end)]
    province = story.part_at(m.start()).province
    return [(province, m.end())] if words and province else []


def _choosers(story: Story, m: re.Match[str]) -> list[str]:
    """„… là Hưng Yên, Đồng Tháp lựa chọn ngày chuyển đổi số địa phương": the provinces in front of the verb."""
    folded = story.passage.folded
    sentence = story.passage.sentence_at(m.start())
    position, keys = m.start(), []
    verb = _CHOSE.search(folded, max(sentence.start, m.start() - 30), m.start())
    if not verb:
        return []
    position = verb.start()
    for p in reversed(story.provinces_in(Span(sentence.start, position))):
        if folded[p.end : position].strip(" \u00a0,") not in ("", "và") or p.sense is not Sense.PROVINCE:
            break
        keys.append(p.key)
        position = p.start
    return keys[::-1]


def _rule(story: Story, m: re.Match[str]) -> tuple[str | None, bool]:
    """The day of every year as the words around say it, and whether they say that it is the day."""
    folded, sentence = story.passage.folded, story.passage.sentence_at(m.start())
    if is_the := _IS_THE_DAY.fullmatch(folded, _clause_start(folded, sentence, m.start()), m.start()):
        return _recurring(is_the), True
    tail = m.end() if not m["d"] and not m["d2"] else None
    if tail and not m["national"] and _WITH_THE_NATIONAL.match(folded, tail):
        return _national_rule(story), True
    if tail and (on_the := _ON_THE_DAY.match(folded, tail, sentence.end)):
        return _recurring(on_the), True
    return (_recurring(m), False) if m["d"] or m["d2"] else (None, False)


def _clause_start(folded: str, sentence: Span, position: int) -> int:
    """Where the words of a clause begin that may say of which day the name at a position is."""
    start = max(sentence.start, position - 110)
    return max(start, folded.rfind(";", start, position) + 1)


def _recurring(m: re.Match[str]) -> str | None:
    day, month = (m["d"] or m["d2"], m["m"] or m["m2"])
    rule = f"--{int(month):02}-{int(day):02}"
    try:
        parse_recurring(rule)
    except ValueError:
        return None
    return rule


def _national_rule(story: Story) -> str | None:
    series = _series(story, None)
    return series.rule if series else None


def _series(story: Story, province: str | None) -> Series | None:
    """The registry's series of a province's yearly day, or of the national one."""
    all_series = story.lexicon.registries.series.values()
    return next((s for s in all_series if s.province == province and "Ngày Chuyển đổi số" in s.name), None)


def _national(story: Story, day: _Day) -> Iterator[EventFound]:
    known = _series(story, None)
    series, rule = (known.id, day.rule or known.rule) if known else (None, day.rule)
    for year, (start, end) in day.years.items():
        date = year + rule[1:] if rule else None
        stated = day.stated and day.rule is not None
        yield EventFound(
            start=start,
            end=end,
            name=f"Ngày Chuyển đổi số quốc gia {year}",
            kind="observance",
            date=date or year,
            recurs=day.rule,
            series=series,
            status=_announced(story, date),
            basis=Basis.STATED if stated else Basis.INFERRED,
            reason=None if stated else (_ADJACENT_REASON if day.rule else _REGISTRY_REASON),
        )
    if not day.years and day.rule:
        name = "Ngày Chuyển đổi số quốc gia"
        yield EventFound(start=day.start, end=day.end, name=name, kind="observance", recurs=day.rule, series=series)


def _provincial(story: Story, province: str, day: _Day) -> Iterator[EventFound]:
    published, series = story.published, _series(story, province)
    kind = province_kind(story, province, published.latest or published.earliest if published else None)
    yield EventFound(
        start=day.start,
        end=day.end,
        name=f"Ngày Chuyển đổi số {kind} {province_name(story, province)}",
        kind="observance",
        recurs=day.rule,
        provinces=(province,),
        series=series.id if series else None,
    )


def _announced(story: Story, date: str | None) -> Status | None:
    return compared(parse(date), story.published) if date else None
