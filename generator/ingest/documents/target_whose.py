"""Whose target a stretch tells: that of the province named there, of the part's own, or the country's.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.found import Sense, Span
from generator.ingest.story import Story

_NATIONAL = re.compile(
    r"(?<!\w)(?:việt\s+nam|cả\s+nước|nước\s+ta|quốc\s+gia|chính\s+phủ|thủ\s+tướng|bộ\s+chính\s+trị|toàn\s+quốc|gdp)(?!\w)"
)
_OWN = re.compile(r"(?<!\w)(?:tỉnh|thành\s+phố|địa\s+phương|trên\s+địa\s+bàn)(?!\w)")
_OTHER_SUBJECT = re.compile(
    r"(?<!\w)(?:huyện|xã(?!\s+hội)|phường|thị\s+xã|quận|công\s+ty|tập\s+đoàn|doanh\s+nghiệp|(?<!thị\s)(?<!môi\s)trường|bệnh\s+viện|"
    r"hợp\s+tác\s+xã|htx|vnpt|viettel|cục|chi\s+nhánh|ngân\s+hàng|(?<!cán\s)(?<!toàn\s)(?<!đảng\s)(?<!nội\s)bộ)\s"
    r"(?P<then>[^,;:]{0,60})\Z"
)
_LEAD = 200


@dataclass(frozen=True, slots=True)
class Whose:
    """A province (None: the country) and the names that a clause may begin with."""

    province: str | None
    names: tuple[str, ...]


def whose_target(story: Story, before: Span) -> Whose | None:
    """The province whose target follows `before`; None where that cannot be told or it is another body's."""
    lead = story.passage.folded[before.start : before.end]
    if (other := _OTHER_SUBJECT.search(lead)) and not _OWN.search(other["then"]):
        return None
    near = Span(before.start, min(before.end + _LEAD, story.passage.sentence_at(before.end - 1).end))
    named = {p.key for p in story.provinces_in(near) if p.sense is Sense.PROVINCE}
    goes_on = story.passage.folded[before.end : before.end + 25]
    if not named and not _OWN.search(lead) and (_NATIONAL.search(lead) or _NATIONAL.search(goes_on)):
        return Whose(None, ())
    province = next(iter(named)) if len(named) == 1 else story.province_at(before.start)
    if province is None:
        return None
    return Whose(province, (story.lexicon.registries.provinces[province].name,))
