"""Whether two numbers are a day and a month, or a fraction, a range, an address: what the words beside them tell.

„9/10" may be a day or nine of ten. A day above the month („26/10") is no fraction; otherwise the words must speak for
a day. Words: cue_words.yml (corpus seen: provincial portals and newspapers, 2020–2026).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from generator.ingest.dates.grammar import LUNAR_BEFORE

_TAIL = re.compile(r"[\s\u200b]*([(,:–-]?)[\s\u200b(]*\Z")
_IN_TAIL = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b(,:–-"
_WRAPPED = re.compile(r"(?<!\w)ngày[^\S\n]*\n[^\S\n]*\Z")
_CLOCK = re.compile(r"(?:\A|\s)[0-9]{1,2}\s?(?:(?:h|g|:|giờ)\s?[0-9]{0,2}(?:\s?phút)?|phút)\Z")
_NAMED_DAY = re.compile(r"\b(?:Ngày|NGÀY)(?:\s[^\W\d_]{1,12}){1,9}\s?\(?\Z")
_NEXT = re.compile(r"[\s\u200b]*([^\W\d_]+|%)(?:\s+([^\W\d_]+))?")
_STOP = re.compile(r"[\s\u200b]*(?:\Z|[.,;:)!?”\"’…\]\n–*-])")
_NOT_ONE_DAY = frozenset({"mỗi", "hằng", "hàng", "nhiều", "vài", "mấy"})
_MEASURES = frozenset({"lần", "lượt", "bữa", "buổi", "tiếng", "giờ", "viên", "lít", "đêm", "triệu", "nghìn", "tỷ"})
_MANY_WORDS = frozenset(
    {"nửa", "mỗi", "hằng", "hàng", "nhiều", "vài", "mấy", "các", "những", "từng", "một", "hai", "ba", "bốn", "năm",
     "sáu", "bảy", "tám", "chín", "mười", "chục"}
)  # fmt: skip
_SMALL_FRACTION = 5
_LAST_MONTH = 12
_ROUND_THE_CLOCK = (24, 7)


class _Cues:
    def __init__(self) -> None:
        words = yaml.safe_load(files(__package__).joinpath("cue_words.yml").read_text(encoding="utf-8"))
        self.day_before = frozenset(words["day_before"])
        self.day_may_follow = frozenset(words["day_may_follow"])
        self.no_day_before = frozenset(words["no_day_before"])
        self.no_month_before = frozenset(words["no_month_before"])
        self.counted = frozenset(words["counted"])
        self.after_day = frozenset(words["after_day"])
        self.known_days = frozenset((day, month) for day, month in words["known_days"])


@cache
def _cues() -> _Cues:
    return _Cues()


def words_before(folded: str, start: int) -> tuple[tuple[str, ...], str]:
    """The last one, two and three words before a position, and the punctuation between."""
    line = folded[max(0, start - 40) : start].rpartition("\n")[2]
    tail = _TAIL.search(line, len(line.rstrip(_IN_TAIL)))
    assert tail is not None
    words = line[: tail.start()].split()[-3:]
    if not words and _WRAPPED.search(folded, max(0, start - 8), start):
        words = ["ngày"]
    return tuple([" ".join(words[-n:]) for n in range(1, len(words) + 1)]), tail[1]


def after_day_word(folded: str, start: int) -> bool:
    """Whether the words before leave no doubt that a day follows: „ngày", „chiều", „sáng nay (", „thứ hai, "."""
    phrases, mark = words_before(folded, start)
    if not phrases:
        return False
    if phrases[0] == "ngày" and len(phrases) > 1 and phrases[1].split()[0] in _NOT_ONE_DAY:
        return False
    if _CLOCK.search(phrases[min(2, len(phrases)) - 1]):
        return True
    strong = [p for p in phrases if p.lstrip('(“"‘*\u200b-–') in _cues().day_before]
    if not mark or mark in "(:":
        return bool(strong)
    return any(p.startswith(("thứ", "chủ nhật")) or p.endswith((" nay", " qua", " mai", " kia")) for p in strong)


def is_day(text: str, folded: str, start: int, end: int, day: int, month: int, sign: str, spaced: bool) -> bool:
    """Whether the two numbers at start..end, with this sign between, are a day and a month."""
    cues = _cues()
    if after_day_word(folded, start):
        return not (sign in "-–—" and day <= month and _follows(text, folded, end, _MEASURES))
    phrases, mark = words_before(folded, start)
    if sign == "." or (not mark and any(p in cues.no_day_before for p in phrases) and phrases[0] != "thành phố"):
        return False
    led = not mark and any(p in cues.day_may_follow for p in phrases)
    if (day, month) == _ROUND_THE_CLOCK and not led:
        return False
    if _follows(text, folded, end, cues.counted):
        return False
    named = bool(_NAMED_DAY.search(text[max(0, start - 90) : start]))
    slash = sign == "/"
    if day > month:
        plain = slash or day > _LAST_MONTH or (day, month) in cues.known_days
        return led or named or (not spaced and plain and (slash or _goes_on(text, folded, end)))
    if led and slash and not (day < month <= _SMALL_FRACTION):
        return True
    if named or (slash and (day, month) in cues.known_days) or (led and (slash or phrases[0] != "từ")):
        return _goes_on(text, folded, end)
    return False


def many_before(folded: str, start: int) -> bool:
    """Whether „tháng" or „năm" at a position is counted („6 tháng", „mỗi năm") and names none."""
    phrases, mark = words_before(folded, start)
    return bool(not mark and phrases and (phrases[0] in _MANY_WORDS or phrases[0][-1].isdigit()))


def lunar_before(folded: str, start: int) -> bool:
    """Whether the words before make a day or month one of the lunar calendar („âm lịch 25-7", „giỗ tổ 10/3")."""
    return bool(LUNAR_BEFORE.search(folded, max(0, start - 40), start))


def is_month(folded: str, start: int) -> bool:
    """Whether „3/2022" at a position is a month: not the number of a document, a term, a round."""
    phrases, mark = words_before(folded, start)
    return bool(mark) or not any(p in _cues().no_month_before for p in phrases)


def goes_on_after_date(text: str, folded: str, end: int) -> bool:
    """Whether what follows a position is the end of a phrase or a word that counts nothing."""
    return _goes_on(text, folded, end)


def measures(text: str, folded: str, end: int) -> bool:
    """Whether what follows a position is a measure of how often or how much: „ngày 2 lần"."""
    return _follows(text, folded, end, _MEASURES)


def counts(text: str, folded: str, end: int) -> bool:
    """Whether what follows a position is a thing counted."""
    return _follows(text, folded, end, _cues().counted)


def _goes_on(text: str, folded: str, end: int) -> bool:
    if _STOP.match(folded, end):
        return True
    m = _NEXT.match(folded, end)
    if m is None:
        return True
    return text[m.start(1)].isupper() or m[1] in _cues().after_day or f"{m[1]} {m[2]}" in _cues().after_day


def _follows(text: str, folded: str, end: int, words: frozenset[str]) -> bool:
    m = _NEXT.match(folded, end)
    if m is None or "\n" in folded[end : m.start(1)] or text[m.start(1)].isupper():
        return False
    return m[1] in words or f"{m[1]} {m[2]}" in words
