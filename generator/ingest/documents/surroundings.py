"""What stands around a document's number: its date and issuer after it, or before the verb that issues it.

Sources: Nghị định 30/2020/NĐ-CP, phụ lục I (how a document is cited: kind, number, date, issuer, „về" subject);
corpus seen: portals and papers 2016–2026, which also write „Ngày 15/9, UBND tỉnh … đã ban hành kế hoạch số 148".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.edtf import Precision, parse
from generator.ingest.documents.issuers import Issuer, issuer_at, issuers_in
from generator.ingest.found import DateFound, Span
from generator.ingest.story import Story

_ISSUES = r"(?:ban\s+hành|ký|kí|ra|có|phát\s+hành|thông\s+qua|gửi|xây\s+dựng)"
_ARTICLE = r"(?:(?:các|một|bản|kèm\s+theo|theo)\s+){0,2}"
_TO_DATE = re.compile(
    r"(?:\s\([^()]{1,50}\))?[\s,(\[:|)–-]{0,6}(?:(?:được|đã)\s+)?(?:[kK][ýí]\s+)?"
    r"(?:ban\s+hành|phát\s+hành|thông\s+qua|phê\s+duyệt|ký|kí|ra|lập)?[\s,:]{0,3}"
    r"(?:(?:vào|hôm)\s+)?(?:ngày|hôm|năm|tháng)?\s*"
)
_TO_DATE_OF_HEAD = re.compile(r"[\s|]{1,6}\S.{1,30},\s*(?:ngày\s*)?")
_OPENS_NEXT = re.compile(r"\s*,\s+")
_AGENT = re.compile(r"(?:ông|bà|đồng\s+chí|lãnh\s+đạo|đại\s+diện|tỉnh|thành\s+phố)\s")
_OF_ISSUER = re.compile(r"[\s,)]{0,3}(?:của\s+(?:đồng\s+chí\s+)?)|\s+")
_BY_ISSUER = re.compile(r"[\s,)]{0,3}(?:đã\s+)?(?:do|được|bởi)\s+")
_ISSUED = re.compile(r"[^,;.]{0,30}?(?<!\w)(?:ban\s+hành|phát\s+hành|thông\s+qua|phê\s+duyệt)(?!\w)")
_VERB_BEFORE = re.compile(rf"(?<!\w){_ISSUES}\s+{_ARTICLE}\Z")
_NAMES_AND_VERB = re.compile(
    r"(?:,\s*(?:huyện|quận|thị\s+xã|tỉnh|thành\s+phố|tp\.?)\s[^,;.:!?()]{1,30}){0,2}"
    rf"[^,;.:!?()]{{0,45}}(?:\([^()]{{0,40}}\))?,?\s+{_ISSUES}\s+{_ARTICLE}\Z"
)
_SETTLED_BY = re.compile(r"(?<!\w)(?:tại|bằng|theo)\s+(?:các\s+)?(?:số\s+)?\Z")
_SETTLES = re.compile(
    r"(?:[^,;:.]{0,30}\s(?:phê\s+duyệt|ban\s+hành|quy\s+định|quyết\s+định|kết\s+luận|đồng\s+ý|thống\s+nhất|thông\s+qua|"
    r"đưa\s+ra|giao|công\s+nhận)(?!\w)[^;:.]{0,80}\s(?:tại|bằng|theo)|\s+tại)\s+(?:các\s+)?(?:số\s+)?\Z"
)
_DATED_AND_SETTLED = re.compile(r"(?:phê\s+duyệt|ban\s+hành|ký|thông\s+qua)\s+(?:vào\s+)?(?:ngày\s+)?\Z")
_TO_SETTLED = re.compile(r"\s+(?:tại|bằng|theo)\s+")
_OTHERS_SAY = re.compile(
    r"[;:!?]|(?<!\w)(?:cho\s+biết|cho\s+hay|thông\s+tin\s+về|phát\s+biểu|đánh\s+giá|nêu|trước\s+đó|khẳng\s+định|công\s+bố|"
    r"tổ\s+chức|diễn\s+ra|tham\s+dự|họp|làm\s+việc|sau\s+khi|đến\s+nay|trả\s+lời|tiếp\s+nhận|nhận\s+được|kiểm\s+tra|"
    r"phát\s+hiện|xảy\s+ra)(?!\w)"
)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:“\"(–]\s*|(?<!\w)(?:vào|và|trước đó|mới đây|cho biết|cho hay|rằng|theo đó|"
    r"cụ thể|tiếp đó|sau đó)\s+)(?:(?:vào|mới|đúng)\s+)?"
    r"(?:ngày|hôm|sáng|chiều|trưa|tối|tháng)?\s*\Z"
)
_ONE_DAY_OR_MONTH = frozenset({Precision.DAY, Precision.MONTH})
_ONE_POINT = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_REACH_AFTER, _REACH_BEFORE = 60, 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a text tells of a document, up to `end`: its date, who issued it, who `settled` what it says."""

    end: int
    date: DateFound | None = None
    issuer: Issuer | None = None
    settled: Issuer | None = None


