"""Documents that go, come and move, and what that changes under each word and pair."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.output.search.documents import Document, record_of
from generator.output.search.lexicon import Lexicon
from generator.output.search.posting_lines import Edit, bare_key
from generator.output.search.postings import Places, places_of
from generator.output.search.segments import is_new
from generator.output.search.state import document_at

Edits = dict[str, dict[str, list[Edit]]]
"""By key without diacritics and by accented form."""


@dataclass(slots=True)
class Turn:
    """Documents by page that go (with their numbers) and that come; those that get a number or another one.

    A page whose document changes goes and comes, under its number if `numbers` names no other.
    """

    gone: dict[str, tuple[int, Document]] = field(default_factory=dict)
    come: dict[str, Document] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    documents: int = 0

    def number_of(self, page: str) -> int:
        """The number of a document that comes."""
        return self.numbers[page] if page in self.numbers else self.gone[page][0]

    def moved(self, connection: sqlite3.Connection) -> Iterator[tuple[int, int, Document]]:
        """The documents that only get other numbers: the old one, the new one."""
        for page, number in self.numbers.items():
            if page not in self.come:
                known = document_at(connection, page)
                assert known
                yield known[0], number, known[1]


Moved = list[tuple[int, int, Document]]
"""Documents that only change their place: the old number, the new one (the same for those whose segment changes)."""


class _Spot(NamedTuple):
    new: bool
    number: int


@dataclass(slots=True)
class SegmentEdits:
    """What changes under the words and pairs of a segment, and in how many of its documents each pair stands."""

    words: Edits = field(default_factory=dict)
    pairs: Edits = field(default_factory=dict)
    pair_counts: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Edited:
    """What changes in the old and the new segment, and in how many documents of both each word stands."""

    segments: tuple[SegmentEdits, SegmentEdits] = field(default_factory=lambda: (SegmentEdits(), SegmentEdits()))
    word_counts: Counter[str] = field(default_factory=Counter)
    lexicon: Lexicon = field(default_factory=Lexicon)

    def note(self, places: Places, *, new: bool, gone: int | None = None, come: int | None = None) -> None:
        """A document with these words and pairs has no longer one number in a segment, and has another one."""
        segment = self.segments[new]
        for edits, found, text in (
            (segment.words, places.words, self.lexicon.word),
            (segment.pairs, places.pairs, self.lexicon.pair),
        ):
            for of, place in found.items():
                form = text(of)
                of_form = edits.setdefault(bare_key(form), {}).setdefault(form, [])
                if gone is not None:
                    of_form.append(Edit(gone, place, False))
                if come is not None:
                    of_form.append(Edit(come, place, True))

    def count_words(self, places: Places, by: int) -> None:
        """A document holds its words, or does so no more."""
        for word in places.words:
            self.word_counts[bare_key(self.lexicon.word(word))] += by

    def count_pairs(self, places: Places, spot: _Spot, by: int) -> None:
        """A segment's document holds its pairs, or does so no more."""
        counts = self.segments[spot.new].pair_counts
        for pair in places.pairs:
            counts[bare_key(self.lexicon.pair(pair))] += by


def edits_of(turn: Turn, moved: Moved, borders: tuple[int, int]) -> Edited:
    """What changes with the documents; `borders` of the segments: before and now."""
    edited = Edited()
    for page in sorted(turn.gone.keys() | turn.come.keys()):
        _turn_over(edited, turn, page, borders)
    for old, new, document in moved:
        before, now = _spot(document, old, borders[0]), _spot(document, new, borders[1])
        places = places_of(record_of(document), edited.lexicon)
        if before.new == now.new:
            edited.note(places, new=now.new, gone=old, come=new)
            continue
        edited.note(places, new=before.new, gone=old)
        edited.note(places, new=now.new, come=new)
        edited.count_pairs(places, before, -1)
        edited.count_pairs(places, now, 1)
    return edited


def _turn_over(edited: Edited, turn: Turn, page: str, borders: tuple[int, int]) -> None:
    """A page's document goes, comes, or becomes another one."""
    before = now = None
    gone = come = Places()
    if page in turn.gone:
        number, document = turn.gone[page]
        before, gone = _spot(document, number, borders[0]), places_of(record_of(document), edited.lexicon)
        edited.count_words(gone, -1)
        edited.count_pairs(gone, before, -1)
    if page in turn.come:
        document = turn.come[page]
        now = _spot(document, turn.number_of(page), borders[1])
        come = places_of(record_of(document), edited.lexicon)
        edited.count_words(come, 1)
        edited.count_pairs(come, now, 1)
    if before == now:
        gone, come = _without(gone, come), _without(come, gone)
    if before:
        edited.note(gone, new=before.new, gone=before.number)
    if now:
        edited.note(come, new=now.new, come=now.number)


def _spot(document: Document, number: int, border: int) -> _Spot:
    return _Spot(is_new(document, number, border), number)


def _without(places: Places, others: Places) -> Places:
    """What stands elsewhere, or not at all, in another document."""
    return Places(
        {form: place for form, place in places.words.items() if others.words.get(form) != place},
        {form: place for form, place in places.pairs.items() if others.pairs.get(form) != place},
    )
