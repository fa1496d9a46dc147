"""Tellings of one event made one: the first keeps its words, the more exact date wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.edtf import Precision, parse
from generator.ingest.events.scenes import YEAR_UNKNOWN
from generator.ingest.found import EventFound
from generator.model import Basis, Status
from generator.text import fold_case

_OWN_NAMES = ("observance", "contest", "launch", "plan")
"""Kinds of which a province may have several on one day."""
_COARSE = (Precision.YEAR, Precision.MONTH, Precision.QUARTER, Precision.HALF)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_EMPTY = frozenset(
    [
        "tại",
        "về",
        "của",
        "và",
        "các",
        "trên",
        "cho",
        "năm",
        "tỉnh",
        "thành",
        "phố",
        "chuyển",
        "đổi",
        "số",
        "lễ",
        "hội",
        "nghị",
    ]
)


def merged(events: Iterable[EventFound]) -> list[EventFound]:
    """The events, in order, each once; a day without its year is none („XXXX-10-10" → None, with the reason)."""
    kept: list[EventFound] = []
    for event in events:
        number = next((n for n, earlier in enumerate(kept) if _is_one(earlier, event)), None)
        if number is None:
            kept.append(event)
        elif _is_finer(event.date, kept[number].date):
            kept[number] = replace(
                kept[number], date=event.date, basis=event.basis, reason=event.reason, status=event.status
            )
    return [_without_yearless(event) for event in kept]


def _is_one(earlier: EventFound, event: EventFound) -> bool:
    """Whether two tellings are of one event."""
    if earlier.kind != event.kind or _other_years(earlier.name, event.name):
        return False
    if earlier.provinces != event.provinces:
        to_all = not (earlier.provinces and event.provinces) and earlier.date == event.date is not None
        return to_all and event.kind != "observance" and _alike(earlier.name, event.name)
    if event.kind == "announcement":
        return _alike(earlier.name, event.name)
    if earlier.date == event.date and event.date is not None:
        return earlier.kind not in _OWN_NAMES or _alike(earlier.name, event.name)
    if event.kind == "observance":
        return (earlier.name, earlier.date) == (event.name, event.date)
    if event.date is None:
        return True
    if {earlier.status, event.status} == {Status.ANNOUNCED, Status.REPORTED}:
        return False
    return _is_finer(event.date, earlier.date, or_coarser=True) and _alike(earlier.name, event.name)


def _is_finer(date: str | None, other: str | None, *, or_coarser: bool = False) -> bool:
    """Whether a date lies within another that only names its month, quarter or year, or that is unknown."""
    if date is None or other is None:
        return date is not None or or_coarser
    if "X" in date or "X" in other:
        return False
    if or_coarser and _is_finer(other, date):
        return True
    one, two = parse(date), parse(other)
    if two.precision not in _COARSE or one.precision is two.precision or not (one.earliest and one.latest):
        return False
    return bool(two.earliest and two.latest and two.earliest <= one.earliest and one.latest <= two.latest)


def _other_years(one: str, other: str) -> bool:
    """Whether both names tell years, and not one of them in common."""
    a, b = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(a and b) and a.isdisjoint(b)


def _alike(one: str, other: str) -> bool:
    """Whether the shorter of two names shares most of its telling syllables with the longer."""
    a, b = ({w for w in fold_case(name).split() if w not in _EMPTY} for name in (one, other))
    return 3 * len(a & b) >= 2 * min(len(a), len(b))


def _without_yearless(event: EventFound) -> EventFound:
    if event.date is None or not event.date.startswith("XXXX"):
        return event
    return replace(event, date=None, basis=Basis.STATED, reason=YEAR_UNKNOWN)
