"""Figures: numbers with what they count, unit and period.

A figure needs a thing it counts (figure_words.yml), a rate („tỷ lệ … đạt N%", „N% hồ sơ …") or money told for what.
The number is kept as told with its unit: 2,5 with „triệu lượt". Things that are counted only to be named next
(„3 lĩnh vực là …", „2 xã Thạnh Xuân, …"), „một trong bảy xã", targets, changes, ranges, ages, dates, ranks and numbers
of documents are none. Corpus seen: provincial portals and papers on digital transformation, 2020–2026.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.ingest.found import DateFound, FigureFound, Sense, Span
from generator.ingest.measures.context import home_province
from generator.ingest.measures.counted import Counted, read_counted
from generator.ingest.measures.doubts import is_target
from generator.ingest.measures.level import level
from generator.ingest.measures.numerals import NUMBER
from generator.ingest.measures.words import FIGURE_WORDS
from generator.ingest.story import Story

_NOUNS = "|".join(re.escape(n) for n in sorted(FIGURE_WORDS["nouns"], key=lambda n: (-len(n), n)))
_MEASURES = "|".join(FIGURE_WORDS["measures"])
_FIGURE = re.compile(
    rf"(?<![\w/.,:–-])(?P<number>{NUMBER})(?:/(?P<all>{NUMBER}))?"
    r"(?:\s?(?P<percent>%)|(?P<many> (?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))?"
    rf"(?: (?P<times>lượt )?(?P<noun>{_NOUNS})| (?P<money>đồng|usd)| (?P<measure>{_MEASURES}))(?!\w))"
)
_NOT_COUNTED = re.compile(
    rf"(?<!\w)(?:{FIGURE_WORDS['not_counted']})\s*\Z"
    r"|\d(?: ?%| (?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|hồ sơ|người)){0,2} ?(?:đến|tới|-|–)\s*\Z"
)
_OF_ANOTHER = re.compile(r"/[a-zđ]{2}|số \d|quyết định|nghị quyết|kế hoạch|công văn|so với|cùng kỳ")
_COUNTRY = re.compile(
    r"(?<!\w)(?:cả nước|toàn quốc|việt nam|chính phủ(?! (?:điện|số))|ủy ban quốc gia)(?!\w)"
    r"|(?<!\w)(?<!của )(?<!theo )(?<!do )bộ [^,.;]{2,50}? (?:cũng )?(?:đã|vừa)(?!\w)"
)
_AT = re.compile(r"(?:tại|ở|từ|với|đến|so với|hơn)(?: (?:tỉnh|thành phố|tp\.?))?\s*\Z")
_PROVINCES = re.compile(r"(?:địa phương|tỉnh(?:, thành)?)(?!\w)")
_REACH = 400


def find_figures(story: Story) -> tuple[FigureFound, ...]:
    """Every figure the article tells that is no date, rank, target or number of a document, in order."""
    found: list[FigureFound] = []
    folded = level(story.passage)
    sentence = Span(0, 0)
    counted: list[Counted] = []
    for m in _FIGURE.finditer(folded):
        own = story.passage.sentence_at(m.start())
        if own != sentence:
            found += _dated(story, folded, sentence, counted)
            sentence, counted = own, []
        if m.end() <= own.end and not _NOT_COUNTED.search(folded, max(own.start, m.start() - 24), m.start()):
            one = read_counted(story, folded, own, m)
            if one is not None and not is_target(folded, max(own.start, one.start - _REACH), one.start):
                counted.append(one)
    found += _dated(story, folded, sentence, counted)
    return tuple(_without_repeats(found))


def _dated(story: Story, folded: str, sentence: Span, counted: list[Counted]) -> Iterator[FigureFound]:
    """Each figure with its period: the date before it in the sentence, else the one after it."""
    dates = [d for d in story.dates_in(sentence) if d.dated and not _is_of_another(story, d)] if counted else []
    starts = [d.start for d in dates]
    for number, one in enumerate(counted):
        following = counted[number + 1].start if number + 1 < len(counted) else sentence.end
        at = bisect_left(starts, one.start)
        date = dates[at - 1] if at else dates[0] if dates and dates[0].start < following else None
        yield FigureFound(
            start=one.start,
            end=one.end,
            province=_province(story, folded, sentence, one),
            label=one.label,
            value=one.value,
            unit=one.unit,
            period=date.edtf if date else None,
            qualifier=one.qualifier,
        )


def _province(story: Story, folded: str, sentence: Span, one: Counted) -> str | None:
    """Whose a figure is: the one province named before it in the sentence, the country's, else that of its part."""
    start = max(sentence.start, one.start - _REACH)
    named = {
        p.key
        for p in story.provinces_in(Span(start, one.start))
        if p.sense is Sense.PROVINCE and not _AT.search(folded, max(start, p.start - 20), p.start)
    }
    if len(named) == 1:
        return named.pop()
    if _COUNTRY.search(folded, start, one.start) or _PROVINCES.match(one.label.lower()):
        return None
    return home_province(story, one.start)


def _is_of_another(story: Story, date: DateFound) -> bool:
    """Whether a date is a document's, or one that is only compared with."""
    before = story.passage.folded[max(0, date.start - 40) : date.start]
    return bool(_OF_ANOTHER.search(before.rsplit(",", 1)[-1]))


def _without_repeats(found: list[FigureFound]) -> Iterator[FigureFound]:
    seen = set()
    for figure in found:
        key = (figure.province, figure.label.lower(), figure.value, figure.unit)
        if key not in seen:
            seen.add(key)
            yield figure
