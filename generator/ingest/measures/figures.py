"""Figures: numbers with what they count, unit, period and province.

A figure needs a thing it counts (figure_words.yml) that tells enough by itself, a rate („tỷ lệ … đạt N%",
„N% hồ sơ được …") or money told for what. The number is kept as told with its unit: 2,5 with „triệu lượt". Things
counted only to be named next („3 lĩnh vực là …"), „một trong bảy xã", plans, changes, ranges, ages, dates, ranks and
numbers of documents are none. Corpus seen: provincial portals and papers on digital transformation, 2020–2026.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.ingest.documents.target_sections import section_of, stays
from generator.ingest.found import FigureFound, Span
from generator.ingest.measures.counted import Counted, read_counted, read_raised
from generator.ingest.measures.figure_frame import Frame
from generator.ingest.measures.figure_periods import period_of
from generator.ingest.measures.figure_whose import Unclear, Whose
from generator.ingest.measures.level import level
from generator.ingest.measures.numerals import AFTER_FIRST_FIGURE, NUMBER
from generator.ingest.measures.words import FIGURE_WORDS
from generator.ingest.story import Story

_NOUNS = "|".join(re.escape(n) for n in sorted(FIGURE_WORDS["nouns"], key=lambda n: (-len(n), n)))
_MEASURES = "|".join(FIGURE_WORDS["measures"])
_FIGURE = re.compile(
    rf"(?P<number>\d(?<![\w/.,:–-]\d){AFTER_FIRST_FIGURE})(?:(?:/| (?:trong|trên) tổng số )(?P<all>{NUMBER}))?"
    r"(?:\s?(?P<percent>%)|(?P<many> (?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))?"
    rf"(?: (?P<times>lượt )?(?P<noun>{_NOUNS})| (?P<money>đồng|usd)| (?P<measure>{_MEASURES}))(?!\w))"
)
_NOT_COUNTED = re.compile(
    rf"(?<!\w)(?:{FIGURE_WORDS['not_counted']})\s*\Z"
    r"|\d(?: ?%| (?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|hồ sơ|người)){0,2} ?(?:đến|tới|-|–)\s*\Z"
)
_PLANS = re.compile(r"mục tiêu|chỉ tiêu|nhiệm vụ|phương hướng|kế hoạch")
_REACHED = re.compile(r"(?<!\w)(?:đã|hiện|đến nay|tính đến|kết quả|vừa qua|thời gian qua|năm qua)(?!\w)")


def find_figures(story: Story) -> tuple[FigureFound, ...]:
    """Every figure the article tells that is no date, rank, target or number of a document, in order."""
    folded = level(story.passage)
    matches: dict[int, list[re.Match[str]]] = {}
    for m in _FIGURE.finditer(folded):
        sentence = story.passage.sentence_at(m.start())
        if m.end() <= sentence.end:
            matches.setdefault(sentence.start, []).append(m)
    if not matches:
        return ()
    plans = _plans(story, folded)
    whose = Whose(story, folded)
    found: list[FigureFound] = []
    planned_until = -1
    planned: set[str] = set()
    for told in matches.values():
        frame = Frame(story, folded, story.passage.sentence_at(told[0].start()))
        if _within(plans, frame.sentence.start):
            continue
        paragraph = story.passage.paragraph_at(frame.sentence.start)
        goes_on = planned_until >= paragraph.start and not _REACHED.search(
            folded, frame.sentence.start, frame.sentence.end
        )
        if goes_on or frame.is_planned(told[-1].start()):
            planned_until = frame.sentence.end
            planned |= {m[0] for m in told}
        if not goes_on:
            found += _figures(frame, whose, told)
    return tuple(_without_repeats(f for f in found if not _heads_a_plan(story, folded, f, planned)))


def _figures(frame: Frame, whose: Whose, matches: list[re.Match[str]]) -> Iterator[FigureFound]:
    counted: list[Counted] = []
    last: Counted | None = None
    for m in matches:
        if last is not None and m.start() < last.end:
            last = replace(last, end=m.start())
        if _NOT_COUNTED.search(frame.folded, max(frame.sentence.start, m.start() - 24), m.start()):
            last = None
            continue
        last = read_counted(frame, m, last)
        if last is not None:
            counted.append(last)
            raised = read_raised(frame, last)
            if raised is not None:
                counted.append(raised)
    for number, one in enumerate(counted):
        if one.label is None or frame.is_planned(one.start):
            continue
        following = counted[number + 1].start if number + 1 < len(counted) else frame.sentence.end
        try:
            province = whose.province_of(frame, one.start, one.label)
        except Unclear:
            continue
        yield FigureFound(
            start=one.start,
            end=one.end,
            province=province,
            label=one.label,
            value=one.value,
            unit=one.unit,
            period=None if one.undated else period_of(frame, one.start, one.end, following),
            qualifier=one.qualifier,
        )


def _plans(story: Story, folded: str) -> list[Span]:
    """The paragraphs that stand under a heading of goals or tasks."""
    found: list[Span] = []
    if not _PLANS.search(folded):
        return found
    inside = False
    for paragraph in story.passage.paragraphs:
        line = folded[paragraph.start : paragraph.end]
        if not inside and line.endswith((".", ";")):
            continue
        measured = _FIGURE.search(line) is not None
        if section_of(line, measured=measured):
            inside = True
        elif inside and not stays(line, measured=measured):
            inside = False
        if inside:
            found.append(paragraph)
    return found


def _within(spans: list[Span], position: int) -> bool:
    number = bisect_right(spans, position, key=lambda s: s.start) - 1
    return number >= 0 and position in spans[number]


def _heads_a_plan(story: Story, folded: str, figure: FigureFound, planned: set[str]) -> bool:
    """Whether a figure of the headline is told as a plan in the text."""
    headline = story.passage.paragraphs[0]
    return figure.start in headline and any(folded.startswith(told, figure.start) for told in planned)


def _without_repeats(found: Iterable[FigureFound]) -> Iterator[FigureFound]:
    """Each figure once: the same number of the same things told in other words is one."""
    seen: set[tuple[object, ...]] = set()
    for figure in found:
        words = figure.label.lower()
        key = (figure.province, figure.value, figure.unit, words if figure.unit == "%" else words.split()[0])
        if key not in seen:
            seen.add(key)
            yield figure
