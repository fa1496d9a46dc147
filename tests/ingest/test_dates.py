"""Date expressions in sentences of our own: what they cover and which EDTF value they get."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.dates.publication import publication
from generator.ingest.dates.resolve import resolve_dates
from generator.ingest.dates.written import find_written_dates
from generator.ingest.found import DateFound, Header, Published
from generator.ingest.passage import Passage
from generator.text import nfc


def dates_of(text: str, published: str | None = None) -> tuple[DateFound, ...]:
    passage = Passage(nfc(text))
    written = find_written_dates(passage)
    header = Header(published=Published(edtf=published) if published else None)
    return resolve_dates(written, publication(written, header, passage), passage)


def told(text: str, published: str | None = None) -> str:
    """„words=edtf" of every date found, joined by „ | "."""
    return " | ".join(f"{nfc(text)[d.start : d.end]}={d.edtf}" for d in dates_of(text, published))


SELF_CONTAINED = [
    # days
    ("Hội nghị diễn ra ngày 10/10/2022.", "10/10/2022=2022-10-10"),
    ("Hội nghị diễn ra ngày 10-10-2022.", "10-10-2022=2022-10-10"),
    ("Hội nghị diễn ra ngày 10.10.2022.", "10.10.2022=2022-10-10"),
    ("Hội nghị diễn ra ngày 05/07/2023.", "05/07/2023=2023-07-05"),
    ("Hội nghị diễn ra ngày10/10/2022.", "10/10/2022=2022-10-10"),
    ("Hội nghị diễn ra ngày 10 / 10 / 2022.", "10 / 10 / 2022=2022-10-10"),
    ("Hội nghị diễn ra ngày\u00a010/10/2022.", "10/10/2022=2022-10-10"),
    ("Văn bản ký\u00a0ngày 9\u00a0tháng\u00a06 năm 2023.", "9\u00a0tháng\u00a06 năm 2023=2023-06-09"),
    ("Ký ngày 10/10/22 tại sở.", "10/10/22=2022-10-10"),
    ("Ký ngày 1/7/25 tại sở.", "1/7/25=2025-07-01"),
    ("Nghị quyết ban hành ngày 11-6/2021.", "11-6/2021=2021-06-11"),
    ("Hà Nội, ngày 10 tháng 10 năm 2022", "10 tháng 10 năm 2022=2022-10-10"),
    ("Hà Nội, ngày 10 tháng\n10 năm 2022", "10 tháng\n10 năm 2022=2022-10-10"),
    ("Lễ mít tinh ngày 2 tháng 9/2022 ở quảng trường.", "2 tháng 9/2022=2022-09-02"),
    ("Ngày 10/10 năm 2022, tỉnh phát động phong trào.", "10/10 năm 2022=2022-10-10"),
    ("Cập nhật lúc 2022-10-10 bởi ban biên tập.", "2022-10-10=2022-10-10"),
    ("Ngày đăng: 25/10/2022 - Lượt xem: 39", "25/10/2022=2022-10-25"),
    ("30/09/2022 14:57", "30/09/2022=2022-09-30"),
    ("Lúc 14h ngày 10/10/2022, hệ thống mở cửa.", "10/10/2022=2022-10-10"),
    ("Lúc 8 giờ 30 ngày 10/10/2022, buổi lễ bắt đầu.", "10/10/2022=2022-10-10"),
    ("Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng.", "03/6/2020=2020-06-03"),
    ("Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội.", "12/6/2025=2025-06-12"),
    ("(30/4/1975) là ngày ai cũng nhớ.", "30/4/1975=1975-04-30"),
    ("Ngày hội rơi vào 29/2/2024.", "29/2/2024=2024-02-29"),
    # several days
    ("Triển lãm mở từ 1/10 đến 10/10/2022.", "1/10 đến 10/10/2022=2022-10-01/2022-10-10"),
    ("Triển lãm mở từ ngày 1-10/10/2022.", "1-10/10/2022=2022-10-01/2022-10-10"),
    ("Triển lãm mở từ ngày 01 đến ngày 10/10/2022.", "01 đến ngày 10/10/2022=2022-10-01/2022-10-10"),
    ("Triển lãm mở từ ngày 01 đến hết ngày 10/10/2022.", "01 đến hết ngày 10/10/2022=2022-10-01/2022-10-10"),
    ("Triển lãm mở 15/9 - 20/10/2022.", "15/9 - 20/10/2022=2022-09-15/2022-10-20"),
    ("Triển lãm mở 15/9–20/10/2022.", "15/9–20/10/2022=2022-09-15/2022-10-20"),
    ("Cấm đường từ 8h ngày 1/10/2022 đến 17h ngày 3/10/2022.",
     "1/10/2022 đến 17h ngày 3/10/2022=2022-10-01/2022-10-03"),
    ("Chiến dịch từ ngày 25/12/2022 đến 5/1/2023.", "25/12/2022 đến 5/1/2023=2022-12-25/2023-01-05"),
    ("Chiến dịch từ ngày 25/12 đến 5/1/2023.", "25/12 đến 5/1/2023=2022-12-25/2023-01-05"),
    ("Trong hai ngày 5 và 6/10/2022, lớp tập huấn mở tại huyện.", "5 và 6/10/2022=2022-10-05/2022-10-06"),
    ("Các ngày 7, 8 và 9/10/2022 dành cho hội thi.", "7, 8 và 9/10/2022=2022-10-07/2022-10-09"),
    ("Các ngày 7, 9 và 12/10/2022 dành cho hội thi.", "7=2022-10-07 | 9=2022-10-09 | 12/10/2022=2022-10-12"),
    ("Trong 2 ngày 22 & 23.7.2022, hội thảo diễn ra.", "22 & 23.7.2022=2022-07-22/2022-07-23"),
    ("Ngày 5 và 8/10/2022 có mưa.", "5=2022-10-05 | 8/10/2022=2022-10-08"),
    ("Họp vào ngày 19 hoặc 20/7/2023.", "19 hoặc 20/7/2023=[2023-07-19..2023-07-20]"),
    ("Từ 20 đến 23 và 27/7/2023 đều họp.", "20 đến 23=2023-07-20/2023-07-23 | 27/7/2023=2023-07-27"),
    # months
    ("Ngay từ tháng 9/2020, Bộ đã ra mắt cẩm nang.", "tháng 9/2020=2020-09"),
    ("Ngay từ tháng 9-2020, Bộ đã ra mắt cẩm nang.", "tháng 9-2020=2020-09"),
    ("Ngay từ tháng 9 - 2020, Bộ đã ra mắt cẩm nang.", "tháng 9 - 2020=2020-09"),
    ("Ngay từ tháng 09 năm 2020, Bộ đã ra mắt cẩm nang.", "tháng 09 năm 2020=2020-09"),
    ("Ngay từ tháng chín năm 2020, Bộ đã ra mắt cẩm nang.", "tháng chín năm 2020=2020-09"),
    ("Kể từ tháng mười hai/2020, trạm đã phát sóng.", "tháng mười hai/2020=2020-12"),
    ("Hệ thống chạy từ 9/2020.", "9/2020=2020-09"),
    ("Hệ thống chạy (10/2022) ở mọi xã.", "10/2022=2022-10"),
    ("Thời gian: tháng 9-10/2022.", "tháng 9-10/2022=2022-09/2022-10"),
    ("Thời gian: từ tháng 9 đến tháng 12/2022.", "tháng 9 đến tháng 12/2022=2022-09/2022-12"),
    ("Thời gian: từ tháng 11/2022 đến tháng 2/2023.", "tháng 11/2022 đến tháng 2/2023=2022-11/2023-02"),
    ("Thời gian: từ tháng 11 đến tháng 2/2023.", "tháng 11 đến tháng 2/2023=2022-11/2023-02"),
    ("Trong tháng 9 và 10/2022 các xã cùng làm.", "tháng 9 và 10/2022=2022-09/2022-10"),
    ("Tháng 3, 6 và 9/2022 có kiểm tra.", "Tháng 3=2022-03 | 6=2022-06 | 9/2022=2022-09"),
    ("Trung tuần tháng 4/2022, Thủ tướng đã ký.", "Trung tuần tháng 4/2022=[2022-04-11..2022-04-20]"),
    ("Thượng tuần tháng 4/2022, đoàn đã đến.", "Thượng tuần tháng 4/2022=[2022-04-01..2022-04-10]"),
    ("Hạ tuần tháng 2 năm 2023, đoàn đã đến.", "Hạ tuần tháng 2 năm 2023=[2023-02-21..2023-02-28]"),
    ("Đầu tháng 10/2022, sở đã họp.", "Đầu tháng 10/2022=[2022-10-01..2022-10-10]"),
    ("Giữa tháng 10/2022, sở đã họp.", "Giữa tháng 10/2022=[2022-10-11..2022-10-20]"),
    ("Cuối tháng 10/2022, sở đã họp.", "Cuối tháng 10/2022=[2022-10-21..2022-10-31]"),
    # quarters, halves, months of a year
    ("Trong quý III/2022, ban chỉ đạo đã họp.", "quý III/2022=2022-35"),
    ("Trong quý 3/2022, ban chỉ đạo đã họp.", "quý 3/2022=2022-35"),
    ("Trong quý IV-2022, ban chỉ đạo đã họp.", "quý IV-2022=2022-36"),
    ("Trong quý I năm 2022, ban chỉ đạo đã họp.", "quý I năm 2022=2022-33"),
    ("Trong QUÝ II NĂM 2022, ban chỉ đạo đã họp.", "QUÝ II NĂM 2022=2022-34"),
    ("Trong quý I, II/2022, ban chỉ đạo đã họp.", "quý I, II/2022=2022-01/2022-06"),
    ("Trong quý III và quý IV năm 2022, ban họp.", "quý III và quý IV năm 2022=2022-07/2022-12"),
    ("6 tháng đầu năm 2022, tỉnh đạt kết quả tốt.", "6 tháng đầu năm 2022=2022-40"),
    ("Sáu tháng đầu năm 2022, tỉnh đạt kết quả tốt.", "Sáu tháng đầu năm 2022=2022-40"),
    ("Nhiệm vụ 6 tháng cuối năm 2022 còn nhiều.", "6 tháng cuối năm 2022=2022-41"),
    ("Nửa đầu năm 2022, tỉnh đạt kết quả tốt.", "Nửa đầu năm 2022=2022-40"),
    ("Trong 9 tháng năm 2022, hồ sơ tăng mạnh.", "9 tháng năm 2022=2022-01/2022-09"),
    ("Trong 9 tháng đầu năm 2022, hồ sơ tăng mạnh.", "9 tháng đầu năm 2022=2022-01/2022-09"),
    ("Trong 9 tháng đầu của năm 2022, hồ sơ tăng mạnh.", "9 tháng đầu của năm 2022=2022-01/2022-09"),
    ("Trong 3 tháng cuối năm 2022, hồ sơ tăng mạnh.", "3 tháng cuối năm 2022=2022-10/2022-12"),
    ("Mười tháng năm 2022, hồ sơ tăng mạnh.", "Mười tháng năm 2022=2022-01/2022-10"),
    # years
    ("Kết quả năm 2022 rất khả quan.", "năm 2022=2022"),
    ("Đến cuối năm 2022, mọi xã đều có tổ công nghệ số.", "cuối năm 2022=2022"),
    ("Đầu năm 2022 hồ sơ tăng.", "Đầu năm 2022=2022"),
    ("Năm học 2022/2023, trường có lớp số.", "2022/2023=2022/2023"),
    ("Kế hoạch năm tài chính 2023 đã duyệt.", "2023=2023"),
    ("Thứ 2, 10/10/2022, lớp học mở.", "10/10/2022=2022-10-10"),
    ("Nửa đầu tháng 6/2023, hồ sơ tăng.", "Nửa đầu tháng 6/2023=[2023-06-01..2023-06-15]"),
    ("Nửa cuối tháng 6/2023, hồ sơ tăng.", "Nửa cuối tháng 6/2023=[2023-06-16..2023-06-30]"),
    # until now
    ("Từ năm 2021 đến nay, tỉnh đầu tư nhiều.", "năm 2021 đến nay=2021/.."),
    ("Kể từ tháng 9/2021 cho đến nay, tỉnh đầu tư.", "tháng 9/2021 cho đến nay=2021-09/.."),
    ("Từ ngày 1/7/2022 tới nay, mọi hồ sơ nộp qua mạng.", "1/7/2022=2022-07-01"),
    ("Từ đầu năm 2022 tới nay hồ sơ tăng.", "đầu năm 2022 tới nay=2022-01-01/.."),
    ("Từ đầu tháng 9/2022 đến nay hồ sơ tăng.", "đầu tháng 9/2022 đến nay=2022-09-01/.."),
    # the same year, the year before
    ("Tháng 7/2021 xã ra mắt. Tháng 11 cùng năm, xã tổng kết.", "Tháng 7/2021=2021-07 | Tháng 11 cùng năm=2021-11"),
    ("Ngày 5/6/2021 họp; ngày 5/12 năm đó tổng kết.", "5/6/2021=2021-06-05 | 5/12 năm đó=2021-12-05"),
    ("8 tháng đầu năm 2023 tăng 5% so với cùng kỳ năm trước.",
     "8 tháng đầu năm 2023=2023-01/2023-08 | năm trước=2022"),
    ("Chương trình giai đoạn 2021-2025.", "2021-2025=2021/2025"),
    ("Chương trình giai đoạn 2021 – 2025.", "2021 – 2025=2021/2025"),
    ("Chương trình giai đoạn 2021 đến 2025.", "2021 đến 2025=2021/2025"),
    ("Chương trình từ năm 2021 đến năm 2025.", "năm 2021 đến năm 2025=2021/2025"),
    ("Kế hoạch 5 năm 2021-2025 của tỉnh.", "năm 2021-2025=2021/2025"),
    ("Đại hội nhiệm kỳ 2020-2025.", "2020-2025=2020/2025"),
    ("Bước vào năm học 2022-2023.", "2022-2023=2022/2023"),
    ("Đến năm 2025, định hướng đến năm 2030.", "năm 2025=2025 | năm 2030=2030"),
    ("Giai đoạn 2021-2025, tầm nhìn 2045.", "2021-2025=2021/2025 | 2045=2045"),
    ("Đề án đến năm 2025, định hướng 2030.", "năm 2025=2025 | 2030=2030"),
    ("Tăng hai bậc so với 2020.", "2020=2020"),
    ("Các năm 2020, 2021 và 2022 đều tăng.", "năm 2020=2020 | 2021=2021 | 2022=2022"),
    ("Chỉ số DTI (năm 2021) cho thấy tỉnh tăng 8 bậc.", "năm 2021=2021"),
    ("Phiên họp lần thứ 17 năm 2018 đã bế mạc.", "năm 2018=2018"),
    ("NĂM 2023 LÀ NĂM DỮ LIỆU SỐ.", "NĂM 2023=2023"),
    # every year
    ("Lấy ngày 10/10 hằng năm làm ngày hội.", "10/10=--10-10"),
    ("Lấy ngày 10-10 hàng năm làm ngày hội.", "10-10=--10-10"),
    ("Ngày hội tổ chức hằng năm vào ngày 10/10.", "10/10=--10-10"),
    ("Hàng năm, cứ ngày 20 tháng 11 trường lại mở hội.", "20 tháng 11=--11-20"),
    ("Ngày 5/9 mỗi năm học sinh đến trường.", "5/9=--09-05"),
]  # fmt: skip

WITHOUT_YEAR = [
    # a year that nothing tells stays unknown
    ("Ngày 10/10, sở khai trương trang mới.", "10/10=XXXX-10-10"),
    ("Ngày 10-10, sở khai trương trang mới.", "10-10=XXXX-10-10"),
    ("Ngày 10.10, sở khai trương trang mới.", "10.10=XXXX-10-10"),
    ("Ngày 24 - 7, sở khai trương trang mới.", "24 - 7=XXXX-07-24"),
    ("Ngày 10 tháng 10, sở khai trương trang mới.", "10 tháng 10=XXXX-10-10"),
    ("Mùng 5/9, học sinh tựu trường.", "5/9=XXXX-09-05"),
    ("Ngày mùng 2 tháng 9, cả nước nghỉ lễ.", "2 tháng 9=XXXX-09-02"),
    ("Sáng 10-10, buổi lễ bắt đầu.", "10-10=XXXX-10-10"),
    ("Tối 9/10, đêm nhạc diễn ra.", "9/10=XXXX-10-09"),
    ("Thứ hai, 3/10, lớp học khai giảng.", "3/10=XXXX-10-03"),
    ("Chủ nhật (9/10), lớp học khai giảng.", "9/10=XXXX-10-09"),
    ("Lúc 8h30 10/10, cổng mở.", "10/10=XXXX-10-10"),
    ("Hạn nộp kéo dài đến 26/10.", "26/10=XXXX-10-26"),
    ("Áp dụng từ 1/7, mọi hồ sơ nộp qua mạng.", "1/7=XXXX-07-01"),
    ("Hưởng ứng Ngày Chuyển đổi số Quốc gia 10-10.", "10-10=XXXX-10-10"),
    ("Dịp Quốc khánh 2/9, tỉnh bắn pháo hoa.", "2/9=XXXX-09-02"),
    ("Mừng chiến thắng 30/4 và 1/5.", "30/4=XXXX-04-30 | 1/5=XXXX-05-01"),
    ("Tập huấn từ ngày 1-10/10.", "1-10/10=XXXX-10-01/XXXX-10-10"),
    ("Tập huấn 11-13/7 tại huyện.", "11-13/7=XXXX-07-11/XXXX-07-13"),
    ("Tập huấn từ 28/12 đến 3/1.", "28/12 đến 3/1=XXXX-12-28/XXXX-01-03"),
    ("Xét nghiệm vào ngày 30-8, 31-8 và 1-9.", "30-8=XXXX-08-30 | 31-8=XXXX-08-31 | 1-9=XXXX-09-01"),
    ("Xét nghiệm ngày 14 tại xã.", "14=XXXX-XX-14"),
    ("Ngày 3/5 lấy mẫu, ngày 7 có kết quả.", "3/5=XXXX-05-03 | 7=XXXX-05-07"),
    ("Tháng 12, hội thi kết thúc.", "Tháng 12=XXXX-12"),
    ("Cuối tháng 12, hội thi kết thúc.", "Cuối tháng 12=[XXXX-12-21..XXXX-12-31]"),
    ("Kết quả quý II rất tốt.", "quý II=XXXX-34"),
    ("Ngày 14 và 15, đoàn kiểm tra.", "14 và 15=XXXX-XX-14/XXXX-XX-15"),
    ("Từ ngày 20 đến 25, đoàn kiểm tra.", "20 đến 25=XXXX-XX-20/XXXX-XX-25"),
    ("Ngày 14 và 18, đoàn kiểm tra.", "14=XXXX-XX-14 | 18=XXXX-XX-18"),
    ("Đêm 28-8 (âm lịch 25-7), hệ thống nâng cấp.", "28-8=XXXX-08-28"),
    ("Ngày 28/8 (25/7 âm lịch), hệ thống nâng cấp.", "28/8=XXXX-08-28"),
    ("Tính chung 9 tháng, hồ sơ tăng.", "9 tháng=XXXX-01/XXXX-09"),
    ("Sáng 30-4, xã mít tinh; chiều 2-1, xã họp.", "30-4=XXXX-04-30 | 2-1=XXXX-01-02"),
    # relative words need an anchor
    ("Hôm nay trời đẹp, sáng nay có họp.", ""),
    ("Trong năm nay và năm tới, tỉnh đầu tư thêm.", ""),
    ("Tuần trước và đầu tháng này, tỉnh họp; từ đầu năm đến nay tỉnh làm nhiều.", ""),
    ("Chỉ tiêu tăng so với cùng kỳ năm trước.", ""),
]

NO_DATES = [
    "Tổng đài phục vụ 24/7.",
    "Hỗ trợ người dân 24/24 giờ, 7/7 ngày.",
    "Tỉnh cung cấp 1.131 dịch vụ, đạt 93,6%.",
    "Theo Quyết định 749/QĐ-TTg và Kế hoạch 198/KH-UBND.",
    "Nghị quyết 09-NQ/TU, 52-NQ/TW, 13/NQ-HĐND.",
    "Thông tư số 05/2023/TT-BTTTT vừa có hiệu lực.",
    "Nghị quyết số 202/2025/QH15 về sắp xếp tỉnh.",
    "Nghị định 13/2023 về dữ liệu cá nhân.",
    "Có 63/63 tỉnh, xếp hạng 25/63 tỉnh, thành phố.",
    "Đã có 9/11 huyện và 3/4 chỉ tiêu đạt.",
    "Đạt 9/11 huyện.",
    "Mở 8/8 lớp tập huấn.",
    "Khoảng 2/3 số xã, 1/3 dân số.",
    "Tỷ lệ 5/6, điểm số 7/10.",
    "Hơn 26/12 xã vượt kế hoạch.",
    "Gọi 1022 hoặc 0912 345 678, 024.37.82.",
    "Máy chủ ở địa chỉ 10.10.20.22 và 192.168.1.10.",
    "Cách mạng công nghiệp 4.0, phiên bản 2.10.",
    "Bảng DTI 2021, giải VietSolutions 2022.",
    "Đường 3/2 và đường 30 tháng 4 đã có camera.",
    "Họp ở Quảng trường 2/4, công viên 23/9, bệnh viện 19-8.",
    "Trường THCS 19/5 và nhà máy 1/5.",
    "Số nhà 12/5, hẻm 26/10.",
    "Theo Đề án 06 và Chương trình 135.",
    "Mất 3-4 ngày, 5-10 phút, từ 5-10 triệu đồng.",
    "Mỗi ngày 2 lần, ngày 3 bữa.",
    "Chuyến đi kéo dài 3 ngày 2 đêm.",
    "Độ tuổi từ 8 - 9, gồm 20 - 30%.",
    "Sau 2 - 3 năm đầu tư, mỗi tháng 10 triệu đồng.",
    "Sau 9 tháng triển khai và 5 năm xây dựng.",
    "Rằm tháng Giêng, mùng 5 Tết, 10/3 âm lịch.",
    "Ngày nay, hiện nay, từ trước đến nay.",
    "Trong những năm tới và các tháng sau.",
    "Mỗi tháng họp một lần, hằng năm tổng kết.",
    "Giá 2.000 đồng, 2022 hộ dân, 2000 người.",
    "Ngày 31/4 không có; ngày 30/2 cũng không.",
    "Quý vị đại biểu, quý 7.",
    "Đội nhà thắng 3-2, hiệp phụ 4-1.",
    "Bầu với 12/12 ủy viên, mắt 10/10, lớp 10/12.",
    "Nhà ở 12/5 Lê Lợi; trụ sở 12/5 Trần Phú.",
    "Tiểu đoàn 20/7, sư đoàn 3-2.",
    "Giỗ tổ Hùng Vương 10/3; rằm tháng 7.",
    "Những năm 2020 bùng nổ; những năm 90.",
    "Báo cáo vào các ngày 1, 15 hằng tháng; trước ngày 15 của tháng.",
    "Bán hàng ngày 27, 28, 29 tết, lễ hội từ ngày 13 đến 15 âm lịch.",
    "Hai tuần trước, một tuần sau, tuần trước đó.",
    "Cả 9 tháng thai kỳ; sơ kết 3 tháng thi đua.",
    "Hai đội hòa 1-1, trận sau thắng 2 - 1.",
]

ANCHORED = [
    # published, text, expected
    ("2022-10-26", "Chiều nay (26/10), UBND tỉnh họp.", "26/10=2022-10-26"),
    ("2022-10-26", "Sáng nay, 26-10, UBND tỉnh họp.", "26-10=2022-10-26"),
    ("2022-10-26", "Hôm nay (ngày 26/10), UBND tỉnh họp.", "26/10=2022-10-26"),
    ("2022-10-10", "Hôm qua (9/10), UBND tỉnh đã họp.", "9/10=2022-10-09"),
    ("2023-01-01", "Chiều qua (31/12), UBND tỉnh đã họp.", "31/12=2022-12-31"),
    ("2022-10-26", "Hôm nay, UBND tỉnh họp.", "Hôm nay=2022-10-26"),
    ("2022-10-26", "Chiều qua, UBND tỉnh đã họp; sáng mai họp tiếp.", "Chiều qua=2022-10-25 | sáng mai=2022-10-27"),
    ("2022-10", "Hôm nay, UBND tỉnh họp.", ""),
    ("2022-09-30", "Ngày 15/9, tỉnh đã ban hành kế hoạch.", "15/9=2022-09-15"),
    ("2022-09-30", "Từ ngày 1-10/10, tỉnh sẽ tổ chức nhiều hoạt động.", "1-10/10=2022-10-01/2022-10-10"),
    ("2023-01-12", "Ngày 28/12, tỉnh đã ban hành kế hoạch.", "28/12=2022-12-28"),
    ("2023-01-12", "Trong tháng 12, tỉnh đã ban hành kế hoạch.", "tháng 12=2022-12"),
    ("2022-03-01", "Ngày hội sẽ mở vào ngày 10/10.", "10/10=2022-10-10"),
    ("2022-12-20", "Phải xong trước ngày 30/6.", "30/6=2023-06-30"),
    ("2022-12-20", "Phải xong trước ngày 30/6 tới.", "30/6=2023-06-30"),
    ("2022-12-20", "Kết thúc vào ngày 15/1 tới.", "15/1=2023-01-15"),
    ("2023-03-02", "Hội thi diễn ra hồi tháng 10 vừa qua.", "tháng 10=2022-10"),
    ("2022-10-12", "Trong tháng 10 này, các xã ra quân.", "tháng 10=2022-10"),
    ("2022-10-12", "Tháng 12 năm ngoái, huyện đã về đích.", "Tháng 12 năm ngoái=2021-12"),
    ("2022-10-12", "Ngày 1/12 năm ngoái, huyện đã về đích.", "1/12 năm ngoái=2021-12-01"),
    ("2022-10-12", "Ngày 5/1 năm sau, huyện sẽ về đích.", "5/1 năm sau=2023-01-05"),
    ("2022-10-12", "Năm nay tăng hơn năm ngoái, năm tới còn tăng.", "Năm nay=2022 | năm ngoái=2021 | năm tới=2023"),
    ("2022-10-12", "Cuối năm nay, hệ thống chạy thử.", "Cuối năm nay=2022"),
    ("2022-10-12", "Trong 9 tháng đầu năm nay, hồ sơ tăng.", "9 tháng đầu năm nay=2022-01/2022-09"),
    ("2022-12-12", "6 tháng đầu năm, hồ sơ tăng.", "6 tháng đầu năm=2022-40"),
    ("2022-12-12", "10 tháng đầu năm, hồ sơ tăng.", "10 tháng đầu năm=2022-01/2022-10"),
    ("2023-01-12", "Kết quả quý IV rất tốt.", "quý IV=2022-36"),
    ("2022-07-12", "Kết quả quý II rất tốt.", "quý II=2022-34"),
    ("2022-10-12", "Trong tháng này và tháng trước, xã đã họp.", "tháng này=2022-10 | tháng trước=2022-09"),
    ("2022-10-16", "Ngày 14, đoàn đã kiểm tra.", "14=2022-10-14"),
    ("2022-10-02", "Ngày 28, đoàn đã kiểm tra.", "28=2022-09-28"),
    ("2022-10-12", "Đầu tháng này xã họp, cuối tháng trước huyện họp.",
     "Đầu tháng này=[2022-10-01..2022-10-10] | cuối tháng trước=[2022-09-21..2022-09-30]"),
    ("2022-10-12", "Tuần trước xã họp, tuần tới họp tiếp.",
     "Tuần trước=2022-10-03/2022-10-09 | tuần tới=2022-10-17/2022-10-23"),
    ("2022-10", "Tuần trước xã họp; đầu tháng này huyện họp.", ""),
    ("2022-10-12", "Từ đầu năm đến nay hồ sơ tăng.", "đầu năm đến nay=2022-01-01/.."),
    ("2024-11-15", "Đến hết tháng 10, tỉnh có 96% hồ sơ số hóa.", "tháng 10=2024-10"),
    ("2024-11-15", "Dự án kéo dài đến hết tháng 6.", "tháng 6=2025-06"),
    ("2024-11-15", "Hội nghị bàn kết quả 10 tháng và việc sắp tới.", "10 tháng=2024-01/2024-10"),
    ("2022-10-16", "Ngày 14 và 15, đoàn đã kiểm tra.", "14 và 15=2022-10-14/2022-10-15"),
    ("2024-07", "Ngày 6/7, các em sẽ thi.", "6/7=2024-07-06"),
    ("2022-12-20", "Tổng kết 6 tháng đầu năm và quý I.", "6 tháng đầu năm=2022-40 | quý I=2022-33"),
    ("2022-10-12", "Kỳ họp kéo dài từ 28/12 đến 3/1.", "28/12 đến 3/1=2022-12-28/2023-01-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SELF_CONTAINED)
def test_an_expression_that_says_everything_has_its_value(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), WITHOUT_YEAR)
def test_no_year_is_made_up_without_context(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert told(text, "2022-10-12") == ""


@pytest.mark.parametrize(("published", "text", "expected"), ANCHORED)
def test_the_day_of_publication_anchors_what_the_words_leave_open(published: str, text: str, expected: str) -> None:
    assert told(text, published) == expected


def test_an_anchored_date_says_so_and_why() -> None:
    [stated] = dates_of("Ngày 15/9/2022, tỉnh ra kế hoạch.", "2022-09-30")
    [inferred] = dates_of("Ngày 15/9, tỉnh ra kế hoạch.", "2022-09-30")
    assert (stated.anchored, stated.basis, stated.reason) == (False, "stated", None)
    assert (inferred.anchored, inferred.basis) == (True, "inferred")
    assert inferred.reason == "Năm 2022 suy từ ngày đăng 30/9/2022."


_PIECES = st.sampled_from([*[text for text, _ in SELF_CONTAINED + WITHOUT_YEAR], *NO_DATES, "\n", " ", "(", "10", "/"])


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=6).map("".join)), st.booleans())
def test_any_text_is_read_in_order_and_within_bounds(text: str, dated: bool) -> None:
    found = dates_of(text, "2022-10-12" if dated else None)
    ends = [0, *(date.end for date in found)]
    assert all(end <= date.start < date.end for end, date in zip(ends, found, strict=False))
    assert ends[-1] <= len(nfc(text))


@pytest.mark.parametrize(("text", "expected"), SELF_CONTAINED)
def test_the_form_of_the_letters_does_not_matter(text: str, expected: str) -> None:
    assert told(unicodedata.normalize("NFD", text)) == expected
