"""Texts as Hypothesis makes them: of the pieces that news is made of, in sentences of our own, and of anything."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

_DATES = (
    *("ngày 10/10/2022", "ngày 5-10", "chiều 26/10", "tháng 9/2020", "quý III/2022", "6 tháng đầu năm 2023"),
    *("từ ngày 1-10/10", "giai đoạn 2021-2025", "đến năm 2025, định hướng đến năm 2030", "hằng năm", "24/7"),
    *("ngày 31/2/2022", "ngày 29/2", "hôm qua", "trung tuần tháng 4/2022", "ngày 0/0", "năm 0000", "13/2021"),
    *("ngày 5, 7 và 9/10", "thứ Hai tuần trước", "cuối tháng 12", "ngày 30/6/2025", "9999", "năm 2050"),
)
_PROVINCES = (
    *("tỉnh Bắc Kạn", "Hòa Bình", "hoà bình", "TP.HCM", "Bà Rịa – Vũng Tàu", "Thừa Thiên Huế", "Huế", "CÀ MAU"),
    *("Đắc Lắc", "thành phố Bắc Giang", "sông Đồng Nai", "Đại học Cần Thơ", "báo Hà Tĩnh", "Hà Nội", "Bắc Ninh"),
    *("ông Nguyễn Thái Bình", "các tỉnh Tây Bắc", "Huế, Cần Thơ và Lạng Sơn", "tỉnh", "Bac Ninh", "Ninh Bình"),
)
_DOCUMENTS = (
    *("Quyết định số 749/QĐ-TTg ngày 3/6/2020 của Thủ tướng Chính phủ", "Nghị quyết 57-NQ/TW"),
    *("Kế hoạch số 12/KH-UBND", "Quyết định số 505", "Luật Giao dịch điện tử năm 2023", "Nghị quyết số 08"),
    *("Công văn số 1/-", "Nghị định số 30/2020/NĐ-CP", "Quyết định số 9/QĐ-UBND ngày 1/1/2031", "Chỉ thị 02/CT-UBND"),
)
_RANKS = (
    *("xếp thứ 10/63", "DTI 2021 xếp thứ 51", "tăng 8 bậc", "đứng thứ 3 về nhận thức số", "xếp thứ 99/63"),
    *("đạt 0,6175 điểm", "trong tốp 10", "lần lượt xếp thứ 1, 2 và 3", "từ hạng 60 lên hạng 26", "xếp thứ 0"),
    *("vị trí thứ nhất", "dẫn đầu cả nước", "chỉ số DTI năm 2022 của tỉnh đạt 0,5", "đạt 120/100 điểm"),
)
_REST = (
    *("UBND tỉnh tổ chức hội nghị", "với chủ đề “Dữ liệu số”", "ra mắt ứng dụng “Công dân số”", "tổng đài 1022"),
    *("phấn đấu đến năm 2025 đạt 100% xã", "có 1.131 tổ công nghệ số cộng đồng", "749/QĐ-", "“", "](x)", "<b>"),
    *("xã Vi Hương, huyện Bạch Thông", "Ngày Chuyển đổi số quốc gia 10/10", "kinh phí 2,5 tỷ đồng"),
    *("theo kế hoạch sẽ tổ chức hội thảo", "khai trương Cổng dịch vụ công", "điện thoại 02093.810.022"),
    "tỷ lệ hồ sơ trực tuyến đạt 93,6%",
)
_LINES = (
    *("* Cùng ngày, tại Cà Mau, Sở Thông tin và Truyền thông tổ chức hội nghị.", "- Bắc Kạn:", "Ảnh: Văn A"),
    *("Ngày đăng: 25/10/2022", "Chủ Nhật, 06/10/2024", "Truy cập nội dung luôn", "{keywords}", "Nguyễn Văn Mẫu"),
    *("QUANG TRƯỜNG – VĨNH KỲ- VÂN DU", "Nguồn: https://a.gov.vn/x", "Nguồn: https://[a.vn]x/", "1. Huế 0,6"),
    *("(Bắc Kạn) – Sáng nay, tỉnh họp.", "Báo Bắc Kạn", "Xem với cỡ chữ", "Trang chủ > Tin tức", "Theo TTXVN"),
    *("Lượt xem: 39", "a", "...", "Tỉnh Bắc Kạn họp về chuyển đổi số", "Xem thêm: Tin khác", "https://a b", "# 1"),
    *("HỘI NGHỊ CHUYỂN ĐỔI SỐ TỈNH CÀ MAU", "---"),
)
_JOINTS = (
    *(" ", " ", " ", ", ", ". ", ".\n", "; ", ": ", "\n", "\n\n", "\r\n"),
    *("\u00a0", "\t", " (", ") ", " và ", " – ", ""),
)
_ODD = (
    *("🇻🇳", "👨\u200d👩\u200d👧", "\u0301", "\u0323", "\ufeff", "\u200b", "İ", "ß", "ǆ", "ﬁ", "٣", "²"),
    *("\x85", "\u2028", "\x0c", "&", "“”", "’"),
)

_PIECE = st.sampled_from(
    [*_DATES, *_DATES, *_PROVINCES, *_PROVINCES, *_DOCUMENTS, *_RANKS, *_RANKS, *_REST, *_REST, *_LINES, *_ODD]
)
_LINE = st.sampled_from(_LINES)

news = st.lists(st.tuples(_PIECE, st.sampled_from(_JOINTS)), max_size=40).map(
    lambda pieces: "".join(word + joint for word, joint in pieces)
)
"""A text made of pieces of news."""

headed = st.tuples(_LINE, _LINE, _LINE, news).map("\n\n".join)
"""Such a text below lines of a page."""

anything = st.text(st.characters(codec="utf-8"), max_size=300)
"""Any text of Unicode."""

texts = st.one_of(headed, headed, news, anything, st.tuples(news, anything).map("".join))
"""All of these."""


def decomposed(text: str) -> str:
    """The text in Unicode normal form D."""
    return unicodedata.normalize("NFD", text)
