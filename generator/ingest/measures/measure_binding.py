"""The measures that a value belongs to: those named right after it, or those it follows closely."""

from __future__ import annotations

import re

from generator.ingest.measures.mark import VALUES, Kind, Mark
from generator.ingest.measures.sentence import Sentence
from generator.ingest.measures.words import WORDS

TO_NAME = re.compile(
    rf"\s*(?:(?:{WORDS['among_all']})\s*){{0,2}},?\s*(?:về|ở|trong|trên|đối với|của|tại|theo|với)\s+"
    rf"(?:(?:{WORDS['fillers']})\s*){{0,7}}\Z"
)
"""The words between a rank and the name of what it ranks."""

_OF_ALL_PILLARS = re.compile(rf"\s+cả \w+ trụ cột\s*(?:(?:{WORDS['fillers']})\s*){{0,4}}\Z")
_MADE_UP_OF = re.compile(r"[\s,](?:với|gồm) (?:các |\d{1,2} |ba |tám |chín )(?:trụ cột|chỉ số|nhóm)(?!\w)")
_NEXT_TO_NAME = re.compile(r"\s*[“\"'‘(]?\s*\Z")
MEASURE_JOIN = re.compile(
    r"\s*[”\"’]?\s*(?:\([^()]{0,20}\))?\s*(?:,|và|&|,? và|lẫn|cùng|-|–|/)\s*(?:chỉ số )?(?:về )?[“\"‘]?\s*\Z"
)
"""The words between two measures of one list."""

_COPULA = re.compile(r"[\s”\"’]*(?:là|đạt|có|ở|với|xếp|đứng|[:–=-])?(?: (?:mức|giá trị|điểm))?\s*\Z")
_WORDS = re.compile(r"\w+")
_CLAUSE = re.compile(r"[,;.]")
_NUMBERS = re.compile(r"\d+,\d+ ?%?|(?:năm )?20\d\d|\([^()]{0,20}\)|cả nước|toàn quốc|tỉnh|thành phố|của")
_EDGES = re.compile(r"^[\s”\"’:,(–-]+|,\s*\Z")
_CLOSE, _NEAR, _IN_CHAIN, _AFTER_SEMICOLON = 12, 5, 16, 2


def measures_after(sentence: Sentence, value: Mark) -> list[Mark]:
    """The measures named right after a value: „thứ 3 về nhận thức số và thể chế số"."""
    following = [m for m in sentence.marks if m.start >= value.end]
    if not following or following[0].kind is not Kind.MEASURE:
        return []
    gap = sentence.between(value.end, following[0].start)
    ranked = value.kind in (Kind.RANK, Kind.TOP)
    if value.kind is Kind.RANK and value.number > 1 and _MADE_UP_OF.search(gap):
        return []  # „xếp thứ 31 với 3 trụ cột là …" tells what the index is made of; who leads may lead in all
    if not (TO_NAME.match(gap) or (ranked and (_NEXT_TO_NAME.match(gap) or _OF_ALL_PILLARS.match(gap)))):
        return []
    run = [following[0]]
    for mark in following[1:]:
        if mark.kind is Kind.MEASURE and MEASURE_JOIN.match(sentence.between(run[-1].end, mark.start)):
            run.append(mark)
            continue
        if mark.kind in VALUES and len(run) > 1 and _takes_last(sentence, run, mark):
            run.pop()
        break
    return run


def is_told_of_last(sentence: Sentence, value: Mark, following: Mark, taken: dict[int, Mark]) -> bool:
    """Whether a value is the last measure's, not the next one's: „Kinh tế số là 0,6, của xã hội số là 0,5"."""
    if "," not in sentence.between(value.end, following.start):
        return False
    before = [m for m in sentence.marks if m.end <= value.start]
    last = before[-1] if before else None
    if last is None or last.kind is not Kind.MEASURE or last.start in taken:
        return False
    return _COPULA.match(sentence.between(last.end, value.start)) is not None


def _takes_last(sentence: Sentence, run: list[Mark], value: Mark) -> bool:
    """Whether the last measure of a list is the next value's: „thứ 3 về nhận thức số, thể chế số xếp thứ 5"."""
    near = len(_WORDS.findall(sentence.between(run[-1].end, value.start))) <= 2
    joined_by_and = "và" in sentence.between(run[-2].end, run[-1].start)
    return near and not joined_by_and and not measures_after(sentence, value)


def measures_before(sentence: Sentence, value: Mark, taken: dict[int, Mark]) -> list[Mark]:
    """The measure or list of measures that a value follows closely; `taken`: those already bound to a value before."""
    earlier = [m for m in sentence.marks if m.end <= value.start and m.kind not in (Kind.YEAR, Kind.BODY)]
    chain_end = value.start
    while earlier and earlier[-1].kind in VALUES:
        previous = earlier.pop()
        between = sentence.between(previous.end, chain_end)
        words = len(_WORDS.findall(between))
        if previous.kind is value.kind or words > (_AFTER_SEMICOLON if ";" in between else _IN_CHAIN):
            return []
        if any(previous.end <= s.start < chain_end for s in sentence.subjects):
            return []
        chain_end = previous.start
    if not earlier or earlier[-1].kind is not Kind.MEASURE:
        return []
    last = earlier[-1]
    binder = taken.get(last.start)
    if binder is not None:
        return [last] if _may_share(binder, value) and ";" not in sentence.between(last.end, value.start) else []
    if not _is_close(sentence, last, chain_end):
        return []
    run = [last]
    for mark in reversed(earlier[:-1]):
        joined = MEASURE_JOIN.match(sentence.between(mark.end, run[0].start))
        if mark.kind is not Kind.MEASURE or mark.start in taken or not joined:
            break
        run.insert(0, mark)
    return run


def _may_share(binder: Mark, value: Mark) -> bool:
    """Whether a second value may be told of a measure named after a first: „0,6 điểm về xã hội số, đứng thứ 26"."""
    if binder.kind is value.kind:
        return False
    return binder.kind is Kind.SCORE or value.kind not in (Kind.RANK, Kind.TOP)


def _is_close(sentence: Sentence, measure: Mark, end: int) -> bool:
    """Whether only a province, a year and a few words without a comma lie between a measure and its value."""
    gap = sentence.between(measure.end, end)
    for subject in sentence.subjects:
        if subject.key and measure.end <= subject.start and subject.end <= end:
            gap = gap.replace(sentence.between(subject.start, subject.end), " ")
    gap = _NUMBERS.sub(" ", gap)
    words = len(_WORDS.findall(gap))
    if words <= _NEAR:
        gap = _EDGES.sub(" ", gap)
    return words <= _CLOSE and not _CLAUSE.search(gap)
