"""Documents told without a number: laws named with their year, and a decision told as issued or published by somebody.

Source: corpus seen, portals and papers 2016–2026. Drafts, plans in general and „các quyết định" are no documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.documents.issuers import issuer_at, issuers_in
from generator.ingest.documents.subjects import subject_after
from generator.ingest.documents.surroundings import date_before
from generator.ingest.documents.words import KIND_OF_WORD, ONE_ISSUER
from generator.ingest.found import DocumentFound, Span
from generator.ingest.story import Story
from generator.model import Basis

_YEAR = re.compile(r"(?:19[4-9]|20[0-4])\d(?<![\w/.,-]\d{4})(?![\w/-]|[.,]\d)")
_NAMED_LAW = re.compile(
    r"(?<![^\s“\"(,;])(?P<kind>[Bb]ộ luật|[Ll]uật|[Pp]háp lệnh)\s"
    r"(?P<name>(?!Việt|Hà|TP|TNHH)[A-ZĐ]\w*(?:,?\s(?!năm\s|[A-ZĐ]\w*\s[A-ZĐ])[\w-]+){1,9})"
    r"(?:\s\(sửa đổi(?:, bổ sung)?\))?\s*,?\s*(?:năm\s)?\Z"
)
_NO_NAME = re.compile(
    r"\s(?:có|được|từ|đã|sẽ|trong|đến|tại|theo|vào|thông qua|hiệu lực|cho|của|khi|nhằm|kỳ họp|này|là|ngày|tháng|"
    r"quy định)\s|\s(?:có|từ|của|cho)\Z"
)
_SCHOOL = re.compile(r"(?:đại học|trường|khoa|viện|ngành|công ty|cử nhân|thạc sĩ|tiến sĩ|đh|khóa)\s\Z")
_DECISION = re.compile(
    r"(?:quyết\s+định|nghị\s+quyết|chỉ\s+thị)(?=\s+(?:của|về|phê\s+duyệt|lấy|chọn|thành\s+lập|ban\s+hành)\s)"
)
_PUBLISHED = re.compile(
    r"(?<!\w)(?:công\s+bố|trao|đã\s+ký|đã\s+ban\s+hành|vừa\s+ban\s+hành|ký\s+ban\s+hành|vừa\s+ký|đã\s+có|(?:đã|vừa)\s+thông\s+qua)\s+\Z"
)
_TO_ISSUER = re.compile(r"\s+của\s+")
_TO_VERB = re.compile(r"[^,;.:!?]{0,45}\s(?:đã|vừa)\s+(?:ký\s+)?(?:ban\s+hành|ký|có|thông\s+qua)\s+\Z")
_SAYS_WHAT = re.compile(r"\s+(?:về|phê\s+duyệt|lấy|chọn|thành\s+lập|ban\s+hành|công\s+nhận|giao|quy\s+định)\s")
_LAW_REACH = 90


def find_unnumbered(story: Story) -> Iterator[DocumentFound]:
    """Laws named with their year, and single decisions whose issuer the text names."""
    yield from _laws(story)
    folded = story.passage.folded
    for m in _DECISION.finditer(folded):
        if _PUBLISHED.search(folded, max(0, m.start() - 24), m.start()) and (found := _decision(story, m)):
            yield found


def _laws(story: Story) -> Iterator[DocumentFound]:
    text = story.passage.text
    if "uật " not in text and "áp lệnh " not in text:
        return
    for year in _YEAR.finditer(text):
        low = max(0, year.start() - _LAW_REACH)
        m = _NAMED_LAW.search(text[low : year.start()])
        if m is None or _NO_NAME.search(m["name"]) or _SCHOOL.search(text[low : low + m.start()].lower()):
            continue
        kind = KIND_OF_WORD[m["kind"].lower()]
        assert kind is not None
        yield DocumentFound(
            start=low + m.start(),
            end=year.end(),
            kind=kind,
            date=year[0],
            issuer=ONE_ISSUER[kind],
            subject=m["name"][0].lower() + m["name"][1:],
        )


def _decision(story: Story, m: re.Match[str]) -> DocumentFound | None:
    """A decision (not numbered) with the issuer named after „của", or before the verb that issues it."""
    folded = story.passage.folded
    to_issuer = _TO_ISSUER.match(folded, m.end())
    issuer = issuer_at(story, to_issuer.end()) if to_issuer else None
    end = issuer.end if issuer else m.end()
    sentence = story.passage.sentence_at(m.start())
    if issuer is None:
        before = list(issuers_in(story, Span(max(sentence.start, m.start() - 90), m.start())))
        if before and _TO_VERB.fullmatch(folded, before[-1].end, m.start()):
            issuer = before[-1]
    if issuer is None or not _SAYS_WHAT.match(folded, end):
        return None
    date = date_before(story, sentence.start, m.start(), Span(0, 0))
    reasons = []
    if date and date.anchored:
        reasons.append("ngày ban hành chỉ ghi một phần, phần còn lại suy ra từ ngữ cảnh")
    if issuer.inferred:
        reasons.append(f"cơ quan ban hành hiểu là {issuer.name}, nơi phần bài này nói tới")
    return DocumentFound(
        start=m.start(),
        end=end,
        basis=Basis.INFERRED if reasons else Basis.STATED,
        reason="; ".join(reasons) or None,
        date=date.edtf if date else None,
        date_inferred=bool(date and date.anchored),
        kind=KIND_OF_WORD[" ".join(m[0].split())] or "Quyết định",
        issuer=issuer.name,
        province=issuer.province,
        subject=subject_after(story.passage, end),
    )
