"""The article as far as it is read when facts are looked for: its passage, its dates and its provinces by part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.edtf import Edtf, parse
from generator.ingest.found import DateFound, Found, Header, Part, ProvinceFound, Span
from generator.ingest.lexicon import Lexicon
from generator.ingest.once import once
from generator.ingest.passage import Passage

_F = TypeVar("_F", bound=Found)


@dataclass(frozen=True)
class Story:
    """What every rule for facts may look at. Dates and provinces stand in the order of the text."""

    passage: Passage
    header: Header
    dates: tuple[DateFound, ...]
    provinces: tuple[ProvinceFound, ...]
    parts: tuple[Part, ...]
    subjects: tuple[str, ...]
    mentions: tuple[str, ...]
    lexicon: Lexicon

    @property
    def published(self) -> Edtf | None:
        """When the article was published, stated or inferred."""
        return parse(self.header.published.edtf) if self.header.published else None

    @property
    def published_on(self) -> date | None:
        """The first day on which it may have been published; where none is known, the last."""
        return (self.published.earliest or self.published.latest) if self.published else None

    @once
    def _date_starts(self) -> list[int]:
        return [d.start for d in self.dates]

    @once
    def _province_starts(self) -> list[int]:
        return [p.start for p in self.provinces]

    @once
    def _part_starts(self) -> list[int]:
        return [p.start for p in self.parts]

    def dates_in(self, span: Span) -> Sequence[DateFound]:
        """The dates that start within a span."""
        return _within(self.dates, self._date_starts, span)

    def provinces_in(self, span: Span) -> Sequence[ProvinceFound]:
        """The names of provinces that start within a span, those with another sense too."""
        return _within(self.provinces, self._province_starts, span)

    def part_at(self, position: int) -> Part:
        """The part of the article a position lies in."""
        return self.parts[max(0, bisect_right(self._part_starts, position) - 1)]

    def province_at(self, position: int) -> str | None:
        """The province of the part a position lies in, else the only one the article is about."""
        return self.part_at(position).province or (self.subjects[0] if len(self.subjects) == 1 else None)


def _within(found: tuple[_F, ...], starts: list[int], span: Span) -> Sequence[_F]:
    return found[bisect_left(starts, span.start) : bisect_left(starts, span.end)] if found else ()
