"""Words that tell an intent (phấn đấu, đặt mục tiêu, tầm nhìn … sẽ), and words that show a result instead.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re

INTENT = re.compile(
    r"(?<!\w)(?:phấn\s+đấu|nỗ\s+lực(?=\s+(?:đạt|đến|để\s+đạt|vào|đưa|nâng))|"
    r"(?:đặt(?:\s+ra|\s+rõ)?|đề\s+ra|đưa\s+ra|nêu\s+rõ|với|có|xác\s+định|hướng\s+(?:đến|tới)|giao)\s+(?:các\s+|những\s+|một\s+số\s+|\d{1,2}\s+)?"
    r"(?:mục\s+tiêu|chỉ\s+tiêu)|"
    r"(?:các\s+)?(?:mục|chỉ)\s+tiêu(?=\s*:|,?\s+(?:là|đến|tới|cụ\s+thể|cơ\s+bản|tổng\s+quát|đặt\s+ra|phấn\s+đấu|chung|của|trong|năm|đạt|"
    r"có|vào|đưa|lọt|nằm|đứng|thuộc|trên|tối\s+thiểu|ít\s+nhất|\d|tỷ\s+lệ|tỉ\s+lệ|hết|cuối|trước|sẽ|hoàn\s+thành|được\s+xác\s+định|giai\s+đoạn|tăng\s+trưởng|khác\s+là))|"
    r"(?:tỉnh|thành\s+phố|địa\s+phương)\s+(?:(?!kỳ\s|mong\s)[^\s,.;]+\s+){0,3}(?:kỳ\s+vọng|mong\s+muốn)"
    r"(?=\s+(?:đưa|đạt|nâng|sẽ|đến|tới))|"
    r"(?:xác\s+định|đề\s+ra|nêu\s+rõ|đặt\s+ra|yêu\s+cầu|quyết\s+nghị)\s*[,:]?(?=\s+(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+20\d\d,)|"
    r"(?:mục|chỉ)\s+tiêu(?=(?:,?\s+(?!đạt|vượt|hoàn|đã|tăng)[^\s,.;:%\d]+){0,6}\s*:)|"
    r"hướng\s+(?:đến|tới)(?=\s+(?:đạt|\d|tốp|top|nhóm|có|mục|năm\s+20\d\d,?\s))|"
    r"tầm\s+nhìn\s+(?:đến|tới)\s+(?:năm\s+)?20\d\d(?=[^.;]{0,60}\s(?:sẽ|trở\s+thành|nằm)\s)|"
    r"quyết\s+tâm(?=[^.;]{0,40}\s(?:nhóm|tốp|top|đạt)\s)|trước\s+mắt(?=,\s+(?:trong|đến|từ\s+nay|trước)\s)|(?:phải|cần|quyết\s+tâm)\s+đạt|"
    r"(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?20\d\d(?=[^.;]{0,80}\ssẽ\s+(?:nằm|thuộc|đứng|vào|lọt|đạt|có|là|trở\s+thành|chiếm)\s))(?!\w)"
)
"""What opens a stretch that tells targets."""

_SYLLABLES = ("tiêu", "phấn", "hướng", "quyết", "vọng", "muốn", "tầm", "nỗ", "mắt")
_WITH_YEAR = ("sẽ", "định:", "định ", "rõ", "ra", "cầu")


def may_intend(words: str) -> bool:
    """Whether folded words may hold a word of intent, told by its syllables: faster than looking for it."""
    if any(syllable in words for syllable in _SYLLABLES):
        return True
    if "20" in words and any(syllable in words for syllable in _WITH_YEAR):
        return True
    return "đạt" in words and ("phải" in words or "cần" in words)


REACHED = re.compile(
    r"(?<!\w)(?:(?:vượt|hoàn\s+thành|đạt\s+được|đạt)\s+(?:các\s+|những\s+|nhiều\s+)?"
    r"(?:\d+\S*\s+)?(?:mục\s+tiêu|chỉ\s+tiêu)|(?:trong|trên)\s+tổng\s+số\s|"
    r"(?:so\s+với|bằng)\s+(?:các\s+)?(?:mục|chỉ)\s+tiêu|(?:đã|hiện|đang|vừa|mới)\s+(?:cơ\s+bản\s+|có\s+|được\s+)?"
    r"(?:đạt|có|hoàn\s+thành|vượt|cung\s+cấp|tăng|triển\s+khai|phủ|kết\s+nối|tiếp\s+nhận|xây\s+dựng|đưa|giảm|chiếm|số\s+hóa)|"
    r"hiện\s+nay|trước\s+đó|hiện\s+(?:là\s+)?\d|tính\s+đến|ước\s+đạt|so\s+với\s+(?:năm|cùng)|cùng\s+kỳ|tăng\s+\d+\s+bậc|nếu)(?!\w)"
)
"""What shows a result, a comparison or a condition."""

REACHED_BEFORE = re.compile(
    r"(?<!\w)(?:(?:kết\s+quả|tình\s+hình)(?:\s+thực\s+hiện)?\s+(?:các\s+|những\s+|một\s+số\s+)?(?:mục|chỉ)\s+tiêu|"
    r"(?:vượt|(?<!phấn\sđấu\s)(?<!quyết\stâm\s)hoàn\s+thành|đạt\s+được|so\s+với|trong|trên|hụt|dưới)\s+(?:các\s+|những\s+|nhiều\s+|tổng\s+số\s+)?"
    r"(?:\d+\S*\s+)?(?:mục\s+tiêu|chỉ\s+tiêu)|(?:đã|chưa|không)\s+(?:đạt|hoàn\s+thành|vượt)[^,;.]{0,40}(?:mục|chỉ)\s+tiêu|"
    r"(?:chưa|không|nếu|khó)\s+(?:có|đạt|đặt)|năm\s+ngoái|năm\s+trước)(?!\w)"
)
"""What shows before a word of intent that it tells no target."""

PLANNED_BY_OTHERS = re.compile(
    r"(?<!\w)(?:dự\s+báo|ước\s+tính|nhận\s+định|dự\s+đoán|ước\s+đạt|tính\s+đến|thống\s+kê|google|gartner|idc|nếu)(?!\w)"
)
"""What makes a statement about the future a forecast or a condition."""

IN_FUTURE = re.compile(
    r"(?<!\w)(?:sẽ|theo\s+(?:kế\s+hoạch|đề\s+án|lộ\s+trình|nghị\s+quyết|quyết\s+định|chương\s+trình)|trước\s+mắt|dự\s+kiến|"
    r"tối\s+thiểu|ít\s+nhất|hoàn\s+thành)(?!\w)"
)
"""What makes a statement with a term a plan."""

OPENING_TERM = re.compile(r"\s*(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+20\d\d(?!\d)")
"""The term that opens a sentence and, after a target, those that follow."""

OPENS_TERM = re.compile(
    r"(?:\A|[;:,.]\s*|(?<!\w)(?:và|dự\s+kiến|trước\s+mắt|theo\s+đó|cụ\s+thể|kế\s+hoạch|là|rằng)\s+)(?:[-–+*•]\s*|[a-zđ0-9]{1,2}[.)]\s*)?"
    r"(?:và\s+|thì\s+)?\Z"
)
"""What stands before a term that opens a clause."""

TO_DATE = re.compile(
    r"(?:(?:đến|tới|trước|hết|chậm\s+nhất|cuối|trong|giai\s+đoạn|thời\s+gian|nhiệm\s+kỳ|vào|vòng|là|quý|đầu|giữa|ngày|tháng|năm)\s+){1,5}\Z"
)
"""The words of a term before its date."""

UNRESOLVED = re.compile(
    r"(?<!\w)(?:(?:trong|đến|hết|cuối|tới)\s+(?:hết\s+|cuối\s+)?(?:quý|năm\s+nay|năm\s+tới|tháng)|tới\s+đây|sắp\s+tới|kỳ\s+tới)(?!\w)"
)
"""A time of its own that may lack its year."""

GOES_ON = re.compile(
    r"\s*(?:(?P<joins>(?P<then>khi\s+đó|lúc\s+đó|đến\s+lúc\s+đó|đến\s+thời\s+điểm\s+đó)|cùng\s+với\s+đó|đồng\s+thời|ngoài\s+ra|bên\s+cạnh\s+đó|trong\s+đó|theo\s+đó|cụ\s+thể|song\s+song\s+với\s+đó|đáng\s+chú\s+ý|"
    r"(?:về|đối\s+với|trong\s+lĩnh\s+vực)\s[^,.;\d]{1,40})[,:]?\s*)?"
    r"(?:có\s+|tăng\s+|với\s+|(?:bảo\s+đảm|đảm\s+bảo|triển\s+khai|hình\s+thành|xây\s+dựng|phát\s+triển|phủ)\s+)?(?:\d[\d.,]*\s?%|(?:trên|hơn|từ|ít\s+nhất|tối\s+thiểu|tất\s+cả|toàn\s+bộ|mỗi|mọi|số|số\s+lượng|tốc\s+độ)\s|"
    r"(?:tỷ|tỉ)\s+(?:lệ|trọng)\s|kinh\s+tế\s+số\s|năng\s+suất|thương\s+mại\s+điện\s+tử|hạ\s+tầng|dịch\s+vụ\s+công|khả\s+năng|đến\s)"
)
"""How a sentence begins that goes on telling targets."""

AT_LEAST = re.compile(r"(?<!\w)(?:tối\s+thiểu|ít\s+nhất|sẽ)(?!\w)")
"""What makes a share one to be reached."""
