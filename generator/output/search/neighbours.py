"""What stands before and behind each word, and every word there is: for finding what a misspelt one should be."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

from generator.output.search.words import bare

_MOST_NEIGHBOURS = 400


def neighbour_lines(pairs: Mapping[str, array[int]]) -> Iterator[tuple[str, str]]:
    """By word without diacritics: the words behind it and the words before it, the most frequent first.

    A line: word, „behind count behind count …", „before count before count …".
    """
    behind: dict[str, dict[str, int]] = {}
    before: dict[str, dict[str, int]] = {}
    for pair, postings in pairs.items():
        first, second = map(bare, pair.split(" "))
        for found, of_word, neighbour in ((behind, first, second), (before, second, first)):
            counts = found.setdefault(of_word, {})
            counts[neighbour] = counts.get(neighbour, 0) + len(postings)
    for word in sorted(behind.keys() | before.keys()):
        yield word, f"{word}\t{_counted(behind.get(word, {}))}\t{_counted(before.get(word, {}))}"


def vocabulary_text(words: Mapping[str, array[int]]) -> str:
    """„word count word count …": every word of letters without its diacritics, by word."""
    counts: dict[str, int] = {}
    for word, postings in words.items():
        if not word.isdigit():
            counts[bare(word)] = counts.get(bare(word), 0) + len(postings)
    return _listed(sorted(counts.items()))


def _counted(counts: Mapping[str, int]) -> str:
    return _listed(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_NEIGHBOURS])


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return " ".join(f"{word} {count}" for word, count in counts)
