"""Where the items of a digest begin: each tells the story of another province.

Source: the digests of papers and portals seen, 2020–2026: items that begin with „*" or another bullet, „Cùng ngày, tại
…", a line with a province's name at its head, or a headline of their own that names the province or whose text does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import TypeVar

from generator.ingest.found import ProvinceFound, Sense, Span
from generator.ingest.passage import Passage

_STAR = re.compile(r"[*•●▪■♦❖+]\s{0,2}")
_BULLET = re.compile(r"[-–—]\s{1,2}")
_ELSEWHERE = re.compile(
    r"(?:(?:cùng ngày|trước đó|trong khi đó|sáng|chiều|tối|cũng trong|còn|tiếp đó|dịp này|ngày)[^.\n]{0,40}?)?"
    r"(?:tại |ở |còn )?(?:ubnd )?(?:tỉnh |thành phố |tp\.? ?)?"
)
_NO_HEADLINE = re.compile(r"[.;:,…!]\s*\Z")
_HEADING = 70
_HEADLINE = 120
_TEXT = 70
_S = TypeVar("_S", Span, ProvinceFound)


def item_starts(
    passage: Passage, provinces: Sequence[ProvinceFound], title: Sequence[ProvinceFound], body: int
) -> list[int]:
    """Where the items of a digest begin, nothing if it is none; `title` are the names in the headline before `body`."""
    if len({p.key for p in provinces if p.sense is Sense.PROVINCE}) < 2:
        return []
    ways = ((_starred(passage), 1), (_headed(passage, provinces), 2), (_placed(passage, provinces), 3))
    for items, fewest in ways:
        starts = [(item.start, first_named(passage, provinces, item.start)) for item in items]
        about = {key for _, key in starts if key}
        if len(about) >= fewest and (fewest == 1 or not title):
            return [start for start, _ in starts if start]
    return [] if title else _headlined(passage, provinces, body)


def first_named(passage: Passage, inside: Sequence[ProvinceFound], start: int) -> str | None:
    """The first province that the paragraph at a position names."""
    lead = passage.paragraph_at(start)
    return next((p.key for p in within(inside, lead) if p.sense is Sense.PROVINCE), None)


def within(found: Sequence[_S], span: Span) -> Sequence[_S]:
    """What of it, in the order of the text, begins within a span."""
    return found[bisect_left(found, span.start, key=_start) : bisect_left(found, span.end, key=_start)]


def _start(found: Span | ProvinceFound) -> int:
    return found.start


def _starred(passage: Passage) -> list[Span]:
    return [p for p in passage.paragraphs if _STAR.match(passage.text, p.start)]


def _headed(passage: Passage, provinces: Sequence[ProvinceFound]) -> list[Span]:
    """Paragraphs that begin with a dash and a province, or a heading above text with a province at its head."""
    heads = {p.start for p in provinces if p.sense is Sense.PROVINCE}
    found = []
    for paragraph, text in zip_longest(passage.paragraphs, passage.paragraphs[1:]):
        bullet = _BULLET.match(passage.text, paragraph.start)
        start = bullet.end() if bullet else paragraph.start
        place = _ELSEWHERE.match(passage.folded, start)
        at_head = (place.end() if place else start) in heads
        if at_head and (bullet or (paragraph.end - paragraph.start <= _HEADING and _is_text(text))):
            found.append(paragraph)
    return found


def _placed(passage: Passage, provinces: Sequence[ProvinceFound]) -> list[Span]:
    """Paragraphs whose first words are when and in which province it happened."""
    heads = {p.start for p in provinces if p.sense is Sense.PROVINCE}
    places = ((p, _ELSEWHERE.match(passage.folded, p.start)) for p in passage.paragraphs if _is_text(p))
    return [p for p, place in places if place and place.end() in heads]


def _headlined(passage: Passage, provinces: Sequence[ProvinceFound], body: int) -> list[int]:
    """Headlines below the main one, if each has one province of its own, in it or in the text right below it."""
    paragraphs = [p for p in passage.paragraphs if p.start >= body]
    starts, about = [], []
    for headline, text in pairwise(paragraphs):
        if _is_headline(passage, headline, text):
            named = _only(provinces, headline) or _only(provinces, text)
            if named is None:
                return []
            starts.append(headline.start)
            about.append(named)
    return starts if len(set(about)) >= 2 else []


def _is_headline(passage: Passage, line: Span, text: Span) -> bool:
    short = line.end - line.start <= _HEADLINE and _NO_HEADLINE.search(passage[line]) is None
    return short and _is_text(text) and passage.text[line.start].isupper()


def _is_text(paragraph: Span | None) -> bool:
    return paragraph is not None and paragraph.end - paragraph.start >= _TEXT


def _only(provinces: Sequence[ProvinceFound], span: Span) -> str | None:
    keys = {p.key for p in within(provinces, span) if p.sense is Sense.PROVINCE}
    return keys.pop() if len(keys) == 1 else None
