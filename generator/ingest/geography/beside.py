"""A province's name with the words that stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.once import once

_WINDOW = 72
_TOKEN = re.compile(r"[\w&]+(?:/[\w&]+)?|[^\w\s]|\n")
_SHORT_UNITS = {"p": "phường", "q": "quận", "h": "huyện", "x": "xã", "tt": "thị trấn", "bv": "bv", "đ": "đường"}
_SHORT = frozenset(_SHORT_UNITS) | {"tp", "tx", "ql", "tl"}
UNITS = frozenset(("huyện", "quận", "phường", "xã", "trấn", "thôn", "bản", "ấp", "buôn", "làng", "xóm", "khóm"))
"""Kinds of units below the province, by the word right before their name."""


@dataclass(frozen=True)
class Name:
    """A name that ends at `end` of a text: the folded words before it, nearest last, and what is written there."""

    name: str
    words: list[str]
    before: str
    text: str
    end: int

    @once
    def cased(self) -> list[str]:
        """The words before as they are written."""
        return _TOKEN.findall(self.before)[: len(self.words)]

    @property
    def last(self) -> str:
        """The word before, or nothing."""
        return self.words[-1] if self.words else ""

    @property
    def last_two(self) -> str:
        """The two words before."""
        return " ".join(self.words[-2:])

    def capital(self, back: int) -> bool:
        """Whether the word so many back is written like a name (which upper case throughout does not tell)."""
        return len(self.cased) >= back and self.cased[-back][0].isupper() and not self.text[self.end - 2].isupper()


def name_at(text: str, folded: str, start: int, end: int) -> Name:
    """A name and what stands before it; „P." and the like read as whole words, a single line end as a space."""
    low = max(0, start - _WINDOW)
    words = _TOKEN.findall(folded, low, start)
    if words and words[-1] == "\n" and words[-2:-1] != ["\n"]:
        words.pop()
    if len(words) > 1 and words[-1] == "." and words[-2] in _SHORT:
        words.pop()
        words[-1] = _SHORT_UNITS.get(words[-1], words[-1])
    return Name(folded[start:end], words, text[low:start], text, end)
