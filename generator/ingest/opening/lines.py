"""The lines of a raw text: short ones may be anything of a page, prose is the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.hard_wrap import CLOSING, joints
from generator.ingest.once import once
from generator.text import LOWER, UPPER, fold_case

SHORT = 400
"""A line longer than this is never looked at as part of a page."""

_STOP = re.compile(r"[.;:…][”\"’'»)\]]*$")
_EXCLAIMED = re.compile(r"[!?][”\"’'»)\]]*$")
_TWO_SENTENCES = re.compile(rf"[{LOWER}]{{2}}(?:[!?…]|\.(?:/\.)?)[”\"]?\s+[“\"]?[{UPPER}]")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WRAP = 12


@dataclass(frozen=True)
class Line:
    """A line of the text read (with those it goes on in), without the white space around it."""

    start: int
    end: int
    text: str

    @once
    def folded(self) -> str:
        """The text in lower case with one tone placement, where the line is short; else empty."""
        return fold_case(self.text) if len(self.text) <= SHORT else ""

    @once
    def stops(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_STOP.search(self.text, max(0, len(self.text) - 8)))

    @once
    def prose(self) -> bool:
        """Whether it reads as running text: a sentence with its full stop, or several."""
        length = len(self.text)
        if self.stops:
            return length >= 50
        if _EXCLAIMED.search(self.text, max(0, length - 8)):
            return length >= 120
        if length >= 80 and "./." in self.text:
            return True
        return length >= 280 or (length >= 120 and _TWO_SENTENCES.search(self.text) is not None)


def lines_of(text: str) -> list[Line]:
    """The lines of a text, empty ones left out; one that goes on on the next is one with it."""
    bounds: list[list[int]] = []
    closed, line_end, goes_on = True, -1, set(joints(text))
    for m in _LINE.finditer(text):
        written = m[0]
        if bounds and _continues(written, m.start() - bounds[-1][1], closed=closed, joined=line_end in goes_on):
            bounds[-1][1] = m.end()
        else:
            bounds.append([m.start(), m.end()])
        closed, line_end = written[-1] in CLOSING, text.find("\n", m.end())
    return [Line(start, end, text[start:end]) for start, end in bounds]


def _continues(written: str, gap: int, *, closed: bool, joined: bool) -> bool:
    return joined or (not closed and written[0].islower() and gap <= _WRAP)
