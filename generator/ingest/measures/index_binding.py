"""The index that a value belongs to: named beside it, or still meant."""

from __future__ import annotations

import re

from generator.ingest.measures.context import Context
from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.measure_binding import TO_NAME
from generator.ingest.measures.owners import beside
from generator.ingest.measures.sentence import Sentence
from generator.ingest.measures.words import WORDS

_SUBJECT = WORDS["ranked_subject"]
_AT_LARGE = rf"(?=\s*(?:[^\w\s]|\Z|(?:{WORDS['at_large']})(?!\w)))"
_ABOUT_SUBJECT = re.compile(
    rf"\s*(?:(?:{WORDS['among_all']})[\s,]*)?(?:về|trong|trên|ở)\s[^,.;]{{0,30}}?(?:{_SUBJECT}){_AT_LARGE}"
)
_RANKED_ABOUT = re.compile(
    r"(?<!\w)(?:xếp|hạng|đứng|top|tốp|nhóm|thứ|dẫn đầu|trung bình)(?!\w)(?:[^.;,]|, thành|[.,](?=\d)){0,90}"
    rf"(?<!\w)về (?:\w+ ){{0,3}}?(?:{_SUBJECT}){_AT_LARGE}"
)
_RESULT_OF = re.compile(rf"(?:kết quả|thứ hạng|xếp hạng) (?:\w+ ){{0,2}}?(?:{_SUBJECT})[^.;,:]{{0,40}}:?\s*\Z")
_SUBJECT_BEFORE = re.compile(rf"(?<!\w)(?:{_SUBJECT})\s[^,.;]{{0,20}}\Z")
_RANKING = re.compile(
    r"tổng (?:số )?điểm|điểm số|điểm tổng|giá trị|xếp hạng|thứ hạng|trụ cột|chỉ số thành phần|chỉ số chính"
)
_ASIDE = re.compile(r"\([^()]*(?:\)|\Z)|\A[^()]*\)")
_CLAUSES = re.compile(r"[,;:–]")
_WORDS = re.compile(r"\w+")
_WHEN = re.compile(r"(?:(?:đến|sang|tới|trong|hết|cuối) )*năm 20\d\d")
_FEW = 4


def index_for(sentence: Sentence, context: Context, value: Mark, measures: tuple[Mark, ...]) -> str | None:
    """The id of the index a value is told of; None where it is another's or none is meant."""
    mark = _named(sentence, value, measures)
    if mark is not None:
        return mark.key
    if value.kind is not Kind.SCORE and (
        _ABOUT_SUBJECT.match(sentence.folded, value.end, sentence.span.end)
        or _SUBJECT_BEFORE.search(sentence.folded, max(sentence.span.start, value.start - 60), value.start)
    ):
        return sentence.story.lexicon.measures.main
    if context.index is None:
        return (
            _named_later(sentence, value)
            or (context.named if measures else None)
            or _ranked_about(sentence, value)
            or (context.here if measures or _goes_on(sentence, value) else None)
        )
    if measures:
        return context.index
    if value.kind is not Kind.SCORE and not _goes_on(sentence, value):
        return None
    among_all = value.of in sentence.story.lexicon.measures.sizes(context.index)
    if context.fresh or among_all or _RANKING.search(sentence.folded, sentence.span.start, sentence.span.end):
        return context.index
    ranked = value.kind is Kind.RANK or bool(sentence.of_kind(Kind.RANK))
    return context.index if ranked and any(s.key for s in sentence.subjects) else None


def _named(sentence: Sentence, value: Mark, measures: tuple[Mark, ...]) -> Mark | None:
    """The name of an index right after a value, else the last before it.

    „Chỉ số" before unknown words names another index, but not for a value that is told of a measure of ours.
    """
    names = [m for m in sentence.of_kind(Kind.INDEX, Kind.OTHER_INDEX) if not (m.weak and measures)]
    if not names:
        return None
    after = next((m for m in sentence.marks if m.start >= value.end and m.kind is not Kind.YEAR), None)
    if after is not None and after in names and TO_NAME.match(sentence.between(value.end, after.start)):
        return after
    before = [m for m in names if m.end <= value.start]
    return before[-1] if before else None


def _named_later(sentence: Sentence, value: Mark) -> str | None:
    """The only index that a sentence names, if only after a value: „Với 588,2 điểm, tỉnh xếp thứ 2 về DTI"."""
    names = {m.key for m in sentence.of_kind(Kind.INDEX, Kind.OTHER_INDEX)}
    return names.pop() if len(names) == 1 and _goes_on(sentence, value) else None


def _ranked_about(sentence: Sentence, value: Mark) -> str | None:
    """The main index where a value stands in „nằm trong tốp 10 tỉnh dẫn đầu về chuyển đổi số"."""
    around = _RANKED_ABOUT.finditer(sentence.folded, sentence.span.start, sentence.span.end)
    within = any(m.start() <= value.start < m.end() for m in around)
    told = _RESULT_OF.search(sentence.folded, max(sentence.span.start, value.start - 90), value.start)
    return sentence.story.lexicon.measures.main if within or told else None


def _goes_on(sentence: Sentence, value: Mark) -> bool:
    """Whether a clause that names no index says nothing of another thing that is ranked: „Thu ngân sách xếp thứ 3"."""
    earlier = [v.end for v in sentence.values if v.end <= value.start]
    start = max([sentence.span.start, *earlier])
    clause = _CLAUSES.split(_ASIDE.sub(_blank, sentence.between(start, value.start)))[-1]
    begin = value.start - len(clause)
    if any(begin <= s.start < value.start for s in sentence.subjects) or beside(sentence, value) is not None:
        return True
    return len(_WORDS.findall(_WHEN.sub(" ", clause))) <= _FEW


def _blank(m: re.Match[str]) -> str:
    return " " * len(m[0])
