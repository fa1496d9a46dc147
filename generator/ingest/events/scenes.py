"""A sentence as the scene of events: which of its dates governs a word, and whether it is told before its day."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.edtf import Edtf, Precision, parse
from generator.ingest.events.tenses import compared, is_task, is_to_come, will_be
from generator.ingest.events.words import DAY, OF_THE_NATION
from generator.ingest.found import DateFound, DocumentFound, EventFound, Part, Span
from generator.ingest.once import once
from generator.ingest.story import Story
from generator.model import Basis, Status

_SAME_DAY = re.compile(r"cùng\s+(?:ngày|buổi|thời\s+điểm)(?!\w)")
_THIS_TIME = re.compile(r"dịp\s+này(?!\w)")
_AT_IT = re.compile(
    r"(?:tại|trong khuôn khổ|kết thúc|sau)\s+"
    r"(?:buổi|lễ|hội nghị|chương trình|sự kiện|phiên họp|cuộc họp|hội thảo|đây)(?!\w)"
)
_RIGHT_BEHIND = re.compile(
    r"[”\"]?(?:\s*,(?=\s+(?:sẽ\s+|được\s+)?(?:diễn ra|tổ chức)))?\s*"
    r"(?:(?:[-–]|sẽ|đã|được|tổ chức|diễn ra|triển khai|khai giảng|khai mạc"
    r"|vào|trong|lúc|hồi|từ|ngày|sáng|trưa|chiều|tối|\()\s*)*"
)
_JUST = re.compile(r"(?<!\w)(?:vừa|mới)(?!\w)")
_OF_LATE = re.compile(r"(?<!\w)(?:vừa qua|mới đây)(?!\w)")
_DAY_NAME = re.compile(
    r"ngày\s+(?:chuyển\s+đổi\s+số|cđs)(?:\s+quốc\s+gia)?(?:\s+năm\s+\d{4}|\s+\d{4})?\s*[(,]?\s*(?:ngày\s+)?\Z"
)
_DAY_OF_YEAR = re.compile(rf"{DAY}{OF_THE_NATION}\s+(?:năm\s+)?(\d{{4}})(?!\d)")
_DEADLINE = re.compile(
    r"(?<!\w)(?:trước|hết|chậm nhất|đến|kể từ|(?<!ngay )từ|sau|so với|giai đoạn|quyết định|nghị quyết|kế hoạch)"
    r"\s+(?:ngày\s+|tháng\s+)?\Z"
)
_YEARLESS_DAY = re.compile(r"XXXX-\d\d-\d\d(?:/XXXX-\d\d-\d\d)?")
_DONE = ("plan", "decision", "announcement")
"""Kinds of which an article tells what is done: the last day it tells as past is no bound to them."""
_PERIODS = (Precision.MONTH, Precision.QUARTER, Precision.HALF)

_BLANK = 2000
"""How many characters of white space (what is not the article is blanked) may stand in front of a lead."""

_ABOUT = 45
_BEHIND = 160
"""How far behind an event's words, in characters, the date may stand that governs them."""

YEAR_FROM_CONTEXT = "Năm suy ra từ văn cảnh."
DAY_FROM_CONTEXT = "Câu không nêu ngày; suy ra từ ngày của sự kiện vừa kể."
YEAR_UNKNOWN = "Bài không cho biết năm."
DAY_OF_PERIOD = "Bài chỉ nêu khoảng thời gian chung của các việc kể trong câu."


@dataclass(frozen=True, slots=True)
class When:
    """A date that governs an event (EDTF, or „XXXX-10-10" where its year is unknown), and how it is known."""

    edtf: str
    basis: Basis = Basis.STATED
    reason: str | None = None
    start: int = 0

    @property
    def value(self) -> Edtf | None:
        """The date's value; None where its year is unknown."""
        return None if self.is_yearless else parse(self.edtf)

    @property
    def is_yearless(self) -> bool:
        """Whether only its day and month are known."""
        return self.edtf.startswith("XXXX")


