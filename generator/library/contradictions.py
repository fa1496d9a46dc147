"""Finds, by rule, what articles tell differently of the same thing; an unknown contradicts nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from generator.edtf import Edtf, date_vi, disjoint
from generator.library.things import Contradiction, Document, Event, Telling
from generator.model import Fact, Figure, Indicator
from generator.text import fold, number_vi, same_wording

V = TypeVar("V")


def find_contradictions(
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
    indicators: Iterable[Indicator],
    figures: Iterable[Figure] = (),
) -> tuple[Contradiction, ...]:
    """Every contradiction between claims, in the order of things and fields.

    Same thing: the same event, document, indicator of one province, index, year, measure and table, or figure of
    one province, wording, unit and period. An event and the document it issued have one day.
    """
    found: list[Contradiction] = []
    for event in events.values():
        issued = documents.get(event.document or "")
        told: list[tuple[Edtf | None, Fact]] = [(c.date, c) for c in event.claims]
        told += [(c.date, c) for c in (issued.claims if issued else ())]
        found += _dates("event", event.id, told)
        found += _compare("event", event.id, "theme", [(c.theme, c) for c in event.claims], _differ, str)
        found += _compare("event", event.id, "recurs", [(c.recurs, c) for c in event.claims], _unequal, str)
    with_event = {event.document for event in events.values()}
    for document in documents.values():
        if document.id not in with_event:  # else its day is that of the event that issued it
            found += _dates("document", document.id, [(c.date, c) for c in document.claims])
        claims = document.claims
        found += _compare("document", document.id, "kind", [(c.kind, c) for c in claims], _unequal, str)
        found += _compare("document", document.id, "number", [(c.number, c) for c in claims], _number, str)
    return (*found, *_indicator_contradictions(indicators), *_figure_contradictions(figures))


def indicator_key(indicator: Indicator) -> str | None:
    """What an indicator measures, or None where its year or table is not known: then nothing contradicts it."""
    if indicator.year is None or (indicator.province is not None and indicator.table is None):
        return None
    parts = (indicator.index_id, indicator.year, indicator.table, indicator.measure, indicator.province)
    return "/".join(str(part or "") for part in parts)


def figure_key(figure: Figure) -> str | None:
    """What a figure counts, or None where its period is not known or its value only near: nothing contradicts it."""
    if figure.period is None or figure.qualifier:
        return None
    return "/".join((fold(figure.label), fold(figure.unit or ""), figure.period.text, figure.province or ""))


def contradicted_unit(contradiction: Contradiction) -> str | None:
    """The unit whose indicator is told differently; None for other things."""
    return contradiction.id.rpartition("/")[2] or None if contradiction.sort in ("indicator", "figure") else None


def _indicator_contradictions(indicators: Iterable[Indicator]) -> Iterable[Contradiction]:
    groups: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        if key := indicator_key(indicator):
            groups[key].append(indicator)
    for key in sorted(groups):
        told = groups[key]
        yield from _compare("indicator", key, "rank", [(_ranks(i), i) for i in told], _apart, _ranks_vi)
        yield from _compare("indicator", key, "score", [(_score(i), i) for i in told], _scores_differ, _score_vi)
        changes = [(i.rank_change, i) for i in told]
        yield from _compare("indicator", key, "rank_change", changes, _unequal, number_vi)


def _figure_contradictions(figures: Iterable[Figure]) -> Iterable[Contradiction]:
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if key := figure_key(figure):
            groups[key].append(figure)
    for key in sorted(groups):
        yield from _compare("figure", key, "value", [(f.value, f) for f in groups[key]], _unequal, number_vi)


def _ranks(indicator: Indicator) -> tuple[int, int] | None:
    """The best and worst rank an indicator allows: one rank, or „in the top so many"."""
    if indicator.rank is not None:
        return indicator.rank, indicator.rank
    return (1, indicator.top) if indicator.top is not None else None


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[1] < b[0] or b[1] < a[0]


def _ranks_vi(ranks: tuple[int, int]) -> str:
    best, worst = ranks
    return f"hạng {best}" if best == worst else f"trong tốp {worst}"


def _score(indicator: Indicator) -> Decimal | None:
    """The score on the scale 0–1, with as many decimals as were told."""
    return None if indicator.score is None else (Decimal(str(indicator.score)) / indicator.scale).normalize()


def _scores_differ(a: Decimal, b: Decimal) -> bool:
    """Whether two scores differ at the precision of the rougher one, at least two decimals: 0,8 and 0,8002 do not."""
    decimals = max(2, min(-int(score.as_tuple().exponent) for score in (a, b)))
    return round(a, decimals) != round(b, decimals)


def _score_vi(score: Decimal) -> str:
    return number_vi(float(score))


def _dates(sort: str, thing: str, told: Iterable[tuple[Edtf | None, Fact]]) -> list[Contradiction]:
    return _compare(sort, thing, "date", list(told), disjoint, date_vi)


def _compare(
    sort: str,
    thing: str,
    field: str,
    told: Iterable[tuple[V | None, Fact]],
    contradict: Callable[[V, V], bool],
    show: Callable[[V], str],
) -> list[Contradiction]:
    """One contradiction when two known values cannot both be right; it lists every value that takes part."""
    known = [(value, fact) for value, fact in told if value is not None]
    values = list(dict.fromkeys(value for value, _ in known))
    part = [v for v in values if any(contradict(v, other) for other in values)]
    if not part:
        return []
    tellings = tuple(Telling(value=show(v), facts=tuple(fact for value, fact in known if value == v)) for v in part)
    return [Contradiction(sort=sort, id=thing, field=field, tellings=tellings)]


def _differ(a: str, b: str) -> bool:
    return not same_wording(a, b)


def _unequal(a: object, b: object) -> bool:
    return a != b


def _number(a: str, b: str) -> bool:
    """Whether two numbers of a document differ; „505" is only less complete than „505/QĐ-TTg"."""
    short, long = sorted((a, b), key=len)
    return short != long and not (short.isdigit() and long.startswith(f"{short}/"))
