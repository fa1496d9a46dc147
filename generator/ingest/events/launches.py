"""Launches: a platform, a centre or a day is opened, made known or put to use.

Corpus seen: provincial portals and papers 2020–2026. What one sentence launches is one event.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.ingest.events.actors import actor_before, holder_of
from generator.ingest.events.naming import tidy
from generator.ingest.events.scenes import Scene
from generator.ingest.events.words import DAY, LAUNCH_VERB, LAUNCHED, LAUNCHED_AT_START, NAME_END
from generator.ingest.found import EventFound, Span
from generator.text import upper_first

_OF_ITS_OWN = re.compile(r"\s+(?:của|trên địa bàn)\s+(?:tỉnh|thành phố|địa phương|ngành)(?!\w).*\Z", re.IGNORECASE)
_DASH = re.compile(r"\s[-–—]\s")
_ACCOUNT = re.compile(r"(zalo\s+(?:official\s+account|oa))\s.*\Z", re.IGNORECASE)
_THE_DAY = re.compile(rf"\s+{DAY}(?!\s+quốc)")
_NAMED_VENUE = re.compile(rf"(?<!\w)tại\s+(?:\w+\s+){{1,4}}{DAY}")
_VENUE = re.compile(
    r"(?<!\w)tại\s+(?:(?:buổi|một)\s+)?(hội nghị|hội thảo|tọa đàm)(?:\s+trực tuyến)?\s*(?:,|có\s|với\s)"
)
_NOT_NEWS = re.compile(r"(?<!\w)(?:việc|từ khi|sau khi|trước khi|để|chưa|không|từng|trang)\s+\Z")
_CENTRE = re.compile(r"\s+(?:thử nghiệm\s+)?(?:trung tâm|hệ thống|nền tảng)\s+(?:giám sát|điều hành|ioc)")
_PUT_TO_USE = re.compile(r"\s+(?:đi\s+)?vào\s+(?:vận hành|hoạt động|sử dụng|khai thác).*\Z")
_PUT = re.compile(r"[^.;]{0,80}?\s(?:đi\s+)?vào\s+(?:vận hành|hoạt động|sử dụng|khai thác)(?!\w)")
_OPENS = re.compile(
    rf"(?:{LAUNCHED_AT_START})(?P<name>\s[^.;,]{{3,80}}?)\s(?:đã\s+|vừa\s+|kịp\s+|sẽ\s+)?(?:chính\s+thức\s+(?:đi\s+vào\s+)?(?:hoạt\s+động|vận\s+hành)"
    r"|(?:chính\s+thức\s+)?(?:đi\s+vào\s+(?:hoạt\s+động|vận\s+hành)|trình\s+làng|ra\s+mắt(?=\s+(?:vào\s+)?(?:hôm\s+nay|ngày|sáng|chiều)\s)"
    r"|được\s+(?:khai\s+trương|ra\s+mắt|khởi\s+động"
    r"|đưa\s+vào\s+(?:hoạt\s+động|sử\s+dụng|vận\s+hành|khai\s+thác))))(?!\w)"
)
_MOST = 3
"""How many things a name lists."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a verb launches; `real`: a platform or centre, not a yearly day."""

    start: int
    end: int
    verb: str
    name: str
    real: bool


def launches(scene: Scene, platform_starts: Sequence[int]) -> Iterator[EventFound]:
    """What the sentence says was launched, an event for each verb; `platform_starts` is where the text names platforms.

    Without a day it is one only in the first sentence of a story, as news or at a named occasion.
    """
    opened = _OPENS.search(scene.folded, scene.span.start, scene.span.end)
    if opened and (event := _opened(scene, opened)):
        yield event
        return
    verbs = LAUNCH_VERB.finditer(scene.folded, scene.span.start, scene.span.end)
    things = [thing for m in verbs if (thing := _thing(scene, m, platform_starts))]
    if all(thing.real for thing in things) and len({thing.verb for thing in things}) == len(things):
        yield from filter(None, (_launch(scene, [thing]) for thing in things))
    elif any(thing.real for thing in things):
        yield from filter(None, (_launch(scene, things),))


def _launch(scene: Scene, things: Sequence[_Thing]) -> EventFound | None:
    """What is launched together, where a day or the news of it tells that it is."""
    start = things[0].start
    put = _PUT.match(scene.folded, things[0].end, scene.span.end)
    end = put.end() if put else things[0].end
    when = scene.when(start, end)
    at_venue = scene.is_lead and _NAMED_VENUE.search(scene.folded, scene.span.start, start)
    if when is None and not at_venue and not scene.is_news(start):
        return None
    actor = actor_before(scene, start)
    holder, province = holder_of(scene, actor)
    if when is None and (actor is None or holder is None):
        return None
    names = [thing.name for thing in things[:_MOST]]
    listed = " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    venue = _VENUE.search(scene.folded, scene.span.start, start) if when and when.start >= scene.span.start else None
    kind = "conference" if venue else "launch"
    name = upper_first(f"{holder or ''} {things[0].verb} {listed}".strip())
    return scene.event(Span(start, things[-1].end), name, kind, province, when)


def _opened(scene: Scene, m: re.Match[str]) -> EventFound | None:
    """„Trung tâm IOC tỉnh X đã chính thức hoạt động"."""
    holder, province = holder_of(scene, actor_before(scene, m.end("name")))
    when = scene.when(m.start(), m.end())
    if when is None and not scene.is_news(m.end()):
        return None
    thing = tidy(scene.text[m.start() : m.end("name")])
    name = upper_first(f"{holder or ''} đưa vào hoạt động {thing}".strip())
    return scene.event(Span(m.start(), m.end()), name, "launch", province, when)


def _thing(scene: Scene, m: re.Match[str], platform_starts: Sequence[int]) -> _Thing | None:
    """The platform, centre or yearly day that a verb launches."""
    if m[0] == "áp dụng" and not _CENTRE.match(scene.folded, m.end()):
        return None
    if m[0].startswith("triển") and scene.documents:
        return None
    if _NOT_NEWS.search(scene.folded, max(scene.span.start, m.start() - 12), m.start()):
        return None
    named = bisect_left(platform_starts, m.end()) < bisect_right(platform_starts, m.end() + 14)
    real = named or LAUNCHED.match(scene.folded, m.end()) is not None
    if not real and not _THE_DAY.match(scene.folded, m.end()):
        return None
    end = _object_end(scene, m.end())
    words = _OF_ITS_OWN.sub("", tidy(_DASH.sub(" ", scene.text[m.end() : end])))
    words = _ACCOUNT.sub(r"\1", words)
    if len(words.split()) < 2 and not named:
        return None
    verb = "đưa vào hoạt động" if m[0] == "đưa" else " ".join(m[0].split())
    return _Thing(m.start(), end, verb, _PUT_TO_USE.sub("", words), real)


def _object_end(scene: Scene, position: int) -> int:
    """Where the words for the thing end: opening quotation marks and a dash before its brand do not end them."""
    limit = min(scene.span.end, position + 160)
    for m in NAME_END.finditer(scene.folded, position, limit):
        if _DASH.match(m[0]) or (m[0] in '“"' and not scene.folded[position : m.start()].strip()):
            continue
        return m.start()
    return limit
