"""What the words of one line of a page say it is: the day it was put up, a byline, the head of a list of other news.

Sources: pages seen, provincial portals, departments and papers 2020–2026.
"""

from __future__ import annotations

import re

from generator.text import UPPER

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_TIME = r"\d{1,2}[:hg]\d{2}"
_POSTED = re.compile(
    r"(?:ngày\s+(?:đăng|xuất bản|cập nhật|ban hành|viết)|đăng\s+(?:ngày|lúc|tải)|cập nhật|xuất bản|posted|published)"
    rf"[^\n]{{0,30}}?\d|{_DAY}[^\n]{{0,20}}?{_TIME}|{_TIME}[^\n]{{0,20}}?{_DAY}",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\W{{0,3}}(?:(?:thứ\s\w+|chủ nhật)\W{{1,4}})?(?:ngày\s+)?{_DAY}\W{{0,3}}", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W{0,3}(?:(?:tác giả|nguồn(?: tin)?|theo|người (?:viết|đăng|gửi)|biên tập|(?:tin,?\s)?bài|tin|ảnh|thực hiện"
    r"|bài(?:,| và) ảnh|tin(?:,| và) ảnh|tin, bài(?:,| và) ảnh|ngày đăng|đăng ngày|ngày cập nhật|cập nhật)\s*[:：(]"
    r"|(?:theo|bởi)\s+(?-i:[A-ZĐ]))",
    re.IGNORECASE,
)
_NAME = rf"[{UPPER}][\w.]{{0,9}}"
_NAMES = re.compile(rf"{_NAME}(?:\s{_NAME}){{1,4}}(?:\s*[,–-]\s*{_NAME}(?:\s{_NAME}){{1,4}}){{0,4}}")
_BY = re.compile(
    r"\W{0,3}(?:(?:tác giả|thực hiện|(?:bài|tin)(?:(?:,| và) ảnh)?|tin, bài(?:(?:,| và) ảnh)?|bởi|by)\b\s*[:：]?\s*)?",
    re.IGNORECASE,
)
_OTHER_NEWS = re.compile(
    r"\W{0,3}(?:(?:các\s+)?(?:tin|bài)(?:\s*,\s*(?:tin|bài))?(?:\s+(?:viết|tức|bài))?"
    r"\s+(?:liên quan|khác|mới|cùng|cũ|đọc nhiều|nổi bật|đã đưa)|xem thêm|đọc thêm|có thể bạn quan tâm"
    r"|cùng chuyên mục|từ kh[oó]á?\b|chia sẻ|tags?\b|những tin|bình luận|ý kiến bạn đọc|gửi bình luận)",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:(?:trang|cổng)\s+(?:thông\s+tin|ttđt|tttt|tin|du lịch)|(?:trang chủ|website|báo|tạp chí|thời báo|đài|sở|bộ|ban"
    r"|ủy ban|uỷ ban|ubnd|hđnd|hội đồng|huyện ủy|tỉnh ủy|thành ủy|văn phòng|trung tâm|phòng|công an|liên minh|hội)\b)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?<!ban )tổ chức|ban hành|công bố|triển khai|ra mắt|tập huấn|khai (?:trương|mạc|giảng)|phát động|hưởng ứng"
    r"|đẩy mạnh|tăng|đạt\b|đứng\b|dẫn đầu|xếp (?:hạng|thứ)|hội nghị|hội thảo|họp\b|làm việc|kiểm tra|ký kết|trao\b|tặng"
    r"|thông qua|thành lập|bàn giao|vận hành|sơ kết|tổng kết|kỷ niệm|chỉ đạo|yêu cầu|đề nghị|đưa\b|được\b|vì\b|để\b"
    r"|trong\b|với\b|cho\b|\d",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"\W*(?:\d+\s+)?(?:các\s+)?(?:bình luận|ý kiến (?:bạn đọc|của bạn|phản hồi)|nhận xét|phản hồi|comments?)\W*\d*\W*",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"(?:chia sẻ|bình luận|liên hệ|trở (?:về|lại)|quay lại|in (?:bài|trang)|gửi|đóng|xem|tải|đăng|trang|thông|tin|bài"
    r"|video|lượt|đọc|nghe|mục|từ|ý kiến|đánh giá|thăm dò|về|facebook|zalo|danh mục|tiếng)\b",
    re.IGNORECASE,
)


def is_posted(text: str) -> bool:
    """Whether it says when an article was put up."""
    return len(text) <= 100 and _POSTED.search(text) is not None


def is_dated(text: str) -> bool:
    """Whether it is a date and nothing else."""
    return len(text) <= 40 and _DATED.fullmatch(text) is not None


def is_signed(text: str) -> bool:
    """Whether it begins with the label of an author, a source or the day it was put up."""
    return len(text) <= 100 and _SIGNED.match(text) is not None


def is_names(text: str) -> bool:
    """Whether it can be nothing but names of persons; a button such as „Chia Sẻ" is none."""
    return len(text) <= 80 and _NAMES.fullmatch(text) is not None and not _BUTTONS.match(text)


def names_in(text: str) -> str | None:
    """The names of persons that it gives, with or without a label before them, and nothing else; capitals as names."""
    label = _BY.match(text)
    names = text[label.end() if label else 0 :].strip()
    if not is_names(names):
        return None
    return names.title() if names.isupper() else names


def heads_other_news(text: str) -> bool:
    """Whether it announces other articles, tags or comments: „Tin liên quan"."""
    return len(text) <= 80 and _OTHER_NEWS.match(text) is not None


def opens_comments(text: str) -> bool:
    """Whether it stands above what readers wrote: „Bình luận (2)"."""
    return len(text) <= 40 and _COMMENTS.fullmatch(text) is not None


def names_a_site(text: str) -> bool:
    """Whether it can be the name of a site, a paper or an organ: it begins like one and tells nothing."""
    return _SITE.match(text) is not None and _TELLS.search(text) is None
