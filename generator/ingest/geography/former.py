"""Whether a province is named as what it was before a merger: „tỉnh Bắc Kạn (cũ)", „hợp nhất với tỉnh Bạc Liêu".

Source: Nghị quyết 202/2025/QH15 (29 provinces ended on 2025-06-30; the registry tells which); corpus seen: papers and
portals of the merged provinces, 2025–2026.
"""

from __future__ import annotations

import re

from generator.ingest.word_starts import word_starts

_REACH = 130
_OLD = re.compile(
    r"\s?(?:\(\s?)?(?:(?:cũ|ngày trước|trước (?:khi )?(?:sáp nhập|hợp nhất|sắp xếp))(?!\w)"
    r"|(?:trước đây|trước kia)(?=\s?(?:[,.;:)\n]|\Z)|\s(?:và|với|cùng|nay)(?!\w)))"
)
_NOW = re.compile(r"\s?[(,]\s?nay (?:là|thuộc|đã|sáp nhập|hợp nhất)(?!\w)")
_MERGED = re.compile(
    r"(?:hợp nhất|sáp nhập|nhập)"
    r"(?:\s(?:với|cùng|từ|của|giữa|toàn bộ|nguyên trạng|hai|ba|2|3|các|tỉnh|địa bàn|diện tích|dân số|tự nhiên|và)){0,8}"
    r"\s\Z"
)
_OF_OLD = ("trước (?:ngày|đây|kia|khi|sáp nhập|hợp nhất|tháng)", "nguyên là", "vốn", "từng", "trước là")
_FORMERLY = re.compile(
    rf"(?:{word_starts(_OF_OLD)})(?!\w)[^.;()\n]{{0,90}}"
    r"(?<!\w)(?:thuộc|là|của)\s(?:[^.;()\n]{0,50}?(?:,\s|\s))?(?:tỉnh\s)?\Z"
)


def is_former(folded: str, start: int, end: int, *, ended: bool) -> bool:
    """Whether the name at start..end is told as a province of before; `ended`: the registry knows it as none now."""
    if _OLD.match(folded, end):
        return True
    if not ended:
        return False
    before = folded[max(0, start - _REACH) : start]
    return bool(_NOW.match(folded, end) or _MERGED.search(before) or _FORMERLY.search(before))
