"""Lines as printed → paragraphs, and the running heads and page numbers that stand around them.

A line goes on in the next one where the next one's first word would not have fitted on it: Vietnamese has no
hyphenation, so a line breaks only where it is full. Source of the marks that open a paragraph: Nghị định
30/2020/NĐ-CP, phụ lục I.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_OPENS = re.compile(r"(?:[-–—•+*●▪■◦]|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.|Điều\s\d+)\s")
_ENDS = re.compile(r"[.!?:;…][”\"’)\]]*\Z")
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:(?:trang|page)\W{0,3})?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?\W{0,3}", re.I)
_PRINTED_BY_BROWSER = re.compile(r"https?://\S+|\d{1,2}[:/.]\d{1,2}(?:[/.]\d{2,4})?,? \d{1,2}[:/.]\d{2}")
_EDGE = 0.08
_SIZE_DIFFERS = 1.12
_GAP = 1.3
_INDENT = 8.0
_ROOM = 0.6  # a space and what the measures may be off by, in heights of a line


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page with the box it fills and the right end of its first word, in points from the lower left corner.

    All of them are zero where the place is unknown.
    """

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    word_right: float

    @property
    def height(self) -> float:
        """The height of its letters' boxes."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page and its lines, in the order of the file."""

    height: float
    lines: list[PrintedLine]


def running_heads(pages: Sequence[PrintedPage]) -> set[PrintedLine]:
    """Lines at the edges of pages that come again on others, page numbers, and what a browser prints around a page."""
    edges = [(page, line) for page in pages for line in page.lines if _at_edge(line, page)]
    seen = Counter(_pattern(line) for line in {(line.page, _pattern(line)): line for _, line in edges}.values())
    return {
        line
        for _, line in edges
        if _PAGE_NUMBER.fullmatch(line.text)
        or _PRINTED_BY_BROWSER.match(line.text)
        or seen[_pattern(line)] > max(1, len(pages) // 2 - 1)
    }


def _at_edge(line: PrintedLine, page: PrintedPage) -> bool:
    middle = (line.bottom + line.top) / 2
    return line.height > 0 and not page.height * _EDGE < middle < page.height * (1 - _EDGE)


def _pattern(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def paragraphs(pages: Sequence[PrintedPage], heads: set[PrintedLine]) -> Iterator[str]:
    """The text of all pages but their running heads, one paragraph a line."""
    lines = [line for page in pages for line in page.lines if line not in heads]
    margins = {n: _right_margin([li for li in page.lines if li not in heads]) for n, page in enumerate(pages)}
    pitch = _pitch(lines)
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None:
            text = line.text
        elif _goes_on(before, line, margins[before.page], pitch):
            text += line.text if re.search(r"\w[-\ufffe]\Z", text) else f" {line.text}"
        else:
            yield text
            text = line.text
    yield text


def _right_margin(lines: Sequence[PrintedLine]) -> float:
    long = sorted(line.right for line in lines if len(line.text) >= 30) or [line.right for line in lines] or [0.0]
    return long[-1]


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """The usual distance from line to line, in heights of a line."""
    steps = [(a.bottom - b.bottom) / a.height for a, b in pairwise(lines) if a.page == b.page and a.height > 0]
    usual = [step for step in steps if 0.8 < step < 2.5]
    return median(usual) if usual else 1.2


def _goes_on(line: PrintedLine, after: PrintedLine, margin: float, pitch: float) -> bool:
    if line.height <= 0 or after.height <= 0:
        return False
    if not 1 / _SIZE_DIFFERS < line.height / after.height < _SIZE_DIFFERS or _OPENS.match(after.text):
        return False
    if _fits(after, line, margin):
        return False
    if line.page != after.page:
        return after.text[0].islower() or not _ENDS.search(line.text)
    step = (line.bottom - after.bottom) / line.height
    return 0 < step < pitch * _GAP and after.left - line.left < _INDENT


def _fits(after: PrintedLine, line: PrintedLine, margin: float) -> bool:
    """Whether the first word of the line after, with a space before it, would have had room at the end of a line."""
    return line.right + line.height * _ROOM + (after.word_right - after.left) < margin
