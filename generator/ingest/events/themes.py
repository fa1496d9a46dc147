"""Themes: what stands in quotation marks behind „chủ đề", and whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.events.words import DAY, OF_THE_NATION
from generator.ingest.found import EventFound, Sense, Span
from generator.ingest.story import Story

_THEME = re.compile(r"chủ đề(?!\w)([^“\".;]{0,160}?)[“\"]([^“”\"]{6,300})[”\"]")
_DAY_YEAR = re.compile(rf"{DAY}{OF_THE_NATION}(?:\s*\(?\d{{1,2}}[-/.]\d{{1,2}}\)?)?\s*,?\s*(?:năm\s+)?(20\d\d)?")
_HAS = re.compile(rf"{_DAY_YEAR.pattern}(?:\s+năm\s+nay)?\s+(?:sẽ\s+)?(?:có|mang|lấy)\s+\Z")
_OF_PROVINCE = re.compile(r"\s+của\s+(?:tỉnh|thành phố)\s")
_ACTIVITIES = re.compile(
    rf"[\s,]{{0,3}}(?:(?:các\s+)?hoạt\s+động\s+(?:(?:hưởng\s+ứng|chào\s+mừng|trong)\s+)?)?(?={DAY})"
)


def with_themes(story: Story, events: Sequence[EventFound]) -> list[EventFound]:
    """The events, in their order, each with the theme that the text gives it."""
    found, owners = list(events), _Owners(story, events)
    for m in _THEME.finditer(story.passage.folded):
        number = owners.of(m)
        if number is not None and found[number].theme is None:
            theme = " ".join(story.passage.text[m.start(2) : m.end(2)].split()).strip(" .,;")
            found[number] = replace(found[number], theme=theme)
    return found


class _Owners:
    """The events by what a theme can be told of, each as its number."""

    def __init__(self, story: Story, events: Sequence[EventFound]) -> None:
        self.story = story
        self.days: dict[str | None, int] = {}
        self.responses: dict[str, int] = {}
        self.occasions: list[tuple[int, int]] = []
        for number, e in enumerate(events):
            if e.kind == "observance" and not e.provinces:
                self.days.setdefault(None, number)
                self.days.setdefault((e.date or "")[:4], number)
            if e.kind in ("ceremony", "campaign"):
                for province in e.provinces:
                    self.responses.setdefault(province, number)
            if e.kind not in ("launch", "plan", "decision", "announcement", "observance"):
                self.occasions.append((e.start, number))

    def of(self, m: re.Match[str]) -> int | None:
        """The event of a theme: the day it names, that of the province it names, or that of its sentence."""
        if _OF_PROVINCE.match(m[1]):
            named = self.story.provinces_in(Span(m.start(1), m.end(1)))
            province = next((p.key for p in named if p.sense is Sense.PROVINCE), None)
            return self.responses.get(province or self.story.part_at(m.start()).province or "")
        folded = self.story.passage.folded
        after = _ACTIVITIES.match(folded, m.end())
        before = _HAS.search(folded, max(0, m.start() - 90), m.start())
        day = before or _DAY_YEAR.search(m[1]) or (_DAY_YEAR.match(folded, after.end()) if after else None)
        return self.days.get(day[1]) if day else self._in_sentence(m.start())

    def _in_sentence(self, position: int) -> int | None:
        """The occasion of the sentence nearest before the theme, else the first behind it."""
        sentence = self.story.passage.sentence_at(position)
        here = bisect_left(self.occasions, (position, -1))
        if here > 0 and self.occasions[here - 1][0] in sentence:
            return self.occasions[here - 1][1]
        return self.occasions[here][1] if here < len(self.occasions) and self.occasions[here][0] in sentence else None
