"""When two wordings say the same: the same numbers, and at least half of the content syllables shared.

Names of events and texts of targets and figures are in our own words, so two right answers differ in wording.
"""

from __future__ import annotations

import re

from generator.text import fold_case

SHARED = 0.5
"""The share of content syllables that two wordings have in common: twice the common ones over the sum of both."""

_EMPTY = frozenset(("và", "của", "các", "những", "tại", "về", "cho", "trong", "ở", "là", "được", "đã", "sẽ", "với"))
_LONG = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tt&tt": "thông tin truyền thông",
    "kh&cn": "khoa học công nghệ",
    "tphcm": "thành phố hồ chí minh",
    "tp.hcm": "thành phố hồ chí minh",
    "tp": "thành phố",
    "tx": "thị xã",
    "cđs": "chuyển đổi số",
    "tỷ": "tỉ",
}
_WORD = re.compile(r"tp\.hcm|[^\W\d_]+(?:&[^\W\d_]+)?")
_NUMBER = re.compile(r"(?<!\w)(\d+(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?:\s*(tỷ|tỉ|triệu|nghìn|ngàn))?(?!\w)")
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?!\w|[.,]\d)")
_TIMES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
_PERIOD = re.compile(
    r"(?:\d+ tháng )?(?:(?:đầu|cuối|của) )?"
    r"(?:năm|dti|quý [ivx]+ ?[/-]|tháng \d{1,2} ?[/-]|ngày \d{1,2}/\d{1,2}/) ?\d{4}"
)


def plain(text: str) -> str:
    """Lower case, one tone placement, single spaces, one kind of dash and quotation mark."""
    text = re.sub(r"\s*[-–—]\s*", " - ", fold_case(text))
    return squeezed(re.sub("[“”„\"'‘’]", "", text))


def squeezed(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


def syllables(text: str) -> frozenset[str]:
    """The content syllables of a text; common abbreviations count as what they stand for."""
    words = (_LONG.get(word, word) for word in _WORD.findall(_PERIOD.sub(" ", plain(text))))
    return frozenset(s for word in words for s in word.split()) - _EMPTY


def numbers(text: str) -> list[float]:
    """The numbers of a text, in order, without years and those of a period (9 tháng năm 2022)."""
    found = _NUMBER.findall(_YEAR.sub(" ", _PERIOD.sub(" ", plain(text))))
    return [round(_value(digits) * _TIMES.get(times, 1), 6) for digits, times in found]


def years(text: str) -> set[str]:
    """The years a text names."""
    return set(_YEAR.findall(text))


def _value(digits: str) -> float:
    return float(digits.replace(".", "").replace(",", "."))


def shared(one: str, other: str) -> float:
    """How much of their content syllables two texts share, from 0 to 1."""
    a, b = syllables(one), syllables(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def shared_with_shorter(one: str, other: str) -> float:
    """How many of the content syllables of the shorter text the longer one has, from 0 to 1."""
    a, b = syllables(one), syllables(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def says_the_same(one: str, other: str) -> bool:
    """The same numbers, no other years (one may name fewer), and at least half of the content syllables shared."""
    a, b = years(one), years(other)
    if not (a <= b or b <= a):
        return False
    return set(numbers(one)) == set(numbers(other)) and shared(one, other) >= SHARED
