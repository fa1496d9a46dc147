"""Whether a sentence tells a date as past or as still to come, or only names a day („chọn ngày 10/10 là Ngày …").

Corpus seen: provincial portals and newspapers, 2020–2026.
"""

from __future__ import annotations

import re

from generator.ingest.dates.expressions import WrittenDate
from generator.ingest.passage import Passage
from generator.ingest.word_starts import word_starts

_COMING = (
    *("sẽ", "dự kiến", "sắp", "tới đây", "phấn đấu", "chậm nhất", "muộn nhất", "hạn chót", "hạn cuối", "thời hạn"),
    *("chuẩn bị", r"trước(?=\s+(?:ngày|tháng|quý|[0-9]))", r"(?<!\A)đến hết"),
)
_PAST = ("đã", "vừa", "mới đây", "tính đến", "hôm qua")
_CUES = re.compile(word_starts(rf"{cue}(?!\w)" for cue in (*_COMING, *_PAST)))
_REACH = 150
_LIMIT_BEFORE = re.compile(r"(?:(?<!tính )(?:đến|tới)|trước|hết|hạn|từ|muộn nhất)\s+(?:hết\s+)?(?:ngày\s+)?\Z")
_NAMED_BEFORE = re.compile(r"(?<!\w)(?:chọn|lấy|là|nhân|mừng|hưởng ứng|kỷ niệm|lễ)\s+(?:ngày\s+)?\Z")
_NAME_BEFORE = re.compile(
    r"\bNgày(?:\s[^\W\d_]{1,12}){2,9}(?<!\sngày)(?<!\svào)(?<!\stừ)(?<!\sđến)(?<!\ssáng)(?<!\schiều)(?<!\stối)\s*\(?\Z"
)
_NAMED_AFTER = re.compile(
    r"\)?\s*(?:hằng năm\s+|hàng năm\s+)?(?:được\s+[\w ]{0,30})?(?:là|làm)\s+(?:[\w ]{0,20}\s)?ngày(?!\w)"
)


def leaning(passage: Passage, date: WrittenDate) -> int:
    """−1 where the nearest words of the sentence tell the date as past, 1 as to come, 0 where they are silent."""
    if date.leans:
        return date.leans
    sentence = passage.sentence_at(date.start)
    begin, end = max(sentence.start, date.start - _REACH), min(sentence.end, date.end + _REACH)
    return _leaning(passage.folded[begin:end], date.start - begin, date.end - begin)


def _leaning(sentence: str, start: int, end: int) -> int:
    best, lean = _REACH, 0
    for m in _CUES.finditer(sentence):
        distance = start - m.end() if m.end() <= start else m.start() - end
        if 0 <= distance < best:
            best, lean = distance, -1 if m[0] in _PAST else 1
    return lean


def names_a_day(passage: Passage, date: WrittenDate) -> bool:
    """Whether the date stands in the name of a day („Ngày Chuyển đổi số quốc gia 10/10", „lấy ngày 10/10 làm …")."""
    begin = max(0, date.start - 90)
    return bool(
        _NAMED_BEFORE.search(passage.folded[begin : date.start])
        or _NAME_BEFORE.search(passage.text[begin : date.start])
        or _NAMED_AFTER.match(passage.folded, date.end)
    )


def is_limit(passage: Passage, date: WrittenDate) -> bool:
    """Whether the date is where something starts or ends („từ ngày", „trước ngày") and not when it happened."""
    return bool(_LIMIT_BEFORE.search(passage.folded[max(0, date.start - 24) : date.start]))
