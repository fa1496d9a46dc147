"""The claims of one sentence: each value with its province, index, year and measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.ingest.measures.claim import Claim
from generator.ingest.measures.context import Context
from generator.ingest.measures.doubts import is_doubtful
from generator.ingest.measures.index_binding import index_for
from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.measure_binding import TO_NAME, is_told_of_last, measures_after, measures_before
from generator.ingest.measures.orders import followers, listed, names_in_turn, value_runs
from generator.ingest.measures.owners import beside, beyond_provinces, owner_after, owners
from generator.ingest.measures.sentence import Sentence
from generator.ingest.measures.years import has_own_year, merged_table, shared_years, table_size, year_of

_ACTIVITIES = re.compile(r"nhóm (?:chỉ số )?(?:về )?hoạt động(?! (?:của )?(?:chính quyền|kinh tế|xã hội))")
_BRACKET = re.compile(r"[(:–-]\s*\Z")
_FROM_CONTEXT = "Năm lấy từ đoạn khác của bài."
_FROM_ORDER = "Thứ hạng theo thứ tự nêu tên trong bài."
_AFTER_YEAR = re.compile(r"20[12]\d \(\Z")
_OF_ALL = re.compile(r" (?:toàn quốc|cả nước|trên cả nước|trong cả nước)(?!\w)")
_AT_ONCE = 24
_OWN_VALUE = re.compile(r"\s*,?\s*(?:xếp|đứng|hạng|tăng|giảm|vươn|thăng|ở vị trí)")


def claims_of(sentence: Sentence, context: Context) -> list[Claim]:
    """The claims of a sentence, in the order of the text; the context learns from them for the next."""
    done: set[int] = set()
    claims: list[Claim] = []
    if sentence.values:
        claims += _in_turn(sentence, context, done)
        claims += _listed(sentence, context, done)
        claims += _single(sentence, context, done)
    if claims or context.last_rank:
        claims += _followers(sentence, context, claims)
    context.leave(sentence, claims)
    return sorted(claims, key=lambda c: c.value.start)


def _in_turn(sentence: Sentence, context: Context, done: set[int]) -> Iterator[Claim]:
    """„Nhận thức số, hạ tầng số lần lượt xếp thứ 3 và 10"; a list that does not match its names is left out."""
    for run in value_runs(sentence):
        done.update(m.start for m in run)
        measures, subjects, years = names_in_turn(sentence, run)
        for number, value in enumerate(run):
            if years:
                for claim in _claim(sentence, context, value, None, None, at=run[0]):
                    claim.year, claim.inferred = int(years[number].number), None
                    yield claim
            elif subjects:
                yield from _claim(sentence, context, value, None, (subjects[number].key or "",))
            elif measures:
                yield from _claim(sentence, context, value, (measures[number],), owners(sentence, context, run[0]))


def _listed(sentence: Sentence, context: Context, done: set[int]) -> Iterator[Claim]:
    """„Tốp 5 gồm …": each is in it; ranks only where the order is said to be the ranking."""
    for top in sentence.of_kind(Kind.TOP):
        run, ordered = listed(sentence, top)
        if run or top.weak:
            done.add(top.start)
        for rank, subject in enumerate(run, start=1):
            value = Mark(Kind.RANK, top.start, subject.end, rank) if ordered else top
            for claim in _claim(sentence, context, value, (), (subject.key or "",), at=top):
                claim.inferred = _FROM_ORDER if ordered else claim.inferred
                yield claim


def _followers(sentence: Sentence, context: Context, claims: list[Claim]) -> Iterator[Claim]:
    """„Đà Nẵng dẫn đầu, tiếp theo là …": the ranks that follow, in the order of telling."""
    for start, run in followers(sentence):
        ranks = [c for c in claims if c.value.kind is Kind.RANK and c.value.start < start]
        last = max(ranks, key=lambda c: c.value.start) if ranks else context.last_rank
        if last is None or (not ranks and start - sentence.span.start > _AT_ONCE):
            continue
        if _OWN_VALUE.match(sentence.folded, run[0].end, sentence.span.end):
            continue
        for offset, subject in enumerate(run, start=1):
            value = Mark(Kind.RANK, subject.start, subject.end, last.value.number + offset)
            if subject.key and not any(c.value.kind is Kind.RANK and subject.key in c.provinces for c in claims):
                yield Claim(value, (subject.key,), last.measures, last.index, last.year, _FROM_ORDER)


