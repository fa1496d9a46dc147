"""Lists of targets: the heading or the colon that opens one, the lines that belong to it, what ends it.

Source: corpus seen, plans and resolutions of provinces, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from generator.ingest.documents.target_clauses import BULLET

_NUMBERING = r"\s*(?:(?:phần\s+)?[ivx]{1,4}[.:)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ][.)]|[-–+*])?\s*"
_GOALS = re.compile(rf"{_NUMBERING}(?:(?:các|một\s+số|những|về)\s+){{0,2}}(?:mục\s+tiêu|chỉ\s+tiêu)(?!\w)")
_TASKS = re.compile(
    rf"{_NUMBERING}(?:một\s+số\s+|các\s+)?(?:nhiệm\s+vụ|phương\s+hướng|kế\s+hoạch\s+(?:trong\s+)?(?:thời\s+gian\s+tới|quý|tháng))(?!\w)"
)
_OTHER = re.compile(
    rf"{_NUMBERING}(?:[^\s,.;]+\s+){{0,6}}?(?:nhiệm\s+vụ|giải\s+pháp|tổ\s+chức\s+thực\s+hiện|kinh\s+phí|nội\s+dung|yêu\s+cầu|quan\s+điểm|"
    r"kết\s+quả|tồn\s+tại|hạn\s+chế|phân\s+công|thực\s+trạng|đánh\s+giá|căn\s+cứ|nguồn\s+lực|phạm\s+vi)(?!\w)"
)
_GOALS_ANNOUNCED = re.compile(r"(?<!\w)(?:mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|đặt\s+ra|đề\s+ra)(?!\w)")
_RESULTS = re.compile(
    r"(?:kết\s+quả|tình\s+hình|đánh\s+giá)\s+(?:thực\s+hiện|đạt|hoàn\s+thành)|(?<!\w)đã\s+(?:đạt|hoàn\s+thành|thực\s+hiện|vượt)|"
    r"so\s+với\s+(?:mục|chỉ)\s+tiêu|(?:chưa|không|hoàn\s+thành|vượt)\s+(?:đạt\s+)?(?:các\s+|những\s+)?(?:mục|chỉ)\s+tiêu|(?:mục|chỉ)\s+tiêu\s+(?:đã\s+)?(?:đạt|hoàn\s+thành|vượt)"
)
_STARTS_WITH_MEASURE = re.compile(
    r"\s*(?:đến|tới|trước|hết|năm|phấn\s+đấu|trên|hơn|ít\s+nhất|tối\s+thiểu|khoảng|tất\s+cả|toàn\s+bộ|\d[\d.,]*\s?%|"
    r"\d{1,4}/\d{1,4}|(?:tỷ|tỉ)\s+(?:lệ|trọng)|kinh\s+tế\s+số|số|mỗi|thuộc|nằm|xếp|vào|duy\s+trì|hoàn\s+thành|hạ\s+tầng|phủ|"
    r"phổ\s+cập|năng\s+suất|có|đưa|nâng|hình\s+thành|thành\s+lập|đạt|doanh\s+thu|giảm|tăng|bảo\s+đảm|đảm\s+bảo|"
    r"triển\s+khai|xây\s+dựng|cung\s+cấp|kết\s+nối|tích\s+hợp|phát\s+triển)(?!\w)"
)
_HEADING = 140


class Section(Enum):
    """What the lines after a heading tell."""

    GOALS = auto()
    TASKS = auto()


def section_of(line: str, *, measured: bool) -> Section | None:
    """The section that a folded line opens: by its heading, or by „mục tiêu …:" at its end."""
    is_heading = len(line) <= _HEADING and not line.endswith((".", ";")) and not (measured and line[-1:] != ":")
    section = None
    if is_heading and _GOALS.match(line):
        section = Section.GOALS
    elif is_heading and _TASKS.match(line):
        section = Section.TASKS
    elif line.endswith(":") and _GOALS_ANNOUNCED.search(line):
        section = Section.GOALS
    return None if section and _RESULTS.search(line) else section


def stays(line: str, *, measured: bool) -> bool:
    """Whether a folded line still belongs to the list it stands in: one of its lines, or a heading within it."""
    if measured:
        return BULLET.match(line) is not None or _STARTS_WITH_MEASURE.match(line) is not None
    if len(line) <= _HEADING and not line.endswith((".", ";")):
        return _OTHER.match(line) is None
    return BULLET.match(line) is not None
