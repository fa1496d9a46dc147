"""Foundings: a body sets up a digital team, a steering committee or a centre on a day.

Corpus seen: provincial portals and papers 2020–2026. A founding without a day is background.
"""

from __future__ import annotations

import re

from generator.ingest.events.actors import actor_before, holder_of
from generator.ingest.events.acts import day_before
from generator.ingest.events.naming import tidy
from generator.ingest.events.scenes import Scene
from generator.ingest.events.words import NAME_END
from generator.ingest.found import EventFound, Span
from generator.text import upper_first

_TEAM = (
    r"(?:\d+\s+|các\s+)?(?:tổ\s+(?:công\s+nghệ|chuyển\s+đổi|cnsc|đề\s+án)|ban\s+chỉ\s+đạo|trung\s+tâm"
    r"|đội\s+hình|liên\s+minh)"
)
_SETS_UP = re.compile(rf"(?<!\w)thành\s+lập\s+(?={_TEAM})")
_WAS_SET_UP = re.compile(
    rf"(?<!\w)(?P<team>{_TEAM}[^.;,()]{{0,80}}?)\s(?:đã\s+)?được\s+(?:[^.;,]{{2,50}}?\s)?thành\s+lập\s+(?=(?:vào\s+)?(?:ngày|sáng|chiều|tháng)\s)"
)
_BACKGROUND = re.compile(
    r"(?<!\w)(?:việc|về|sau khi|từ khi|trước khi|khi|được|để|sẽ|quyết định|chưa|bố|nhân dịp|kỷ niệm|ngày)\s+\Z"
)
_DAY_NEAR = 14
_ACTOR_NEAR = 100


def founded(scene: Scene) -> EventFound | None:
    """„Ngày 8/8/2025, UBND phường X thành lập Tổ công nghệ số …", „Tổ … được UBND phường X thành lập ngày 8/8/2025"."""
    if passive := _WAS_SET_UP.search(scene.folded, scene.span.start, scene.span.end):
        return _was_founded(scene, passive)
    m = _SETS_UP.search(scene.folded, scene.span.start, scene.span.end)
    if not m or _BACKGROUND.search(scene.folded, max(scene.span.start, m.start() - 16), m.start()):
        return None
    when, actor = day_before(scene, m.start()), actor_before(scene, m.start())
    if when is None or actor is None or m.start() - actor.start > _ACTOR_NEAR or actor.start < when.start:
        return None
    limit = min(scene.span.end, m.end() + 120)
    stop = NAME_END.search(scene.folded, m.end(), limit)
    end = stop.start() if stop else limit
    holder, province = holder_of(scene, actor)
    name = f"{holder or ''} thành lập {tidy(scene.text[m.end() : end])}".strip()
    return scene.event(Span(m.start(), end), upper_first(name), "decision", province, when)


def _was_founded(scene: Scene, m: re.Match[str]) -> EventFound | None:
    day = next((d for d in scene.dates if 0 <= d.start - m.end() < _DAY_NEAR), None)
    if day is None:
        return None
    _, province = holder_of(scene, actor_before(scene, m.end()))
    name = f"Thành lập {tidy(scene.text[m.start('team') : m.end('team')])}"
    return scene.event(
        Span(m.start(), m.end()), name, "decision", province, scene.told(day, Span(m.start(), m.start()))
    )
