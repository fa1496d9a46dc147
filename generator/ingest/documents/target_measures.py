"""What can be measured in a text: shares, numbers of something, places in a ranking.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_NUMBER = re.compile(r"\d(?<![\d.,]\d)\d*(?:[.,]\d+)*")
_SHARE = re.compile(r"\s?%")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_OF_TIME = re.compile(r"/\d{1,3}(?![\d.])|-?\d|\s*(?:năm|tháng|ngày|quý|tuần|giờ)(?!\w)")
_RANGE = re.compile(r"\s?[-–]\s?\d+(?:[.,]\d+)*")
_ALL_OF = re.compile(r"/(\d{1,4})\s+(?:sở|ban|ngành|cơ\s+quan|đơn\s+vị|xã|phường|huyện|thôn|bản|trường)(?!\w)")
_TIMES = re.compile(r"\s+lần(?!\w)")
_COUNTED = re.compile(
    r"\s+(?:người|lượt|hộ|xã|thôn|bản|ấp|khóm|vùng|điểm|doanh\s+nghiệp|trạm|thuê\s+bao|cơ\s+quan|đơn\s+vị|hợp\s+tác\s+xã|"
    r"sản\s+phẩm|mô\s+hình|dịch\s+vụ|nền\s+tảng|thủ\s+tục|tỷ|tỉ|triệu|nghìn|ngàn|trường|cán\s+bộ|công\s+chức|chuyên\s+gia|"
    r"kỹ\s+sư|nhân\s+lực|lao\s+động|tổ|phường|huyện|tỉnh|cơ\s+sở|hồ\s+sơ|tài\s+khoản|km|khu|hệ\s+thống|ứng\s+dụng|ha|"
    r"công\s+trình|học\s+sinh|sinh\s+viên|giáo\s+viên|hội\s+viên|thành\s+viên|bậc|chỉ\s+tiêu|tiêu\s+chí|trung\s+tâm|cụm)(?!\w)"
)
_GROUPS = frozenset(("nhóm", "tốp", "top"))
_PLACES = frozenset(("thứ", "hạng", "trí"))
_VALUES = frozenset(("đạt", "có", "tăng", "chiếm", "góp", "trên", "hơn", "khoảng", "gần", "nhất", "thiểu", "từ"))
_AMONG = re.compile(r"(?<!\w)(?:một|1)\s+trong\s+(?:số\s+|những\s+)?\Z")
_REACH = 28


class Measures:
    """The places of a folded text where the number of a measure stands."""

    def __init__(self, folded: str) -> None:
        self._starts = [m.start() for m in _NUMBER.finditer(folded) if _measures(folded, m)]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def first(self, start: int, end: int) -> int | None:
        """The first measure's place from start up to end."""
        number = bisect_left(self._starts, start)
        return self._starts[number] if number < len(self._starts) and self._starts[number] < end else None

    def within(self, start: int, end: int) -> bool:
        """Whether there is a measure from start up to end."""
        return self.first(start, end) is not None


def _measures(folded: str, m: re.Match[str]) -> bool:
    """Whether a number is of a measure, by the words around it."""
    if _SHARE.match(folded, m.end()):
        return True
    if folded[m.start() - 1 : m.start()] in ("/", "-", "–") or _YEAR.match(m[0]):
        return False
    after = folded[m.end() : m.end() + 2]
    if after[:1] == "/" and (whole := _ALL_OF.match(folded, m.end())) and whole[1] == m[0]:
        return True
    further = _RANGE.match(folded, m.end()) if "-" in after or "–" in after else None
    if further and (_SHARE.match(folded, further.end()) or _COUNTED.match(folded, further.end())):
        return True
    before = folded[max(0, m.start() - _REACH) : m.start()]
    if not before[-1:].isspace():
        return bool(_COUNTED.match(folded, m.end())) and not before[-1:].isalnum()
    words = before.split()[-2:]
    if len(m[0]) <= 2 and _is_place(before, words):
        return True
    if words and words[-1] == "gấp" and _TIMES.match(folded, m.end()):
        return True
    if words and words[-1] in _VALUES and not _OF_TIME.match(folded, m.end()):
        return True
    return _COUNTED.match(folded, m.end()) is not None


def _is_place(before: str, words: list[str]) -> bool:
    """Whether the words before a number of one or two digits make it a place in a ranking."""
    if not words:
        return False
    if words[-1] in _PLACES:
        return words[0] != "lần"
    return (not _GROUPS.isdisjoint(words) and words[-1].isalpha()) or _AMONG.search(before) is not None
