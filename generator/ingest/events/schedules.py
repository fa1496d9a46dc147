"""Schedules of contests: „Thời gian tổ chức cuộc thi:", then a line or clause for each step, as one event.

Corpus seen: provincial portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.edtf import parse
from generator.ingest.events.actors import own_province
from generator.ingest.events.scenes import Scene, When
from generator.ingest.events.tenses import compared
from generator.ingest.found import DateFound, EventFound, Span
from generator.ingest.story import Story
from generator.model import Status
from generator.text import upper_first

_HEADING = re.compile(r"thời(?<!\wthời)\s+gian\s[^:.\n]{0,60}?(?P<noun>cuộc\s+thi|hội\s+thi)(?P<name>[^:.\n]{0,120}):")
_STEP = re.compile(r"\s*[-+*•–o]?\s*(?:\d+[.)]\s*)?(?:từ\s+)?(?:ngày\s+)?\Z")
_SAYS = re.compile(r"\s*(?::|phát\s+động|bắt\s+đầu|kết\s+thúc|triển\s+khai|tổng\s+kết|công\s+bố|trao\s+giải|đến)")
_AFTERWARDS = re.compile(r"\s*:?\s*(?:công\s+bố|trao\s+giải|tổng\s+kết)")
_REACH = 900


def scheduled(story: Story) -> Iterator[EventFound]:
    """The contests whose steps the article lists by their days, each from its first day to its last."""
    folded, read = story.passage.folded, 0
    for m in _HEADING.finditer(folded):
        days = list(_steps(story, m.end())) if m.start() >= read else []
        read = days[-1].end if days else read
        if len(days) < 2:
            continue
        values = [parse(day.edtf) for day in days]
        first = min((v for v in values if v.earliest), key=lambda v: v.earliest, default=None)  # type: ignore[arg-type,return-value]
        last = max((v for v in values if v.latest), key=lambda v: v.latest, default=None)  # type: ignore[arg-type,return-value]
        if first is None or last is None or first.earliest == last.latest:
            continue
        when = When(f"{first.earliest}/{last.latest}", days[0].basis, days[0].reason, days[0].start)
        scene = Scene(story, story.passage.sentence_at(m.start()), (), None)
        name = upper_first(" ".join(story.passage.text[m.start("noun") : m.end("name")].split()))
        province = own_province(scene, None)
        yield EventFound(
            start=m.start("noun"),
            end=m.end("name"),
            name=name,
            kind="contest",
            date=when.edtf,
            provinces=(province,) if province else (),
            status=_status(story, when),
            basis=when.basis,
            reason=when.reason,
        )


def _status(story: Story, when: When) -> Status:
    """Announced, unless it was over when the article was published."""
    published = story.published if story.header.published and not story.header.published.inferred else None
    return compared(when.value, published) or Status.ANNOUNCED


def _steps(story: Story, position: int) -> Iterator[DateFound]:
    """The days that lines or clauses behind a heading begin with, as long as they do; prizes come afterwards."""
    folded = story.passage.folded
    for day in story.dates_in(Span(position, position + _REACH)):
        start = max(position, folded.rfind("\n", position, day.start), folded.rfind(";", position, day.start))
        begins = _STEP.fullmatch(folded, start, day.start) is not None
        if not day.dated or _AFTERWARDS.match(folded, day.end):
            continue
        if not begins and not _SAYS.match(folded, day.end):
            return
        yield day
