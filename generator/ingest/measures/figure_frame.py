"""The sentence a figure stands in, as it is read for that figure: what stands in other brackets is blanked."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.ingest.found import DateFound, Span
from generator.ingest.measures.words import FIGURE_WORDS
from generator.ingest.once import once
from generator.ingest.story import Story
from generator.ingest.word_starts import ways, word_starts

_BRACKET = re.compile(r"\([^()]{0,300}\)")
_PLANNED = re.compile(word_starts(rf"{way}(?!\w)" for way in ways(FIGURE_WORDS["planned"])))
_REACHED = re.compile(word_starts(rf"{way}(?!\w)" for way in ways(FIGURE_WORDS["reached"])))
_REACH = 400


@dataclass(frozen=True)
class Before:
    """The folded words before a position; `start` is where they begin in the story's text."""

    text: str
    start: int


@dataclass(frozen=True)
class Frame:
    """One sentence of a story; `folded` is the levelled text of the whole story."""

    story: Story
    folded: str
    sentence: Span

    @once
    def brackets(self) -> list[Span]:
        """What stands in brackets in the sentence, without their marks."""
        found = _BRACKET.finditer(self.folded, self.sentence.start, self.sentence.end)
        return [Span(m.start() + 1, m.end() - 1) for m in found]

    @once
    def dates(self) -> list[DateFound]:
        """The dates of the sentence whose year is known."""
        return [d for d in self.story.dates_in(self.sentence) if d.dated]

    @once
    def _plain(self) -> str:
        """The sentence with its brackets blanked."""
        kept, position = [], self.sentence.start
        for inner in self.brackets:
            kept += [self.folded[position : inner.start - 1], " " * (inner.end - inner.start + 2)]
            position = inner.end + 1
        return "".join([*kept, self.folded[position : self.sentence.end]])

    def bracket_at(self, position: int) -> Span | None:
        """The bracket a position lies in."""
        number = bisect_right(self.brackets, position, key=lambda b: b.start) - 1
        if number >= 0 and position < self.brackets[number].end:
            return self.brackets[number]
        return None

    def before(self, position: int) -> Before:
        """The nearest words before a position: of its bracket, or of the sentence without brackets."""
        inner = self.bracket_at(position)
        if inner is not None:
            return Before(self.folded[inner.start : position], inner.start)
        start = max(self.sentence.start, position - _REACH)
        return Before(self._plain[start - self.sentence.start : position - self.sentence.start], start)

    def past_bracket(self, position: int) -> int:
        """The end of the bracket that opens at a position, after spaces; else the position."""
        at = next((b for b in self.brackets if b.start > position), None)
        return at.end + 1 if at is not None and not self.folded[position : at.start - 1].strip() else position

    def between(self, start: int, end: int) -> str:
        """The folded words from start to end, without brackets unless `end` lies in one."""
        before = self.before(end)
        return before.text[max(0, start - before.start) :]

    def limit(self, position: int) -> int:
        """Where the sentence, or the bracket a position lies in, ends."""
        inner = self.bracket_at(position)
        return inner.end if inner is not None else self.sentence.end

    def written(self, start: int, end: int) -> str:
        """The words from start to end as they are written, without the brackets among them."""
        kept, position = [], start
        for inner in self.brackets:
            if inner.start > start and inner.end < end:
                kept.append(self.story.passage.text[position : inner.start - 1])
                position = inner.end + 1
        return " ".join(" ".join([*kept, self.story.passage.text[position:end]]).split()).strip(" ,;:–-")

    def is_planned(self, position: int) -> bool:
        """Whether the words before a position say that what follows is to be reached, not that it was."""
        before = self.before(position).text
        last = None
        for last in _PLANNED.finditer(before):  # noqa: B007
            pass
        return last is not None and _REACHED.search(before, last.end()) is None
