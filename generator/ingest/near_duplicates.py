"""The same article told twice: near-duplicates by shingles.

Shingles of five syllables, resemblance estimated from the smallest hashes of each text: A. Z. Broder, „On the
resemblance and containment of documents", 1997.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from zlib import crc32

from generator.text import fold

Sketch = frozenset[int]
SAME = 0.5
"""The resemblance from which two texts are reported as one article."""

_SHINGLE = 5
_SIZE = 64


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's shingles; empty for a text too short to tell."""
    syllables = fold(text).split()
    starts = range(len(syllables) - _SHINGLE + 1)
    hashes = {crc32(" ".join(syllables[i : i + _SHINGLE]).encode()) for i in starts}
    return frozenset(sorted(hashes)[:_SIZE]) if len(hashes) >= _SIZE // 4 else frozenset()


def resemblance(a: Sketch, b: Sketch) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    smallest = sorted(a | b)[: min(_SIZE, max(len(a), len(b)))]
    return sum(n in a and n in b for n in smallest) / len(smallest) if smallest else 0.0


class Sketches:
    """Sketches by the name of their text, found again by the hashes they share."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def add(self, name: str, drawn: Sketch) -> None:
        """Remember a sketch under a name; a second one of that name is not taken."""
        if name not in self._sketches:
            self._sketches[name] = drawn
            for number in drawn:
                self._holders[number].append(name)

    def nearest(self, drawn: Sketch) -> tuple[str, float] | None:
        """The text most like this one and how like, if they are near-duplicates."""
        shared = Counter(name for number in drawn for name in self._holders.get(number, ()))
        alike = [(resemblance(drawn, self._sketches[name]), name) for name, _ in shared.most_common(3)]
        best = max(alike, default=(0.0, ""))
        return (best[1], best[0]) if best[0] >= SAME else None
