"""The year of a day that names none, and the day of publication that no line states: from texts of our own."""

from __future__ import annotations

import pytest

from generator.ingest.dates.publication import publication
from generator.ingest.dates.written import find_written_dates
from generator.ingest.found import Header, Published
from generator.ingest.passage import Passage
from tests.ingest.test_dates import told

YEAR_FROM_THE_TEXT = [
    ("a day of the same sentence",
     "Từ ngày 15/9/2021 xã vận động, đến ngày 20/10 xã tổng kết.",
     "15/9/2021=2021-09-15 | 20/10=2021-10-20"),
    ("across the turn of the year",
     "Ngày 15/12/2021 xã ra quân, ngày 20/1 xã tổng kết.",
     "15/12/2021=2021-12-15 | 20/1=2022-01-20"),
    ("a year that leads the sentence",
     "Năm 2021, vào ngày 10/10, xã ra mắt tổ công nghệ số.",
     "Năm 2021=2021 | 10/10=2021-10-10"),
    ("a quarter of the paragraph",
     "Trong quý III/2022 xã làm tốt. Ngày 15/9, xã nhận bằng khen.",
     "quý III/2022=2022-35 | 15/9=2022-09-15"),
    ("the latest year the text dwells on",
     "Sáng 10/10, xã phát động.\nChủ đề của ngày hội năm 2022 rất hay; việc năm 2022 còn nhiều.",
     "10/10=2022-10-10 | năm 2022=2022 | năm 2022=2022"),
    ("this year by the text's own year",
     "Trong 9 tháng năm 2022 hồ sơ tăng.\nKết quả 9 tháng đầu năm nay cao hơn năm 2021.",
     "9 tháng năm 2022=2022-01/2022-09 | 9 tháng đầu năm nay=2022-01/2022-09 | năm 2021=2021"),
    ("a target is no context",
     "Ngày 8/8, xã họp.\nĐến năm 2025 xã về đích, định hướng đến năm 2030.",
     "8/8=XXXX-08-08 | năm 2025=2025 | năm 2030=2030"),
    ("a comparison is no context",
     "Ngày 8/8, xã họp.\nHồ sơ tăng so với năm 2020.",
     "8/8=XXXX-08-08 | năm 2020=2020"),
    ("the year of an index is no context",
     "Chỉ số DTI năm 2021 cho thấy tỉnh tăng hạng. Ngày 8/8, sở họp.",
     "năm 2021=2021 | 8/8=XXXX-08-08"),
    ("nor is a list of such years",
     "Bộ đưa ra chỉ số DTI năm 2021, năm 2022. Ngày 8/8, sở họp.",
     "năm 2021=2021 | năm 2022=2022 | 8/8=XXXX-08-08"),
    ("an index is announced in the year after",
     "Chỉ số PCI năm 2022 công bố sáng 11/4 cho thấy tỉnh tăng hạng.",
     "năm 2022=2022 | 11/4=2023-04-11"),
    ("the day may stand before the announcement",
     "Ngày 12/7, tại Hà Nội, Bộ công bố chỉ số chuyển đổi số năm 2022.",
     "12/7=2023-07-12 | năm 2022=2022"),
    ("DTI in spring is that of the year before last",
     "Kết quả DTI năm 2023 được công bố chiều 6/2.",
     "năm 2023=2023 | 6/2=2025-02-06"),
    ("an announcement dates what the text tells beside it",
     "DTI năm 2022 được công bố hôm 12/7.\nSáng 14/7, sở họp.\nQuý III năm nay, tỉnh xóa vùng lõm sóng.",
     "năm 2022=2022 | 12/7=2023-07-12 | 14/7=2023-07-14 | Quý III năm nay=2023-35"),
    ("another announcement is of its own year",
     "Ngày 10/10, huyện công bố kế hoạch năm 2022 về hội thi.",
     "10/10=2022-10-10 | năm 2022=2022"),
    ("time goes on in the next paragraph",
     "Ngày 31/12/2020, tỉnh ra nghị quyết.\nNgày 24/2, chủ tịch ký quyết định.",
     "31/12/2020=2020-12-31 | 24/2=2021-02-24"),
    ("a birthday is no context",
     "Ông Ba, sinh ngày 27/8/1953, là người kể. Ngày 25/5, xã họp.",
     "27/8/1953=1953-08-27 | 25/5=XXXX-05-25"),
    ("nor is an anniversary, or a span of years",
     "Kỷ niệm (3/2/1930 - 3/2/2020), nhiệm kỳ 1/1/2016 - 31/12/2020. Ngày 26/8, cuộc thi mở.",
     "3/2/1930 - 3/2/2020=1930-02-03/2020-02-03 | 1/1/2016 - 31/12/2020=2016-01-01/2020-12-31 | 26/8=XXXX-08-26"),
    ("the day of a document is no context",
     "Theo Nghị quyết số 05-NQ/TU ngày 14/7/2020, ngày 10/10 xã ra quân.",
     "14/7/2020=2020-07-14 | 10/10=XXXX-10-10"),
    ("no year before one the text looks back on",
     "Trong tháng 9/2020 bộ ra mắt sổ tay.\nBảng DTI năm 2022 rất dài. Ngày 12/7, sở họp.",
     "tháng 9/2020=2020-09 | năm 2022=2022 | 12/7=XXXX-07-12"),
]  # fmt: skip

