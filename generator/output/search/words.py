"""The words of a text as search compares them; javascripts/search/words.js finds the same ones."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text import fold_case, nfc, without_diacritics

_WORD = re.compile(r"\d+|[^\W\d_]+")
_BEFORE_NAM = {"viet", "ha", "quang", "mien", "phia", "dong", "tay"}
"""Việt Nam, Hà Nam, Quảng Nam, miền Nam … without diacritics: not the word for year."""

_DAY, _MONTH, _YEAR, _QUARTER = ("ngày", "ngay"), ("tháng", "thang"), ("năm", "nam"), ("quý", "quy")
_SPOKEN = {*_DAY, *_MONTH, *_YEAR}
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def words(text: str) -> list[str]:
    """Its words, accented: NFC, lower case, one tone placement, digits apart from letters, dates as in 10/10/2022."""
    return words_and_left_out(text)[0]


def words_and_left_out(text: str) -> tuple[list[str], list[str]]:
    """Its words, and those that its dates are without: „năm" of „năm 2022"."""
    found = [_placed(word) for word in _WORD.findall(nfc(text).lower())]
    if not any(word[0] <= "9" for word in found):
        return found, []
    plain = _plain_dates(found)
    return plain, [word for word in found if word not in plain] if len(plain) < len(found) else []


@lru_cache(maxsize=65536)
def _placed(word: str) -> str:
    return fold_case(word)


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A word of `words` without its diacritics, đ as d."""
    return without_diacritics(word).lower()


def _plain_dates(found: list[str]) -> list[str]:
    """„ngày 06 tháng 01 năm 2022" as „6/1/2022", „quý III năm 2022" as „quý 3/2022", „DTI năm 2022" as „DTI 2022"."""
    plain: list[str] = []
    before = ""
    for place, word in enumerate(found):
        if word[0] <= "9":
            before = str(int(word)) if _is_short(word) else word
        elif word in _SPOKEN and _goes_without(word, before, *(*found[place + 1 : place + 3], "", "")[:2]):
            continue
        else:
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
