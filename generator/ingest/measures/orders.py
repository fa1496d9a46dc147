"""Lists: „lần lượt", the order of telling that is said to be the ranking, and „tốp N gồm …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.measure_binding import MEASURE_JOIN, measures_before
from generator.ingest.measures.sentence import Sentence, Subject
from generator.ingest.measures.values import more_numbers
from generator.ingest.measures.words import WORDS

IN_TURN = re.compile(r"(?<!\w)(?:lần lượt|tương ứng|theo thứ tự)(?!\w)")
_FOLLOWED_BY = re.compile(
    rf"(?<!\w)(?:{WORDS['followed_by']})(?: lần lượt)?(?: là| thuộc về|:| gồm)?(?: lần lượt)?(?: là| thuộc về|:)?\s"
)
_COUNTERPARTS = re.compile(r"(?<!\w)(?:chỉ số|thứ hạng|vị trí|con số|kết quả|trụ cột)(?: \w+)? tương ứng(?!\w)")
_AFTER = re.compile(r"(?<!\w)sau (?:(?:tỉnh|thành phố|tp\.?) ?)?\Z")
_IS = re.compile(r"\s(?:lần lượt )?là\s")
_CONSISTS = re.compile(r"[^.;:]{0,90}?(?:gồm có|bao gồm|gồm|là|thuộc về|:)\s?:?\s*")


def value_runs(sentence: Sentence) -> Iterator[list[Mark]]:
    """Runs of two or more values of one kind told in turn, without a name between them."""
    in_turn = bool(IN_TURN.search(sentence.folded, sentence.span.start, sentence.span.end))
    run: list[Mark] = []
    for mark in [m for m in sentence.marks if m.kind not in (Kind.YEAR, Kind.BODY)]:
        if run and (mark.kind is not run[-1].kind or _named_between(sentence, run[-1], mark)):
            if len(run) > 1:
                yield run
            run = []
        if mark.kind in (Kind.RANK, Kind.SCORE, Kind.CHANGE) and not (run and mark.start < run[-1].end):
            more = more_numbers(sentence.folded, mark, sentence.span.end)
            run += [mark, *more] if in_turn or len(more) > 1 else [mark] if in_turn else []
    if len(run) > 1:
        yield run


def _named_between(sentence: Sentence, a: Mark, b: Mark) -> bool:
    return any(s.key and a.end <= s.start < b.start for s in sentence.subjects)


def names_in_turn(sentence: Sentence, run: list[Mark]) -> tuple[list[Mark], list[Subject], list[Mark]]:
    """The measures, else the provinces, else the years that a run of values is told of, as many as there are values."""
    measures = measures_before(sentence, run[0], {})
    if len(measures) == len(run):
        return measures, [], []
    before = [s for s in sentence.subjects if s.end <= run[0].start and s.key]
    provinces = sentence.run_ending(before[-1]) if before else []
    if len(provinces) == len(run):
        return [], provinces, []
    years = _run_before(sentence, Kind.YEAR, run[0].start)
    if len(years) == len(run):
        return [], [], years
    measures = _run_before(sentence, Kind.MEASURE, run[0].start)
    if len(measures) == len(run):
        return measures, [], []
    after = sentence.run_from(run[-1].end)
    if len(after) == len(run):
        return [], after, []
    following = _measures_from(sentence, run[-1].end)
    measures = following if len(following) == len(run) else _counterparts(sentence, run)
    return measures, [], []


def _counterparts(sentence: Sentence, run: list[Mark]) -> list[Mark]:
    """The measures that „các chỉ số tương ứng" takes up: the last told, each with a value of its own."""
    measures = [m for m in sentence.of_kind(Kind.MEASURE) if m.end <= run[0].start][-len(run) :]
    if len(measures) < len(run) or len({m.key for m in measures}) < len(run):
        return []
    return measures if _COUNTERPARTS.search(sentence.folded, measures[-1].end, run[0].start) else []


def _run_before(sentence: Sentence, kind: Kind, position: int) -> list[Mark]:
    """The last list of measures or years before a position, however far: „Ba trụ cột chính quyền số, kinh tế số …"."""
    run: list[Mark] = []
    for mark in reversed([m for m in sentence.of_kind(kind) if m.end <= position]):
        if run and not MEASURE_JOIN.match(sentence.between(mark.end, run[0].start).removesuffix("năm ")):
            break
        run.insert(0, mark)
    return run


def _measures_from(sentence: Sentence, position: int) -> list[Mark]:
    run: list[Mark] = []
    for mark in sentence.marks:
        if mark.start < position:
            continue
        joined = not run or MEASURE_JOIN.match(sentence.between(run[-1].end, mark.start))
        if mark.kind is not Kind.MEASURE or not joined:
            break
        run.append(mark)
    return run


def followers(sentence: Sentence) -> Iterator[tuple[int, list[Subject]]]:
    """Where a sentence goes on with who comes next („tiếp theo là …", „sau Đà Nẵng là …"), and those in their order."""
    for m in _FOLLOWED_BY.finditer(sentence.folded, sentence.span.start, sentence.span.end):
        run = sentence.run_from(m.end())
        if run:
            yield m.start(), run
    for found in sentence.story.provinces_in(sentence.span):
        after = _IS.match(sentence.folded, found.end, sentence.span.end)
        before = _AFTER.search(sentence.folded, max(sentence.span.start, found.start - 16), found.start)
        run = sentence.run_from(after.end()) if after and before else []
        if run and before:
            yield before.start(), run


def listed(sentence: Sentence, top: Mark) -> tuple[list[Subject], bool]:
    """The provinces that a „tốp N" consists of, and whether they are told in the order of the ranking."""
    m = _CONSISTS.match(sentence.folded, top.end, sentence.span.end)
    if m is None:
        return [], False
    run = sentence.run_from(m.end(), 14)
    ordered = bool(IN_TURN.search(sentence.folded, top.start, run[0].start)) if run else False
    return (run if len(run) > 1 and len(run) <= top.number else []), ordered
