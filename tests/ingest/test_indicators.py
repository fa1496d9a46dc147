"""Indicators: ranks, scores and changes of rank, with their province, year and measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ingest.found import Header, Published
from generator.ingest.measures.indicators import find_indicators
from generator.model import Basis
from tests.ingest.measures_story import story, told

TOLD = {
    "Theo DTI năm 2021, tỉnh xếp hạng 38 với 401,2 điểm, tăng 6 bậc so với năm 2020.": [
        "son-la 2021 tong-the: hạng 38, 401.2~1000, +6"
    ],
    "Chỉ số chuyển đổi số năm 2022 của Sơn La đứng ở vị trí thứ 44/63 tỉnh, thành phố.": [
        "son-la 2022 tong-the: hạng 44/63"
    ],
    "DTI 2022: Sơn La đạt 0,5521 điểm, xếp hạng 44 trong tổng số 63 tỉnh, thành phố.": [
        "son-la 2022 tong-the: hạng 44/63, 0.5521~1"
    ],
    "Năm 2021, tỉnh xếp thứ nhì cả nước về chuyển đổi số.": ["son-la 2021 tong-the: hạng 2"],
    "Sơn La dẫn đầu bảng xếp hạng chuyển đổi số năm 2023.": ["son-la 2023 tong-the: hạng 1"],
    "Về DTI năm 2022, tỉnh tụt ba bậc, xuống vị trí 47.": ["son-la 2022 tong-the: hạng 47, -3"],
    "Về DTI năm 2022, tỉnh giữ nguyên vị trí thứ 40.": ["son-la 2022 tong-the: hạng 40, +0"],
    "DTI năm 2022 của tỉnh đạt 512,5/1.000 điểm.": ["son-la 2022 tong-the: 512.5~1000"],
    "DTI năm 2022 của tỉnh đạt 61,5 điểm.": ["son-la 2022 tong-the: 61.5~100"],
    "Với 0,61 điểm, Sơn La xếp thứ 20 về chỉ số DTI năm 2022.": ["son-la 2022 tong-the: hạng 20, 0.61~1"],
    "DTI của tỉnh xếp thứ 30.": ["son-la None tong-the: hạng 30"],
    "DTI năm 2021 của tỉnh nằm trong tốp 20.": ["son-la 2021 tong-the: tốp 20"],
    "DTI năm 2021, tỉnh lọt top 20, đứng thứ 18.": ["son-la 2021 tong-the: hạng 18"],
    "Sơn La xếp hạng 44 toàn quốc về chuyển đổi số năm 2022.": ["son-la 2022 tong-the: hạng 44"],
    "DTI năm 2022 của tỉnh tụt xuống thứ 47, kém hơn 3 bậc so với năm trước.": ["son-la 2022 tong-the: hạng 47, -3"],
    "Về DTI năm 2022, tỉnh hơn kỳ trước 12 bậc, vươn lên thứ 32.": ["son-la 2022 tong-the: hạng 32, +12"],
    "DTI năm 2022, tỉnh xếp hạng 44/63, giữ nguyên so với năm 2021.": ["son-la 2022 tong-the: hạng 44/63, +0"],
    "Sơn La ở vị trí á quân trong bảng xếp hạng DTI năm 2022.": ["son-la 2022 tong-the: hạng 2"],
    "DTI năm 2022: tỉnh đạt 51,2 điểm (tăng 6 điểm so với năm 2021) và xếp thứ 44/63.": [
        "son-la 2022 tong-the: hạng 44/63, 51.2~100"
    ],
    "DTI năm 2022 của tỉnh tăng lên 0,55 điểm.": ["son-la 2022 tong-the: 0.55~1"],
    "Tỉnh xếp thứ 12 vùng trung du, thứ 44 toàn quốc về chỉ số DTI năm 2022.": ["son-la 2022 tong-the: hạng 44"],
    "DTI năm 2022 tăng 7 bậc để đứng thứ 44; kinh tế số xếp thứ 40.": [
        "son-la 2022 tong-the: hạng 44, +7",
        "son-la 2022 kinh-te-so: hạng 40",
    ],
}

MEASURES = {
    "DTI năm 2021, thứ hạng các chỉ số của tỉnh: Nhận thức số - xếp thứ 33; Thể chế số - 51; Hạ tầng số - 27.": [
        "son-la 2021 nhan-thuc-so: hạng 33",
        "son-la 2021 the-che-so: hạng 51",
        "son-la 2021 ha-tang-so: hạng 27",
    ],
    "DTI năm 2024, tỉnh xếp hạng 30/34 với 3 trụ cột là chính quyền số, kinh tế số, xã hội số.": [
        "son-la 2024 tong-the: hạng 30/34, bảng 34"
    ],
    "DTI năm 2020, tỉnh có chính quyền số đứng thứ 11, kinh tế số đứng thứ 22 thì chỉ số tương ứng năm 2021"
    " lần lượt xếp hạng 12 và 20.": [
        "son-la 2020 chinh-quyen-so: hạng 11",
        "son-la 2020 kinh-te-so: hạng 22",
        "son-la 2021 chinh-quyen-so: hạng 12",
        "son-la 2021 kinh-te-so: hạng 20",
    ],
    "Theo đánh giá chuyển đổi số năm 2022 của Bộ Thông tin và Truyền thông, tỉnh xếp thứ 44/63."
    " Trụ cột chính quyền số: xếp thứ 40/63.": [
        "son-la 2022 tong-the: hạng 44/63",
        "son-la 2022 chinh-quyen-so: hạng 40/63",
    ],
    "DTI năm 2021, tỉnh đứng thứ 3 về nhận thức số; thứ 5 về hoạt động xã hội số; và thứ 40 về hạ tầng số.": [
        "son-la 2021 nhan-thuc-so: hạng 3",
        "son-la 2021 hoat-dong-xa-hoi-so: hạng 5",
        "son-la 2021 ha-tang-so: hạng 40",
    ],
    "DTI năm 2021: chính quyền số đạt 201,5 điểm, xếp thứ 29; kinh tế số (tăng 4 bậc), xã hội số 150 điểm.": [
        "son-la 2021 chinh-quyen-so: hạng 29, 201.5~1000",
        "son-la 2021 kinh-te-so: +4",
        "son-la 2021 xa-hoi-so: 150~1000",
    ],
    "Theo DTI năm 2022, nhận thức số, thể chế số, hạ tầng số lần lượt xếp thứ 3, 10 và 40.": [
        "son-la 2022 nhan-thuc-so: hạng 3",
        "son-la 2022 the-che-so: hạng 10",
        "son-la 2022 ha-tang-so: hạng 40",
    ],
    "DTI năm 2022: nhân lực số và hoạt động kinh tế số nằm trong tốp 20 cả nước.": [
        "son-la 2022 nhan-luc-so: tốp 20",
        "son-la 2022 hoat-dong-kinh-te-so: tốp 20",
    ],
    "DTI năm 2022: CQS và KTS đều xếp thứ 12/63; XHS xếp thứ 15/63.": [
        "son-la 2022 chinh-quyen-so: hạng 12/63",
        "son-la 2022 kinh-te-so: hạng 12/63",
        "son-la 2022 xa-hoi-so: hạng 15/63",
    ],
    "DTI năm 2022: hoạt động chính quyền số (xếp thứ nhất), an toàn thông tin mạng, thể chế số (thứ 2).": [
        "son-la 2022 hoat-dong-chinh-quyen-so: hạng 1",
        "son-la 2022 an-toan-thong-tin-mang: hạng 2",
        "son-la 2022 the-che-so: hạng 2",
    ],
    "DTI năm 2022, ở nhóm chỉ số về hoạt động, tỉnh có kinh tế số xếp thứ 9.": [
        "son-la 2022 hoat-dong-kinh-te-so: hạng 9"
    ],
    "DTI năm 2022: 0,51 điểm về xã hội số, đứng thứ 26.": ["son-la 2022 xa-hoi-so: hạng 26, 0.51~1"],
    "DTI năm 2022: tỉnh có chỉ số nhận thức số cao nhất cả nước.": ["son-la 2022 nhan-thuc-so: hạng 1"],
    "DTI năm 2022: thể chế số đạt điểm tuyệt đối 1,0; xếp đồng hạng nhất.": ["son-la 2022 the-che-so: hạng 1, 1~1"],
    "DTI năm 2022: xếp hạng chính quyền số 14, xếp hạng kinh tế số 28.": [
        "son-la 2022 chinh-quyen-so: hạng 14",
        "son-la 2022 kinh-te-so: hạng 28",
    ],
    "Với chính quyền số và kinh tế số, ở DTI năm 2022 tỉnh có hai con số lần lượt là 0,68 và 0,61 điểm.": [
        "son-la 2022 chinh-quyen-so: 0.68~1",
        "son-la 2022 kinh-te-so: 0.61~1",
    ],
    "DTI năm 2022: thứ hạng về chính quyền số, kinh tế số của tỉnh lần lượt là 22, 9.": [
        "son-la 2022 chinh-quyen-so: hạng 22",
        "son-la 2022 kinh-te-so: hạng 9",
    ],
    "Kết quả DTI năm 2021: hạ tầng số xếp thứ 9, DTI chung xếp thứ 16.": [
        "son-la 2021 ha-tang-so: hạng 9",
        "son-la 2021 tong-the: hạng 16",
    ],
}

PROVINCES = {
    "Theo xếp hạng chuyển đổi số năm 2022 của Bộ Thông tin và Truyền thông, tỉnh Lào Cai xếp thứ 30/63."
    " Xếp hạng chính quyền số: 25/63 tỉnh (giảm 4 bậc).": [
        "lao-cai 2022 tong-the: hạng 30/63",
        "lao-cai 2022 chinh-quyen-so: hạng 25/63, -4",
    ],
    "DTI năm 2022: ở vị trí thứ 2 là Lào Cai, vị trí thứ 3 thuộc về Yên Bái.": [
        "lao-cai 2022 tong-the: hạng 2",
        "yen-bai 2022 tong-the: hạng 3",
    ],
    "DTI năm 2022, Lào Cai và Yên Bái lần lượt xếp thứ 2 và 3.": [
        "lao-cai 2022 tong-the: hạng 2",
        "yen-bai 2022 tong-the: hạng 3",
    ],
    "Với 0,7 điểm và 0,6 điểm, Lào Cai và Yên Bái lần lượt đứng ở thứ hạng 2 và 3 về DTI năm 2022.": [
        "lao-cai 2022 tong-the: hạng 2, 0.7~1",
        "yen-bai 2022 tong-the: hạng 3, 0.6~1",
    ],
    "DTI năm 2022: tốp 3 gồm Lào Cai (0,8002 điểm), Yên Bái (0,71 điểm) và Sơn La.": [
        "lao-cai 2022 tong-the: tốp 3, 0.8002~1",
        "yen-bai 2022 tong-the: tốp 3, 0.71~1",
        "son-la 2022 tong-the: tốp 3",
    ],
    "Xếp hạng DTI năm 2022: Lào Cai (38), Sơn La (44).": [
        "lao-cai 2022 tong-the: hạng 38",
        "son-la 2022 tong-the: hạng 44",
    ],
    "Tốp 3 dẫn đầu DTI năm 2022 gồm: 1. Lào Cai (0,8 điểm); 2. Yên Bái (0,7 điểm); 3. Sơn La.": [
        "lao-cai 2022 tong-the: hạng 1, 0.8~1",
        "yen-bai 2022 tong-the: hạng 2, 0.7~1",
        "son-la 2022 tong-the: hạng 3",
    ],
    "Lào Cai dẫn đầu DTI năm 2022. Các tỉnh, thành phố xếp sau đó lần lượt là Yên Bái và Sơn La.": [
        "lao-cai 2022 tong-the: hạng 1",
        "yen-bai 2022 tong-the: hạng 2",
        "son-la 2022 tong-the: hạng 3",
    ],
    "DTI năm 2022: Sơn La xếp thứ 30, sau Lào Cai (thứ 11).": [
        "son-la 2022 tong-the: hạng 30",
        "lao-cai 2022 tong-the: hạng 11",
    ],
    "DTI năm 2024: Lào Cai (hợp nhất với Yên Bái) xếp thứ 12/34.": ["lao-cai 2024 tong-the: hạng 12/34, bảng 34"],
    "DTI năm 2024: trong số 63 tỉnh, thành phố trước sáp nhập, Sơn La đứng thứ 50.": [
        "son-la 2024 tong-the: hạng 50/63, bảng 63"
    ],
}

YEARS = {
    "Năm 2023, DTI của tỉnh tăng 3 bậc so với năm 2022 (từ vị trí 43 lên vị trí 40).": [
        "son-la 2023 tong-the: hạng 40, +3"
    ],
    "Trong bảng xếp hạng DTI năm 2021, tỉnh tụt 5 bậc so với năm 2020, từ 40 xuống 45.": [
        "son-la 2021 tong-the: hạng 45, -5"
    ],
    "Năm 2020 Sơn La xếp thứ 59 về DTI, còn năm 2021 xếp thứ 51.": [
        "son-la 2020 tong-the: hạng 59",
        "son-la 2021 tong-the: hạng 51",
    ],
    "DTI năm 2021, Sơn La xếp thứ 51, tăng 8 bậc so với năm 2020 (thứ 59).": [
        "son-la 2021 tong-the: hạng 51, +8",
        "son-la 2020 tong-the: hạng 59",
    ],
    "Về DTI năm 2022, Sơn La vươn từ hạng 60 năm 2021 lên hạng 26.": [
        "son-la 2021 tong-the: hạng 60",
        "son-la 2022 tong-the: hạng 26",
    ],
    "Về DTI năm 2022, Sơn La đi từ hạng 60 lên hạng 26.": ["son-la 2022 tong-the: hạng 26"],
    "Tháng 7 năm 2023, Bộ công bố DTI năm 2022. Sơn La xếp hạng 44.": ["son-la 2022 tong-the: hạng 44"],
    "DTI năm 2021 và 2022 của Sơn La lần lượt đứng thứ 51 và 44/63.": [
        "son-la 2021 tong-the: hạng 51",
        "son-la 2022 tong-the: hạng 44/63",
    ],
    "Xếp hạng DTI của Sơn La năm 2021 là 51, năm 2022 là 44.": [
        "son-la 2021 tong-the: hạng 51",
        "son-la 2022 tong-the: hạng 44",
    ],
    "Các năm 2020, 2021 Sơn La đều xếp thứ 59 về DTI.": [
        "son-la 2020 tong-the: hạng 59",
        "son-la 2021 tong-the: hạng 59",
    ],
    "DTI năm 2022 của Sơn La là 0,55 (năm 2021: 0,38), xếp hạng 44/63 (năm 2021: 51/63).": [
        "son-la 2022 tong-the: hạng 44/63, 0.55~1",
        "son-la 2021 tong-the: hạng 51/63, 0.38~1",
    ],
    "DTI năm 2022 (năm 2021 xếp thứ 51) của tỉnh xếp thứ 44. Kinh tế số đứng thứ 40.": [
        "son-la 2021 tong-the: hạng 51",
        "son-la 2022 tong-the: hạng 44",
        "son-la 2022 kinh-te-so: hạng 40",
    ],
    "DTI năm 2022, Sơn La tăng 7 bậc so với năm 2021, từ hạng 51 lên hạng 44.": [
        "son-la 2022 tong-the: hạng 44, +7",
        "son-la 2021 tong-the: hạng 51",
    ],
    "Sơn La xếp hạng 44/63 so với DTI 2021 (51/63) trong DTI 2022.": [
        "son-la 2022 tong-the: hạng 44/63",
        "son-la 2021 tong-the: hạng 51/63",
    ],
    "Sơn La xếp hạng 44 về DTI.\n\nKết quả DTI năm 2022 vừa được công bố.": ["son-la 2022 tong-the: hạng 44"],
}

COUNTRY = {
    "DTI quốc gia năm 2024 đạt 0,7955, tăng 8,6% so với năm 2023 (0,7326).": [
        "None 2024 tong-the: 0.7955~1",
        "None 2023 tong-the: 0.7326~1",
    ],
    "Giá trị trung bình DTI cấp tỉnh năm 2024 là 0,6961. Chính quyền số đạt 0,7582.": [
        "dti-cap-tinh None 2024 tong-the: 0.6961~1",
        "dti-cap-tinh None 2024 chinh-quyen-so: 0.7582~1",
    ],
    "Sơn La trên mức trung bình cả nước (0,58) về chuyển đổi số năm 2022. Tỉnh xếp thứ 24/63.": [
        "dti-cap-tinh None 2022 tong-the: 0.58~1",
        "son-la 2022 tong-the: hạng 24/63",
    ],
    "DTI năm 2022: trung bình các tỉnh của chính quyền số là 0,64, của kinh tế số là 0,61.": [
        "dti-cap-tinh None 2022 chinh-quyen-so: 0.64~1",
        "dti-cap-tinh None 2022 kinh-te-so: 0.61~1",
    ],
    "Trong bảng xếp hạng Chính phủ điện tử của Liên Hợp Quốc năm 2024, Việt Nam tăng 15 bậc, thứ hạng 71/193 nước.": [
        "egdi-lhq None 2024 tong-the: hạng 71/193, +15"
    ],
}

NOTHING = [
    "DTI năm 2020: tỉnh thuộc nhóm có giá trị <0,25; nhiều tỉnh đạt trên 0,40.",
    "Chỉ số PCI năm 2022 của Sơn La xếp thứ 40/63. Chuyển đổi số được đẩy mạnh.",
    "Theo PAPI năm 2022, tỉnh tăng 5 bậc, xếp thứ 12; chuyển đổi số là khâu đột phá.",
    "Tỉnh xếp thứ 28 cả nước về chỉ số cải cách hành chính (PAR Index) sau chuyển đổi số.",
    "Theo ICT Index 2019, tỉnh đạt 0,55 điểm, hạng 30; hạ tầng số được quan tâm.",
    "DTI năm 2022 vừa công bố. Thu ngân sách của tỉnh xếp thứ 5 cả nước.",
    "Về DTI, tỉnh phấn đấu đến năm 2025 xếp thứ 20, thuộc nhóm 20 tỉnh dẫn đầu.",
    "Mục tiêu là DTI năm 2025 của tỉnh vào tốp 15.",
    "Theo DTI năm 2022, tỉnh đứng đầu khu vực Tây Bắc.",
    "Theo DTI năm 2022, tỉnh đứng thứ 3/14 tỉnh vùng trung du và miền núi phía Bắc.",
    "Xếp hạng chuyển đổi số năm 2022 của tỉnh: Sở Nội vụ đứng đầu với 88,5 điểm, huyện Mộc Châu thứ hai.",
    "DTI năm 2022 cấp bộ: Bộ Tài chính xếp hạng nhất với 0,6321 điểm.",
    "DTI cấp tỉnh có 3 trụ cột: chính quyền số (400 điểm), kinh tế số (300 điểm), tối đa 1.000 điểm.",
    "Phiên họp lần thứ 3 về chuyển đổi số diễn ra thứ tư, 12/7; người đứng đầu phải gương mẫu.",
    "DTI năm 2022: điểm của tỉnh tăng 0,1783 điểm, cao hơn 0,105 điểm so với cả nước.",
    "Chủ tịch tỉnh (thứ 2 từ trái sang) dự lễ công bố DTI năm 2022.",
    "Sơn La là một trong những tỉnh dẫn đầu về DTI năm 2022.",
    "Năm 2022, tỉnh xếp thứ 5 về thu hút đầu tư, coi trọng chuyển đổi số.",
    "Theo DTI năm 2022, Lào Cai, Yên Bái và Sơn La lần lượt xếp thứ 2 và 3.",
    "Ngành y tế Sơn La đứng thứ 3 cả nước về chuyển đổi số bệnh viện.",
    "Tỉnh đoàn Sơn La xếp hạng nhất về chuyển đổi số trong công tác đoàn năm 2023.",
    "DTI năm 2022: tỉnh cao hơn 3 bậc so với Lào Cai.",
    "DTI năm 2022: Sơn La là tỉnh cải thiện điểm số cao nhất cả nước.",
    "DTI năm 2022: Sơn La xếp cuối bảng, Lào Cai đứng áp chót.",
    "Bảng xếp hạng DTI năm 2022 của tỉnh có 12 huyện (3), 204 xã (15).",
    "Đến năm 2025, DTI của tỉnh đứng thứ 20.",
    "Lớp tập huấn DTI năm 2022 có các đoàn: 1. Lào Cai; 2. Yên Bái; 3. Sơn La.",
    "DTI năm 2022, các tỉnh dẫn đầu về nhận thức số: 1. Lào Cai; 2. Yên Bái; 3. Sơn La.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*TOLD.items(), *MEASURES.items(), *YEARS.items()], ids=lambda value: str(value)[:40]
)
def test_what_is_told_of_the_province_of_the_part(text: str, expected: list[str]) -> None:
    assert [told(i) for i in find_indicators(story(text, "son-la"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"), [*PROVINCES.items(), *COUNTRY.items()], ids=lambda value: str(value)[:40]
)
def test_whose_it_is(text: str, expected: list[str]) -> None:
    assert sorted(told(i) for i in find_indicators(story(text))) == sorted(expected)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_indicator(text: str) -> None:
    assert [told(i) for i in find_indicators(story(text, "son-la"))] == []


def test_a_rank_by_the_order_of_telling_is_inferred() -> None:
    found = find_indicators(story("DTI năm 2022: Lào Cai dẫn đầu, tiếp theo là Yên Bái, Sơn La và Lai Châu."))
    assert [(i.province, i.rank, i.basis) for i in found] == [
        ("lao-cai", 1, Basis.STATED),
        ("yen-bai", 2, Basis.INFERRED),
        ("son-la", 3, Basis.INFERRED),
        ("lai-chau", 4, Basis.INFERRED),
    ]


def test_a_year_from_another_paragraph_is_inferred() -> None:
    first, second = find_indicators(story("DTI năm 2021: Sơn La hạng 51.\n\nKinh tế số xếp thứ 40.", "son-la"))
    assert (first.basis, second.basis) == (Basis.STATED, Basis.INFERRED)
    assert second.reason


def test_nothing_is_told_of_nobody() -> None:
    assert find_indicators(story("Theo DTI năm 2022, tỉnh xếp thứ 44.")) == ()


def test_rows_of_a_table() -> None:
    text = (
        "Xếp hạng DTI năm 2022\nNhận thức số\nThể chế số\n"
        "1 Lào Cai 0.9000 0.8000 0.8500\n2 Yên Bái 0.8000 0.7000 0.7500\n3 Sơn La 0.7000 0.6000 0.6500"
    )
    found = {told(i) for i in find_indicators(story(text))}
    assert "lao-cai 2022 tong-the: hạng 1, 0.85~1" in found
    assert "son-la 2022 the-che-so: 0.6~1" in found
    assert len(found) == 9


def test_rows_of_another_index_are_not_ours() -> None:
    text = "Chuyển đổi số\nBảng xếp hạng PCI năm 2022\n1 | Lào Cai | 70,5\n2 | Yên Bái | 69,5\n3 | Sơn La | 68,5"
    assert find_indicators(story(text)) == ()


@pytest.mark.parametrize(
    "rows",
    [
        "| Chỉ số | Điểm | Xếp hạng |\n| Nhận thức số | 0,95 | 11 |\n| 2. Thể chế số | 0,80 | 31/63 |",
        "Chỉ số\nĐiểm\nXếp hạng\nNhận thức số\n0,95\n11\nThể chế số\n0,80\n31",
    ],
)
def test_rows_of_measures(rows: str) -> None:
    found = [told(i) for i in find_indicators(story(f"Kết quả DTI năm 2022\n{rows}\nHết bảng này.", "son-la"))]
    assert [f.replace("/63", "") for f in found] == [
        "son-la 2022 nhan-thuc-so: hạng 11, 0.95~1",
        "son-la 2022 the-che-so: hạng 31, 0.8~1",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Kết quả DTI năm 2022\nNhận thức số\n0,95\n11\nThể chế số\n0,80\n31",
        "Chuyển đổi số\nKết quả ICT Index năm 2022\nĐiểm\nNhận thức số\n0,95\nThể chế số\n0,80",
        "Kết quả DTI năm 2022\nXếp hạng\nNhận thức số\n95\nThể chế số\n80",
    ],
    ids=["columns not named", "another index", "no ranks"],
)
def test_rows_of_measures_that_cannot_be_told(table: str) -> None:
    assert find_indicators(story(table, "son-la")) == ()


def test_a_heading_without_a_year_is_told_once() -> None:
    text = "Sơn La xếp thứ 44 về DTI\n\nDTI năm 2021 tỉnh xếp thứ 51, DTI năm 2022 tỉnh xếp thứ 44/63."
    found = sorted(told(i) for i in find_indicators(story(text, "son-la")))
    assert found == ["son-la 2021 tong-the: hạng 51", "son-la 2022 tong-the: hạng 44/63"]


def test_by_a_year_gone_by_is_no_target() -> None:
    text = "Đến năm 2022, DTI của tỉnh xếp thứ 44."
    read = story(text, "son-la")
    published = Header(published=Published(edtf="2023-10-06"))
    assert find_indicators(read) == ()
    assert [told(i) for i in find_indicators(replace(read, header=published))] == ["son-la 2022 tong-the: hạng 44"]


def test_numbered_items_are_no_rows() -> None:
    text = "DTI năm 2022\n1. Lào Cai\n2. Yên Bái tổ chức hội nghị\n3. Sơn La\n"
    assert find_indicators(story(text)) == ()
