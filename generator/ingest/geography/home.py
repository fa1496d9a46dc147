"""Whose paper or portal an article stands in, and what its „tỉnh" or „xã" is when the text does not name it.

Source: Luật Tổ chức chính quyền địa phương 2015 and 2025 for the units; corpus seen: sites of
communes (xaabc.tinh.gov.vn), districts, provinces and papers, 2020–2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.found import Header, Sense, Span
from generator.ingest.geography.provinces import find_provinces
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage
from generator.text import fold_case

_LOCAL_NAME = re.compile(r"(?<!\w)(?<!tác )(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\s(?!hội)")
_LOCAL_HOST = re.compile(
    r"(?:\w+://)?(?:www\.)?(?:ubnd)?(?:xa|phuong|thitran|dackhu|huyen|thixa)[a-z-]+\.[a-z-]+\.gov\.vn"
)
_THE_COMMUNE = re.compile(
    r"(?<!\w)(?:của|toàn|ubnd|hđnd|mttq|địa bàn|đảng ủy|đảng bộ|đoàn|công an|tại|ở|ủy ban nhân dân) "
    r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)(?!\w| hội)"
)


@dataclass(frozen=True, slots=True)
class Home:
    """The province of a publisher; `local`: a commune's or district's, whose articles need not name the province."""

    province: str
    local: bool


def home_of(header: Header, lexicon: Lexicon) -> Home | None:
    """The home of an article's publisher, by its name or else its address."""
    if header.publisher:
        province = _named(header.publisher, lexicon) or lexicon.provinces.of_name(header.publisher)
        if province:
            return Home(province, _LOCAL_NAME.search(fold_case(header.publisher)) is not None)
    province = lexicon.provinces.of_url(header.url) if header.url else None
    return Home(province, _LOCAL_HOST.match(header.url or "") is not None) if province else None


def speaks_of_its_commune(passage: Passage, span: Span) -> bool:
    """Whether the stretch tells at least twice of a commune or district: „UBND xã", „địa bàn phường"."""
    return len(_THE_COMMUNE.findall(passage.folded, span.start, span.end)) >= 2


def _named(publisher: str, lexicon: Lexicon) -> str | None:
    """The one province that the name of a publisher names as such, not as a commune's own name."""
    keys = {p.key for p in find_provinces(Passage(publisher), lexicon) if p.sense is Sense.PROVINCE}
    return keys.pop() if len(keys) == 1 else None
