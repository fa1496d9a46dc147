"""The same article told twice: near-duplicates by shingles.

Shingles of five syllables, resemblance estimated from the smallest hashes of each text: A. Z. Broder, „On the
resemblance and containment of documents", 1997.
"""

from __future__ import annotations

from array import array
from collections import Counter
from zlib import crc32

from generator.text import fold

Sketch = frozenset[int]
SAME = 0.5
"""The resemblance from which two texts are reported as one article."""

_SHINGLE = 5
_SIZE = 64
_INDEXED = 16
"""By how many of its smallest hashes a text is found: two alike by half miss each other once in 65,000 times."""

_TRIED = 50
"""How many texts with one hash are looked at: the last ones, so that a phrase of all texts does not slow a run."""


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's shingles; empty for a text too short to tell."""
    syllables = " ".join(map(fold, text.split())).split()
    starts = range(len(syllables) - _SHINGLE + 1)
    hashes = {crc32(" ".join(syllables[i : i + _SHINGLE]).encode()) for i in starts}
    return frozenset(sorted(hashes)[:_SIZE]) if len(hashes) >= _SIZE // 4 else frozenset()


def resemblance(a: Sketch, b: Sketch) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    smallest = sorted(a | b)[: min(_SIZE, max(len(a), len(b)))]
    return sum(n in a and n in b for n in smallest) / len(smallest) if smallest else 0.0


class Sketches:
    """Sketches by the name of their text, found again by their smallest hashes; about 2 KB each."""

    def __init__(self) -> None:
        self._sketches: dict[str, array[int]] = {}
        self._holders: dict[int, list[str]] = {}

    def add(self, name: str, drawn: Sketch) -> None:
        """Remember a sketch under a name; a second one of that name is not taken."""
        if name not in self._sketches:
            self._sketches[name] = array("I", sorted(drawn))
            for number in self._sketches[name][:_INDEXED]:
                self._holders.setdefault(number, []).append(name)

    def nearest(self, drawn: Sketch) -> tuple[str, float] | None:
        """The text most like this one and how like, if they are near-duplicates."""
        smallest = sorted(drawn)[:_INDEXED]
        shared = Counter(name for number in smallest for name in self._holders.get(number, ())[-_TRIED:])
        alike = [(resemblance(drawn, frozenset(self._sketches[name])), name) for name, _ in shared.most_common(3)]
        best = max(alike, default=(0.0, ""))
        return (best[1], best[0]) if best[0] >= SAME else None
