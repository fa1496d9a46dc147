"""The kinds of pages that search tells apart: keys for filters, and the words readers see."""

from __future__ import annotations

from collections.abc import Mapping

PROVINCE = "tinh"
EVENT = "su-kien"
SERIES = "ngay-hang-nam"
DOCUMENT = "van-ban"
PLATFORM = "nen-tang"
INDEX = "chi-so"
TOPIC = "chu-de"
ARTICLE = "bai-viet"
SECTION = "trang"

KIND_NAMES: Mapping[str, str] = {
    PROVINCE: "Tỉnh, thành",
    EVENT: "Sự kiện",
    SERIES: "Ngày hằng năm",
    DOCUMENT: "Văn bản",
    PLATFORM: "Nền tảng",
    INDEX: "Chỉ số",
    TOPIC: "Chủ đề",
    ARTICLE: "Bài viết",
    SECTION: "Trang",
}
"""Every kind with its Vietnamese name, in the order in which filters list them."""