YEAR_BESIDE_PUBLICATION = [
    ("2023-10-12", "Tháng 4/2022, Thủ tướng ký quyết định. Ngày 10/10, tỉnh tổ chức lễ phát động.",
     "Tháng 4/2022=2022-04 | 10/10=2023-10-10"),
    ("2023-10-12", "Ngày 15/9/2021, xã ra quân, đến ngày 20/10, xã tổng kết.",
     "15/9/2021=2021-09-15 | 20/10=2021-10-20"),
    ("2024-12-01", "Kết quả DTI năm 2022 công bố ngày 12/7 rất tốt.", "năm 2022=2022 | 12/7=2023-07-12"),
    ("2022-08-12", "Kết quả DTI năm 2021 vừa công bố ngày 8/8.", "năm 2021=2021 | 8/8=2022-08-08"),
    ("2022-09-26", "Tỉnh đã ban hành kế hoạch tổ chức hội thi từ ngày 1/10 đến 10/10.",
     "1/10 đến 10/10=2022-10-01/2022-10-10"),
    ("2022-04-23", "Thủ tướng đã chọn ngày 10/10 là Ngày Chuyển đổi số.", "10/10=2022-10-10"),
    ("2022-09-15/2022-10-15", "Ngày 10/10, tỉnh khai trương trang mới.", "10/10=2022-10-10"),
]  # fmt: skip

PUBLICATION = [
    ("today with a date", "Chiều nay (26/10), xã họp bàn kết quả quý III năm 2022.", "2022-10-26"),
    ("yesterday with a date", "Hôm qua (31/12/2022), xã đã họp.", "2023-01-01"),
    ("today without any year", "Chiều nay (26/10), xã họp.", None),
    ("place and day at the head", "UBND TỈNH\n\nHà Nội, ngày 10 tháng 10 năm 2022\n\nKẾ HOẠCH", "2022-10-10"),
    ("the latest day told as past", "Ngày 5/9/2022, xã họp. Ngày 8/9/2022, xã đã ra quân.", "[2022-09-08..]"),
    ("a day to come is no bound", "Ngày 5/9/2022, xã đã họp. Ngày 10/10/2022, xã sẽ ra quân.", "[2022-09-05..]"),
    ("a deadline is no bound", "Ngày 5/9/2022, xã đã họp. Nộp bài trước ngày 30/11/2022.", "[2022-09-05..]"),
    ("a named day is no bound", "Ngày 5/9/2022, xã họp. Bộ chọn ngày 10/10/2022 là Ngày hội.", "[2022-09-05..]"),
    ("a yearly day is no bound", "Ngày 10/10 hằng năm là ngày hội.", None),
    ("years alone are no bound", "Năm 2022, xã đạt 90%; đến năm 2025 đạt 100%.", None),
    ("an unknown year is no bound", "Ngày 8/8, xã họp.", None),
    ("the announcement of an index", "DTI năm 2021 được Bộ công bố ngày 8/8, xã xếp thứ 10.", "[2022-08-08..]"),
    ("the issue of a bulletin", "BẢN TIN\nSố 03 - Tháng 6/2023\nNgày 30/5/2023, xã họp.", "2023-06"),
    ("history is no bound", "Ngày 19/8/1945, xã giành chính quyền.", None),
    ("no dates", "Xã họp bàn về chuyển đổi số.", None),
]


@pytest.mark.parametrize(("why", "text", "expected"), YEAR_FROM_THE_TEXT)
def test_the_text_itself_tells_the_year(why: str, text: str, expected: str) -> None:
    assert told(text) == expected, why


@pytest.mark.parametrize(("published", "text", "expected"), YEAR_BESIDE_PUBLICATION)
def test_the_text_and_the_publication_tell_the_year_together(published: str, text: str, expected: str) -> None:
    assert told(text, published) == expected


@pytest.mark.parametrize(("why", "text", "expected"), PUBLICATION)
def test_publication_is_inferred_from_what_has_happened(why: str, text: str, expected: str | None) -> None:
    passage = Passage(text)
    found = publication(find_written_dates(passage), Header(), passage)
    assert (found.edtf if found else None) == expected, why
    assert found is None or (found.inferred and found.reason)


def test_a_stated_publication_wins() -> None:
    passage = Passage("Chiều nay (26/10/2022), xã họp.")
    stated = Published(edtf="2022-10-27", time="08:00")
    assert publication(find_written_dates(passage), Header(published=stated), passage) == stated


def test_the_reason_names_the_words_that_tell() -> None:
    passage = Passage("Chiều nay (26/10), xã họp bàn kết quả quý III năm 2022.")
    found = publication(find_written_dates(passage), Header(), passage)
    assert found is not None
    assert found.reason == "Bài gọi ngày 26/10 là hôm nay. Năm 2022 suy từ „quý III năm 2022” trong bài."
