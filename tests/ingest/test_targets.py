"""Targets: what is to be reached, whose target it is, by when, and the goal a ranking can be laid beside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.documents.targets import find_targets
from generator.model import Basis, Goal
from tests.ingest.documents_story import story


def targets(text: str, province: str | None = "ha-tinh") -> list[tuple[str | None, str]]:
    return [(target.by, target.text) for target in find_targets(story(text, province))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hà Tĩnh phấn đấu đến năm 2025 nằm trong tốp 15 cả nước về DTI.", [("2025", "trong tốp 15 cả nước về DTI")]),
        ("Tỉnh đặt mục tiêu đến năm 2025 thuộc nhóm 15 tỉnh dẫn đầu cả nước; đến năm 2030 thuộc nhóm 10.",
         [("2025", "thuộc nhóm 15 tỉnh dẫn đầu"), ("2030", "thuộc nhóm 10")]),
        ("Đến năm 2030, phấn đấu kinh tế số chiếm 30% GRDP của tỉnh.", [("2030", "kinh tế số chiếm 30% GRDP")]),
        ("Phấn đấu đến hết năm 2024, 100% xã có mạng, 90% hộ có cáp quang và 60,5% người lớn dùng ví điện tử.",
         [("2024", "100% xã có mạng"), ("2024", "90% hộ có cáp quang"), ("2024", "60,5% người lớn dùng ví điện tử")]),
        ("Mục tiêu đến năm 2030:\n- 100% hồ sơ xử lý trên mạng;\n- Kinh tế số chiếm 30%.\nCác sở thực hiện.",
         [("2030", "100% hồ sơ xử lý trên mạng"), ("2030", "kinh tế số chiếm 30%")]),
        ("Tầm nhìn đến năm 2030, Hà Tĩnh sẽ nằm trong tốp 20 địa phương tốt nhất của cả nước.",
         [("2030", "trong tốp 20 địa phương tốt nhất")]),
        ("Tỉnh phấn đấu đến tháng 6/2024 đạt 80% hồ sơ trực tuyến.", [("2024-06", "đạt 80% hồ sơ trực tuyến")]),
        ("Tỉnh phấn đấu 100% văn bản được ký số.", [(None, "100% văn bản được ký số")]),
        ("Nghị quyết đặt mục tiêu đến năm 2025, Hà Tĩnh sẽ là 1 trong 10 tỉnh, thành phố dẫn đầu cả nước.",
         [("2025", "1 trong 10 tỉnh, thành phố dẫn đầu")]),
        ("Theo kế hoạch, đến hết quý IV/2024 tỉnh sẽ xóa toàn bộ 35 thôn trắng sóng.",
         [("2024-36", "xóa toàn bộ 35 thôn trắng sóng")]),
        ("Đến năm 2030, cáp quang phủ trên 95% hộ dân.", [("2030", "cáp quang phủ trên 95% hộ dân")]),
        ("Tỷ lệ người dân thanh toán qua mạng đạt 60% vào cuối năm 2025.",
         [("2025", "tỷ lệ người dân thanh toán qua mạng đạt 60%")]),
        ("Giai đoạn 2021 - 2025, tỉnh phấn đấu có 20 doanh nghiệp số.", [("2025", "có 20 doanh nghiệp số")]),
        ("Tỉnh phấn đấu đứng trong nhóm 8 vào năm 2027 và tới năm 2030 kinh tế số đóng góp 35% GRDP.",
         [("2027", "đứng trong nhóm 8"), ("2030", "kinh tế số đóng góp 35% GRDP")]),
        ("Kinh tế số của tỉnh năm 2021 chiếm 8%, mục tiêu đến năm 2025 là 20%.", [("2025", "kinh tế số 20%")]),
        ("Tỉnh đặt ra 2 mục tiêu (kinh tế số đạt 20% GRDP; tỷ lệ hợp đồng điện tử đạt 80%) đến năm 2025.",
         [("2025", "kinh tế số đạt 20% GRDP"), ("2025", "tỷ lệ hợp đồng điện tử đạt 80%")]),
        ("Tỉnh phấn đấu đến năm 2025, 90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện được xử lý trên mạng.",
         [("2025", "90% hồ sơ cấp tỉnh được xử lý trên mạng"), ("2025", "80% hồ sơ cấp huyện được xử lý trên mạng")]),
        ("II. MỤC TIÊU\n1. Đến năm 2025\n- 100% văn bản ký số\n- Vào nhóm 15\n2. Đến năm 2030\n- 100% thôn có 5G\n"
         "III. NHIỆM VỤ\n- Lắp 20 trạm ở 5 xã",
         [("2025", "100% văn bản ký số"), ("2025", "vào nhóm 15"), ("2030", "100% thôn có 5G")]),
        ("Nhiệm vụ quý IV\n- Trước ngày 20/12/2022: hoàn thành xóa 40 thôn trắng sóng.\n"
         "- Tháng 11: mở lớp cho 90 trưởng thôn.",
         [("2022-12-20", "hoàn thành xóa 40 thôn trắng sóng")]),
        ("Tỉnh đặt mục tiêu lọt tốp 10; trước đó, năm 2020, tỉnh xếp thứ 30.", [(None, "lọt tốp 10")]),
        ("Tỉnh phấn đấu chỉ số DTI năm 2024 thuộc nhóm 25.", [("2024", "chỉ số DTI năm 2024 thuộc nhóm 25")]),
        ("Tỉnh đặt mục tiêu vào nhóm 12 tỉnh dẫn đầu về chỉ số DTI trong năm 2027, đòi hỏi nỗ lực lớn.",
         [("2027", "vào nhóm 12 tỉnh dẫn đầu về chỉ số DTI")]),
        ("Tỉnh phấn đấu đứng thứ 18 cả nước về chuyển đổi số vào năm 2026.",
         [("2026", "đứng thứ 18 cả nước về chuyển đổi số")]),
        ("Hà Tĩnh phấn đấu giữ vị trí trong nhóm 9 tỉnh dẫn đầu về DTI giai đoạn 2026-2030.",
         [("2030", "giữ vị trí trong nhóm 9 tỉnh dẫn đầu về DTI")]),
        ("Mục tiêu của kế hoạch trong năm 2025 là 100% chợ có mã QR.", [("2025", "100% chợ có mã QR")]),
        ("Phấn đấu đến năm 2030, Hà Tĩnh hoàn thành chuyển đổi số.\nKhi đó, 95% hồ sơ được xử lý trên mạng.",
         [("2030", "95% hồ sơ được xử lý trên mạng")]),
        ("Mục tiêu đến năm 2028:\n- Phát triển chính quyền số:\nTrên 85% hồ sơ nộp qua mạng.\n"
         "17/17 sở có kho dữ liệu. Phấn đấu 6 huyện có trung tâm điều hành.\nBảo đảm 100% máy chủ được giám sát.",
         [("2028", "trên 85% hồ sơ nộp qua mạng"), ("2028", "17/17 sở có kho dữ liệu"),
          ("2028", "6 huyện có trung tâm điều hành"), ("2028", "bảo đảm 100% máy chủ được giám sát")]),
        ("Tỉnh đặt mục tiêu thu nhập bình quân đạt 90-95 triệu đồng vào năm 2027.",
         [("2027", "thu nhập bình quân đạt 90-95 triệu đồng")]),
        ("Tỉnh đặt mục tiêu tỷ trọng kinh tế số đạt 12-15% vào năm 2025 và 22-25% vào năm 2030.",
         [("2025", "tỷ trọng kinh tế số đạt 12-15%"), ("2030", "tỷ trọng kinh tế số 22-25%")]),
        ("Nghị quyết của Tỉnh ủy xác định: Đến năm 2030, kinh tế số đạt 28% GRDP; 100% xã có 5G.",
         [("2030", "kinh tế số đạt 28% GRDP"), ("2030", "100% xã có 5G")]),
        ("Kế hoạch của tỉnh gồm một số chỉ tiêu chủ yếu như: tỷ lệ hồ sơ trực tuyến đạt 75%, tỷ lệ thanh toán qua mạng "
         "đạt 40%.", [(None, "tỷ lệ hồ sơ trực tuyến đạt 75%"), (None, "tỷ lệ thanh toán qua mạng đạt 40%")]),
        ("Tỉnh phấn đấu hoàn thành các chỉ tiêu: 100% xã có wifi; 55% hộ dùng ví điện tử.",
         [(None, "100% xã có wifi"), (None, "55% hộ dùng ví điện tử")]),
        ("Trong năm 2025, tỉnh đặt chỉ tiêu 88% hộ có cáp quang; phấn đấu 60% người lớn có chữ ký số.",
         [("2025", "88% hộ có cáp quang"), ("2025", "60% người lớn có chữ ký số")]),
        ("Tỉnh phấn đấu đến năm 2025 kinh tế số chiếm 11% GRDP.\nĐến năm 2030 hoàn thiện hạ tầng số. Bảo đảm 90% cuộc "
         "họp trực tuyến.", [("2025", "kinh tế số chiếm 11% GRDP"), ("2030", "bảo đảm 90% cuộc họp trực tuyến")]),
        ("Tỉnh đặt mục tiêu hoàn thành 42 tiêu chí trước ngày 19/12/2025.", [("2025-12-19", "hoàn thành 42 tiêu chí")]),
        ("Nghị quyết của tỉnh xác định 16 chỉ tiêu; đến năm 2027, phấn đấu kinh tế số đạt 18%.",
         [("2027", "kinh tế số đạt 18%")]),
    ],
)  # fmt: skip
def test_targets(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030.",
        "Năm 2022 tỉnh đã đạt 93,6% hồ sơ trực tuyến, vượt mục tiêu 80% đề ra.",
        "Hà Tĩnh xếp thứ 25, tăng 12 bậc so với năm 2021.",
        "Tỉnh đặt mục tiêu nâng cao nhận thức của người dân.",
        "Huyện Hương Khê phấn đấu 90% hộ dân có internet.",
        "Công ty phấn đấu đạt 20% thị phần vào năm 2025.",
        "Nghị quyết về mục tiêu chuyển đổi số đến năm 2025, định hướng đến năm 2030 đã được thông qua.",
        "Đến hết tháng 10, tỉnh có 96,2% hồ sơ được số hóa.",
        "Tính đến cuối năm 2025, 80% hộ dân có internet.",
        "Theo dự báo của chuyên gia, đến năm 2030 kinh tế số sẽ chiếm 30% GDP.",
        "Tại Hội nghị lần thứ 12, Tỉnh ủy thông qua Nghị quyết về chuyển đổi số đến năm 2025, định hướng đến năm 2030.",
        "Kết quả các chỉ tiêu chủ yếu: 92% hồ sơ nộp trực tuyến, 60% thanh toán qua mạng.",
        "Nghị quyết của tỉnh đặt ra 14 chỉ tiêu.",
        "Năm 2022, Hà Tĩnh có 12/30 xã phủ 5G.",
        "Để thực hiện mục tiêu, ngân sách tỉnh bố trí 150 tỷ đồng.",
        "Hà Tĩnh chạy đua với mục tiêu thành phố số\n\n4 tháng qua, 91,6% hồ sơ nộp trực tuyến.",
    ],
)
def test_not_targets(text: str) -> None:
    assert targets(text) == []


def test_what_follows_directly_takes_over_the_year_and_says_so() -> None:
    text = "Tỉnh phấn đấu đến năm 2025 đạt 90% hồ sơ trực tuyến. Phấn đấu 50% người dân có chữ ký số."
    first, second = find_targets(story(text, "ha-tinh"))
    assert (first.basis, first.reason) == (Basis.STATED, None)
    assert (second.by, second.basis, second.reason) == ("2025", Basis.INFERRED, "hạn lấy từ câu ngay trước")


def test_another_paragraph_has_no_year_of_the_one_before() -> None:
    text = "Tỉnh phấn đấu đến năm 2025 đạt 90% hồ sơ trực tuyến.\n\nTỉnh phấn đấu 50% người dân có chữ ký số."
    assert [by for by, _ in targets(text)] == ["2025", None]


def test_a_long_clause_is_cut_at_a_word_and_keeps_its_number() -> None:
    thing = "tỷ lệ dân số từ 15 tuổi trở lên có tài khoản giao dịch thanh toán tại ngân hàng"
    ((_, text),) = targets(f"Tỉnh phấn đấu đến năm 2025, {thing} hoặc tại tổ chức được phép khác đạt 80%.")
    assert text == f"{thing} đạt 80%"


def test_whose_target_it_is() -> None:
    (own,) = find_targets(story("Tỉnh phấn đấu đạt 90% hồ sơ trực tuyến.", "ha-tinh"))
    (named,) = find_targets(story("Nghệ An phấn đấu đạt 90% hồ sơ trực tuyến.", "ha-tinh"))
    (country,) = find_targets(story("Việt Nam đặt mục tiêu đến năm 2030 kinh tế số chiếm 30% GDP.", "ha-tinh"))
    assert (own.province, named.province, country.province) == ("ha-tinh", "nghe-an", None)


def test_nobodys_target_is_left_out() -> None:
    assert targets("Phấn đấu đạt 90% hồ sơ trực tuyến.", None) == []


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Tỉnh phấn đấu vào nhóm 10 tỉnh dẫn đầu về chuyển đổi số.", Goal(index_id="dti", measure="tong-the", rank=10)),
        ("Tỉnh phấn đấu hạ tầng số đứng thứ 5 cả nước.", Goal(index_id="dti", measure="ha-tang-so", rank=5)),
        ("Tỉnh phấn đấu vào nhóm 10 tỉnh dẫn đầu về thu hút đầu tư.", None),
        ("Tỉnh phấn đấu 90% hộ có cáp quang phục vụ chuyển đổi số.", None),
    ],
)
def test_goals(text: str, goal: Goal | None) -> None:
    (target,) = find_targets(story(text, "ha-tinh"))
    assert target.goal == goal


def test_what_a_headline_tells_in_part_is_told_once() -> None:
    text = "Phấn đấu đến năm 2025 kinh tế số đạt 20%\n\nTỉnh phấn đấu đến năm 2025 kinh tế số đạt 20% GRDP."
    assert targets(text) == [("2025", "kinh tế số đạt 20% GRDP")]


PIECES = st.sampled_from(
    ["phấn đấu", "đặt mục tiêu", "đến năm 2025", ", ", "; ", ":", "\n- ", "100%", "nhóm 10", "tỉnh", "Hà Tĩnh", " ",
     ".", "tháng 13/2024", "sẽ nằm", "tầm nhìn đến năm 2030", "1.131", "…", "định hướng", "dẫn đầu cả nước"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80))
def test_never_raises_and_points_at_the_text(text: str) -> None:
    told = story(text, "ha-tinh")
    for target in find_targets(told):
        assert 0 <= target.start < target.end <= len(told.passage.text)
        assert 0 < len(target.text) <= 150
