"""Events that only the title dates: „Sôi động Tuần lễ Chuyển đổi số tỉnh X năm 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.edtf import parse
from generator.ingest.events.actors import province_in
from generator.ingest.events.naming import tidy
from generator.ingest.events.scenes import Scene
from generator.ingest.events.tenses import compared
from generator.ingest.found import EventFound, Span
from generator.ingest.story import Story
from generator.text import upper_first

_CAMPAIGN = re.compile(
    r"(?<!\w)(?:tuần\s+lễ|tháng|ngày\s+hội)\s+(?:chuyển\s+đổi\s+số|cđs)\s+[^.;:,“”\"\n]{0,40}?(?:năm\s+)?(?<!\d)(?P<year>20\d\d)(?!\d)"
)


def titled(story: Story) -> Iterator[EventFound]:
    """The campaign that the title names with its year."""
    title = story.header.title_span
    m = title and _CAMPAIGN.search(story.passage.folded, title.start, title.end)
    if not m or not title:
        return
    named = province_in(Scene(story, title, (), None), Span(m.start(), m.end()))
    province = named.key if named else story.part_at(m.start()).province
    yield EventFound(
        start=m.start(),
        end=m.end(),
        name=upper_first(tidy(story.passage.text[m.start() : m.end()])),
        kind="campaign",
        date=m["year"],
        provinces=(province,) if province else (),
        status=compared(parse(m["year"]), story.published),
    )
