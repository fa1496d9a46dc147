"""What stands before and behind each word, and every word there is: for finding what a misspelt one should be."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from generator.output.search.posting_lines import Line
from generator.output.search.words import bare

_MOST_NEIGHBOURS = 400


def neighbour_lines(pairs: Mapping[str, array[int]]) -> Iterator[Line]:
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
        yield _line(word, _counted(behind.get(word, {})), _counted(before.get(word, {})))


def _counted(counts: Mapping[str, int]) -> list[str]:
    of_count = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [part for word, count in of_count for part in (word, str(count))]


def _line(word: str, behind: list[str], before: list[str]) -> Line:
    """The line of a word from words and counts, by turns."""
    most = 2 * _MOST_NEIGHBOURS
    text = f"{word}\t{' '.join(behind[:most])}\t{' '.join(before[:most])}"
    if max(len(behind), len(before)) <= most:
        return Line(word, text)
    return Line(word, text, f"{word}\t{' '.join(behind)}\t{' '.join(before)}")


def changed_neighbours(
    word: str, old: Line | None, behind: Mapping[str, int], before: Mapping[str, int]
) -> Line | None:
    """The line of a word after changes of counts behind and before it; None where nothing stands beside it any more."""
    _, *known = (old.whole or old.text).split("\t") if old else ("", "", "")
    now_behind, now_before = (_recounted(text, by) for text, by in zip(known, (behind, before), strict=True))
    return _line(word, now_behind, now_before) if now_behind or now_before else None


def _recounted(text: str, changes: Mapping[str, int]) -> list[str]:
    """Words and counts, by turns, after changes of a few counts."""
    parts = text.split(" ") if text else []
    words, counts = parts[::2], parts[1::2]
    for word, by in changes.items():
        if word in words:
            at = words.index(word)
            by += int(counts[at])
            del words[at], counts[at]
        if by:
            places = range(len(words))
            at = bisect_left(places, (-by, word), key=lambda place: (-int(counts[place]), words[place]))
            words.insert(at, word)
            counts.insert(at, str(by))
    return [part for pair in zip(words, counts, strict=True) for part in pair]


def pair_changes(pairs: Mapping[str, int]) -> dict[str, tuple[dict[str, int], dict[str, int]]]:
    """By word, what changes behind and before it, from changes of the counts of pairs without diacritics."""
    found: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
    for pair, by in pairs.items():
        first, second = pair.split(" ")
        found.setdefault(first, ({}, {}))[0][second] = by
        found.setdefault(second, ({}, {}))[1][first] = by
    return found


def vocabulary_text(words: Mapping[str, array[int]]) -> str:
    """„word count word count …": every word of letters without its diacritics, by word."""
    counts: dict[str, int] = {}
    for word, postings in words.items():
        if not word.isdigit():
            counts[bare(word)] = counts.get(bare(word), 0) + len(postings)
    return _listed(sorted(counts.items()))


def changed_vocabulary(text: str, changes: Mapping[str, int]) -> str:
    """The vocabulary after changes of the counts of words without diacritics."""
    parts = text.split(" ") if text else []
    counts = dict(zip(parts[::2], map(int, parts[1::2]), strict=True))
    for word, by in changes.items():
        if not word.isdigit():
            counts[word] = counts.get(word, 0) + by
    return _listed(sorted((word, count) for word, count in counts.items() if count))


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return " ".join([f"{word} {count}" for word, count in counts])
