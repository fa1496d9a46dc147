"""Ranks and scores of provinces in an index such as DTI.

Sources: site_config/indices.yml (indices, measures, tables); corpus seen: DTI 2020–2024 on provincial portals, in
papers, on dti.gov.vn and in provincial plans. What is told of PCI, PAPI, PAR Index and other indices that the registry
does not hold, of ministries, districts and offices, of neighbours only, or as a target, gives no indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.ingest.found import IndicatorFound, Span
from generator.ingest.measures.claims import claims_of
from generator.ingest.measures.context import Context, Years
from generator.ingest.measures.gathering import Gathering
from generator.ingest.measures.level import level
from generator.ingest.measures.mark import Kind
from generator.ingest.measures.marks import marks_of, names_and_years
from generator.ingest.measures.measure_rows import find_measure_rows
from generator.ingest.measures.sentence import Sentence
from generator.ingest.measures.tables import find_rows
from generator.ingest.measures.years import strong_year
from generator.ingest.story import Story

_VALUE_WORDS = (
    *(
        "hạng",
        "bậc",
        "vị trí",
        "thứ ",
        "đầu",
        "điểm",
        "quán quân",
        "á quân",
        "cao nhất",
        "ngôi ",
        "top",
        "tốp",
        "nhóm ",
    ),
    *("0,", "0.", "1,0", "1.0", "/63", "/34", "giữ nguyên", "không đổi"),
)
_VALUE = re.compile(
    r"hạng|bậc|vị trí|thứ (?:\d|nhất|nhì|hai|ba|tư|năm|sáu|b[ảẩ]y|tám|chín|mười)|dẫn đầu|đứng đầu|đầu bảng"
    r"|quán quân|á quân|cao nhất|ngôi|\d ?điểm|(?:top|tốp|nhóm|đầu) ?\d|[01][.,]\d\d|/63|/34|giữ nguyên|không đổi"
)
_NAMES = (
    "dti",
    "index",
    "chỉ số",
    "cđs",
    "mức độ chuyển đổi",
    "đánh giá",
    "pci",
    "papi",
    "sipas",
    "năng lực",
    "cải cách",
)
_NEXT = (
    *("xếp sau", "tiếp theo", "tiếp đến", "tiếp sau", "theo sau", "kế tiếp", "kế đến", "ngay sau", "sau đó", "vị trí"),
)
_OPENED_BY = (*_NAMES, *_NEXT)
_LONGEST = 1500
_MOST_MARKS = 60  # no sentence tells more: what does is a table run together, or no text at all


def find_indicators(story: Story) -> tuple[IndicatorFound, ...]:
    """Every rank and score the article tells, one for each province, index, year and measure, in order."""
    names = story.lexicon.measures
    folded = level(story.passage)
    if not names.mentioned(folded):
        return ()
    gathering = Gathering(names)
    sentences = _telling(story, folded)
    years = Years(
        [(s.span.start, year) for s in sentences if (year := strong_year(s))],
        frozenset(
            int(m.number) for s in sentences if s.of_kind(Kind.INDEX) for m in s.of_kind(Kind.YEAR) if not m.compared
        ),
    )
    contexts: dict[int, Context] = {}

    def year_at(position: int) -> int | None:
        return Context(story, story.part_at(position), years).year_at(position)[0]

    for sentence in sentences:
        part = story.part_at(sentence.span.start)
        context = contexts.get(part.start) or contexts.setdefault(part.start, Context(story, part, years))
        context.enter(story.passage.paragraph_at(sentence.span.start))
        for claim in claims_of(sentence, context):
            gathering.add(claim)
    for row in (*find_rows(story, folded, year_at), *find_measure_rows(story, folded, year_at)):
        gathering.add(row)
    return gathering.indicators()


def _pieces(folded: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences, those of more than 1,500 characters cut at a semicolon, comma or space."""
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > _LONGEST:
            limit = start + _LONGEST
            cut = max(folded.rfind(";", start, limit), folded.rfind(",", limit - _LONGEST // 2, limit)) + 1 or limit
            yield Span(start, cut)
            start = cut
        yield Span(start, sentence.end)


def _telling(story: Story, folded: str) -> list[Sentence]:
    """The sentences with a value, and those that only name an index or a year for it."""
    text, names = story.passage.text, story.lexicon.measures
    value_words = [word for word in _VALUE_WORDS if word in folded]
    found = []
    for span in _pieces(folded, story.passage.sentences):
        words = folded[span.start : span.end]
        if any(word in words for word in value_words) and _VALUE.search(words):
            marks = marks_of(text, folded, names, span.start, span.end)
            if len(marks) <= _MOST_MARKS:
                found.append(Sentence(story, folded, span, marks))
        elif words.startswith("sau ") or any(word in words for word in _OPENED_BY):
            found.append(Sentence(story, folded, span, names_and_years(folded, names, span.start, span.end)))
    return found
