"""What a sentence may take from those before it in its part of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass

from generator.ingest.found import Part, Span
from generator.ingest.measures.claim import Claim
from generator.ingest.measures.mark import Kind
from generator.ingest.measures.sentence import Sentence, Subject
from generator.ingest.story import Story

_REACH = 3


def home_province(story: Story, position: int) -> str | None:
    """The province that „tỉnh" means at a position: that of the part, else the article's only one."""
    province = story.part_at(position).province
    if province is None and len(story.parts) == 1 and len(story.subjects) == 1:
        return story.subjects[0]
    return province


@dataclass(frozen=True, slots=True)
class Years:
    """The years of rankings that an article tells: where, and all those that stand beside the name of an index."""

    at: list[tuple[int, int]]
    told: frozenset[int]


class Context:
    """The index, year and subject that hold until others are named; an index fades after three paragraphs."""

    def __init__(self, story: Story, part: Part, years: Years) -> None:
        self.province = home_province(story, part.start)
        self.index: str | None = None
        self.named: str | None = None
        self.here: str | None = None
        self.fresh = False
        self.subject: Subject | None = None
        self.general: str | None = None
        self.last_rank: Claim | None = None
        self._names = story.lexicon.measures
        self._years = years.at[bisect_left(years.at, (part.start, 0)) : bisect_left(years.at, (part.end, 0))]
        self._told = years.told
        self._paragraph: Span | None = None
        self._since_index = 0

    def enter(self, paragraph: Span) -> None:
        """Begins a paragraph, if it is a new one: its subject is not known yet."""
        if self._paragraph is not None and paragraph.start == self._paragraph.start:
            return
        self._paragraph = paragraph
        self.subject = None
        self.general = None
        self.last_rank = None
        self.fresh = False
        self._since_index += 1
        if self._since_index > _REACH:
            self.index = None

    def year_at(self, position: int) -> tuple[int | None, bool]:
        """The year told last before a position, or the only one told at all; and whether another paragraph tells it."""
        number = bisect_right(self._years, (position, 9999))
        if number:
            at, year = self._years[number - 1]
        elif self._years and self._told | {year for _, year in self._years} == {self._years[0][1]}:
            at, year = self._years[0]
        else:
            return None, False
        return year, self._paragraph is None or not self._paragraph.start <= at < self._paragraph.end

    def take(self, index: str) -> None:
        """Holds the index of a value for the values after it in its sentence."""
        self.here = self._of_provinces(index)

    def _of_provinces(self, index: str) -> str | None:
        """The index that a province's own values are of, where the mean of all provinces is told."""
        return self._names.main if index == self._names.mean else index

    def leave(self, sentence: Sentence, claims: list[Claim]) -> None:
        """Remembers what a sentence named and claimed."""
        self.here = None
        for mark in sentence.of_kind(Kind.INDEX, Kind.OTHER_INDEX):
            if not mark.weak:
                self._name(mark.key)
        told = {m.number for m in sentence.of_kind(Kind.YEAR) if not m.compared}
        for claim in claims:
            self._name(self.index or self._of_provinces(claim.index))
        latest = [int(c.year) for c in claims if c.year and c.year in told and c.inferred is None]
        if latest:
            insort(self._years, (claims[-1].value.start, max(latest)))
        named = [s for s in sentence.subjects if not s.own]
        if named:
            own_after = any(s.own and s.start > named[-1].start for s in sentence.subjects)
            self.subject = None if own_after and not named[-1].key else named[-1]
        means = [c.index for c in claims if c.index == self._names.mean]
        own = [c for c in claims if c.provinces != (None,)]
        self.general = None if own or (named and not means) else means[-1] if means else self.general
        ranks = [c for c in claims if c.value.kind is Kind.RANK and c.measures == (self._names.overall(c.index),)]
        self.last_rank = ranks[-1] if len(ranks) == 1 else None

    def _name(self, index: str | None) -> None:
        self.index = index
        self.named = index or self.named
        self.fresh = index is not None
        self._since_index = 0
