"""Vietnamese numbers as they are written: 1.131; 93,6; 0.8002; thứ nhì; năm.

Source: the custom of Vietnamese print (a dot parts thousands, a comma the decimals); corpus seen: pages that were made
from tables write decimals with a dot (0.8002, 80.91).
"""

from __future__ import annotations

import re

AFTER_FIRST_FIGURE = r"(?:\d{0,2}(?:[.,]\d{3})++(?:,\d{1,4}+)?+(?![\d])|\d{0,8}+(?:[.,]\d{1,4}+)?+)"
NUMBER = rf"\d{AFTER_FIRST_FIGURE}"
"""A number in figures; to be read with parse_number."""

WORDS = {
    "nhất": 1,
    "một": 1,
    "đầu tiên": 1,
    "nhì": 2,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}
"""Ordinal and cardinal numbers in words, in the folded form of generator.text.fold_case."""

WORD = "|".join(sorted(WORDS, key=len, reverse=True))

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_ZERO_POINT = re.compile(r"0[.,]\d+\Z")


def parse_number(written: str) -> float:
    """The value of a number in figures; a dot or comma before exactly three figures parts thousands, except after 0."""
    if _ZERO_POINT.match(written):
        return float(written.replace(",", "."))
    if "," in written and "." in written:
        return float(written.replace(".", "").replace(",", "."))
    if _THOUSANDS.match(written) and ("." in written or written.count(",") > 1):
        return float(re.sub(r"[.,]", "", written))
    return float(written.replace(",", "."))


def parse_count(written: str) -> int | None:
    """The whole number written in figures or in a word; None where it is neither."""
    word = " ".join(written.split())
    if word.isdecimal():
        return int(word)
    return WORDS.get(word)
