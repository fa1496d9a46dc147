"""The year that a value is told for, and the ranking table it is of."""

from __future__ import annotations

import re

from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.sentence import Sentence

_OWN_YEAR = re.compile(
    r"\)?\s*(?:(?:tỉnh|địa phương)(?:,? thành(?: phố)?)? ?(?:(?:trong |của |trên )?(?:cả nước|toàn quốc) ?)?)?"
    r"(?:\(|vào |trong |của |ở |hồi |cả nước |toàn quốc ){0,2}"
    r"(?:về [^.,;()\d]{0,50}?(?:chuyển đổi số|cđs|dti)\)?(?: cấp tỉnh)? )?(?:trong )?năm (20[12]\d)(?!\w|\s?[-–]\s?20)"
)
_RANKING_YEAR = re.compile(
    r"(?:trong|của|vào|kỳ|đánh giá|xếp hạng|kết quả|công bố|đợt|báo cáo|chỉ số|ghi nhận)(?: (?:của|cho|trong))?\s\Z"
)
_OF_COMPARED = re.compile(r"\s*(?:\(|là |đạt |xếp |đứng |chỉ ){1,3}(?!từ )[^,;()]{0,20}\Z")
_BREAK = re.compile(r"[.;]")
_YEAR_JOIN = re.compile(r"\s*(?:,|;|và|,? và)\s*(?:năm )?")
_ALL = re.compile(r"(?<!\w)(?:đều|cùng)(?!\w)")
_NEAR, _SEVERAL = 60, 2
_IN_ALL = re.compile(r"(?<!\w)(63|34) (?:tỉnh|địa phương|đơn vị cấp tỉnh)")
_SIZE_AFTER = re.compile(r" (?:trong|trên|của) [^.;,()\d]{0,40}(63|34) (?:tỉnh|địa phương)")
_MERGER = r"(?: khi)? (?:sáp nhập|sắp xếp|hợp nhất)"
_BEFORE_MERGER = re.compile(rf"(?:trước|chưa){_MERGER}|(?:tỉnh|thành|thành phố|địa phương) cũ(?!\w)")
_AFTER_MERGER = re.compile(rf"sau{_MERGER}")


def year_of(sentence: Sentence, value: Mark) -> int | None:
    """The year that a value is told for in its sentence; a year it is compared with is another's."""
    if value.year is not None:
        return value.year
    own = _OWN_YEAR.match(sentence.folded, value.end, sentence.span.end)
    if own and value.kind is not Kind.CHANGE and not _stands_aside(sentence, own.start(1), value):
        return int(own[1])
    before = [
        m for m in sentence.of_kind(Kind.YEAR) if m.end <= value.start and not _stands_aside(sentence, m.start, value)
    ]
    compared = bool(before) and before[-1].compared and value.kind is not Kind.CHANGE
    if compared and _OF_COMPARED.match(sentence.between(before[-1].end, value.start)):
        return int(before[-1].number)
    stated = [m for m in before if not m.compared]
    return int(stated[-1].number) if stated else strong_year(sentence) or _only_year(sentence)


def _only_year(sentence: Sentence) -> int | None:
    """The year of a ranking that a sentence tells last: „dẫn đầu với 0,8 điểm trong kỳ đánh giá năm 2022"."""
    years = sentence.of_kind(Kind.YEAR)
    if len(years) != 1 or years[0].compared:
        return None
    start = years[0].start - len("năm ")
    told = _RANKING_YEAR.search(sentence.folded, max(sentence.span.start, start - 40), start)
    return int(years[0].number) if told else None


def _stands_aside(sentence: Sentence, year: int, mark: Mark) -> bool:
    """Whether a year stands in brackets with a value of its own, apart from a mark: „hạng 40 (năm 2021: 35)"."""
    return any(
        start < year < end and not start < mark.start < end and _value_in(sentence, start, end)
        for start, end in sentence.brackets
    )


def has_own_year(sentence: Sentence, value: Mark) -> bool:
    """Whether a year stands right after a value: „thứ 2 năm 2021"."""
    return _OWN_YEAR.match(sentence.folded, value.end, sentence.span.end) is not None


def shared_years(sentence: Sentence, value: Mark) -> list[int]:
    """The years of a list that share a value: „các năm 2020, 2021 đều xếp thứ 10"."""
    run: list[Mark] = []
    for mark in reversed([m for m in sentence.of_kind(Kind.YEAR) if m.end <= value.start]):
        if run and not _YEAR_JOIN.fullmatch(sentence.between(mark.end, run[0].start)):
            break
        run.insert(0, mark)
    if len(run) < _SEVERAL or _value_in(sentence, run[-1].end, value.start):
        return []
    return [int(m.number) for m in run] if _ALL.search(sentence.folded, run[-1].end, value.end) else []


def strong_year(sentence: Sentence) -> int | None:
    """The year that stands nearest to the name of an index: „DTI năm 2021", „xếp hạng chuyển đổi số năm 2022"."""
    years = [m for m in sentence.of_kind(Kind.YEAR) if not m.compared]
    near: list[tuple[int, int]] = []
    for index in sentence.of_kind(Kind.INDEX) if years else []:
        for year in years:
            after = year.start >= index.start
            start, end = (index.end, year.start) if after else (year.end, index.start)
            length = max(0, end - start)
            if (
                not _stands_aside(sentence, year.start, index)
                and length <= _NEAR
                and not _BREAK.search(sentence.folded, start, end)
                and not _value_in(sentence, start, end)
            ):
                near.append((length if after else length + _NEAR, int(year.number)))
    return min(near)[1] if near else None


def _value_in(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= v.start < end for v in sentence.values)


def table_size(sentence: Sentence, value: Mark) -> int | None:
    """How many provinces are told to be in the ranking."""
    if value.of is not None:
        return value.of
    told = [
        int(m[1])
        for m in _IN_ALL.finditer(sentence.folded, sentence.span.start, value.start)
        if not any(v.start <= m.start() < v.end for v in sentence.values)
    ]
    after = _SIZE_AFTER.match(sentence.folded, value.end, sentence.span.end)
    return told[-1] if told else int(after[1]) if after else None


def merged_table(sentence: Sentence, value: Mark) -> bool | None:
    """Whether a value is told of the provinces after (True) or before (False) the merger."""
    if _BEFORE_MERGER.search(sentence.folded, sentence.span.start, value.start):
        return False
    return True if _AFTER_MERGER.search(sentence.folded, sentence.span.start, value.start) else None
