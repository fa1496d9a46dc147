"""Which words and which pairs of neighbouring words stand in which documents, and where in them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from generator.output.search.lexicon import Lexicon, pairs_of
from generator.output.search.record import SearchRecord

FACTS, LEAD, TITLE = 0, 1, 8
STARTS, ENDS, ENTITY = 1, 2, 4
"""Of a word or pair in a title: it begins the title, it ends it, the title is that of a thing and not of an article."""


@dataclass(frozen=True, slots=True)
class Places:
    """The words and the pairs of words of one document by their numbers, each with where it stands."""

    words: dict[int, int] = field(default_factory=dict)
    pairs: dict[int, int] = field(default_factory=dict)


def places_of(record: SearchRecord, lexicon: Lexicon) -> Places:
    """Where its words and pairs stand: in a title, else in the lead, else in a fact."""
    found = Places()
    for texts, place in ((record.facts, FACTS), ((record.lead,), LEAD)):
        each, every = lexicon.words_of_each(texts)
        found.words.update(dict.fromkeys(every, place))
        for text in each:
            found.pairs.update(dict.fromkeys(pairs_of(text), place))
    titles = _places_in_titles(record, lexicon)
    found.words.update(titles.words)
    found.pairs.update(titles.pairs)
    return found


def _places_in_titles(record: SearchRecord, lexicon: Lexicon) -> Places:
    title = TITLE | (ENTITY if record.entity else 0)
    each, every = lexicon.words_of_each((record.title, *record.aliases, *record.related))
    words = dict.fromkeys(every, title)
    pairs: dict[int, int] = {}
    for name in filter(None, each):
        words[name[0]] |= STARTS
        words[name[-1]] |= ENDS
        of_name = pairs_of(name)
        for pair in of_name:
            pairs.setdefault(pair, title)
        if of_name:
            pairs[of_name[0]] |= STARTS
            pairs[of_name[-1]] |= ENDS
    return Places(words, pairs)


class Postings:
    """By word and by pair („bắc kạn"): for each document, as they are added, its number × 16 + where it stands."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._words: dict[int, array[int]] = {}
        self._pairs: dict[int, array[int]] = {}

    def add(self, number: int, record: SearchRecord) -> None:
        """Add a document."""
        places, base = places_of(record, self._lexicon), number * 16
        for postings, found in ((self._words, places.words), (self._pairs, places.pairs)):
            for key, place in found.items():
                try:
                    postings[key].append(base + place)
                except KeyError:
                    postings[key] = array("I", (base + place,))

    def words(self) -> dict[str, array[int]]:
        """What stands under each word."""
        return {self._lexicon.word(key): postings for key, postings in self._words.items()}

    def pairs(self) -> dict[str, array[int]]:
        """What stands under each pair."""
        return {self._lexicon.pair(key): postings for key, postings in self._pairs.items()}


def parted(
    postings: Mapping[str, array[int]], chosen: Sequence[bool]
) -> tuple[Mapping[str, array[int]], Mapping[str, array[int]]]:
    """What stands under each key in documents that are not chosen, and in those that are, by their numbers."""
    others: dict[str, array[int]] = {}
    these: dict[str, array[int]] = {}
    for key, of_key in postings.items():
        here = [chosen[posting >> 4] for posting in of_key]
        if not any(here):
            others[key] = of_key
        elif all(here):
            these[key] = of_key
        else:
            others[key] = array("I", compress(of_key, [not chosen for chosen in here]))
            these[key] = array("I", compress(of_key, here))
    return others, these
