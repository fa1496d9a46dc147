"""Meetings: sessions of committees and councils, by number where it is told.

Corpus seen: provincial portals and papers 2020–2026.
"""

from __future__ import annotations

import re

from generator.ingest.events.actors import actor_before
from generator.ingest.events.naming import at_place, province_kind, province_name, tidy, without_province
from generator.ingest.events.occasion_names import name_of
from generator.ingest.events.occasions import happens, is_background, is_national, province_of
from generator.ingest.events.scenes import Scene, When
from generator.ingest.events.words import ORDINALS
from generator.ingest.found import EventFound, Span
from generator.text import upper_first

_COMMITTEE = re.compile(r"ban\s+chỉ\s+đạo")
_COMMITTEE_END = re.compile(
    r"[.;:(“\"]|,(?!\s+(?:công nghệ|đổi mới|chuyển đổi số))"
    r"|\s(?:tổ chức|họp|đã|vừa|sẽ|để|do|dưới|phiên|về việc|nhằm|tháng|quý|năm|lần|chủ trì|và đề án)(?!\w)"
)
_SESSION = re.compile(r"(?:phiên\s+(?:họp\s+)?(?:lần\s+)?thứ|lần\s+thứ)\s+(\w{1,5})")
_WITH = re.compile(r"\s+(?:với|giữa|cùng)(?=\s)")
_OF_THE_STATE = re.compile(r"(?<!\w)(?:trung ương|chính phủ|quốc gia)(?!\w)")
_KIND_WORD = re.compile(r"\s+(?:của\s+)?(?:tỉnh|thành phố|tp\.?)\s*\Z", re.IGNORECASE)


def meeting(scene: Scene, start: int, end: int) -> EventFound | None:
    """The meeting whose head stands at start..end: of a committee, with a number, or with a name."""
    when = scene.when(start, end)
    if when is None:
        return None
    session = _SESSION.search(scene.folded, start, min(scene.span.end, end + 160))
    number = _ordinal(session[1]) if session else None
    committee = _COMMITTEE.search(scene.folded, max(scene.span.start, start - 200), min(scene.span.end, end + 60))
    if committee and committee.start() - end < 40:
        return _of_committee(scene, Span(start, end), committee, number, when)
    with_whom = _WITH.match(scene.folded, end)
    tail, name_end = name_of(scene, with_whom.end() if with_whom else end)
    span = Span(start, name_end)
    meets = scene.folded.startswith("họp ", start) and not is_background(scene, start)
    if len(tail.split()) < 2 or not (number or meets or happens(scene, start, name_end)):
        return None
    national = is_national(scene.folded[end:name_end])
    province = None if national else province_of(scene, actor_before(scene, start), span)
    return scene.event(span, at_place(scene, tidy(scene.text[start:name_end]), province), "meeting", province, when)


def _of_committee(scene: Scene, head: Span, committee: re.Match[str], number: int | None, when: When) -> EventFound:
    """„Ban Chỉ đạo về Chuyển đổi số tỉnh X họp phiên thứ 3"."""
    limit = min(scene.span.end, committee.end() + 120)
    found = _COMMITTEE_END.search(scene.folded, committee.end(), limit)
    end = found.start() if found else limit
    national = _OF_THE_STATE.search(scene.folded, committee.end(), min(end, committee.end() + 20))
    province = None if national else province_of(scene, actor_before(scene, head.start), Span(committee.start(), end))
    body = tidy(scene.text[committee.start() : end])
    if province:
        place = province_name(scene.story, province)
        kind = province_kind(scene.story, province, when.value.latest if when.value else None)
        body = f"{_KIND_WORD.sub('', without_province(body, place))} {kind} {place.removeprefix('TP. ')}"
    name = f"{upper_first(body)} họp" + (f" phiên thứ {number}" if number else "")
    return scene.event(Span(min(head.start, committee.start()), max(head.end, end)), name, "meeting", province, when)


def _ordinal(word: str) -> int | None:
    return int(word) if word.isdecimal() else ORDINALS.get(word)
