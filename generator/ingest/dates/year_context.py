"""The years a text tells of, as context for days written without one („8/8").

What governs: an explicit day, month or quarter, and „Năm 2022, …", „trong năm 2022". What does not: a target („đến năm
2025"), a comparison („so với năm 2020"), the year of an index („DTI năm 2021"), the day of a document or of an act of
the state („Ngày 22/4/2022, Thủ tướng …"), a birthday, a span of years: these only say that the text was not written
before.
Corpus seen: provincial portals and newspapers, 2020–2026.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.edtf import Edtf
from generator.ingest.dates.expressions import Form, Point, WrittenDate
from generator.ingest.dates.tense import leaning
from generator.ingest.dates.values import middle, written_value
from generator.ingest.found import Span
from generator.ingest.once import once
from generator.ingest.passage import Passage

_TARGET = re.compile(r"(?:đến|tới|trước|hết|tầm nhìn|định hướng|mục tiêu|giai đoạn|phấn đấu)\s+(?:cuối\s+|hết\s+)?\Z")
_COMPARED = re.compile(r"(?:so với|cùng kỳ|hơn)\s+(?:của\s+|cùng kỳ\s+)?(?:cả\s+)?\Z")
_INDEX = re.compile(
    r"(?:dti|pci|papi|sipas|par[ -]?index|chỉ số[^.;,]{0,40}|xếp hạng[^.;,]{0,40}|đánh giá[^.;,]{0,50}"
    r"|báo cáo[^.;,]{0,40}|kết quả[^.;,]{0,40}|tổng kết[^.;,]{0,40})"
    r"\s*\(?\s*(?:năm\s+[0-9]{4}(?:,|\s+và)\s+){0,3}\Z"
)
_DOCUMENT = re.compile(
    r"(?<!\w)(?:luật|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kế hoạch|công văn|thông báo|kết luận"
    r"|tờ trình|văn bản)(?:\s+số)?\s*[0-9][^.;,]{0,60}(?:ngày|ngày ký:?)\s+\Z"
)
_STATE_ACT = re.compile(
    r",?\s+(?:phó )?(?:thủ tướng|chính phủ|quốc hội|bộ chính trị|ban bí thư|ban chấp hành trung ương)"
)
_ADVERB = re.compile(r"(?:\A|[.!?…:;*–“\"\n-]\s*|(?<!\w)(?:trong|vào|từ|ngay từ|kể từ|riêng|của)\s+(?:cả\s+)?)\Z")
_BORN = re.compile(r"(?<!\w)sinh\s+(?:vào\s+|ngày\s+|năm\s+|:\s*)*\Z")
_NEAR = timedelta(days=240)
_A_YEAR = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Evidence:
    """An explicit date of the text: how much it says about when the text plays, and whether it governs what follows."""

    span: Span
    value: Edtf
    weight: int
    governs: bool

    def year_for(self, month: int, day: int) -> int:
        """The year in which a day lies near this date: its own, or across the turn of the year the next one."""
        around = middle(self.value)
        assert around is not None
        if self.value.month is None and len(self.value.text) == len("YYYY"):
            return self.value.year
        if abs(_day(around.year, month, day) - around) <= _NEAR:
            return around.year
        return min((around.year - 1, around.year + 1), key=lambda y: abs(_day(y, month, day) - around))


class YearContext:
    """What a text's explicit dates say about the dates that name no year."""

    def __init__(self, passage: Passage, written: Iterable[WrittenDate]) -> None:
        self._passage = passage
        self._written = [w for w in written if w.year_written and not w.relative]

    @once
    def _evidence(self) -> list[Evidence]:
        return [e for w in self._written if (e := _evidence(self._passage, w))]

    @once
    def _governing(self) -> list[Evidence]:
        return [e for e in self._evidence if e.governs]

    @once
    def _written_starts(self) -> list[int]:
        return [w.start for w in self._written]

    @once
    def _starts(self) -> list[int]:
        return [e.span.start for e in self._governing]

    def sentence(self, at: Span) -> Evidence | None:
        """The date that governs a place in its sentence: the nearest before it."""
        return self._before(at, self._passage.sentence_at(at.start))

    def paragraph(self, at: Span) -> Evidence | None:
        """The date that governs a place in its paragraph: the nearest before it."""
        return self._before(at, self._passage.paragraph_at(at.start))

    def _before(self, at: Span, within: Span) -> Evidence | None:
        number = bisect_left(self._starts, at.start) - 1
        return self._governing[number] if number >= 0 and self._starts[number] >= within.start else None

    def named_before(self, at: Span, since: int) -> tuple[Span, int] | None:
        """The expression nearest before a place, not before `since`, that names its year, and the year of its end."""
        number = bisect_left(self._written_starts, at.start) - 1
        last = self._written[number] if number >= 0 else None
        year = last.points[-1].year if last and last.start >= since and last.form is not Form.SINCE else None
        return (last.span, year) if last and year is not None else None

    def year_going_on(self, at: Span, told: Evidence, month: int, day: int) -> int:
        """The year told, or the one that goes on from the day or month of that year named before a place."""
        number = bisect_left(self._starts, at.start) - 1
        before = self._governing[number] if number >= 0 else None
        if before is None or before.value.year != told.value.year or before.value.month is None:
            return told.value.year
        return max(told.value.year, before.year_for(month, day))

    @once
    def told(self) -> Evidence | None:
        """The strongest evidence of the year the text was told in; None where its dates leave that open.

        That is the latest year that is told of more than in passing, and no earlier than any the text knows.
        """
        votes = Counter[int]()
        for e in self._evidence:
            votes[e.value.year] += e.weight
        weighed = {year: weight for year, weight in votes.items() if weight}
        if not weighed:
            return None
        most, latest = max(weighed, key=lambda y: (weighed[y], y)), max(weighed)
        year = latest if weighed[latest] >= 2 or 2 * weighed[latest] >= weighed[most] else most
        if year < max(votes):
            return None
        return max((e for e in self._evidence if e.value.year == year), key=lambda e: e.weight)