class Scene:
    """A sentence, the part it belongs to, and the day that the sentences before it told of."""

    def __init__(self, story: Story, span: Span, documents: Sequence[DocumentFound], before: When | None) -> None:
        """`documents` are those that the sentence names."""
        self.story = story
        self.span = span
        self.part: Part = story.part_at(span.start)
        self.documents = documents
        self.before = before
        self.folded = story.passage.folded
        self.text = story.passage.text

    @once
    def is_lead(self) -> bool:
        """Whether it is the first sentence of its part, below the title."""
        title = self.story.header.title_span
        start = max(self.part.start, title.end if title else 0)
        return start <= self.span.start <= start + _BLANK and not self.text[start : self.span.start].strip()

    @once
    def dates(self) -> tuple[DateFound, ...]:
        """The dates on which something can happen: no document's, yearly day's or deadline's, no year."""
        return tuple(d for d in self.story.dates_in(self.span) if self._is_day(d))

    @once
    def _date_starts(self) -> list[int]:
        return [d.start for d in self.dates]

    def _is_day(self, date: DateFound) -> bool:
        if date.recurs or any(d.start <= date.start < d.end for d in self.documents):
            return False
        before = self.folded[max(self.span.start, date.start - 40) : date.start]
        if not date.dated:
            yearless = _YEARLESS_DAY.fullmatch(date.edtf) and not _DAY_NAME.search(before)
            return bool(yearless) and ("/" in date.edtf or not _DEADLINE.search(before))
        value = parse(date.edtf)
        if _DAY_NAME.search(before) or (value.precision is not Precision.DURATION and _DEADLINE.search(before)):
            return False
        if value.precision in (Precision.DAY, Precision.MONTH, Precision.QUARTER):
            return True
        if value.earliest is None or value.latest is None:
            return False
        return (value.latest - value.earliest).days <= 100

    def when(self, position: int, end: int | None = None) -> When | None:
        """The date that governs a word at the position: the last one before it in the sentence, else the next after."""
        own = Span(position, end or position)
        number = bisect_left(self._date_starts, position)
        after = self.dates[number] if number < len(self.dates) else None
        if number > 0 and not (after and self._is_right_behind(after, own.end)):
            return self.told(self.dates[number - 1], own)
        if after and after.start - own.end < _BEHIND and ";" not in self.folded[position : after.start]:
            return self.told(after, own)
        return self.context

    def has_own_day(self, end: int) -> bool:
        """Whether a date stands right behind a name that ends at `end`: „hội thảo … vào chiều 6/10"."""
        number = bisect_left(self._date_starts, end)
        return number < len(self.dates) and self._is_right_behind(self.dates[number], end)

    def _is_right_behind(self, date: DateFound, end: int) -> bool:
        return date.start - end <= 40 and _RIGHT_BEHIND.fullmatch(self.folded, end, date.start) is not None

    @once
    def context(self) -> When | None:
        """The day of what was told before, where the sentence refers to it: „Cùng ngày", „Dịp này", „tại buổi lễ"."""
        if self.before is None or self.before.is_yearless:
            return None
        start, end = self.span.start, self.span.end
        same_part = self.before.start >= self.part.start
        if _SAME_DAY.search(self.folded, start, end) or (
            same_part and (_THIS_TIME.search(self.folded, start, end) or _AT_IT.search(self.folded, start, end))
        ):
            return When(self.before.edtf, Basis.INFERRED, DAY_FROM_CONTEXT, self.before.start)
        return None

    def told(self, date: DateFound, own: Span) -> When:
        """A date as that of an event with a name of its own: inferred where its year, or its bearing on it, is."""
        if not date.dated:
            return When(date.edtf, Basis.STATED, YEAR_UNKNOWN, date.start)
        value = parse(date.edtf)
        if any(int(year) == value.year for year in _DAY_OF_YEAR.findall(self.folded, own.start, own.end)):
            return When(date.edtf, Basis.STATED, None, date.start)
        if date.anchored:
            return When(date.edtf, Basis.INFERRED, date.reason or YEAR_FROM_CONTEXT, date.start)
        within = "trong " in self.folded[max(0, date.start - 6) : date.start + 6]
        if within and value.precision in _PERIODS and not self.is_future(date.start):
            return When(date.edtf, Basis.INFERRED, DAY_OF_PERIOD, date.start)
        return When(date.edtf, date.basis, date.reason, date.start)

    @once
    def _paper_ends(self) -> list[int]:
        return sorted(d.end for d in self.documents)

    def paper_in_front(self, position: int) -> bool:
        """Whether a document stands close in front of a position, which then says what the document is about."""
        number = bisect_right(self._paper_ends, position)
        return number > 0 and position - self._paper_ends[number - 1] < _ABOUT

    def is_news(self, position: int) -> bool:
        """Whether the first sentence of a story tells, before a position, what has just been done: „vừa", „mới"."""
        near = max(self.span.start, position - 30)
        return self.is_lead and (
            _JUST.search(self.folded, near, position) is not None
            or _OF_LATE.search(self.folded, max(self.span.start, position - _BEHIND), position) is not None
        )

    def is_future(self, position: int) -> bool:
        """Whether the clause before a position, or the heading of its list, speaks of what is to come."""
        return is_to_come(self.folded, self.span.start, position) or self._is_task

    @once
    def _is_task(self) -> bool:
        return is_task(self.folded, self.span.start)

    def status(self, span: Span, kind: str, when: When | None) -> Status:
        """Announced where the clause or the dates say that it is yet to come, else reported."""
        published = self.story.published
        if kind in _DONE and published and published.latest is None:
            published = None
        by_date = compared(when.value if when else None, published)
        announced = self.is_future(span.start) or will_be(self.folded, span.end, self.span.end)
        return by_date or (Status.ANNOUNCED if announced else Status.REPORTED)

    def event(self, span: Span, name: str, kind: str, province: str | None, when: When | None) -> EventFound:
        """An event of this sentence, told at a span."""
        return EventFound(
            start=span.start,
            end=span.end,
            name=name,
            kind=kind,
            date=when.edtf if when else None,
            provinces=(province,) if province else (),
            status=self.status(span, kind, when),
            basis=when.basis if when else Basis.STATED,
            reason=when.reason if when else None,
        )
