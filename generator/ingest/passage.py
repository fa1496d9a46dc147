"""A text made ready for the rules: what is not the article blanked, paragraphs and sentences found, one folded form.

Everything keeps the length of the text read, so that an offset means the same characters everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.ingest.found import Cut, Span
from generator.ingest.hard_wrap import joints
from generator.ingest.once import once
from generator.text import UPPER, fold_case

_END = re.compile(rf"[.!?…](?<![.!?…].)[.!?…]*+[”\"’)\]]*+(?=\s+[“\"‘(\[]?[{UPPER}0-9–*-])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:tp|tx|tt|ts|ths|gs|pgs|bs|cn|ks|kts|st|ls|q|p|h|x|ô|đ/c|vd|v\.v|[a-zđ])\Z", re.IGNORECASE
)
_BLOCK = re.compile(r"[^\s](?:.*[^\s])?")


class Passage:
    """The text of one article. Rules read `text` where letter case matters, else `folded`; both have equal length."""

    def __init__(self, read: str, cuts: Iterable[Cut] = ()) -> None:
        """`read` is the text read, in NFC; `cuts` are blanked by line ends."""
        self.read = read
        self.cuts = tuple(cuts)
        self.text = _blanked(read, self.cuts)

    @once
    def folded(self) -> str:
        """The text in lower case with one tone placement, as generator.text.fold_case makes it."""
        return fold_case(self.text)

    @once
    def paragraphs(self) -> tuple[Span, ...]:
        """Lines with text; a line that goes on on the next is one paragraph with it."""
        joined = _without(self.text, joints(self.text))
        return tuple([Span(m.start(), m.end()) for m in _BLOCK.finditer(joined)])

    @once
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all paragraphs, in order; no sentence goes over a paragraph's end."""
        return tuple([s for p in self.paragraphs for s in self._sentences_of(p)])

    def _sentences_of(self, paragraph: Span) -> Iterable[Span]:
        start = paragraph.start
        for m in _END.finditer(self.text, paragraph.start, paragraph.end):
            before = self.text[max(start, m.start() - 8) : m.start()]
            if m[0][0] == "." and _ABBREVIATION.search(before):
                continue
            yield Span(start, m.end())
            start = m.end() + 1
            while start < paragraph.end and self.text[start].isspace():
                start += 1
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    @once
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @once
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def paragraph_at(self, position: int) -> Span:
        """The paragraph a position lies in or follows; an empty span at the position before the first."""
        return _at(self.paragraphs, self._paragraph_starts, position)

    def sentence_at(self, position: int) -> Span:
        """The sentence a position lies in or follows; an empty span at the position before the first."""
        return _at(self.sentences, self._sentence_starts, position)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


def _blanked(text: str, cuts: Sequence[Cut]) -> str:
    kept, position = [], 0
    for cut in sorted(cuts, key=lambda c: c.start):
        if cut.end > position:
            start = max(cut.start, position)
            kept += [text[position:start], "\n" * (cut.end - start)]
            position = cut.end
    return "".join(kept) + text[position:]


def _without(text: str, line_ends: Sequence[int]) -> str:
    """The text with a space for each of some line ends."""
    kept, position = [], 0
    for at in line_ends:
        kept += [text[position:at], " "]
        position = at + 1
    return "".join(kept) + text[position:]


def _at(spans: Sequence[Span], starts: list[int], position: int) -> Span:
    number = bisect_right(starts, position) - 1
    return spans[number] if number >= 0 else Span(position, position)
