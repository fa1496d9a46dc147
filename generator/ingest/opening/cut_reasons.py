"""Why a stretch of the text read is not the article: the keys of a Cut's `why` and what an editor reads for them."""

from __future__ import annotations

REASONS = {
    "date-line": "dòng ghi ngày đăng",
    "dateline": "tên báo, tên hãng tin mở đầu bài",
    "byline": "tác giả",
    "source": "dòng ghi nguồn",
    "site-header": "đầu trang",
    "navigation": "thanh điều hướng, nút bấm của trang",
    "counter": "số lượt xem",
    "saved-on": "ngày mở hoặc lưu trang, không phải ngày đăng",
    "template": "phần còn sót của khuôn trang",
    "caption": "chú thích ảnh",
    "repeat": "nội dung lặp lại",
    "related": "danh sách bài khác",
    "teaser": "phần giới thiệu bài khác",
    "page-end": "chân trang: thẻ, bình luận, bản quyền",
}
"""What an editor reads for each key."""

_OF_THE_ARTICLE = frozenset({"date-line", "dateline", "byline", "source"})


def is_noise(why: str) -> bool:
    """Whether what is cut so belongs to the page and not to the article's own head and foot (date, byline, source)."""
    return why not in _OF_THE_ARTICLE
