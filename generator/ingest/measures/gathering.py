"""Puts claims of one province, index, year and measure together: one indicator each."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.ingest.found import IndicatorFound
from generator.ingest.measures.claim import Claim
from generator.ingest.measures.mark import Kind
from generator.ingest.measures.measure_names import MeasureNames
from generator.model import Basis

_Key = tuple[str | None, str, int | None, str, str | None]


@dataclass(slots=True)
class _Growing:
    start: int
    end: int
    rank: int | None = None
    of: int | None = None
    top: int | None = None
    score: float | None = None
    scale: int = 1
    rank_change: int | None = None
    reasons: list[str] = field(default_factory=list)


class Gathering:
    """The indicators of an article as they are found."""

    def __init__(self, names: MeasureNames) -> None:
        self._names = names
        self._growing: dict[_Key, _Growing] = {}

    def add(self, claim: Claim) -> None:
        """Takes in a claim; what is already told of the same otherwise stays as it was told first."""
        table = self._table(claim)
        for province in claim.provinces:
            for measure in claim.measures:
                self._put(claim, (province, claim.index, claim.year, measure, table))

    def _table(self, claim: Claim) -> str | None:
        index = self._names.indices[claim.index]
        year = index.years.get(claim.year) if claim.year else None
        if year is None or len(year.tables) < 2:
            return None
        tables = sorted((index.tables[t] for t in year.tables), key=lambda t: t.as_of)
        if claim.size is None and claim.merged is not None:
            return tables[-1].id if claim.merged else tables[0].id
        return next((t.id for t in tables if t.size == claim.size), None)

    def _put(self, claim: Claim, key: _Key) -> None:
        value = claim.value
        one = self._growing.get(key)
        if one is None and key[4] is None:
            one = next((g for k, g in self._growing.items() if k[:4] == key[:4] and not _differs(g, claim)), None)
        if one is None:
            one = self._growing[key] = _Growing(value.start, value.end)
        number = int(value.number)
        if value.kind is Kind.RANK and one.rank is None:
            one.rank, one.of = number, value.of or claim.size
        elif value.kind is Kind.RANK and one.rank == number:
            one.of = one.of or value.of
        elif value.kind is Kind.TOP and one.top is None:
            one.top = number
        elif value.kind is Kind.CHANGE and one.rank_change is None:
            one.rank_change = number
        elif value.kind is Kind.SCORE and one.score is None:
            one.score, one.scale = value.number, scale_of(value.number, value.scale)
        else:
            return
        if claim.inferred and claim.inferred not in one.reasons:
            one.reasons.append(claim.inferred)
        if 0 <= value.start - one.end < 200:
            one.end = value.end

    def _join_undated(self) -> None:
        """Puts what a heading tells without a year to what the text tells of one year with the same value."""
        for key in [k for k in self._growing if k[2] is None]:
            undated = self._growing[key]
            same = [
                g
                for k, g in self._growing.items()
                if k[2] is not None and (k[0], k[1], k[3]) == (key[0], key[1], key[3]) and _agrees(undated, g)
            ]
            if len(same) == 1:
                del self._growing[key]
                one = same[0]
                one.of = one.of or (undated.of if one.rank == undated.rank else None)
                one.rank_change = undated.rank_change if one.rank_change is None else one.rank_change
                if one.score is None and undated.score is not None:
                    one.score, one.scale = undated.score, undated.scale

    def indicators(self) -> tuple[IndicatorFound, ...]:
        """All that was gathered, in the order of the text."""
        self._join_undated()
        found = [
            IndicatorFound(
                start=g.start,
                end=g.end,
                basis=Basis.INFERRED if g.reasons else Basis.STATED,
                reason=" ".join(g.reasons) or None,
                province=province,
                index=index,
                year=year,
                measure=measure,
                rank=g.rank,
                of=g.of,
                top=None if g.rank else g.top,
                score=g.score,
                scale=g.scale,
                rank_change=g.rank_change,
                table=table,
            )
            for (province, index, year, measure, table), g in self._growing.items()
        ]
        return tuple(sorted(found, key=lambda f: f.start))


def _differs(one: _Growing, claim: Claim) -> bool:
    return claim.value.kind is Kind.RANK and one.rank is not None and one.rank != claim.value.number


def _agrees(undated: _Growing, dated: _Growing) -> bool:
    """Whether all that both tell is the same, and they tell something both."""
    pairs = ((undated.rank, dated.rank), (undated.score, dated.score), (undated.rank_change, dated.rank_change))
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(both) and all(a == b for a, b in both)


def scale_of(score: float, told: int | None = None) -> int:
    """The scale told, else the smallest of 1, 100 and 1000 that a score fits in; „0,3026/1.000" is on the scale 1."""
    if score <= 1:
        return 1
    return told if told in (100, 1000) else 100 if score <= 100 else 1000
