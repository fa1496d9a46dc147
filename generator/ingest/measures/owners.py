"""Whose a value is: the province named after or before it, the one the part is about, the country, or nobody's."""

from __future__ import annotations

import re

from generator.ingest.found import Sense
from generator.ingest.measures.context import Context
from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.sentence import Sentence, Subject
from generator.ingest.measures.words import WORDS

_ALL = re.compile(r"(?<!\w)(?:đều|cùng|cả|đồng)(?!\w)")
_OWNER = re.compile(
    rf"[\s”\"’]*(?:(?:{WORDS['among_all']})\s*)?"
    r"(?:(?:trong|trên|của) (?:bảng|danh sách)[^,.;:]{0,40}?|về [^,.;:]{0,60}?)?"
    r"\s*,?\s*(?:tiếp tục |vẫn |lần lượt |hiện |cũng )?(?:là|thuộc về|gọi tên|dành cho|:)\s+(?:của )?"
    r"(?:(?:tỉnh|thành phố|tp\.?|địa phương)\s?)?"
)
_BESIDE = re.compile(r"\s?\((?:xếp|đứng|hạng|ở|vị trí|đạt|\s)*\Z")
_LED = re.compile(r"\s*,\s*(?:(?:tỉnh|thành phố|tp\.?)\s?)?\Z")
_NATION = re.compile(r"(?:dti|chuyển đổi số|cấp|chỉ số) quốc gia|(?:của|đưa|nước) việt nam")
_MEAN = re.compile(
    r"(?:trung bình|bình quân|chung bình|tính chung)[^.;]{0,60}(?:cả nước|toàn quốc|cấp tỉnh|các tỉnh|\d\d tỉnh)"
    r"|cấp tỉnh[^.;]{0,20}(?:trung bình|bình quân)"
)
_PROVINCIAL = re.compile(r"cấp tỉnh|cấp địa phương")


def owners(sentence: Sentence, context: Context, value: Mark) -> tuple[str, ...]:
    """The keys of the provinces a value is told of; none where it is another body's or nobody's."""
    told, owner = owner_after(sentence, value)
    if told:
        return (owner.key,) if owner and owner.key else ()
    before = _owners_before(sentence, value)
    if before is not None and (not before or not before[0].own):
        return tuple(s.key for s in before if s.key)
    named = [s.key for s in sentence.subjects if s.key and s.end <= value.start]
    if before and before[0].city and named:
        return (named[-1],)
    if before and not before[0].city and context.province:
        return (context.province,)
    if context.subject is not None:
        return (context.subject.key,) if context.subject.key else ()
    if context.province:
        return (context.province,)
    later = {s.key for s in sentence.subjects if s.key}
    return tuple(later) if len(later) == 1 and not named else ()


def owner_after(sentence: Sentence, value: Mark) -> tuple[bool, Subject | None]:
    """Whether the words after a value name whose it is („thứ 2 là …"), and the province if it is one."""
    m = _OWNER.match(sentence.folded, value.end, sentence.span.end)
    if m is None:
        return False, None
    subject = next((s for s in sentence.subjects if s.start >= m.end() - 14 and s.end > m.end()), None)
    if subject is None or subject.start > m.end() + 12 or subject.key is None:
        return m[0].rstrip()[-1:] != ":", None
    return True, subject


def beside(sentence: Sentence, value: Mark) -> Subject | None:
    """The province right before a value in brackets, even one that is only compared with: „sau Hà Nội (thứ 3)"."""
    for found in sentence.story.provinces_in(sentence.span):
        named = found.end <= value.start and found.sense is Sense.PROVINCE
        if named and _BESIDE.match(sentence.between(found.end, value.start)):
            return Subject(found.start, found.end, found.key)
    return None


def _owners_before(sentence: Sentence, value: Mark) -> list[Subject] | None:
    """The subject before a value: one province, or each of a list told to share it; None where nobody is named."""
    bracketed = beside(sentence, value)
    if bracketed is not None:
        return [bracketed]
    before = [s for s in sentence.subjects if s.end <= value.start and not _is_bracketed(sentence, s, value)]
    if not before:
        return _leading(sentence, value)
    last = before[-1]
    if last.key is None:
        return [last]
    run = sentence.run_ending(last)
    if len(run) == 1:
        return run
    if value.kind is Kind.TOP or _ALL.search(sentence.folded, last.end, value.start):
        return run
    return [last] if "và" not in sentence.between(run[-2].end, last.start) else []


def _is_bracketed(sentence: Sentence, subject: Subject, value: Mark) -> bool:
    """Whether a name stands in brackets that close before a value: „Cà Mau (hợp nhất với Bạc Liêu) xếp thứ 29"."""
    gap = sentence.between(subject.end, value.start)
    closing = gap.find(")")
    return closing >= 0 and "(" not in gap[:closing]


def _leading(sentence: Sentence, value: Mark) -> list[Subject] | None:
    """The province right after a score that leads the sentence: „Với 0,8 điểm, Đà Nẵng đứng đầu"."""
    if value.kind is not Kind.SCORE:
        return None
    after = next((s for s in sentence.subjects if s.start >= value.end), None)
    if after is not None and after.key and _LED.match(sentence.between(value.end, after.start)):
        return [after]
    return None


def beyond_provinces(sentence: Sentence, context: Context, value: Mark, index: str) -> tuple[str, tuple[None] | None]:
    """The index and (None,) where a value is the whole country's or the mean of all provinces'; else None."""
    names = sentence.story.lexicon.measures
    if names.indices[index].level == "international":
        return index, (None,)
    if value.kind is not Kind.SCORE:
        return index, None
    named = [s for s in sentence.subjects if s.end <= value.start]
    before = sentence.between(max([sentence.span.start, *(s.end for s in named)]), value.start)
    if context.general and not named and not _NATION.search(before):
        return context.general, (None,)
    nobodys = not context.province and not any(s.key or s.own for s in named)
    if names.mean and (_MEAN.search(before) or (nobodys and _PROVINCIAL.search(before))):
        return names.mean, (None,)
    return index, (None,) if _NATION.search(before) else None
