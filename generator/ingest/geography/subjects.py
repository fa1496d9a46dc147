"""Whose story a stretch of text is: how much weight each province has in it.

Source: what the readers of the corpus seen (portals and papers 2020–2026) call the subject of an article: the
province its headline names; else the one its lead and its „tỉnh" speak of; none in a table or a story of the country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.ingest.found import ProvinceFound, Sense, Span
from generator.ingest.geography.rows import rows
from generator.ingest.passage import Passage
from generator.ingest.word_starts import word_starts

_COMPARED = re.compile(
    r"(?:so với|như|cùng với|cùng|bên cạnh|ngoài|sau|trước|kém|hơn|giống|học tập|kinh nghiệm|trừ|với|gần|giáp"
    r"|trên|dưới|vượt)"
    r"(?: (?:các|những|hai|ba|2|3|4|5|địa phương|tỉnh|thành phố|tp\.?|là)){0,4}\s*\Z"
)
_DATELINE = re.compile(r"\s?(?:\((?:ttxvn|vov|vna)\b|,? (?:ngày )?\d{1,2}[/-]\d{1,2}\s?\()")
_PLACED = re.compile(r"(?:\A|\W)(?:tại|ở|từ|đến|về|vào|ra)(?: (?:tỉnh|thành phố|tp\.?|thủ đô))?\s*\Z")
_ASIDES = ("quê", "trú", "ngụ", "sinh năm", "sn", "nguyên quán", "học tập", "kinh nghiệm")
_ASIDE = re.compile(rf"(?:{word_starts(_ASIDES)})\b[^.;()\n]{{0,60}}\Z")
_OF_PROVINCE = re.compile(
    r"(?:tỉnh|ubnd|hđnd|tỉnh ủy|thành ủy|thành phố|tp\.?"
    r"|(?:huyện|quận|xã|phường|tp\.?|thành phố) [^.,;()\n]{2,25}[(,])\s*\Z"
)
_NATIONAL = re.compile(r"\b(?:bộ [a-zđ]|bộ trưởng|chính phủ|thủ tướng|quốc hội|trung ương|cả nước|toàn quốc)")
_THE_PROVINCE = re.compile(
    r"tỉnh(?<!\wtỉnh)(?<!các tỉnh)(?<!nhiều tỉnh)(?<!\d tỉnh)(?<!cấp tỉnh)(?<!liên tỉnh)(?<!ngoại tỉnh)(?<!số tỉnh)"
    r"(?<!mỗi tỉnh)(?<!hai tỉnh)(?<!ba tỉnh)(?<!ngoài tỉnh)(?!\w| thành\b|,? thành phố|/| lỵ| lộ| ngộ| giấc|-)"
)
_THE_CITY = re.compile(
    r"thành phố(?:(?<=ubnd thành phố)|(?<=hđnd thành phố)|(?<=của thành phố)|(?<=toàn thành phố)|(?<=bàn thành phố))"
    r"(?!\w)"
)
_MOST_IN_TITLE = 5
_MANY = 5
_MOST_ALONE = 3
_SHORT = 400


@dataclass(frozen=True, slots=True)
class Weights:
    """What each province weighs in a stretch of text, and which its opening names by themselves, where first."""

    of: dict[str, float]
    led_by: dict[str, int]

    def first(self) -> str | None:
        """The heaviest province."""
        return max(self.of, key=lambda key: self.of[key]) if self.of else None

    def share(self, key: str) -> float:
        """Its part of all the weight."""
        return self.of[key] / sum(self.of.values())


def weigh(passage: Passage, provinces: Sequence[ProvinceFound], lead: Span, publisher: str | None) -> Weights:
    """The weight of each province named as such; `lead` is the opening paragraph."""
    weight: dict[str, float] = defaultdict(float)
    led_by: dict[str, int] = {}
    named = [p for p in provinces if p.sense is Sense.PROVINCE]
    for at in named:
        if at.former:
            weight[at.key] += 0.2
    for row in _listed(passage, [p for p in named if not p.former]):
        for at in row:
            value = 0.2 if len(row) > 2 else 0.5 if len(row) == 2 else _solo(passage, at)
            if len(row) == 1 and at.start in lead and value >= 1:
                led_by.setdefault(at.key, at.start)
                value += 1
            weight[at.key] += value
    if publisher in weight:
        weight[publisher] += 1
    return Weights(dict(weight), led_by)


def _listed(passage: Passage, named: Sequence[ProvinceFound]) -> Iterator[tuple[ProvinceFound, ...]]:
    """The rows; two names that only a comma parts, the first told as the other's measure or place, are no row."""
    for row in rows(passage, named):
        if len(row) == 2 and passage.folded[row[0].end : row[1].start].strip() == ",":
            begins = passage.sentence_at(row[0].start).start
            said = passage.folded[begins : row[0].start]
            if len(said) <= 40 and (_COMPARED.search(said) or _PLACED.search(said)):
                yield from ((at,) for at in row)
                continue
        yield row


