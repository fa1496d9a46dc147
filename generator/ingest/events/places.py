"""Where an occasion is held: „tại UBND tỉnh …" right before or behind its name."""

from __future__ import annotations

import re

from generator.ingest.events.scenes import Scene
from generator.ingest.found import EventFound
from generator.text import fold_case

_PLACE = (
    r"tại\s+((?:ubnd|ủy ban nhân dân|trung tâm|nhà|hội trường|trụ sở|quảng trường|sân|trường|khách sạn|điểm cầu|hà nội"
    r"|xã|phường|huyện|quận|thành phố|thị xã|thị trấn|tp\.?)\s?[^,;.(“\"]{0,70}?)"
)
_BEFORE = re.compile(_PLACE + r"(?:,|\s+(?:đã\s+)?(?:diễn ra|tổ chức|khai mạc)|\s*\Z)")
_AFTER = re.compile(
    r"[^.;]{0,60}?(?<!\w)" + _PLACE + r"(?=[,;.(“\"]|\s+(?:với|và|có|do|nhằm|đã|vào|để|từ|diễn|được)\s|\Z)"
)
_NEAR = 110


def place_of(scene: Scene, event: EventFound) -> str | None:
    """The place as told in the sentence; None where it tells none."""
    folded, span = scene.folded, scene.span
    before = _BEFORE.search(folded, max(span.start, event.start - _NEAR), event.start)
    m = before or _AFTER.match(folded, event.end, span.end)
    if m is None:
        return None
    place = " ".join(scene.text[m.start(1) : m.end(1)].split())
    return place if 1 < len(place.split()) <= 12 and fold_case(place) not in fold_case(event.name) else None
