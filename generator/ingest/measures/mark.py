"""A mark: one thing that stands in a sentence about a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a mark stands for."""

    RANK = "rank"
    TOP = "top"
    SCORE = "score"
    CHANGE = "change"
    MEASURE = "measure"
    INDEX = "index"
    OTHER_INDEX = "other index"
    YEAR = "year"
    BODY = "body"


VALUES = frozenset({Kind.RANK, Kind.TOP, Kind.SCORE, Kind.CHANGE})


@dataclass(slots=True)
class Mark:
    """One thing at characters start..end: `number` is a rank, top, score, change or year; `key` an id of the registry.

    `weak`: „thứ 10" without a word for ranking, „chỉ số" before unknown words; `compared`: a year only compared with.
    `year`: that of an old rank, „tăng 8 bậc so với năm 2020, từ hạng 59".
    """

    kind: Kind
    start: int
    end: int
    number: float = 0
    key: str | None = None
    of: int | None = None
    scale: int | None = None
    weak: bool = False
    compared: bool = False
    year: int | None = None
