"""A stretch of text that tells targets → its targets, each measure apart, with its time and our phrase for it.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.ingest.documents.target_clauses import clauses
from generator.ingest.documents.target_goals import goal_of
from generator.ingest.documents.target_intents import REACHED
from generator.ingest.documents.target_measures import Measures
from generator.ingest.documents.target_phrases import (
    DATE,
    is_bare,
    lower_first,
    phrase,
    subject_in,
    subject_of,
    with_predicate,
)
from generator.ingest.documents.target_times import By, by_when
from generator.ingest.documents.target_whose import Whose
from generator.ingest.found import Span, TargetFound
from generator.ingest.story import Story
from generator.model import Basis

_GUESSED_YEAR = "năm của hạn suy ra từ ngữ cảnh"
_COUNT_OF_TARGETS = re.compile(r"\d{1,3} (?:nhóm )?(?:chỉ|mục) tiêu(?!\w)")
_LISTED = frozenset((",", "và", ", và"))
_LEAD = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch whose clauses tell targets, by when (unless they say), whose; what is measured may stand `before`."""

    span: Span
    by: By | None
    reason: str | None
    whose: Whose
    before: Span


def told_in(story: Story, measures: Measures, scope: Scope) -> list[tuple[TargetFound, By | None]]:
    """The targets of a scope, clause by clause; one that names no time has that of the clause before."""
    told = list(_told(story, measures, scope))
    for n in reversed(range(len(told) - 1)):
        (target, by), (following, _) = told[n], told[n + 1]
        if story.passage.text[target.end : following.start].strip() in _LISTED:
            told[n] = replace(target, text=with_predicate(target.text, following.text)), by
    return told


def _told(story: Story, measures: Measures, scope: Scope) -> Iterator[tuple[TargetFound, By | None]]:
    folded = story.passage.folded
    by, reason = scope.by or _time_at_end(story, measures, scope.span), scope.reason
    subject: str | None = None
    outer: list[By | None] = []
    for part in clauses(story.passage, measures, scope.span):
        if story.passage.text[part.start - 1 : part.start] == "(":
            outer = [by]
        clause = _from_measure(story, measures, part)
        words = folded[clause.start : clause.end]
        if (own := by_when(story, clause)) is not None:
            by, reason = own, None
        measured = measures.within(clause.start, clause.end) and not REACHED.search(words)
        if measured and (text := _text(story, scope, clause, subject)):
            subject = subject_of(text) or subject
            yield _found(story, scope, clause, by, reason, text), by
        if outer and ")" in words:
            by = outer.pop()


def _time_at_end(story: Story, measures: Measures, span: Span) -> By | None:
    """The one time told in a span, after all that it governs."""
    first = by_when(story, span)
    if first is None or first != by_when(story, span, last=True):
        return None
    return None if measures.within(first.end, span.end) else first


def _from_measure(story: Story, measures: Measures, clause: Span) -> Span:
    """The clause from its last part with a time of its own, where only that has the measure."""
    measure = measures.first(clause.start, clause.end) or clause.start
    comma = story.passage.folded.rfind(", ", clause.start, measure)
    if comma > 0 and by_when(story, Span(comma, measure)):
        return Span(comma + 2, clause.end)
    return clause


def _text(story: Story, scope: Scope, clause: Span, subject: str | None) -> str | None:
    """Our phrase for a clause; a bare share needs to say of what."""
    text = phrase(*_marked(story, clause), scope.whose.names)
    if text and is_bare(text):
        subject = subject or _subject(story, scope)
        return lower_first(f"{subject} {text}") if subject else None
    return text if text and any(c.isdecimal() for c in text) and not _COUNT_OF_TARGETS.match(text) else None


def _found(story: Story, scope: Scope, clause: Span, by: By | None, reason: str | None, text: str) -> TargetFound:
    why = reason or (_GUESSED_YEAR if by and by.anchored else None)
    return TargetFound(
        start=clause.start,
        end=clause.end,
        basis=Basis.INFERRED if why else Basis.STATED,
        reason=why,
        province=scope.whose.province,
        by=by.edtf if by else None,
        text=text,
        goal=goal_of(story, story.passage.folded[clause.start : clause.end]),
    )


def _subject(story: Story, scope: Scope) -> str | None:
    """What a bare share is of: the thing measured before it in the sentence, or in the sentence before."""
    sentence = story.passage.sentence_at(scope.span.start)
    low = max(sentence.start, scope.span.start - _LEAD)
    here, _ = _marked(story, Span(low, min(scope.span.start + 12, scope.span.end)))
    earlier, _ = _marked(story, Span(max(scope.before.start, scope.before.end - _LEAD), scope.before.end))
    return subject_in(here) or subject_in(earlier)


def _marked(story: Story, span: Span) -> tuple[str, tuple[str, ...]]:
    """The words of a span with a mark for every date, and those dates."""
    text = story.passage.text
    kept, times, position = [], [], span.start
    for date in story.dates_in(span):
        if date.start >= position and date.end <= span.end:
            kept += [text[position : date.start], DATE]
            times.append(text[date.start : date.end])
            position = date.end
    return "".join((*kept, text[position : span.end])), tuple(times)
