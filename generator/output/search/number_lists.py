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
    """The list without some numbers of it and with others, each with its bits; read from the end as far as needed."""
    kept, before, texts, numbers = _read(of, bits, min(chain(gone, come)))
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
    last = numbers[-1] if numbers else before
    return NumberList(kept + "".join(texts), of.many - len(gone) + len(come), last if of.last >= 0 else -1)


def _read(of: NumberList, bits: int, least: int) -> tuple[str, int, list[str], list[int]]:
    """What stands before, its last number, and the rest: the texts and numbers from somewhere before `least` on."""
    text, size = of.text, _TAIL
    while True:
        cut = len(text) - size if of.last >= 0 else 0
        if cut > 0:
            whole = _VALUE.match(text, cut)
            assert whole
            cut = whole.end()
        texts = _VALUE.findall(text, max(0, cut))
        steps = list(map(rshift, map(_value, texts), [bits] * len(texts))) if bits else list(map(_value, texts))
        before = of.last - sum(steps) if cut > 0 else 0
        if cut <= 0 or before < least:
            return text[: max(0, cut)], before, texts, list(accumulate(steps, initial=before))[1:]
        size *= 4
