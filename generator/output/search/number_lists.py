"""Ascending numbers as text, and changes of a few of them; javascripts/search/blocks.js reads them.

A list holds the steps from number to number. Lists of titles hold three bits besides, below each step.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, chain, repeat
from operator import lshift, or_, rshift, sub
from typing import NamedTuple

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUE = re.compile("[g-z0-9_-]*[A-Za-f]")
TITLE_BITS = 3
_TAIL = 128


@lru_cache(maxsize=65536)
def number_text(value: int) -> str:
    """A number ≥ 0 in base 32, low digits first; „A–Z a–f" end it, „g–z 0–9 - _" say that more follows."""
    text = ""
    while value >= 32:
        text += _DIGITS[32 + (value & 31)]
        value >>= 5
    return text + _DIGITS[value]


@lru_cache(maxsize=65536)
def _value(text: str) -> int:
    value = 0
    for digit in reversed(text):
        value = value << 5 | _DIGITS.index(digit) & 31
    return value


def numbers_text(values: Iterable[int]) -> str:
    """Numbers, one behind the other."""
    return "".join(map(number_text, values))


def steps_text(numbers: list[int], bits: list[int] | None = None) -> str:
    """Ascending numbers as the steps between them, each with the bits of a title's place where there are any."""
    steps = map(sub, numbers, chain((0,), numbers))
    return numbers_text(steps if bits is None else map(or_, map(lshift, steps, repeat(TITLE_BITS)), bits))


class NumberList(NamedTuple):
    """A list's text, how many numbers it holds, and the last of them (-1: not known)."""

    text: str = ""
    many: int = 0
    last: int = -1


def number_list(text: str) -> NumberList:
    """A list whose last number nobody asks for."""
    return NumberList(text, len(_VALUE.findall(text)))


def with_last(of: NumberList, bits: int) -> NumberList:
    """The list, its last number known."""
    if of.last >= 0:
        return of
    return NumberList(of.text, of.many, sum(_value(text) >> bits for text in _VALUE.findall(of.text)))


def changed(of: NumberList, bits: int, gone: Collection[int], come: Mapping[int, int]) -> NumberList:
    """The list without some numbers of it and with others, each with its bits; read only as far as needed."""
    kept, before, texts, numbers, rest = _read(of, bits, min(chain(gone, come)), max(chain(gone, come)))
    mask = (1 << bits) - 1

    def tie(at: int, below: int) -> None:
        step = numbers[at] - (numbers[at - 1] if at else before)
        texts[at] = number_text(step << bits | below)

    for number in gone:
        at = bisect_left(numbers, number)
        assert numbers[at] == number
        del numbers[at], texts[at]
        if at < len(numbers):
            tie(at, _value(texts[at]) & mask)
    for number, below in come.items():
        at = bisect_left(numbers, number)
        assert at == len(numbers) or numbers[at] != number
        numbers.insert(at, number)
        texts.insert(at, "")
        tie(at, below)
        if at + 1 < len(numbers):
            tie(at + 1, _value(texts[at + 1]) & mask)
    last = of.last if rest else numbers[-1] if numbers else before
    return NumberList(kept + "".join(texts) + rest, of.many - len(gone) + len(come), last if of.last >= 0 else -1)


def _read(of: NumberList, bits: int, least: int, greatest: int) -> tuple[str, int, list[str], list[int], str]:
    """What stands before, its last number; texts and numbers from before `least` to behind `greatest`; the rest."""
    if of.last >= 0 and greatest < of.last // 2:
        return "", 0, *_read_to(of.text, bits, greatest)
    text, size = of.text, _TAIL
    while True:
        cut = _end_of_value(text, len(text) - size) if of.last >= 0 else 0
        texts, steps = _steps(text, bits, cut, len(text))
        before = of.last - sum(steps) if cut else 0
        if not cut or before < least:
            return text[:cut], before, texts, list(accumulate(steps, initial=before))[1:], ""
        size *= 4


def _read_to(text: str, bits: int, greatest: int) -> tuple[list[str], list[int], str]:
    """Texts and numbers from the beginning to behind `greatest`, and the rest."""
    size = _TAIL
    while True:
        cut = _end_of_value(text, size)
        texts, steps = _steps(text, bits, 0, cut)
        numbers = list(accumulate(steps))
        if cut == len(text) or numbers[-1] > greatest:
            return texts, numbers, text[cut:]
        size *= 4


def _steps(text: str, bits: int, start: int, end: int) -> tuple[list[str], list[int]]:
    texts = _VALUE.findall(text, start, end)
    return texts, list(map(rshift, map(_value, texts), repeat(bits)))


def _end_of_value(text: str, at: int) -> int:
    """Where the value ends that stands at a place: at neither end of the text's, if the place is in it."""
    if not 0 < at < len(text):
        return 0 if at <= 0 else len(text)
    whole = _VALUE.match(text, at)
    assert whole
    return whole.end()
