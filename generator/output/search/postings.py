"""Which words and which pairs of neighbouring words stand in which documents, and where in them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.output.search.record import SearchRecord
from generator.output.search.words import words_and_left_out

FACTS, LEAD, TITLE = 0, 1, 8
STARTS, ENDS, ENTITY = 1, 2, 4
"""Of a word or pair in a title: it begins the title, it ends it, the title is that of a thing and not of an article."""


@dataclass(frozen=True, slots=True)
class Postings:
    """By word, and by pair of words („bắc kạn"): document number × 16 + where it stands, in ascending order."""

    words: dict[str, array[int]] = field(default_factory=dict)
    pairs: dict[str, array[int]] = field(default_factory=dict)

    def add(self, number: int, record: SearchRecord) -> None:
        """Add a document; numbers must come in ascending order."""
        single: dict[str, int] = {}
        double: dict[str, int] = {}
        title = TITLE | (ENTITY if record.entity else 0)
        for name in (record.title, *record.aliases, *record.related):
            _add_title(name, title, single, double)
        _add_text(record.lead, LEAD, single, double)
        for fact in record.facts:
            _add_text(fact, FACTS, single, double)
        base = number * 16
        for postings, found in ((self.words, single), (self.pairs, double)):
            for key, place in found.items():
                known = postings.get(key)
                if known is None:
                    postings[key] = array("I", (base + place,))
                else:
                    known.append(base + place)


def postings_of(records: Iterable[SearchRecord]) -> Postings:
    """The postings of documents that are numbered as they come, from 0."""
    postings = Postings()
    for number, record in enumerate(records):
        postings.add(number, record)
    return postings


def _add_title(text: str, place: int, single: dict[str, int], double: dict[str, int]) -> None:
    title, left_out = words_and_left_out(text)
    last = len(title) - 1
    for at, word in enumerate(title):
        here = place | (STARTS if at == 0 else 0)
        single[word] = single.get(word, 0) | here | (ENDS if at == last else 0)
        if at < last:
            pair = f"{word} {title[at + 1]}"
            double[pair] = double.get(pair, 0) | here | (ENDS if at + 1 == last else 0)
    for word in left_out:
        single[word] = single.get(word, 0) | place


def _add_text(text: str, place: int, single: dict[str, int], double: dict[str, int]) -> None:
    found, left_out = words_and_left_out(text)
    for word in left_out:
        single.setdefault(word, place)
    before = ""
    for word in found:
        single.setdefault(word, place)
        if before:
            double.setdefault(f"{before} {word}", place)
        before = word