def surroundings(story: Story, start: int, end: int, before: Span, *, dated_by_year: bool) -> Surroundings:
    """What is told around the document at start..end; what lies in `before`, the document before, is that one's."""
    after = _after(story, end, dated_by_year=dated_by_year)
    if after.date and after.issuer:
        return after
    sentence = story.passage.sentence_at(start)
    low = max(sentence.start, start - _REACH_BEFORE)
    own = max(low, before.end)
    words = story.passage.folded[own:start]
    issues = _VERB_BEFORE.search(words) is not None
    date, issuer, settled = after.date, after.issuer, None
    if date is None:
        date = date_before(story, low, start, before) if issues else _date_settled(story, own, start)
    if issuer is None and issues:
        issuer = _issuer_before(story, own, start, _NAMES_AND_VERB)
    elif issuer is None and _SETTLED_BY.search(words):
        settled = _issuer_before(story, own, start, _SETTLES)
    return Surroundings(end=after.end, date=date, issuer=issuer, settled=settled)


def _after(story: Story, position: int, *, dated_by_year: bool) -> Surroundings:
    date: DateFound | None = None
    issuer: Issuer | None = None
    for _ in range(2):
        if date is None and (day := _date_at(story, position, dated_by_year=dated_by_year)):
            date, position = day, day.end
        if issuer is None and (body := _issuer_after(story, position)):
            issuer, position = body, body.end
    return Surroundings(end=position, date=date, issuer=issuer)


def _date_at(story: Story, position: int, *, dated_by_year: bool) -> DateFound | None:
    """The date that stands directly after a position, as „ngày …", „ký ngày …", „(…)" or in the head of a document."""
    for date in story.dates_in(Span(position, position + _REACH_AFTER))[:1]:
        to_date = story.passage.folded[position : date.start]
        if not date.dated or parse(date.edtf).precision not in _ONE_POINT:
            return None
        if len(date.edtf) == len("YYYY") and not dated_by_year:
            return None
        if "," in to_date and (m := _OPENS_NEXT.match(story.passage.folded, date.end)) and _is_agent(story, m.end()):
            return None
        if _TO_DATE.fullmatch(to_date) or _TO_DATE_OF_HEAD.fullmatch(to_date):
            return date
    return None


def _is_agent(story: Story, position: int) -> bool:
    """Whether a body or person is named at a position: then a new clause begins there."""
    return issuer_at(story, position) is not None or _AGENT.match(story.passage.folded, position) is not None


def _issuer_after(story: Story, position: int) -> Issuer | None:
    """The body after „của", after „do … ban hành", or directly (in capitals)."""
    folded = story.passage.folded
    if m := _OF_ISSUER.match(folded, position):
        body = issuer_at(story, m.end())
        if body and ("của" in m[0] or story.passage.text[body.start].isupper()):
            return body
    if m := _BY_ISSUER.match(folded, position):
        body = issuer_at(story, m.end())
        return body if body and _ISSUED.match(folded, body.end) else None
    return None


def date_before(story: Story, low: int, start: int, before: Span) -> DateFound | None:
    """The day or month that opens the clause in which the document is issued: „Ngày 15/9, UBND tỉnh đã ban hành …"."""
    for date in reversed(story.dates_in(Span(low, start))):
        if date.start in before or not date.dated or parse(date.edtf).precision not in _ONE_DAY_OR_MONTH:
            continue
        if _OTHERS_SAY.search(story.passage.folded[date.end : start]):
            return None
        return date if _OPENS_CLAUSE.search(story.passage.folded[low : date.start]) else None
    return None


def _date_settled(story: Story, low: int, start: int) -> DateFound | None:
    """The day in „phê duyệt ngày 3/6/2020 tại Quyết định 749"."""
    for date in reversed(story.dates_in(Span(low, start))):
        if date.dated and _TO_SETTLED.fullmatch(story.passage.folded, date.end, start):
            return date if _DATED_AND_SETTLED.search(story.passage.folded, low, date.start) else None
    return None


def _issuer_before(story: Story, low: int, start: int, between: re.Pattern[str]) -> Issuer | None:
    """The last body before the document with nothing but the given words between."""
    for issuer in reversed(tuple(issuers_in(story, Span(low, start)))):
        if between.fullmatch(story.passage.folded, issuer.end, start):
            return issuer
    return None
