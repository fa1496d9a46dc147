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

DOCUMENT_ABBREVIATIONS = {
    "Nghị quyết": "NQ",
    "Nghị định": "NĐ",
    "Quyết định": "QĐ",
    "Thông tư": "TT",
    "Chỉ thị": "CT",
    "Kết luận": "KL",
    "Quy định": "QyĐ",
    "Quy chế": "QC",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
    "Kế hoạch": "KH",
    "Đề án": "ĐA",
    "Phương án": "PA",
    "Dự án": "DA",
    "Thông báo": "TB",
    "Thông cáo": "TC",
    "Báo cáo": "BC",
    "Tờ trình": "TTr",
    "Công điện": "CĐ",
    "Công văn": "CV",
    "Biên bản": "BB",
}
"""How kinds are abbreviated before a number (QĐ 749). Source: Nghị định 30/2020/NĐ-CP, phụ lục III; CV: common use."""

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

RETRACTED_VI = "Bài đã rút"

BASIS_VI = {"stated": "bài nêu rõ", "inferred": "suy ra từ văn cảnh", "derived": "tính ra từ số liệu của bài"}

EVENT_KINDS_EN = {
    "observance": "observance",
    "ceremony": "ceremony",
    "meeting": "meeting",
    "conference": "conference, workshop",
    "contest": "contest",
    "launch": "launch",
    "decision": "decision",
    "plan": "plan",
    "announcement": "announcement",
    "campaign": "campaign",
    "training": "training",
    "ranking": "ranking",
}

DOCUMENT_KINDS_EN = {
    "Hiến pháp": "Constitution",
    "Bộ luật": "Code",
    "Luật": "Law",
    "Pháp lệnh": "Ordinance",
    "Lệnh": "Order",
    "Nghị quyết liên tịch": "Joint resolution",
    "Nghị quyết": "Resolution",
    "Nghị định": "Decree",
    "Quyết định": "Decision",
    "Thông tư liên tịch": "Joint circular",
    "Thông tư": "Circular",
    "Chỉ thị": "Directive",
    "Kết luận": "Conclusion",
    "Quy định": "Rules",
    "Quy chế": "Regulation",
    "Điều lệ": "Charter",
    "Thông tri": "Party circular",
    "Hướng dẫn": "Guidance",
    "Chiến lược": "Strategy",
    "Quy hoạch": "Master plan",
    "Chương trình": "Programme",
    "Kế hoạch": "Plan",
    "Đề án": "Scheme",
    "Phương án": "Option plan",
    "Dự án": "Project",
    "Thông báo": "Notice",
    "Thông cáo": "Communiqué",
    "Tuyên bố": "Declaration",
    "Báo cáo": "Report",
    "Tờ trình": "Submission",
    "Công điện": "Official telegram",
    "Công văn": "Official letter",
    "Biên bản": "Minutes",
    "Hợp đồng": "Contract",
    "Bản ghi nhớ": "Memorandum of understanding",
    "Bản thỏa thuận": "Agreement",
    "Giấy ủy quyền": "Power of attorney",
    "Giấy mời": "Invitation",
    "Thư công": "Public letter",
}

PLATFORM_KINDS_EN = {
    "app": "app",
    "website": "website",
    "system": "system",
    "marketplace": "online marketplace",
    "hotline": "hotline",
    "zalo": "Zalo channel",
    "handbook": "handbook",
    "other": "other platform",
}

QUALIFIERS_EN = {
    "hơn": "more than",
    "trên": "over",
    "khoảng": "about",
    "gần": "nearly",
    "ít nhất": "at least",
}

PROVINCE_KINDS_EN = {"tinh": "province", "thanh-pho": "city under central government"}

PUBLISHER_KINDS_EN = {
    "press": "press",
    "state-portal": "website of a state body",
    "website": "other news website",
}

MEASURE_GROUPS_EN = {
    "overall": "overall",
    "pillar": "pillar",
    "component": "component",
}

BASIS_EN = {
    "stated": "stated by the article",
    "inferred": "inferred from its context",
    "derived": "computed from its figures",
}
