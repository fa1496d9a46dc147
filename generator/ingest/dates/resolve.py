"""Date expressions → EDTF, relative to the article's date and to one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from generator.edtf import YEARS, day_vi, parse
from generator.ingest.dates.announced import Announcements
from generator.ingest.dates.expressions import Unit, WrittenDate
from generator.ingest.dates.telling import day_of, day_within, nearest_year, telling
from generator.ingest.dates.tense import leaning, names_a_day
from generator.ingest.dates.values import edtf_text, in_year
from generator.ingest.dates.year_context import Evidence, YearContext
from generator.ingest.found import DateFound, Published, Span
from generator.ingest.passage import Passage
from generator.model import Basis

_RECENT = timedelta(days=45)


def resolve_dates(
    written: tuple[WrittenDate, ...], published: Published | None, passage: Passage
) -> tuple[DateFound, ...]:
    """Every date expression as EDTF, in order; a relative one („hôm nay") only where its anchor is known."""
    calendar = Calendar(passage, written, published)
    return tuple(found for date_ in written if (found := calendar.place(date_)))


class Calendar:
    """Places the expressions of one text in their years."""

    def __init__(self, passage: Passage, written: tuple[WrittenDate, ...], published: Published | None) -> None:
        self._passage = passage
        self._context = YearContext(passage, written)
        self._announcements = Announcements(passage, written)
        self._published = published
        self._telling = telling(published)
        self._month_of = _months_nearby(passage, written)

    def place(self, written: WrittenDate) -> DateFound | None:
        """The expression as EDTF with the reason of what it does not say itself; None where it has no anchor."""
        if written.relative and not (written.relative.unit is Unit.DAY and written.first.day):
            return self._relative(written)
        if written.year_written:
            return _found(written, edtf_text(written.form, written.first, written.last))
        if written.recurs:
            return _recurring(written)
        if written.first.month is None:
            month = self._month_nearby(written)
            if month is None:
                return _found(written, edtf_text(written.form, written.first, written.last))
            last = written.last and replace(written.last, month=month)
            written = replace(written, first=replace(written.first, month=month), last=last)
        year, reason = self.year_of(written)
        return _in_year(written, year, reason)

    def year_of(self, written: WrittenDate) -> tuple[int | None, str | None]:
        """The year of a day or month that names none, and the reason; None where nothing tells it."""
        month, day = day_within(written)
        lean = 0 if names_a_day(self._passage, written) else leaning(self._passage, written)
        told = self._telling
        published = told.year_of(written, lean) if told else None
        if published and written.relative:
            return published, self._reason_of_publication(written, published)
        near = told and published and abs(day_of(published, month, day) - told.on) <= _RECENT
        if evidence := self._context.sentence(written.span):
            year = evidence.year_for(month, day)
            if not (told and lean < 0 and day_of(year, month, day) > told.on):
                return year, self._reason(year, evidence, "trong cùng câu")
        announced = None if near else self._announcements.of(written)
        if announced and not (told and announced.on > told.latest):
            return announced.on.year, announced.reason
        if not near and (evidence := self._context.paragraph(written.span)) and not (published and lean > 0):
            year = evidence.year_for(month, day)
            return year, self._reason(year, evidence, "trong cùng đoạn")
        if published:
            return published, self._reason_of_publication(written, published)
        if evidence := self._context.told:
            year = self._context.year_going_on(written.span, evidence, month, day)
            return year, self._reason(year, evidence, "trong bài")
        if announced := self._announcements.first:
            return nearest_year(month, day, announced.on), announced.reason
        return None, None

    def _reason(self, year: int, evidence: Evidence, where: str) -> str:
        words = " ".join(self._passage[evidence.span].split())
        return f"Năm {year} suy từ „{words}” {where}."

    def _reason_of_publication(self, written: WrittenDate, year: int) -> str | None:
        if self._published and self._published.inferred and self._published.found == written.span:
            return self._published.reason
        return f"Năm {year} suy từ ngày đăng {self._day_told()}."

    def _day_told(self) -> str:
        return day_vi(self._telling.on) if self._telling else ""

    def _month_nearby(self, written: WrittenDate) -> int | None:
        if month := self._month_of.get(written.start):
            return month
        if self._telling is None or written.first.day is None:
            return None
        return self._telling.month_of(written.first.day, leaning(self._passage, written))

    def _relative(self, written: WrittenDate) -> DateFound | None:
        assert written.relative is not None
        unit, count = written.relative.unit, written.relative.count
        if unit in (Unit.YEAR, Unit.TOLD_YEAR):
            year, reason = self._this_year() if unit is Unit.YEAR else self._year_named(written)
            if year is None and unit is Unit.TOLD_YEAR and written.first.month:
                return _in_year(written, None, None)
            return _in_year(written, year + count, reason) if year and year + count in YEARS else None
        counted = self._telling.counted(written) if self._telling else None
        if counted is None:
            return None
        return _found(written, edtf_text(*counted), anchored=True, reason=f"Tính từ ngày đăng {self._day_told()}.")

    def _this_year(self) -> tuple[int | None, str | None]:
        """The year that the text calls this one."""
        if self._telling:
            return self._telling.on.year, f"Tính từ ngày đăng {self._day_told()}."
        if evidence := self._context.told:
            return evidence.value.year, self._reason(evidence.value.year, evidence, "trong bài")
        if self._published and (earliest := parse(self._published.edtf).earliest):
            return earliest.year, f"Tính từ ngày sớm nhất mà bài có thể đăng, {day_vi(earliest)}."
        if announced := self._announcements.first:
            return announced.on.year, announced.reason
        return None, None

    def _year_named(self, written: WrittenDate) -> tuple[int | None, str | None]:
        """The year named last before „cùng năm", or in the sentence before „cùng kỳ năm trước"."""
        within = self._passage.sentence_at(written.start).start if written.first.month is None else 0
        evidence = self._context.named_before(written.span, within)
        if evidence is None:
            return None, None
        span, year = evidence
        return year, f"Năm suy từ „{' '.join(self._passage[span].split())}” đứng trước."


def _months_nearby(passage: Passage, written: tuple[WrittenDate, ...]) -> dict[int, int]:
    """For each day written without its month the month of the day or month before it in its paragraph."""
    months: dict[int, int] = {}
    last: tuple[Span, int] | None = None
    for w in written:
        paragraph = passage.paragraph_at(w.start)
        point = w.last or w.first
        if w.first.day is not None and w.first.month is None:
            if last and last[0] == paragraph:
                months[w.start] = last[1]
        elif point.month is not None and point.month <= 12 and not w.recurs:
            last = paragraph, point.month
    return months


def _in_year(written: WrittenDate, year: int | None, reason: str | None) -> DateFound | None:
    first, last = in_year(written, year)
    return _found(written, edtf_text(written.form, first, last), anchored=year is not None, reason=reason)


def _found(
    written: WrittenDate, text: str | None, anchored: bool = False, reason: str | None = None
) -> DateFound | None:
    if text is None:
        return None
    basis = Basis.INFERRED if anchored else Basis.STATED
    return DateFound(start=written.start, end=written.end, edtf=text, anchored=anchored, basis=basis, reason=reason)


def _recurring(written: WrittenDate) -> DateFound | None:
    if written.is_day:
        return _found(written, f"--{written.first.month:02}-{written.first.day:02}")
    return _found(written, edtf_text(written.form, written.first, written.last))
