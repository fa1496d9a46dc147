"""The types of date expressions: their points, what they are relative to, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.ingest.found import Span


class Form(StrEnum):
    """How the points of an expression make a date."""

    POINT = "point"
    DURATION = "duration"
    ONE_OF = "one-of"
    SINCE = "since"


class Unit(StrEnum):
    """What a relative expression counts from the time of telling; a told year from the year last named („cùng năm")."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    TOLD_YEAR = "told year"


@dataclass(frozen=True, slots=True)
class Relative:
    """So many of a unit from the day of publication: „hôm qua" is −1 day, „tuần trước" −1 week, „năm nay" 0 years."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, quarter (33–36), half (40, 41) or year; what is not written is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date expression as written: characters start..end, one point, or the first and last of several.

    `relative`: what the writer counts from the day of telling („chiều nay (26/10)", „tháng 12 năm ngoái").
    `recurs`: of every year. `leans` is −1 or 1 where the words next to it say past or to come („vừa qua", „tới").
    """

    start: int
    end: int
    form: Form = Form.POINT
    first: Point
    last: Point | None = None
    relative: Relative | None = None
    recurs: bool = False
    leans: int = 0

    @property
    def span(self) -> Span:
        """The characters of the expression."""
        return Span(self.start, self.end)

    @property
    def points(self) -> tuple[Point, ...]:
        """Its one point, or its first and last."""
        return (self.first,) if self.last is None else (self.first, self.last)

    @property
    def year_written(self) -> bool:
        """Whether every point names its year."""
        return self.first.year is not None and (self.last is None or self.last.year is not None)

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.form is Form.POINT and self.first.day is not None