def _evidence(passage: Passage, written: WrittenDate) -> Evidence | None:
    if written.form is Form.SINCE:
        written = replace(written, form=Form.POINT, first=_start_told(written.first))
    value = written_value(written)
    if value is None or value.earliest is None or value.latest is None or _is_anniversary(written):
        return None
    folded, start = passage.folded, written.start
    before = folded[max(0, start - 110) : start]
    only_year = written.first.month is None
    if only_year and (written.form is Form.DURATION or _TARGET.search(before)):
        return None
    if only_year and leaning(passage, written) > 0:
        return None
    if value.latest - value.earliest > _A_YEAR or ("sinh" in before and _BORN.search(before)):
        return Evidence(written.span, value, 0, False)
    looks_back = only_year and (_COMPARED.search(before) or _INDEX.search(before))
    if looks_back or (written.is_day and _STATE_ACT.match(folded, written.end)) or _is_of_document(before):
        return Evidence(written.span, value, 0, False)
    governs = not only_year or bool(_ADVERB.search(before)) or folded[written.end : written.end + 1] == ","
    return Evidence(written.span, value, 2 if governs else 1, governs)


def _is_of_document(before: str) -> bool:
    """Whether the words before a day make it a document's: „Quyết định số 749/QĐ-TTg ngày"."""
    return before.rstrip().endswith(("ngày", "ký", "ký:")) and _DOCUMENT.search(before) is not None


def _is_anniversary(written: WrittenDate) -> bool:
    """Whether it is a day and the same day of a later year („20/10/1930 - 20/10/2022"), perhaps still ahead."""
    first, last = written.first, written.last
    return last is not None and first.day is not None and (first.month, first.day) == (last.month, last.day)


def _start_told(first: Point) -> Point:
    """Since the start of a year: of that year."""
    return Point(first.year) if (first.month, first.day) == (1, 1) else first


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, 1) + timedelta(days=day - 1)
