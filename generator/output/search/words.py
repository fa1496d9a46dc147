"""The words of a text as search compares them; javascripts/search/words.js finds the same ones."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text import fold_case, nfc, without_diacritics

_WORD = re.compile(r"\d+|[^\W\d_]+")
TEXT_END = "\0"
_WORD_OR_END = re.compile(rf"{_WORD.pattern}|{TEXT_END}")
_BEFORE_NAM = {"viet", "ha", "quang", "mien", "phia", "dong", "tay"}
"""Việt Nam, Hà Nam, Quảng Nam, miền Nam … without diacritics: not the word for year."""

_DAY, _MONTH, _YEAR, _QUARTER = ("ngày", "ngay"), ("tháng", "thang"), ("năm", "nam"), ("quý", "quy")
_SPOKEN = {*_DAY, *_MONTH, *_YEAR}
OF_DATES = {*_SPOKEN, *_QUARTER}
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def words(text: str) -> list[str]:
    """Its words, accented: NFC, lower case, one tone placement, digits apart from letters, dates as in 10/10/2022."""
    return plain_dates(list(map(word_of, _WORD.findall(nfc(text).lower()))))


def raw_words(texts: str) -> list[str]:
    """The words of texts as they are written but in lower case, with TEXT_END between the texts as there."""
    return _WORD_OR_END.findall(nfc(texts).lower())


@lru_cache(maxsize=65536)
def word_of(raw: str) -> str:
    """The word that a raw one is: of one tone placement, a short number without leading zeros."""
    return str(int(raw)) if _is_short(raw) else fold_case(raw)


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A word of `words` without its diacritics, đ as d."""
    return without_diacritics(word).lower()


def plain_dates(found: list[str]) -> list[str]:
    """„ngày 06 tháng 01 năm 2022" as „6/1/2022", „quý III năm 2022" as „quý 3/2022", „DTI năm 2022" as „DTI 2022"."""
    if OF_DATES.isdisjoint(found) or not any(word[0] <= "9" for word in found):
        return found
    plain: list[str] = []
    before = ""
    for place, word in enumerate(found):
        if word in _SPOKEN and _goes_without(word, before, *(*found[place + 1 : place + 3], "", "")[:2]):
            continue
        before = _QUARTERS.get(word, word) if before in _QUARTER else word
        plain.append(before)
    return plain


def _goes_without(word: str, before: str, after: str, next_after: str) -> bool:
    """Whether a date goes without the word."""
    if word in _YEAR:
        return _is_year(after) and not (word == "nam" and bare(before) in _BEFORE_NAM)
    if word in _MONTH:
        return _is_short(before) and _is_short(after)
    return _is_short(after) and (_is_short(next_after) or next_after in _MONTH)


def _is_short(word: str) -> bool:
    return len(word) <= 2 and word.isascii() and word.isdigit()


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit()
