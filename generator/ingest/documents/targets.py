"""Targets: what a province or the country means to reach, and by when.

A target has a measure (a share, a number, a place in a ranking) and a word of intent (phấn đấu, đặt mục tiêu …), or it
stands in a list of targets, or it is told with a term that lies ahead; titles of programmes, forecasts of others and
results already reached have none. Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from generator.ingest.documents.target_intents import (
    AT_LEAST,
    GOES_ON,
    IN_FUTURE,
    INTENT,
    OPENING_TERM,
    OPENS_TERM,
    PLANNED_BY_OTHERS,
    REACHED,
    REACHED_BEFORE,
    TO_DATE,
    UNRESOLVED,
    may_intend,
)
from generator.ingest.documents.target_measures import Measures
from generator.ingest.documents.target_once import each_once
from generator.ingest.documents.target_sections import Section, section_of, stays
from generator.ingest.documents.target_telling import Scope, told_in
from generator.ingest.documents.target_times import By, by_when, deadline_ahead
from generator.ingest.documents.target_whose import Whose, whose_target
from generator.ingest.found import Span, TargetFound
from generator.ingest.story import Story

_TRIGGER = re.compile(
    r"phấn đấu|mục tiêu|chỉ tiêu|tầm nhìn|quyết tâm|hướng tới|hướng đến|(?:đến|hết|cuối|giai đoạn|trước) "
)
_INHERITED = "hạn lấy từ câu ngay trước"
_LEAD, _OPENING = 200, 30


def find_targets(story: Story) -> tuple[TargetFound, ...]:
    """Every target the article tells, in order, each once."""
    if not _TRIGGER.search(story.passage.folded) or not (measures := Measures(story.passage.folded)):
        return ()
    return each_once(story.passage, _Reader(story, measures).read())


_Last = tuple[By | None, Whose]


class _Reader:
    """Goes through an article sentence by sentence and remembers the list and the target it came from."""

    def __init__(self, story: Story, measures: Measures) -> None:
        self.story = story
        self.folded = story.passage.folded
        self.measures = measures
        self.section: Section | None = None
        self.section_by: By | None = None
        self.last: _Last | None = None

    def read(self) -> Iterator[TargetFound]:
        line = Span(-1, -1)
        before = Span(0, 0)
        for sentence in self.story.passage.sentences:
            if sentence.start >= line.end:
                line = self.story.passage.paragraph_at(sentence.start)
                self._enter(line)
            for scope in self._scopes(sentence, line, before):
                for target, by in told_in(self.story, self.measures, scope):
                    self.last = (by, scope.whose)
                    yield target
            before = sentence

    def _measured(self, span: Span) -> bool:
        return self.measures.within(span.start, span.end)

    def _enter(self, line: Span) -> None:
        """Opens, keeps or closes the list a line stands in."""
        words = self.folded[line.start : line.end]
        measured = self._measured(line)
        if opened := section_of(words, measured=measured):
            self.section, self.section_by = opened, by_when(self.story, line, last=True)
        elif self.section and not stays(words, measured=measured):
            self.section = self.section_by = None
        elif self.section and not measured:
            self.section_by = by_when(self.story, line) or self.section_by

    def _scopes(self, sentence: Span, line: Span, before: Span) -> Iterator[Scope]:
        """The stretches of a sentence that tell targets."""
        last, self.last = self.last, None
        intended = may_intend(self.folded[sentence.start : sentence.end])
        if not self._measured(sentence):
            m = INTENT.search(self.folded, sentence.start, sentence.end) if intended else None
            whose = self._whose(sentence, m.end()) if m else None
            if last and not m and OPENING_TERM.match(self.folded, sentence.start, sentence.end):
                whose = last[1]
            self.last = (by_when(self.story, sentence), whose) if whose else None
            return
        intents = list(INTENT.finditer(self.folded, sentence.start, sentence.end)) if intended else []
        head = Span(sentence.start, intents[0].start() if intents else sentence.end)
        follows = last
        if last and sentence.start == line.start:
            follows = self._carried(sentence, last)
        if self._measured(head) and (scope := self._of_head(head, before, follows)):
            yield scope
        for intent, following in zip_longest(intents, intents[1:]):
            span = Span(intent.start(), following.start() if following else sentence.end)
            if scope := self._of_intent(sentence, span, intent.end(), before, follows):
                self.last = (scope.by or by_when(self.story, span), scope.whose)
                yield scope

    def _carried(self, sentence: Span, last: _Last) -> _Last | None:
        """What holds of the paragraph before where the first sentence of the next says that it goes on with that.

        The time holds only where the sentence says so: „Khi đó, …".
        """
        m = GOES_ON.match(self.folded, sentence.start, sentence.end)
        if m is None or not (m["joins"] or AT_LEAST.search(self.folded, m.end(), sentence.end)):
            return None
        return (last[0] if m["then"] else None, last[1])

    def _of_head(self, head: Span, before: Span, follows: _Last | None) -> Scope | None:
        """What stands before a word of intent: a line of a list, a plan with a term ahead, or more of the same."""
        words = self.folded[head.start : head.end]
        if PLANNED_BY_OTHERS.search(words):
            return None
        own = by_when(self.story, head)
        if self.section is Section.GOALS:
            return self._scope(head, own or self.section_by, None, before)
        ahead = deadline_ahead(self.story, head)
        if self.section is Section.TASKS:
            return self._scope(head, ahead, None, before) if ahead else None
        if follows and GOES_ON.match(words) and not REACHED.search(words) and (own is None or ahead):
            opening = ahead if ahead and not self._measured(Span(head.start, ahead.start)) else None
            by = opening or follows[0]
            return Scope(head, by, _INHERITED if by and not opening else None, follows[1], before)
        return self._plan(head, ahead, before) if ahead else None

    def _plan(self, head: Span, ahead: By, before: Span) -> Scope | None:
        """What follows a term that lies ahead and opens a clause of a plan, not of a title."""
        words = self.folded[max(head.start, ahead.start - _LEAD) : ahead.start]
        term = TO_DATE.search(words)
        if term is None:
            return None
        start = ahead.start - len(term[0])
        if not OPENS_TERM.search(words[: term.start()]):
            start = max(head.start, self.folded.rfind(";", head.start, start) + 1)
            if (
                self._measured(Span(ahead.end, head.end))
                or "%" not in self.folded[start : ahead.start]
                or REACHED.search(self.folded, start, ahead.start)
            ):
                return None
        is_year = len(ahead.edtf) == len("YYYY") and term[0].startswith(("đến", "tới", "vào"))
        if not is_year and not IN_FUTURE.search(self.folded, head.start, head.end):
            return None
        return self._scope(Span(start, head.end), ahead, None, before)

    def _scope(self, span: Span, by: By | None, reason: str | None, before: Span) -> Scope | None:
        whose = self._whose(span, by.start if by and by.start in span else span.start)
        return Scope(span, by, reason, whose, before) if whose else None

    def _whose(self, sentence: Span, position: int) -> Whose | None:
        return whose_target(self.story, Span(max(sentence.start, position - _LEAD), position))

    def _opening(self, sentence: Span, position: int) -> By | None:
        """The time that opens a sentence and holds for every intent in it, up to one that is not its first."""
        if INTENT.search(self.folded, sentence.start, position) is None:
            return None
        return by_when(self.story, Span(sentence.start, min(sentence.start + _OPENING, position)))

    def _of_intent(self, sentence: Span, span: Span, end: int, before: Span, follows: _Last | None) -> Scope | None:
        low = max(sentence.start, span.start - _LEAD)
        if REACHED_BEFORE.search(self.folded, max(sentence.start, span.start - 40), end):
            return None
        whose = whose_target(self.story, Span(low, end))
        is_term = self.folded.startswith(("đến", "tới", "tầm"), span.start)
        if whose is None or (is_term and PLANNED_BY_OTHERS.search(self.folded, low, span.start)):
            return None
        clause = max(low, self.folded.rfind(";", low, span.start) + 1)
        by = by_when(self.story, Span(clause, span.start), last=True)
        if by and REACHED.search(self.folded, by.end, span.start):
            by = None
        reason = None
        if by is None and by_when(self.story, span) is None:
            if opening := self._opening(sentence, span.start):
                by = opening
            elif self.section is Section.GOALS:
                by = self.section_by
            elif follows and follows[0] and not UNRESOLVED.search(self.folded, span.start, span.end):
                by, reason = follows[0], _INHERITED
        return Scope(span, by, reason, whose, before if clause == sentence.start else Span(clause, clause))
