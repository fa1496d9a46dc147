"""Ranks, scores and their changes in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.library.library import Library
from generator.model import Fact, Indicator
from generator.text import number_vi


def ranking_text(library: Library, facts: Iterable[Fact]) -> str:
    """The ranks and scores of one province in one ranking, in one sentence without a full stop."""
    by_measure: dict[str, list[Indicator]] = {}
    for fact in facts:
        assert isinstance(fact, Indicator)
        name = library.registries.indices[fact.index_id].measures[fact.measure].name
        by_measure.setdefault(name, []).append(fact)
    return "; ".join(f"{name}: {indicators_text(told)}" for name, told in by_measure.items())


def indicator_text(i: Indicator) -> str:
    """A rank, score and change in words: hạng 51, 320,7 điểm (thang 1.000), tăng 8 bậc."""
    return indicators_text([i])


def indicators_text(told: Sequence[Indicator]) -> str:
    """What several articles tell of one measure, in words; values that differ are joined by „hoặc"."""
    of = next((f"/{i.of}" for i in told if i.of), "")
    ranks = [f"hạng {i.rank}{of}" for i in told if i.rank is not None]
    tops = [] if ranks else [f"trong tốp {i.top}" for i in told if i.top is not None]
    scores = {round(i.score / i.scale, 6): _scored(i) for i in reversed(told) if i.score is not None}
    changes = [_change(i.rank_change) for i in told if i.rank_change is not None]
    values = (ranks, tops, list(scores.values())[::-1], changes)
    return ", ".join(" hoặc ".join(dict.fromkeys(texts)) for texts in values if texts)


def _scored(i: Indicator) -> str:
    return f"{score_text(i)} điểm" + (f" (thang {number_vi(i.scale)})" if i.scale != 1 else "")


def _change(steps: int) -> str:
    if steps == 0:
        return "giữ nguyên hạng"
    return f"{'tăng' if steps > 0 else 'giảm'} {abs(steps)} bậc"


def score_text(i: Indicator) -> str:
    """The score as told, in Vietnamese form."""
    return number_vi(i.score) if i.score is not None else ""
