"""The closed lists of words that front matter may use, each with its Vietnamese reading."""

from __future__ import annotations

EVENT_KINDS = {
    "observance": "ngày hưởng ứng",
    "ceremony": "buổi lễ",
    "meeting": "cuộc họp",
    "conference": "hội nghị, hội thảo",
    "contest": "cuộc thi",
    "launch": "ra mắt, khai trương",
    "decision": "quyết định",
    "plan": "kế hoạch",
    "announcement": "công bố",
    "campaign": "chiến dịch, phong trào",
    "training": "tập huấn",
    "ranking": "xếp hạng",
}

DOCUMENT_KINDS = (
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Kết luận",
    "Quy định",
    "Quy chế",
    "Điều lệ",
    "Thông tri",
    "Hướng dẫn",
    "Chiến lược",
    "Quy hoạch",
    "Chương trình",
    "Kế hoạch",
    "Đề án",
    "Phương án",
    "Dự án",
    "Thông báo",
    "Thông cáo",
    "Tuyên bố",
    "Báo cáo",
    "Tờ trình",
    "Công điện",
    "Công văn",
    "Biên bản",
    "Hợp đồng",
    "Bản ghi nhớ",
    "Bản thỏa thuận",
    "Giấy ủy quyền",
    "Giấy mời",
    "Thư công",
)
"""By rank. Sources: the law on legal documents; Nghị định 30/2020/NĐ-CP, phụ lục III; the Party's Quy định 66-QĐ/TW."""

PLATFORM_KINDS = {
    "app": "ứng dụng",
    "website": "trang web",
    "system": "hệ thống",
    "marketplace": "sàn thương mại điện tử",
    "hotline": "tổng đài",
    "zalo": "kênh Zalo",
    "handbook": "cẩm nang",
    "other": "nền tảng khác",
}

QUALIFIERS = ("hơn", "trên", "khoảng", "gần", "ít nhất")

PROVINCE_KINDS = {"tinh": "tỉnh", "thanh-pho": "thành phố"}

PUBLISHER_KINDS = {
    "press": "báo, tạp chí",
    "state-portal": "cổng, trang của cơ quan nhà nước",
    "website": "trang tin khác",
}

MEASURE_GROUPS = {
    "overall": "tổng thể",
    "pillar": "trụ cột",
    "component": "chỉ số thành phần",
}

BASIS_VI = {"stated": "bài nêu rõ", "inferred": "suy ra từ văn cảnh", "derived": "tính ra từ số liệu của bài"}
