"""Figures: numbers with what they count, unit, period and qualifier."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.measures.figures import find_figures
from tests.ingest.measures_story import story

Told = tuple[str, float, str, str | None, str | None]

COUNTS = {
    "Tỉnh cung cấp 1.131 dịch vụ công trực tuyến mức 4.": [
        ("Dịch vụ công trực tuyến mức 4", 1131, "dịch vụ", None, None)
    ],
    "Năm 2022, tỉnh có hơn 2.345 tổ công nghệ số cộng đồng với gần 15.000 thành viên.": [
        ("Tổ công nghệ số cộng đồng", 2345, "tổ", "2022", "hơn"),
        ("Thành viên tổ công nghệ số cộng đồng", 15000, "người", "2022", "gần"),
    ],
    "Có trên 13,7 triệu giao dịch dữ liệu.": [("Giao dịch dữ liệu", 13.7, "triệu giao dịch", None, "trên")],
    "Đến nay 75/75 xã có tổ chuyển đổi số.": [("Xã có tổ chuyển đổi số (trong tổng số 75)", 75, "xã", None, None)],
    "Chợ có 64 trong tổng số 71 tiểu thương nhận tiền qua mã QR.": [
        ("Tiểu thương nhận tiền qua mã QR (trong tổng số 71)", 64, "người", None, None)
    ],
    "Ứng dụng Sơn La Xanh có khoảng 120.000 lượt tải.": [
        ("Lượt tải ứng dụng Sơn La Xanh", 120000, "lượt", None, "khoảng")
    ],
    "Toàn tỉnh có 21.000 km cáp quang.": [("Cáp quang", 21000, "km", None, None)],
    "Trung tâm tiếp nhận 512 nghìn hồ sơ.": [("Hồ sơ được tiếp nhận", 512, "nghìn hồ sơ", None, None)],
    "Có hơn 300 thôn, khu phố đã được lắp mạng.": [
        ("Thôn, khu phố đã được lắp mạng", 300, "thôn", None, "hơn"),
    ],
    "Số trạm phát sóng toàn tỉnh là 1.412 trạm.": [("Số trạm phát sóng toàn tỉnh", 1412, "trạm", None, None)],
    "Ứng dụng Sơn La Xanh có thêm 2.000 tài khoản, nâng tổng số lên 1,02 triệu.": [
        ("Tài khoản của ứng dụng Sơn La Xanh", 2000, "tài khoản", None, None),
        ("Tổng số tài khoản của ứng dụng Sơn La Xanh", 1.02, "triệu tài khoản", None, None),
    ],
    "Tỉnh có 2,3 doanh nghiệp/1.000 dân.": [("Doanh nghiệp trên 1.000 dân", 2.3, "doanh nghiệp", None, None)],
    "Doanh thu kinh tế số năm 2023 đạt 1.200 tỷ đồng.": [("Doanh thu kinh tế số", 1200, "tỷ đồng", "2023", None)],
}

RATES = {
    "100% xã, phường có cáp quang.": [("Tỷ lệ xã, phường có cáp quang", 100, "%", None, None)],
    "Trợ lý ảo trả lời được 83% câu hỏi của người dân.": [
        ("Tỷ lệ câu hỏi của người dân được trả lời", 83, "%", None, None)
    ],
    "Tỉnh tích hợp 100% dịch vụ công trực tuyến lên Cổng quốc gia, chính thức vận hành mô hình mới.": [
        ("Tỷ lệ dịch vụ công trực tuyến lên Cổng quốc gia được tích hợp", 100, "%", None, None)
    ],
    "Tỷ lệ hồ sơ trực tuyến đạt 65,6%, tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục (TTHC) đạt 83,1%.": [
        ("Tỷ lệ hồ sơ trực tuyến", 65.6, "%", None, None),
        ("Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục", 83.1, "%", None, None),
    ],
    "Tỷ lệ hồ sơ trực tuyến năm 2021 chỉ đạt 6,1% thì trong 9 tháng năm 2022 đã tăng lên đến 93,6%.": [
        ("Tỷ lệ hồ sơ trực tuyến", 6.1, "%", "2021", None),
        ("Tỷ lệ hồ sơ trực tuyến", 93.6, "%", "2022-01/2022-09", None),
    ],
    "Tỷ lệ hồ sơ trực tuyến toàn tỉnh đạt 72,6%, trong đó cấp xã đạt 74,5%.": [
        ("Tỷ lệ hồ sơ trực tuyến toàn tỉnh", 72.6, "%", None, None),
        ("Tỷ lệ hồ sơ trực tuyến (cấp xã)", 74.5, "%", None, None),
    ],
    "Tỉnh đã số hóa 418.700 thửa đất, đạt 63,2% kế hoạch.": [
        ("Thửa đất được số hóa", 418700, "thửa", None, None),
        ("Thửa đất được số hóa so với kế hoạch", 63.2, "%", None, None),
    ],
    "Có 300 tài khoản được kích hoạt thành công, đạt tỷ lệ 20%.": [
        ("Tài khoản được kích hoạt thành công", 300, "tài khoản", None, None),
        ("Tỷ lệ tài khoản được kích hoạt thành công", 20, "%", None, None),
    ],
    "Năm 2022, kinh tế số chiếm 12,5% GRDP.": [("Tỷ trọng kinh tế số trong GRDP", 12.5, "%", "2022", None)],
}

NOTHING = [
    "Tỉnh ưu tiên 3 lĩnh vực là y tế, giáo dục và nông nghiệp.",
    "Tỉnh chọn 2 xã Tân Lập với Chiềng Hặc làm thí điểm.",
    "Trước đó có 2 địa phương là Hưng Yên, Đồng Tháp.",
    "Đây là một trong 7 xã của cả nước làm thí điểm.",
    "Chuyển đổi số dựa trên 3 trụ cột và thể hiện ở 6 điểm nổi bật.",
    "Phấn đấu đến năm 2025 có 80% hồ sơ được nộp trực tuyến và 500 doanh nghiệp số.",
    "Quyết định số 749 và phiên họp lần thứ 3 ngày 15/9.",
    "Điện thoại 1022, người dân gọi tổng đài 1022.",
    "Số hồ sơ tăng 15% so với năm 2021, giảm 20 hồ sơ.",
    "Ông Nam, 45 tuổi, ở tổ 5.",
    "DTI xếp 58/63 tỉnh, thành phố; 5 đơn vị dẫn đầu; cả nước có 63 tỉnh.",
    "Mức phạt từ 1 triệu đồng đến 5 triệu đồng.",
    "Số tiền 50 triệu đồng, giá vé 20.000 đồng.",
    "Có 12 người và 3 hộ.",
    "Hội nghị trực tuyến được tổ chức đến 78 xã, phường với 80 đại biểu.",
    "Thành viên: 126 người; lớp: 3 lớp.",
    "Bài thi gồm 30 câu hỏi trắc nghiệm, làm trong 3 ngày.",
    "Nghị quyết nêu 6 nhóm nhiệm vụ và 5 nội dung.",
    "Nhà mạng này chiếm 324 trạm, nhà mạng kia 18 trạm.",
    "Mục tiêu cụ thể:\n- Năm 2022, 50% trường học sử dụng nền tảng số.\n- 100% xã có cáp quang.",
    "Nhiệm vụ quý IV\n- Mở lớp kỹ năng số cho 193 trưởng thôn.",
    "Kế hoạch đặt mục tiêu 80% trường học dùng nền tảng số. Hơn 50% bệnh viện sử dụng mã QR.",
    "Năm 2022: 100% sản phẩm được đưa lên sàn\nMục tiêu năm 2022 là 100% sản phẩm được đưa lên sàn.",
    "Mỗi tổ tối thiểu có 4 thành viên, đoàn gồm 5 cán bộ.",
]


@pytest.mark.parametrize(("text", "expected"), (COUNTS | RATES).items(), ids=lambda value: str(value)[:40])
def test_figures(text: str, expected: list[Told]) -> None:
    found = find_figures(story(text, "son-la"))
    assert [(f.label, f.value, f.unit, f.period, f.qualifier) for f in found] == expected
    assert {f.province for f in found} == {"son-la"}


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_figure(text: str) -> None:
    assert [(f.label, f.value) for f in find_figures(story(text, "son-la"))] == []


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Tỉnh có 120 lớp tập huấn.", "son-la"),
        ("Lào Cai có 120 lớp tập huấn.", "lao-cai"),
        ("Tại Lào Cai, có 120 lớp tập huấn.", "son-la"),
        ("Đại diện các tỉnh Lào Cai, Yên Bái dự; có 120 lớp tập huấn.", "son-la"),
        ("Còn có 5 địa phương đã chọn ngày riêng.", None),
        ("Bộ Nội vụ đã mở 120 lớp tập huấn.", None),
        ("Cả nước có 120 lớp tập huấn.", None),
        ("Cả nước đang đổi mới. Trong đó có 120 lớp tập huấn.", None),
        ("Cả nước đang đổi mới. Toàn tỉnh có 120 lớp tập huấn.", "son-la"),
        ("Tỉnh dẫn đầu cả nước. Đã có 120 lớp tập huấn.", "son-la"),
        ("Trong các bộ, ngành, tỷ trọng kinh tế số đạt 12%.", None),
        ("Tỷ trọng kinh tế số trong GDP đạt 18%.", None),
    ],
)
def test_whose_a_figure_is(text: str, province: str | None) -> None:
    assert [f.province for f in find_figures(story(text, "son-la"))] == [province]


def test_a_figure_of_one_of_several_provinces_is_left_out() -> None:
    assert find_figures(story("Lào Cai đứng trên, Yên Bái đứng dưới có 120 lớp tập huấn.", "son-la")) == ()


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Năm 2021, tỉnh mở 120 lớp tập huấn.", ["2021"]),
        ("Tỉnh mở 120 lớp tập huấn trong năm 2021.", ["2021"]),
        ("Theo báo cáo, 9 tháng năm 2022, tỉnh mở 120 lớp tập huấn.", ["2022-01/2022-09"]),
        ("Hết năm 2021, tỉnh xếp trên; hiện nay có 120 lớp tập huấn.", [None]),
        ("Theo Kế hoạch số 12/KH-UBND năm 2021, tỉnh mở 120 lớp tập huấn, so với năm 2020 nhiều hơn.", [None]),
        ("Dự toán phần mềm là 187 tỷ đồng, ban hành Kế hoạch số 65/KH-UBND, năm 2021.", [None]),
        ("Đến nay, theo chương trình giai đoạn năm 2021, tỉnh mở 120 lớp tập huấn.", [None]),
        ("Tỷ lệ hồ sơ số đạt 42% (cuối năm 2021 là 17%).", [None, "2021"]),
    ],
)
def test_the_period_of_a_figure(text: str, periods: list[str | None]) -> None:
    assert [f.period for f in find_figures(story(text))] == periods


def test_a_figure_told_twice_stands_once() -> None:
    assert len(find_figures(story("Có 120 lớp tập huấn. Tỉnh đã mở 120 lớp tập huấn."))) == 1


@given(st.lists(st.sampled_from([*COUNTS, *RATES, *NOTHING, "(", ")", "%", ";", "năm 2022 ", "\n"]), max_size=12))
def test_the_evidence_begins_with_the_number(texts: list[str]) -> None:
    read = story("".join(texts), "son-la")
    for figure in find_figures(read):
        assert read.passage.text[figure.start].isdigit()
        assert figure.start < figure.end <= len(read.passage.text)
        assert figure.label == figure.label.strip() != ""
