"""Whose a figure is: the province named before it, the country's where the text speaks of it, else its part's."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.ingest.found import Sense, Span
from generator.ingest.measures.context import home_province
from generator.ingest.measures.figure_frame import Frame
from generator.ingest.story import Story
from generator.ingest.word_starts import word_starts

_NATIONS = (
    *(r"trong (?:các )?(?:khối )?bộ, ngành", r"ở (?:các )?(?:khối )?bộ, ngành", "cả nước", "toàn quốc", "gdp"),
    *("các bộ, ngành", "khối bộ, ngành", "giữa bộ, ngành", "bộ, ngành", "các bộ", "việt nam"),
    *("cổng dịch vụ công quốc gia", "tình hình chuyển đổi số quốc gia", "nền kinh tế", "ủy ban quốc gia"),
)
_NATION = re.compile(word_starts(rf"{nation}(?!\w)" for nation in _NATIONS) + r"|\d(?<!\w\d)\d tỉnh, thành(?!\w)")
_ACTS_FOR_ALL = re.compile(
    r"(?<!\w)(?<!của )(?<!theo )(?<!do )(?<!với )"
    r"(?:bộ (?!chính trị|phận|dữ liệu|hồ sơ|chỉ số|máy)[^,.;:()]{2,50}?|thủ tướng|chính phủ)"
    r" (?:cũng )?(?:đã|vừa|dẫn đầu|đứng đầu|đạt)(?!\w)"
)
_COMPARED = re.compile(
    r"(?:so với|bình quân|trung bình|đầu|nhất|trong|trên|mức|vượt|hơn|của|kết nối|tích hợp|với|lên|qua|từ|khắp|hàng"
    r"|chung|tại|mặt bằng|về|và|nhà nước|đầu tiên(?: của)?|sớm|[/ ]\d\d?|bậc)(?: (?:số|tổng số|chung|của|với))? ?\Z"
)
_LOCAL = re.compile(
    r"(?<!\w)(?:toàn tỉnh|tỉnh (?:ta|đã|có|xếp|đứng|hiện|tiếp|cũng|triển)|(?:ubnd|của|trong|cả|ngân sách) tỉnh|địa bàn"
    r"|sở [a-zđ]|(?:toàn|ubnd|của|tại) (?:huyện|xã|phường)|thành phố (?:đã|có|hiện)|(?:toàn|của) thành phố)(?!\w)"
)
_AT = re.compile(
    r"(?:tại|ở|từ|với|đến|so với|hơn|và|sau|vượt|như|các|nhất|nhập|hai)(?: (?:hai|các))?"
    r"(?: (?:tỉnh|thành phố|tp\.?))?\s*\Z"
)
_OF_NATION = re.compile(r"(?<!\w)(?:cả nước|toàn quốc|bộ, ngành|các bộ|gdp)(?!\w)")
_LIST = re.compile(r"\s*(?:,|và)\s*(?:tỉnh |thành phố |tp\.? ?)?")
_OF_MANY = re.compile(r"(?:các |những )?(?:địa phương|tỉnh(?:, thành(?: phố)?)?|bộ, ngành)(?!\w)")
_HERE = re.compile(rf"(?:{word_starts(['toàn tỉnh', 'tỉnh ta', 'tỉnh nhà', 'toàn thành phố'])})(?!\w)")
_IN_BRACKET = re.compile(r"\([^()]*\Z")
_BREAK = re.compile(r"[;:]")
_BACK, _REACH = 8, 400


class Unclear(Exception):
    """Several provinces are named and none is clearly the figure's."""


class Whose:
    """Tells whose the figures of a story are; `folded` is its levelled text."""

    def __init__(self, story: Story, folded: str) -> None:
        self._story = story
        self._folded = folded
        self._told: dict[int, bool | None] = {}

    def province_of(self, frame: Frame, start: int, label: str) -> str | None:
        """The province of a figure that begins at `start`; None for the country's, `Unclear` if none can be told."""
        low = max(frame.sentence.start, start - _REACH)
        named = self._named(low, start)
        after = named[-1][0] if named else low
        if self._nation(after, start) or _OF_MANY.match(label.lower()) or _OF_NATION.search(label.lower()):
            return None
        if named and not _HERE.search(self._folded, after, start):
            clause = {key for at, key in named if not _BREAK.search(self._folded, at, start)}
            if len({key for _, key in named}) > 1 and len(clause) != 1:
                raise Unclear
            return named[-1][1]
        acts = _ACTS_FOR_ALL.search(self._folded, after, start)
        if acts and not _LOCAL.search(self._folded, acts.end(), start):
            return None
        if self._speaks_of_country(frame.sentence):
            return None
        return home_province(self._story, start) or self._only_province(low, start)

    def _only_province(self, start: int, end: int) -> str | None:
        """The one province the article names, where the words before a figure say „toàn tỉnh"."""
        if not _HERE.search(self._folded, start, end):
            return None
        named = {p.key for p in self._story.provinces if p.sense is Sense.PROVINCE}
        return named.pop() if len(named) == 1 else None

    def _named(self, start: int, end: int) -> list[tuple[int, str]]:
        """The provinces named as subjects, with where their names end; not those of a list told only beside."""
        found: list[tuple[int, str]] = []
        aside = -1
        for p in self._story.provinces_in(Span(start, end)):
            if p.sense is not Sense.PROVINCE or _IN_BRACKET.search(self._folded, max(start, p.start - 60), p.start):
                continue
            goes_on = aside >= 0 and _LIST.fullmatch(self._folded, aside, p.start) is not None
            if goes_on or p.former or _AT.search(self._folded, max(start, p.start - 30), p.start):
                aside = p.end
            else:
                found.append((p.end, p.key))
        return found

    def _nation(self, start: int, end: int) -> bool:
        return any(
            not _COMPARED.search(self._folded, max(start, m.start() - 20), m.start())
            for m in _NATION.finditer(self._folded, start, end)
        )

    def _speaks_of_country(self, sentence: Span) -> bool:
        """Whether the nearest sentence before that says whom the text speaks of says that it is the country."""
        sentences = self._story.passage.sentences
        part = self._story.part_at(sentence.start)
        number = bisect_right(sentences, sentence.start, key=lambda s: s.start) - 1
        for one in reversed(sentences[max(0, number - _BACK) : number + 1]):
            if one.start < part.start:
                return False
            if one.start not in self._told:
                self._told[one.start] = self._of_country(one)
            told = self._told[one.start]
            if told is not None:
                return told
        return False

    def _of_country(self, sentence: Span) -> bool | None:
        """Whether a sentence speaks of the country (True) or of a province (False); None where it does not say."""
        if self._named(sentence.start, sentence.end):
            return False
        local = _LOCAL.search(self._folded, sentence.start, sentence.end)
        if local is None:
            return True if self._nation(sentence.start, sentence.end) else None
        return self._nation(local.end(), sentence.end)
