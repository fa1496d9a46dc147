"""The day on which an index was announced: after the year that it measures.

„DTI năm 2022 được Bộ công bố hôm 12/7" is 12/7/2023. The index of a year is announced in the year after; DTI, which the
ministry announced 7 to 14 months after the year (DTI 2021: 8/8/2022, DTI 2022: 12/7/2023, DTI 2023: 6/2/2025), in the
first half of a year only of the year after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.ingest.dates.expressions import WrittenDate
from generator.ingest.once import once
from generator.ingest.passage import Passage

_DTI = r"dti|(?:chỉ số|xếp hạng|đánh giá|mức độ)(?:\s+\w+){0,4}\s+chuyển đổi số"
_INDEX = re.compile(
    rf"(?<!\w)(?:(?P<late>{_DTI})|pci|papi|sipas|par[ -]?index|ict[ -]?index|năng lực cạnh tranh cấp tỉnh"
    r"|chỉ số cải cách hành chính|chỉ số hài lòng)(?!\w)"
    r"(?:[^\n.;,0-9]{0,50}?\s)?\(?(?:năm\s+)?(?P<year>20[0-9]{2})(?![0-9/-])"
)
_JUST_BEFORE = re.compile(r"(?<!sẽ )công bố\s+(?:(?:vào|hôm|ngày|sáng|chiều|tối|nay|qua|ở|lúc)[\s,(]+){0,4}\Z")
_JUST_AFTER = re.compile(r"\)?,?\s[^\n.;0-9]{0,90}?(?<!sẽ )công bố(?!\w)")
_REACH = 220
_FIRST_MONTH_OF_DTI = 6
_NEAR = timedelta(days=240)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A day on which an index was announced, and how its year is told."""

    on: date
    reason: str


class Announcements:
    """The days of a text on which indices were announced."""

    def __init__(self, passage: Passage, written: Iterable[WrittenDate]) -> None:
        self._passage = passage
        self._written = written

    def of(self, written: WrittenDate) -> Announcement | None:
        """The announcement told for a day without its year; None where it is none."""
        month, day = written.first.month, written.first.day
        if not written.is_day or month is None or day is None:
            return None
        index = self._index(written)
        if index is None:
            return None
        late = bool(index["late"]) and month < _FIRST_MONTH_OF_DTI
        year = int(index["year"]) + (2 if late else 1)
        words = " ".join(self._passage.text[index.start() : index.end()].split())
        reason = f"Năm {year} suy từ ngày công bố „{words}”, sau năm đánh giá."
        return Announcement(date(year, month, 1) + timedelta(days=day - 1), reason)

    @once
    def first(self) -> Announcement | None:
        """The first of the text."""
        if "công bố" not in self._passage.folded:
            return None
        return next((a for w in self._written if not w.year_written and (a := self.of(w))), None)

    def _index(self, written: WrittenDate) -> re.Match[str] | None:
        folded, sentence = self._passage.folded, self._passage.sentence_at(written.start)
        low, high = max(sentence.start, written.start - _REACH), min(sentence.end, written.end + _REACH)
        if _JUST_BEFORE.search(folded, max(low, written.start - 40), written.start):
            before = list(_INDEX.finditer(folded, low, written.start))
            return before[-1] if before else _INDEX.search(folded, written.end, high)
        if m := _JUST_AFTER.match(folded, written.end, high):
            return _INDEX.search(folded, m.end(), high)
        return None
