"""Words as numbers while an index is made: a pair of them is a number too, which is had sooner than a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import lshift, or_

from generator.output.search.words import OF_DATES, TEXT_END, plain_dates, raw_words, word_of

_PAIR = 26
_SECOND = (1 << _PAIR) - 1


class _Numbers(dict[str, int]):
    """The number of each raw word's word; those of words themselves stand under them."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __missing__(self, raw: str) -> int:
        word = word_of(raw)
        if word != raw:
            number = self[word]
        else:
            number = len(self.words)
            self.words.append(word)
        self[raw] = number
        return number


class Lexicon:
    """Gives numbers to words as they come."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._end = self._numbers[TEXT_END]
        self._of_dates = {self._numbers[word] for word in OF_DATES}

    def words_of_each(self, texts: Sequence[str]) -> tuple[list[list[int]], dict[int, None]]:
        """The words of each text, and all that stand in any, also those that dates are without: „năm" of „năm 2022"."""
        found = list(map(self._numbers.__getitem__, raw_words(TEXT_END.join(texts))))
        every = dict.fromkeys(found)
        every.pop(self._end, None)
        each: list[list[int]] = []
        for text in self._texts(found, len(texts)):
            if self._of_dates.isdisjoint(text):
                each.append(text)
            else:
                each.append(self._plain(text))
                every.update(dict.fromkeys(each[-1]))
        return each, every

    def _texts(self, found: list[int], count: int) -> Iterator[list[int]]:
        start = 0
        for _ in range(count - 1):
            end = found.index(self._end, start)
            yield found[start:end]
            start = end + 1
        yield found[start:]

    def _plain(self, text: list[int]) -> list[int]:
        words = self._numbers.words
        return [self._numbers[word] for word in plain_dates([words[number] for number in text])]

    def word(self, number: int) -> str:
        """The word of a number."""
        return self._numbers.words[number]

    def pair(self, number: int) -> str:
        """The words of a pair's number."""
        words = self._numbers.words
        return f"{words[number >> _PAIR]} {words[number & _SECOND]}"


def pairs_of(text: list[int]) -> list[int]:
    """The numbers of pairs of neighbouring words."""
    return list(map(or_, map(lshift, text, repeat(_PAIR)), text[1:]))
