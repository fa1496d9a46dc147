"""When a figure was so: the date that opens its sentence or clause, or the one told right after it.

Not a document's date, a year that is compared with, the years of a programme, the day of a meeting, a time ahead.
Corpus seen: „tính đến 30/9/2022", „năm 2021 chỉ đạt … thì trong 9 tháng năm 2022 …", „(cuối năm 2023 là 17%)".
"""

from __future__ import annotations

import re

from generator.ingest.found import DateFound
from generator.ingest.measures.figure_frame import Frame
from generator.ingest.measures.words import FIGURE_WORDS

_SMALL = rf"(?:(?:{FIGURE_WORDS['before_date']})\s+){{0,6}}\Z"
_ADVERBIAL = re.compile(
    r"(?:\A|[,;:–(“\"-]|(?<!\w)(?:thì|và|còn|đã|trong đó|cho biết|cho thấy|rằng|theo đó|nếu như|riêng))" rf"\s*{_SMALL}"
)
_TOLD_NEXT = re.compile(
    r"\s*,?\s*(?:chỉ |mới |đã |ước |cũng |hiện ){0,3}(?:đạt|là|chiếm|có|đóng góp|tăng lên|lên)(?!\w)"
)
_REPORTED = re.compile(
    r"\A[^,;:]{0,60}(?:kết quả|tình hình|báo cáo)[^,;:\d]{0,80}\Z|\A[^;:]{0,60}, về tình hình[^,;:\d]{0,80}\Z"
)
_TO_DAY = re.compile(r"(?<!\w)(?:đến|tới|hết)\s+(?:hết\s+)?(?:ngày\s+|thời điểm\s+)?\Z")
_OF_ANOTHER = re.compile(
    rf"(?:(?:/[a-zđ]{{2}}\S{{0,20}}|số \d\S{{0,30}})\s*,?|(?<!\w)(?:{FIGURE_WORDS['of_another']}))"
    r"\s*(?:(?:ngày|năm|tháng|cùng|kỳ|của|cuối|đầu|đến|thời điểm)\s+){0,3}\Z"
)
_NOW = re.compile(r"(?<!\w)(?:hiện nay|đến nay|hiện|tới nay|đến thời điểm (?:này|hiện tại))(?!\w)")
_WITHIN = re.compile(r"(?<!\w)(?:trong|tính đến|tính tới)(?: (?:năm|quý|tháng|hết|cuối|ngày|đầu))*\s*\Z")
_SAME_CLAUSE = re.compile(r"[^,;:()]{0,60}\Z")
_OF_YEAR = re.compile(r"(?<!\w)(?:năm|tháng|quý)\s*\Z")
_STARTS_WITH_YEAR = re.compile(r"(?:năm|tháng|quý)(?!\w)")
_ELSEWHERE = re.compile(rf"(?<!\w)(?:{FIGURE_WORDS['elsewhere']})(?!\w)|[;:()]")


def period_of(frame: Frame, start: int, end: int, following: int) -> str | None:
    """The period (EDTF) of the figure at start..end, before the figure that begins at `following`."""
    inner = frame.bracket_at(start)
    dates = [d for d in frame.dates if frame.bracket_at(d.start) == inner and not _is_of_another(frame, d)]
    before = [d for d in dates if d.end <= start and _opens(frame, d)]
    if before:
        return None if _NOW.search(frame.between(before[-1].end, start)) else before[-1].edtf
    after = next((d for d in dates if d.start >= end), None)
    if after is None or after.start > following or _NOW.search(frame.before(start).text):
        return None
    return after.edtf if _follows(frame, end, after) else None


def _opens(frame: Frame, date: DateFound) -> bool:
    """Whether a date opens a sentence or clause, or parts what is counted from „đạt"."""
    before = frame.before(date.start).text
    if _is_one_day(date) and not _TO_DAY.search(before):
        return False
    if _REPORTED.search(before) and frame.folded.startswith(",", date.end):
        return True
    return bool(_ADVERBIAL.search(before[-80:]) or _TOLD_NEXT.match(frame.folded, date.end, frame.limit(date.start)))


def _follows(frame: Frame, end: int, date: DateFound) -> bool:
    """Whether a date after a figure says when it was so: „… trong 9 tháng năm 2022"."""
    words = frame.between(end, date.start)
    if _ELSEWHERE.search(words):
        return False
    if _is_one_day(date):
        return _TO_DAY.search(words) is not None
    if _WITHIN.search(words):
        return True
    in_year = _OF_YEAR.search(words) or _STARTS_WITH_YEAR.match(frame.folded, date.start)
    return in_year is not None and _SAME_CLAUSE.match(words) is not None


def _is_of_another(frame: Frame, date: DateFound) -> bool:
    """Whether a date is a document's or a programme's, is only compared with, or lies ahead."""
    published = frame.story.published
    if published is not None and date.edtf[:4] > str(published)[:4]:
        return True
    before = frame.before(date.start).text
    if _OF_ANOTHER.search(before[-80:]) and not _REPORTED.search(before):
        return True
    return frame.folded.startswith(("giai đoạn", "nhiệm kỳ"), date.start)


def _is_one_day(date: DateFound) -> bool:
    return date.edtf.count("-") == 2 and "/" not in date.edtf
