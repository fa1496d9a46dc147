"""By when a target is to be reached: the date of a clause that is neither in a title nor that of something past.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.edtf import endpoints, parse
from generator.ingest.found import DateFound, Span
from generator.ingest.story import Story

_TITLE = re.compile(
    r"(?<!\w)(?:chương\s+trình|đề\s+án|kế\s+hoạch|chiến\s+lược|nghị\s+quyết|quy\s+hoạch|hội\s+nghị|đại\s+hội|dự\s+án)"
    r"(?:(?!mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|đặt\s+ra|đề\s+ra|xác\s+định)[^,;:.]){0,120}\Z|(?<!\w)(?:dti|chỉ\s+số)\s[^,;:.]{0,40}?(?:năm\s+)?(?<!vào\snăm\s)(?<!đến\snăm\s)(?<!trong\snăm\s)(?<!vào\s)(?<!đến\s)(?<!tới\s)(?<!trong\s)(?<!hết\s)(?<!cuối\s)(?<!giai\sđoạn\s)\Z"
)
_PLANNED_YEAR = re.compile(
    r"(?:mục|chỉ)\s+tiêu\s+(?:của\s+|trong\s+)?(?:kế\s+hoạch|đề\s+án|chương\s+trình|nghị\s+quyết)\s+(?:này\s+)?(?:\w+\s+){0,2}\Z"
)
_SAYS_IT = re.compile(r"\s*(?:là(?!\w)|:)")
_AIMED_INDEX = re.compile(r"(?<!\w)(?:phấn\s+đấu|đưa|nâng|giữ)\s+(?:thứ\s+hạng\s+)?(?:dti|chỉ\s+số)\s[^,;:.]{0,40}\Z")
_TO_GOAL = re.compile(r"\s+(?:của\s+[^,;:.]{1,25}\s)?(?:sẽ\s+)?(?:thuộc|nằm|vào|lọt|đạt|đứng|xếp|lên|trong)(?!\w)")
_GOES_ON_AS_TITLE = re.compile(r"\s*,?\s*(?:định\s+hướng|tầm\s+nhìn|và\s+định\s+hướng|hướng\s+(?:đến|tới)\s+năm)")
_OF_SOMETHING_ELSE = re.compile(
    r"(?:so\s+với|cùng\s+kỳ|tính\s+đến|từ|kể\s+từ|của|hơn|bằng|sau|số\s+[^\s,\d]{0,20}\d[^\s,]{0,40},?)\s+(?:cuối\s+|đầu\s+|hết\s+)?(?:năm\s+|ngày\s+)?\Z"
)
_UP_TO_DAY = re.compile(r"(?:đến|tới|trước|hết|chậm\s+nhất|vào|xong)\s+(?:là\s+)?(?:hết\s+|trước\s+)?(?:ngày\s+)?\Z")
_DEADLINE = re.compile(
    r"(?:đến|tới|trước|hết|chậm\s+nhất|cuối|trong|giai\s+đoạn|thời\s+gian|nhiệm\s+kỳ|vào)\s+"
    r"(?:(?:hết|cuối|trong|đầu|giữa|vòng|là|quý|giai\s+đoạn|thời\s+gian|nhiệm\s+kỳ|kỳ)\s+){0,3}(?:năm\s+|ngày\s+|tháng\s+)?\Z"
)
_DAY = len("YYYY-MM-DD")
_REACH = 200


@dataclass(frozen=True, slots=True)
class By:
    """A point of time in EDTF, where it stands, and whether its year comes from elsewhere."""

    edtf: str
    start: int
    end: int
    anchored: bool


def by_when(story: Story, span: Span, *, last: bool = False) -> By | None:
    """The first (or last) time by which, told in a span."""
    found = None
    for date in story.dates_in(span):
        if by := _by(story, date, span.start):
            found = by
            if not last:
                break
    return found


def deadline_ahead(story: Story, span: Span) -> By | None:
    """The first time in a span that is told as a term and lies after the day of publication."""
    for date in story.dates_in(span):
        if _DEADLINE.search(story.passage.folded, max(span.start, date.start - 40), date.start):
            by = _by(story, date, span.start)
            if by and _is_ahead(story, by.edtf):
                return by
    return None


def _by(story: Story, date: DateFound, low: int) -> By | None:
    folded = story.passage.folded
    words = folded[max(low, date.start - _REACH) : date.start]
    if not date.dated or _GOES_ON_AS_TITLE.match(folded, date.end):
        return None
    if (_TITLE.search(words) or _is_of_something_else(words)) and not _is_aimed(folded, date, words):
        return None
    edtf = endpoints(parse(date.edtf))[1]
    if edtf in ("", "..") or (len(edtf) == _DAY and not _UP_TO_DAY.search(words)):
        return None
    return By(edtf, date.start, date.end, date.anchored)


def _is_of_something_else(words: str) -> bool:
    return _OF_SOMETHING_ELSE.search(words) is not None and not words.rstrip().endswith(("đến", "tới"))


def _is_aimed(folded: str, date: DateFound, words: str) -> bool:
    """Whether the year of an index or plan is that of the goal: „phấn đấu chỉ số DTI năm 2025 thuộc nhóm 20"."""
    if _PLANNED_YEAR.search(words) and _SAYS_IT.match(folded, date.end):
        return True
    return _AIMED_INDEX.search(words) is not None and _TO_GOAL.match(folded, date.end) is not None


def _is_ahead(story: Story, edtf: str) -> bool:
    """Whether a time ends after the article was published; the year of publication itself does not tell it."""
    day, end = story.published_on, parse(edtf).latest
    if day is None or end is None:
        return False
    return end > day if len(edtf) > len("YYYY") else end.year > day.year