def _solo(passage: Passage, at: ProvinceFound) -> float:
    around = passage.folded[max(0, at.start - 70) : at.start]
    if _DATELINE.match(passage.folded, at.end):
        return 0.2
    if _ASIDE.search(around) or _COMPARED.search(around, max(0, len(around) - 40)):
        return 0.3
    if _PLACED.search(around):
        return 0.7
    return 1.5 if _OF_PROVINCE.search(around) else 1


def speaks_of_one(passage: Passage, span: Span) -> int:
    """How often the stretch says „tỉnh" (or a city's „thành phố") of one that need not be named."""
    folded = passage.folded
    return len(_THE_PROVINCE.findall(folded, span.start, span.end)) + len(
        _THE_CITY.findall(folded, span.start, span.end)
    )


def subjects(
    passage: Passage,
    provinces: Sequence[ProvinceFound],
    span: Span,
    title: Sequence[ProvinceFound],
    publisher: str | None,
) -> tuple[str, ...]:
    """The provinces a stretch of text is about; `title` are the names in its headline."""
    named = [p for p in provinces if p.sense is Sense.PROVINCE]
    if not named:
        return ()
    told_of = (p for p in title if p.sense is Sense.PROVINCE and not p.former and not _is_compared(passage, p))
    in_title = tuple(dict.fromkeys(p.key for p in told_of))
    if in_title:
        return in_title if len(in_title) <= _MOST_IN_TITLE else ()
    lead = span if span.end - span.start <= _SHORT else _opening(passage, span)
    weights = weigh(passage, named, lead, publisher)
    if span.end - span.start <= _SHORT:
        return _of_sentence(passage, span, named, weights)
    return _of_story(passage, span, weights)


def _opening(passage: Passage, span: Span) -> Span:
    """The first two paragraphs: a summary and the lead, or the lead and what follows."""
    first = passage.paragraph_at(span.start)
    second = passage.paragraph_at(first.end + 2)
    return Span(span.start, max(first.end, second.end))


def _lead(passage: Passage, span: Span) -> Span:
    """The opening up to the first sentence of its second paragraph."""
    first = passage.paragraph_at(span.start)
    return Span(span.start, max(first.end, passage.sentence_at(first.end + 2).end))


def _is_compared(passage: Passage, at: ProvinceFound) -> bool:
    return _COMPARED.search(passage.folded[max(0, at.start - 40) : at.start]) is not None


def _of_story(passage: Passage, span: Span, weights: Weights) -> tuple[str, ...]:
    first = weights.first()
    if first is None:
        return ()
    weight, share = weights.of[first], weights.share(first)
    if _is_of_the_nation(passage, span, weights):
        return (first,) if weight >= 4 and share >= 0.5 else ()
    equals = tuple(key for key in weights.led_by if weights.of[key] >= 0.6 * weight)
    if len(equals) > 1:
        lead = _lead(passage, span)
        equals = tuple(key for key in equals if weights.led_by[key] in lead)
    if first in weights.led_by and share >= 0.45 and weight >= 2:
        return equals
    if weight >= 1 and share >= 0.4 and speaks_of_one(passage, span) >= 2:
        return (first,)
    if first not in weights.led_by:
        return (first,) if weight >= 3 and share >= 0.6 else ()
    return equals if 1 < len(equals) <= 3 and sum(map(weights.share, equals)) >= 0.6 else ()


def _is_of_the_nation(passage: Passage, span: Span, weights: Weights) -> bool:
    """Whether a national body opens the story and many provinces are named: a ranking, a ministry's report."""
    first = passage.paragraph_at(span.start)
    opened = _NATIONAL.search(passage.folded, span.start, first.end) is not None
    return opened and len(weights.of) >= _MANY and speaks_of_one(passage, span) < 2


def _of_sentence(passage: Passage, span: Span, named: Sequence[ProvinceFound], weights: Weights) -> tuple[str, ...]:
    """Names that stand alone; else where something is, if no national body does it; else the row that begins it."""
    national = _NATIONAL.search(passage.folded, span.start, span.end) is not None
    if len(weights.led_by) > _MOST_ALONE or (national and len(weights.of) > _MOST_ALONE):
        first = weights.first() if national else next(iter(weights.led_by))
        return (first,) if first and (not national or weights.of[first] >= 3) else ()
    if weights.led_by:
        return tuple(weights.led_by)
    placed = [key for key, weight in weights.of.items() if weight >= 0.65]
    if placed and not national:
        return tuple(placed)
    row = next(rows(passage, [p for p in named if not p.former]), ())
    if not row:
        return ()
    begins = row[0].start - passage.sentence_at(row[0].start).start <= 25
    return tuple(p.key for p in row) if 1 < len(row) <= 3 and begins else ()
