"""Documents that go, come and move, and what that changes under each word and pair."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.output.search.documents import Document, record_of
from generator.output.search.lexicon import Lexicon
from generator.output.search.posting_lines import Edit, bare_key
from generator.output.search.postings import Places, places_of
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


@dataclass(slots=True)
class Edited:
    """What changes under words and under pairs, and in how many documents each of them stands, without diacritics."""

    words: Edits = field(default_factory=dict)
    pairs: Edits = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    word_counts: Counter[str] = field(default_factory=Counter)
    pair_counts: Counter[str] = field(default_factory=Counter)

    def note(self, places: Places, *, gone: int | None = None, come: int | None = None) -> None:
        """A document with these words and pairs has no longer one number, and has another one."""
        for edits, found, text in (
            (self.words, places.words, self.lexicon.word),
            (self.pairs, places.pairs, self.lexicon.pair),
        ):
            for of, place in found.items():
                form = text(of)
                of_form = edits.setdefault(bare_key(form), {}).setdefault(form, [])
                if gone is not None:
                    of_form.append(Edit(gone, place, False))
                if come is not None:
                    of_form.append(Edit(come, place, True))

    def count(self, places: Places, by: int) -> None:
        """A document holds its words and pairs, or does so no more."""
        for word in places.words:
            self.word_counts[bare_key(self.lexicon.word(word))] += by
        for pair in places.pairs:
            self.pair_counts[bare_key(self.lexicon.pair(pair))] += by


def edits_of(turn: Turn, moved: list[tuple[int, int, Document]]) -> Edited:
    """What changes with the documents."""
    edited = Edited()
    for page in sorted(turn.gone.keys() | turn.come.keys()):
        before = places_of(record_of(turn.gone[page][1]), edited.lexicon) if page in turn.gone else Places()
        after = places_of(record_of(turn.come[page]), edited.lexicon) if page in turn.come else Places()
        edited.count(before, -1)
        edited.count(after, 1)
        if page in turn.gone and page in turn.come and turn.gone[page][0] == turn.number_of(page):
            before, after = _without(before, after), _without(after, before)
        if page in turn.gone:
            edited.note(before, gone=turn.gone[page][0])
        if page in turn.come:
            edited.note(after, come=turn.number_of(page))
    for old, new, document in moved:
        edited.note(places_of(record_of(document), edited.lexicon), gone=old, come=new)
    return edited


def _without(places: Places, others: Places) -> Places:
    """What stands elsewhere, or not at all, in another document."""
    return Places(
        {form: place for form, place in places.words.items() if others.words.get(form) != place},
        {form: place for form, place in places.pairs.items() if others.pairs.get(form) != place},
    )
