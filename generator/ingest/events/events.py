"""Events: kind, date, place, province, theme, and whether they are told before their day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.ingest.events.acts import announcement, day_chosen
from generator.ingest.events.days import find_days
from generator.ingest.events.foundings import founded
from generator.ingest.events.launches import launches
from generator.ingest.events.meetings import meeting
from generator.ingest.events.merging import merged
from generator.ingest.events.occasions import held
from generator.ingest.events.papers import approved, issued
from generator.ingest.events.places import place_of
from generator.ingest.events.scenes import Scene, When
from generator.ingest.events.schedules import scheduled
from generator.ingest.events.themes import with_themes
from generator.ingest.events.titles import titled
from generator.ingest.events.words import EVENT_WORD, OCCASIONS
from generator.ingest.found import DocumentFound, EventFound, PlatformFound, Span
from generator.ingest.story import Story
from generator.model import Status

_AND = re.compile(r"\s+và\s+(?:ngày\s+)?")
_TWO_DAYS = re.compile(r"(?<!\w)(?:2|hai|02)\s+ngày\s*\Z")
_ACTS = (
    (frozenset({"công bố"}), announcement),
    (frozenset({"chọn", "lấy"}), day_chosen),
    (frozenset({"ban hành", "phê duyệt", "thông qua"}), approved),
    (frozenset({"thành lập"}), founded),
)


def find_events(
    story: Story, documents: Sequence[DocumentFound], platforms: Sequence[PlatformFound]
) -> tuple[EventFound, ...]:
    """Every event the article tells, each once, in order."""
    told = [*_told(story, documents, platforms), *find_days(story), *scheduled(story)]
    once = merged([*sorted(told, key=_place), *titled(story)])
    return tuple(with_themes(story, sorted(once, key=_place)))


def _place(event: EventFound) -> tuple[int, int]:
    return event.start, event.end


def _told(story: Story, documents: Sequence[DocumentFound], platforms: Sequence[PlatformFound]) -> Iterator[EventFound]:
    """The events of all sentences that have a word for one, below the title."""
    before: When | None = None
    platform_starts = sorted(p.start for p in platforms)
    for words in _by_sentence(story, documents):
        scene = Scene(story, words.span, words.documents, before)
        for event in _of_scene(scene, words, platform_starts):
            if event.date and len(event.date) >= len("2022-10-10") and event.kind != "decision":
                told = When(event.date, event.basis, event.reason, event.start)
                if before is None or before.start < scene.part.start or not _is_background(event):
                    before = told
            yield event


def _is_background(event: EventFound) -> bool:
    """Whether „dịp này" cannot mean an event: one to come, or one of several days."""
    return event.status is Status.ANNOUNCED or "/" in (event.date or "")


@dataclass(slots=True)
class _Words:
    """The words for events in one sentence: the occasions and documents it names, and the verbs of acts."""

    span: Span
    occasions: list[tuple[int, int]] = field(default_factory=list)
    verbs: set[str] = field(default_factory=set)
    documents: list[DocumentFound] = field(default_factory=list)


def _by_sentence(story: Story, documents: Sequence[DocumentFound]) -> list[_Words]:
    """The sentences below the title that have a word for an event, in order."""
    passage, title = story.passage, story.header.title_span
    found: dict[int, _Words] = {}

    def words_at(position: int) -> _Words:
        span = passage.sentence_at(position)
        return found.setdefault(span.start, _Words(span))

    for m in EVENT_WORD.finditer(passage.folded):
        word = " ".join(m[0].split())
        if word in OCCASIONS:
            words_at(m.start()).occasions.append((m.start(), m.end()))
        else:
            words_at(m.start()).verbs.add(word)
    for d in documents:
        words_at(d.start).documents.append(d)
    return [found[start] for start in sorted(found) if not (title and start in title)]


def _of_scene(scene: Scene, words: _Words, platform_starts: Sequence[int]) -> Iterator[EventFound]:
    reach = -1
    for start, end in words.occasions:
        if start >= reach and (event := _occasion(scene, start, end)):
            reach = event.end
            if place := place_of(scene, event):
                event = replace(event, place=place)
            yield event
            yield from _again(scene, event)
    if words.verbs:
        yield from (event for event in launches(scene, platform_starts) if event.start >= reach)
        yield from filter(None, (act(scene) for verbs, act in _ACTS if not verbs.isdisjoint(words.verbs)))
    yield from filter(None, (issued(scene, d) for d in words.documents))


def _again(scene: Scene, event: EventFound) -> Iterator[EventFound]:
    """The same held on a second day: „trong hai ngày 26/8 và 29/8"."""
    for one, two in pairwise(scene.dates):
        joined = _AND.fullmatch(scene.folded, one.end, two.start) and event.date in (one.edtf, two.edtf)
        other = one if event.date == two.edtf else two
        if joined and _TWO_DAYS.search(scene.folded, max(scene.span.start, one.start - 12), one.start):
            when = scene.told(other, Span(event.start, event.start))
            yield replace(event, date=when.edtf, basis=when.basis, reason=when.reason)


def _occasion(scene: Scene, start: int, end: int) -> EventFound | None:
    """The event that the occasion named at start..end is; None at once where no day can govern it."""
    word = " ".join(scene.folded[start:end].split())
    kind = OCCASIONS[word]
    if kind != "contest" and not scene.dates and not scene.is_lead and scene.context is None:
        return None
    return meeting(scene, start, end) if kind == "meeting" else held(scene, start, end, word, kind)
