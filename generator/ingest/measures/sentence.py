"""A sentence about a ranking: its marks, and the provinces and other bodies that it may be about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.ingest.found import Sense, Span
from generator.ingest.measures.mark import VALUES, Kind, Mark
from generator.ingest.story import Story

_SELF = re.compile(
    r"(?<!\w)(?<!các )(?<!cấp )(?<!những )(?<!nhiều )(?<!\d )(?<!số )(?<!tỉnh, )(?<!mỗi )(?<!một )"
    r"(?:toàn tỉnh|tỉnh ta|tỉnh nhà|tỉnh này|tỉnh(?! ủy|, thành|/thành| thành| lỵ|-thành)"
    r"|(?P<city>thành phố)(?! trực thuộc| loại)|địa phương này)(?!\w)"
)
_COMPARED = re.compile(
    r"(?:so với|đứng sau|xếp sau|sau|trên|hơn|cùng với|như|kém|vượt|vượt qua|tại|từ|cùng|do|ở|giữa)"
    r"(?: (?:tỉnh|thành phố|tp\.?|các tỉnh|địa phương))?\s*\Z"
)
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_JOIN = re.compile(r"\s*(?:,|;|và|&|cùng|,? và)?\s*(?:(?:tỉnh|thành phố|tp\.?)\s?)?\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """A province (by key), a body that is none (key None), or words like „tỉnh" for the one the part is about."""

    start: int
    end: int
    key: str | None
    own: bool = False
    city: bool = False


class Sentence:
    """The marks and subjects of characters start..end."""

    def __init__(self, story: Story, folded: str, span: Span, marks: list[Mark]) -> None:
        self.story = story
        self.span = span
        self.folded = folded
        named = [(p.start, p.end) for p in story.provinces_in(span) if p.sense is Sense.PROVINCE]
        self.marks = [
            mark for mark in marks if mark.kind is not Kind.BODY or not any(a <= mark.start < b for a, b in named)
        ]

    @cached_property
    def values(self) -> list[Mark]:
        """Ranks, tops, scores and changes, in order."""
        return [m for m in self.marks if m.kind in VALUES]

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """Where brackets open and close."""
        return [m.span() for m in _BRACKETS.finditer(self.folded, self.span.start, self.span.end)]

    def of_kind(self, *kinds: Kind) -> list[Mark]:
        """The marks of some kinds, in order."""
        return [m for m in self.marks if m.kind in kinds]

    def between(self, start: int, end: int) -> str:
        """The folded text of a gap."""
        return self.folded[start:end]

    @cached_property
    def subjects(self) -> list[Subject]:
        """Whom the sentence may be about, in order, without provinces compared with or telling where a body is."""
        bodies = [Subject(m.start, m.end, None) for m in self.of_kind(Kind.BODY)]
        provinces = []
        for found in self.story.provinces_in(self.span):
            if found.sense is Sense.TOWN:
                bodies.append(Subject(found.start, found.end, None))
            elif found.sense is Sense.PROVINCE and not self._is_compared(found.start):
                provinces.append(Subject(found.start, found.end, found.key))
        provinces = [p for p in provinces if not any(self._places(b, p) for b in bodies)]
        taken = [(p.start - 14, p.end) for p in provinces]
        own = [s for s in self._own() if not any(a <= s.start < b for a, b in taken)]
        return sorted([*bodies, *provinces, *own], key=lambda s: s.start)

    def _own(self) -> list[Subject]:
        return [
            Subject(m.start(), m.end(), None, own=True, city=bool(m["city"]) or m[0] == "địa phương này")
            for m in _SELF.finditer(self.folded, self.span.start, self.span.end)
        ]

    def _is_compared(self, start: int) -> bool:
        return bool(_COMPARED.search(self.folded, max(self.span.start, start - 30), start))

    def _places(self, body: Subject, province: Subject) -> bool:
        gap = self.between(body.end, province.start) if body.end <= province.start else None
        if gap and "," in gap and self.folded.startswith("bộ", body.start):
            return False  # a ministry is of no province: „theo báo cáo của Bộ Tài chính, tỉnh Sơn La xếp …"
        return gap is not None and len(gap) < _NAME and not _NOT_PART_OF_NAME.search(gap)

    def run_ending(self, last: Subject) -> list[Subject]:
        """The provinces of the list that ends with one: „Huế, Cần Thơ và Lạng Sơn"."""
        run = [last]
        for subject in reversed([s for s in self.subjects if s.key and s.end <= last.start]):
            if not _JOIN.match(self.between(subject.end, run[0].start)):
                break
            run.insert(0, subject)
        return run

    def run_from(self, position: int, reach: int = 18) -> list[Subject]:
        """The provinces of the list that begins at most `reach` characters after a position."""
        run: list[Subject] = []
        for subject in self.subjects:
            if subject.start < position or subject.own:
                continue
            if run and not _LIST_GAP.match(self.between(run[-1].end, subject.start)):
                break
            if not run and subject.start - position > reach:
                break
            if subject.key is None:
                break
            run.append(subject)
        return run


_NAME = 60
_NOT_PART_OF_NAME = re.compile(
    r"[;.:]|,(?! ?(?:tỉnh|thành phố|tp\.?) ?\Z)|(?<!\w)(?:đứng|xếp|đạt|là|công bố|đánh giá)(?!\w)"
)
_LIST_GAP = re.compile(
    r"\s*(?:\([^()]{0,60}\)|với [^,;]{0,30})?\s*(?:,|;|và|&|,? và)\s*(?:(?:tỉnh|thành phố|tp\.?)\s?)?\Z"
)