def _single(sentence: Sentence, context: Context, done: set[int]) -> Iterator[Claim]:
    taken: dict[int, Mark] = {}
    for value in sentence.values:
        if value.start in done:
            continue
        measures = measures_after(sentence, value)
        if measures and not is_told_of_last(sentence, value, measures[0], taken):
            taken.update({m.start: value for m in measures})
        else:
            measures = measures_before(sentence, value, taken)
        if measures or not value.weak or _is_placed(sentence, value):
            yield from _claim(sentence, context, value, tuple(measures), None)


def _is_placed(sentence: Sentence, value: Mark) -> bool:
    """Whether „thứ 10" without a verb of its own stands where a rank does: after a province, or said to be whose."""
    if _OF_ALL.match(sentence.folded, value.end, sentence.span.end) and not value.of:
        return True
    if sentence.folded[value.start].isdigit():
        before = sentence.between(max(sentence.span.start, value.start - 12), value.start)
        return beside(sentence, value) is not None or _AFTER_YEAR.search(before) is not None
    if has_own_year(sentence, value) or _ranks_index(sentence, value):
        return True
    if owner_after(sentence, value)[0] or beside(sentence, value) is not None:
        return True
    if _BRACKET.search(sentence.folded, max(sentence.span.start, value.start - 12), value.start):
        return True
    return any(
        s.key and s.end <= value.start and sentence.between(s.end, value.start).isspace() for s in sentence.subjects
    )


def _ranks_index(sentence: Sentence, value: Mark) -> bool:
    """Whether the name of an index follows: „thứ ba về DTI"."""
    after = next((m for m in sentence.marks if m.start >= value.end), None)
    if after is None or after.kind not in (Kind.INDEX, Kind.OTHER_INDEX):
        return False
    return TO_NAME.match(sentence.between(value.end, after.start)) is not None


def _claim(
    sentence: Sentence,
    context: Context,
    value: Mark,
    measures: tuple[Mark, ...] | None,
    provinces: tuple[str, ...] | None,
    at: Mark | None = None,
) -> Iterator[Claim]:
    """The claim of a value, if it is a result of an index of the registry; measures and provinces None: to be found."""
    place = at or value
    if is_doubtful(sentence, place):
        return
    if measures is None:
        measures = tuple(measures_before(sentence, value, {}))
    index = index_for(sentence, context, place, measures)
    if index is None:
        return
    whose: tuple[str | None, ...] | None = provinces
    if whose is None:
        index, whose = beyond_provinces(sentence, context, value, index)
    if whose is None:
        whose = owners(sentence, context, value)
    context.take(index)
    ids = _measure_ids(sentence, index, measures)
    if not whose or ids is None or not _fits(sentence, value, index):
        return
    year, inferred = year_of(sentence, place), None
    if year is None:
        year, elsewhere = context.year_at(place.start)
        inferred = _FROM_CONTEXT if elsewhere and year else None
    size, merged = table_size(sentence, place), merged_table(sentence, place)
    years: Sequence[int | None] = shared_years(sentence, place) or [year]
    for told in years:
        yield Claim(value, whose, ids, index, told, inferred, size, merged)


def _measure_ids(sentence: Sentence, index: str, measures: tuple[Mark, ...]) -> tuple[str, ...] | None:
    """The ids of the measures, the index's measure of the whole where none is named; None if one is not the index's.

    „Kinh tế số" told within the group of activities is the component „hoạt động kinh tế số".
    """
    names = sentence.story.lexicon.measures
    if not measures:
        return (names.overall(index),)
    ids = []
    for mark in measures:
        in_group = _ACTIVITIES.search(sentence.folded, sentence.span.start, mark.start)
        key = names.activity(mark.key) if in_group else mark.key
        if key is None or not names.has_measure(index, key):
            return None
        ids.append(key)
    return tuple(ids)


def _fits(sentence: Sentence, value: Mark, index: str) -> bool:
    """Whether a rank is possible in a table of the index: „3/14 tỉnh" is one among neighbours."""
    sizes = sentence.story.lexicon.measures.sizes(index)
    if not sizes:
        return True
    possible_of = value.of is None or value.of in sizes
    return possible_of and not (value.kind is Kind.RANK and value.number > max(sizes))
