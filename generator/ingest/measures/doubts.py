"""When a rank or score is no result of a province in a national index: targets, neighbours, other things ranked."""

from __future__ import annotations

import re

from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.sentence import Sentence
from generator.ingest.measures.words import WORDS

_TARGET = re.compile(rf"(?<!\w)(?:{WORDS['target']})(?!\w)")
_REACHED = re.compile(rf"(?<!\w)(?:{WORDS['reached']})(?!\w)")
_UNTIL = re.compile(r"đến (?:hết |cuối )?(?:năm )?(20\d\d)\Z")
_REGION = re.compile(rf"(?<!\w)(?:{WORDS['region']})(?!\w)")
_AROUND = re.compile(rf"(?<!\w)(?:{WORDS['region']}|{WORDS['inside']})(?!\w)")
_WHOLE = re.compile(rf"(?<!\w)(?:{WORDS['whole_country']})(?!\w)")
_TAIL = re.compile(r"[^,;.:()]{0,60}")
_ABOUT = re.compile(rf"\s*(?:(?:{WORDS['among_all']})\s*){{0,2}},?\s*(?:về|trong việc|trong lĩnh vực|về việc|ở)\s+")
_FILL = re.compile(rf"(?:(?:{WORDS['fillers']})\s*){{0,8}}\s*")
_ALLOWED = re.compile(
    rf"\s*(?:(?:{WORDS['fillers']})\s*){{0,8}}(?:(?:{WORDS['ranked_subject']})(?!\w)|{WORDS['ranked_matters']})"
)
_LARGEST_REGION = 14
_ALL_POINTS, _LEAST_POINTS, _ROUND = 1000, 100, 50
_STRUCTURE = re.compile(r"(?:cấu trúc|thang điểm|tối đa|chia thành|cơ cấu)[^.]{0,200}\Z")


def is_doubtful(sentence: Sentence, value: Mark) -> bool:
    """Whether a value is no result: a target, a rank among neighbours or of something else, points of a structure."""
    if is_target(sentence.folded, sentence.span.start, value.start) and not _by_a_past_year(sentence, value):
        return True
    if value.kind is Kind.SCORE:
        return is_structure(sentence, value)
    return is_regional(sentence, value) or (value.kind is not Kind.CHANGE and is_about_something_else(sentence, value))


def is_target(folded: str, start: int, position: int) -> bool:
    """Whether the words between a sentence's start and a value say that it is to be reached, not that it was."""
    last = None
    for last in _TARGET.finditer(folded, start, position):  # noqa: B007
        pass
    return last is not None and _REACHED.search(folded, last.start(), position) is None


def _by_a_past_year(sentence: Sentence, value: Mark) -> bool:
    """Whether the only word of a target is „đến năm 2022" in an article published after that year."""
    words = list(_TARGET.finditer(sentence.folded, sentence.span.start, value.start))
    published = sentence.story.published
    until = [_UNTIL.match(m[0]) for m in words]
    return published is not None and all(u and int(u[1]) < published.year for u in until)


def is_regional(sentence: Sentence, value: Mark) -> bool:
    """Whether a rank is one among neighbours, or inside the province."""
    tail = _TAIL.match(sentence.folded, value.end, sentence.span.end)
    after = tail[0] if tail else ""
    region = _AROUND.search(after)
    if region:
        whole = _WHOLE.search(after)
        return whole is None or whole.start() > region.start()
    if value.of is not None or value.number > _LARGEST_REGION:
        return False
    earlier = [v.end for v in sentence.values if v.end <= value.start]
    before = sentence.between(max([sentence.span.start, *earlier]), value.start)
    before = before.rsplit(";", 1)[-1]
    found = _REGION.search(before)
    return found is not None and _WHOLE.search(before + after, found.end()) is None


def is_about_something_else(sentence: Sentence, value: Mark) -> bool:
    """Whether the words after a rank („xếp thứ 5 về thu hút đầu tư") name something that no index here measures."""
    m = _ABOUT.match(sentence.folded, value.end, sentence.span.end)
    if m is None or _ALLOWED.match(sentence.folded, m.end(), sentence.span.end):
        return False
    named = [k for k in sentence.of_kind(Kind.MEASURE, Kind.INDEX) if k.start >= m.end() - 1]
    return not (named and _FILL.fullmatch(sentence.between(m.end(), named[0].start)))


def is_structure(sentence: Sentence, value: Mark) -> bool:
    """Whether a number of points tells how an index is built (at most 400 points), not what was reached."""
    start = max(sentence.span.start, value.start - 200)
    if value.number >= _ALL_POINTS:
        return True
    in_brackets = sentence.folded[value.start - 1 : value.start] == "("
    if in_brackets and value.number >= _LEAST_POINTS and value.number % _ROUND == 0:
        return True
    return bool(_STRUCTURE.search(sentence.folded, start, value.start))
