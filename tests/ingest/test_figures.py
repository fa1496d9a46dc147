"""Figures: numbers with what they count, unit, period and qualifier."""

from __future__ import annotations

import pytest

from generator.ingest.measures.figures import find_figures
from tests.ingest.measures_story import story

FIGURES = {
    "Tỉnh cung cấp 1.131 dịch vụ công trực tuyến mức 4.": [
        ("Dịch vụ công trực tuyến mức 4", 1131, "dịch vụ", None, None)
    ],
    "Năm 2022, tỉnh có hơn 2.345 tổ công nghệ số cộng đồng với gần 15.000 thành viên.": [
        ("Tổ công nghệ số cộng đồng", 2345, "tổ", "2022", "hơn"),
        ("Thành viên", 15000, "người", "2022", "gần"),
    ],
    "Tỷ lệ hồ sơ trực tuyến năm 2021 chỉ đạt 6,1% thì trong 9 tháng năm 2022 đã tăng lên đến 93,6%.": [
        ("Tỷ lệ hồ sơ trực tuyến", 6.1, "%", "2021", None),
        ("Tỷ lệ hồ sơ trực tuyến", 93.6, "%", "2022-01/2022-09", None),
    ],
    "Tổng đài tiếp nhận 2.400 ý kiến phản ánh của người dân trong 9 tháng năm 2022.": [
        ("Ý kiến phản ánh", 2400, "ý kiến", "2022-01/2022-09", None)
    ],
    "Có trên 13,7 triệu giao dịch dữ liệu.": [("Giao dịch dữ liệu", 13.7, "triệu giao dịch", None, "trên")],
    "100% xã, phường có cáp quang.": [("Tỷ lệ xã, phường có cáp quang", 100, "%", None, None)],
    "Doanh thu kinh tế số năm 2023 đạt 1.200 tỷ đồng.": [("Doanh thu kinh tế số", 1200, "tỷ đồng", "2023", None)],
    "Đến nay 75/75 xã có tổ chuyển đổi số.": [("Xã có tổ chuyển đổi số (trong tổng số 75)", 75, "xã", None, None)],
    "Ứng dụng có khoảng 120.000 lượt tải.": [("Lượt tải", 120000, "lượt", None, "khoảng")],
    "Toàn tỉnh có 21.000 km cáp quang.": [("Cáp quang", 21000, "km", None, None)],
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
    "Số tiền 50 triệu đồng.",
    "Có 12 người và 3 hộ.",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES.items(), ids=lambda value: str(value)[:40])
def test_figures(text: str, expected: list[tuple[str, float, str, str | None, str | None]]) -> None:
    found = find_figures(story(text, "son-la"))
    assert [(f.label, f.value, f.unit, f.period, f.qualifier) for f in found] == expected
    assert {f.province for f in found} == {"son-la"}


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Tỉnh có 120 lớp tập huấn.", "son-la"),
        ("Lào Cai có 120 lớp tập huấn.", "lao-cai"),
        ("Tại Lào Cai, có 120 lớp tập huấn.", "son-la"),
        ("Còn có 5 địa phương đã chọn ngày riêng.", None),
        ("Bộ Nội vụ đã mở 120 lớp tập huấn.", None),
        ("Cả nước có 120 lớp tập huấn.", None),
    ],
)
def test_whose_a_figure_is(text: str, province: str | None) -> None:
    assert [f.province for f in find_figures(story(text, "son-la"))] == [province]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_figure(text: str) -> None:
    assert [(f.label, f.value) for f in find_figures(story(text, "son-la"))] == []


def test_the_year_of_a_document_or_a_comparison_is_no_period() -> None:
    text = "Theo Kế hoạch số 12/KH-UBND năm 2021, tỉnh mở 120 lớp tập huấn, so với năm 2020 nhiều hơn."
    assert [f.period for f in find_figures(story(text))] == [None]


def test_a_figure_told_twice_stands_once() -> None:
    assert len(find_figures(story("Có 120 lớp tập huấn. Tỉnh đã mở 120 lớp tập huấn."))) == 1
