"""The words of a platform's name behind its head word, each with its place: a brand, a title, a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.ingest.events.any_of import any_of
from generator.ingest.events.brands import WORDS, is_brand
from generator.ingest.found import Span
from generator.ingest.passage import Passage

_GAP = re.compile(r"[ \t\u00a0]+(?:[-–—][ \t\u00a0]+)?")
_TOKEN = re.compile(r"[^\s,.;:!?()“”\"]{1,60}")
_QUOTED = re.compile(r"\s+(?:với tên gọi\s+|có tên(?: gọi)?\s+)?[“\"]([^“”\"\n]{3,60})[”\"]")
_MARKS = re.compile(r"[“\"]([^“”\"\n]{3,60})[”\"]")
_ENDS = frozenset(WORDS["name_ends"])
_BRAND_ENDS = frozenset(WORDS["brand_ends"])
_STARTS = re.compile(rf"\s+{any_of(WORDS['title_starts'])}(?!\w)")

Title = tuple[Span, str]


def quoted(passage: Passage, position: int, *, within: bool = False) -> Title | None:
    """A name in quotation marks that begins with a capital; `within`: the position is that of the first mark."""
    m = (_MARKS if within else _QUOTED).match(passage.text, position)
    if not m or not m[1].lstrip()[:1].isupper() or len(m[1].split()) > 8:
        return None
    return Span(m.start(1), m.end(1)), " ".join(m[1].split())


def branded(passage: Passage, position: int) -> Title | None:
    """The first brand within twelve words of the clause, with the capitalised words around it."""
    text = passage.text
    words = list(_words(text, position, 13))
    number = next((n for n in range(len(words)) if _ends_a_brand(text, words[: n + 1])), None)
    if number is None:
        return None
    first, last = number, number
    while first > 0 and _is_name(text, words[first - 1]) and not _dashed(text, words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _is_name(text, words[last + 1]):
        last += 1
    return _joined(text, words[first : last + 1])


def titled(passage: Passage, head: Span, prefix: str | None) -> Title | None:
    """„App Công dân Sóc Trăng": a title that ends in a capitalised name; a prefix given belongs to the name."""
    if not _STARTS.match(passage.folded, head.end) or not passage.text[head.end :].lstrip()[:1].isupper():
        return None
    words = _named(passage.text, head.end, 8)
    while words and not passage.text[words[-1].start].isupper():
        words.pop()
    if len(words) < 3:
        return None
    span, name = _joined(passage.text, words)
    return (Span(head.start, span.end), f"{prefix} {name}") if prefix else (span, name)


def described(passage: Passage, head: Span) -> Title | None:
    """„nền tảng chuyển đổi số ngành nông nghiệp": head and description, up to what is said of it."""
    words = _named(passage.text, head.end, 12)
    if len(words) < 3:
        return None
    span, name = _joined(passage.text, words)
    return Span(head.start, span.end), f"{passage.folded[head.start : head.end]} {name}"


def words_of_name(passage: Passage, position: int) -> Title | None:
    """A name of two words or more that begins with a capital."""
    words = _named(passage.text, position, 9)
    if len(words) < 2 or not passage.text[words[0].start].isupper():
        return None
    return _joined(passage.text, words)


def province_after(passage: Passage, position: int) -> int | None:
    """Where the capitalised name right behind a position ends."""
    words = list(takewhile(lambda w: passage.text[w.start].isupper(), _words(passage.text, position, 4)))
    return words[-1].end if words else None


def _words(text: str, position: int, most: int) -> Iterator[Span]:
    """The words of the clause from a position on: no further than punctuation, a line's end or `most` words."""
    for _ in range(most):
        gap = _GAP.match(text, position)
        token = _TOKEN.match(text, gap.end()) if gap else None
        if not token:
            return
        yield Span(token.start(), token.end())
        position = token.end()


def _named(text: str, position: int, most: int) -> list[Span]:
    return list(takewhile(lambda w: text[w.start : w.end] not in _ENDS, _words(text, position, most)))


def _joined(text: str, words: list[Span]) -> Title:
    return Span(words[0].start, words[-1].end), " ".join(text[word.start : word.end] for word in words)


def _ends_a_brand(text: str, words: list[Span]) -> bool:
    """Whether the last word is a brand, or makes one of the capitalised word in front of it."""
    word = text[words[-1].start : words[-1].end]
    return is_brand(word) or (word in _BRAND_ENDS and len(words) > 1 and text[words[-2].start].isupper())


def _is_name(text: str, word: Span) -> bool:
    return text[word.start].isupper() or (text[word.start] == "i" and text[word.start + 1 : word.end][:1].isupper())


def _dashed(text: str, one: Span, two: Span) -> bool:
    return bool(text[one.end : two.start].strip(" \t\u00a0"))
