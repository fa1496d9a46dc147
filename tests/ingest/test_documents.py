"""Legal documents: which numbers are found, how they are written in normal form, who issued them and when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.documents.documents import find_documents
from generator.ingest.found import DocumentFound
from generator.model import Basis
from generator.vocabulary import DOCUMENT_KINDS
from tests.ingest.documents_story import story


def found(text: str, province: str | None = None) -> tuple[DocumentFound, ...]:
    return find_documents(story(text, province))


def only(text: str, province: str | None = None) -> DocumentFound:
    (document,) = found(text, province)
    return document


def numbers(text: str) -> list[str]:
    return [f"{document.kind} {document.number}" for document in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Quyết định số 749/QĐ-TTg, việc này giao cho tỉnh.", ["Quyết định 749/QĐ-TTg"]),
        ("Theo QĐ 749/QĐ-TTg thì khác.", ["Quyết định 749/QĐ-TTg"]),
        ("Văn bản có số: 749 /QĐ-TTg.", ["Quyết định 749/QĐ-TTg"]),
        ("Xem 749/QĐ-TTg để biết.", ["Quyết định 749/QĐ-TTg"]),
        ("Quyết định số 749-QĐ/TTg", ["Quyết định 749-QĐ/TTg"]),
        ("quyết định số 749/QĐ–TTG", ["Quyết định 749/QĐ-TTg"]),
        ("Quyết định 749/QÐ-TTg", ["Quyết định 749/QĐ-TTg"]),
        ("Quyết định 749 / QD - TTg", ["Quyết định 749/QĐ-TTg"]),
        ("Quyết định số 749/qđ-ttg", ["Quyết định 749/QĐ-TTg"]),
        ("Nghị quyết số 57- NQ/TW", ["Nghị quyết 57-NQ/TW"]),
        ("Nghị quyết số 57NQ/TW", ["Nghị quyết 57-NQ/TW"]),
        ("Nghị quyết số 09-NQ/TU và Kế hoạch 198/KH-UBND", ["Nghị quyết 09-NQ/TU", "Kế hoạch 198/KH-UBND"]),
        ("Thông tư số 05/2023/TT-BTTTT", ["Thông tư 05/2023/TT-BTTTT"]),
        ("Nghị định 167/2013NĐ-CP", ["Nghị định 167/2013/NĐ-CP"]),
        ("Nghị quyết số 202/2025/QH15", ["Nghị quyết 202/2025/QH15"]),
        ("Luật Giao dịch điện tử số 20/2023/QH15", ["Luật 20/2023/QH15"]),
        ("Thông tư liên tịch số 26/2015/TTLT-BYT-BNV", ["Thông tư liên tịch 26/2015/TTLT-BYT-BNV"]),
        ("Công văn số 1930/VPCP-V.I gửi các tỉnh", ["Công văn 1930/VPCP-V.I"]),
        ("Chương trình hành động số 40, Chương trình số 21-CTr/TU", ["Chương trình 40", "Chương trình 21-CTr/TU"]),
        ("Tờ trình số 12/TTr-STTTT", ["Tờ trình 12/TTr-STTTT"]),
        ("Quy định 66-QĐ/TW, Hướng dẫn 36-HD/VPTW", ["Quy định 66-QĐ/TW", "Hướng dẫn 36-HD/VPTW"]),
        ("văn bản số 3115/BTTTT-CVT", ["Công văn 3115/BTTTT-CVT"]),
        ("Tỉnh ra văn bản (số 12/UBND-KGVX) hôm qua", ["Công văn 12/UBND-KGVX"]),
        ("Hợp đồng 68/2000/NĐ-CP", ["Nghị định 68/2000/NĐ-CP"]),
        ("Quyết định 749/QĐ-TTg - UBND tỉnh cũng vậy", ["Quyết định 749/QĐ-TTg"]),
        ("Số: 383/KH-UBND", ["Kế hoạch 383/KH-UBND"]),
        ("Thực hiện Đề án 06 và Chỉ thị 34.", ["Đề án 06", "Chỉ thị 34"]),
        ("Nghị định 100/2019 và Nghị định 15-2020 đã có", ["Nghị định 100/2019", "Nghị định 15/2020"]),
        ("các Quyết định số 749/QĐ-TTg, 942/QĐ-TTg và 411/QĐ-TTg",
         ["Quyết định 749/QĐ-TTg", "Quyết định 942/QĐ-TTg", "Quyết định 411/QĐ-TTg"]),
        ("các Nghị quyết 57, 59 và 68 của Bộ Chính trị", ["Nghị quyết 57", "Nghị quyết 59", "Nghị quyết 68"]),
        ("theo quyết định 6565 ngày 27/12/2005", ["Quyết định 6565"]),
    ],
)  # fmt: skip
def test_numbers_in_normal_form(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Giây phút ấy quyết định số phận của đội.",
        "Nhà ở số 1 Trần Phú, điện thoại 0912345678, tổng đài 1022.",
        "Cả 63/63 tỉnh có điểm số cao, đạt 93,6%.",
        "Sở thông báo 2 ca mắc mới và báo cáo 12 nội dung.",
        "Kế hoạch 5 năm và Kế hoạch 2023 của ngành.",
        "so với kế hoạch 2 tháng trước",
        "HĐND quyết định 3 nội dung, kết luận 5 vấn đề.",
        "Theo Chỉ thị, 16 xã đã xong.",
        "Kỳ họp ngày 10-10 bàn các quyết định, đề án tổng thể chuyển đổi số.",
        "Trình dự thảo nghị quyết về chuyển đổi số.",
        "Bản án số 15/2018/HS-ST của tòa",
        "Viện kiểm sát ra cáo trạng số 247/CT-VKS",
        "Ban chỉ đạo 138/CP họp.",
        "Xe 29A-123.45 chạy 24/7, huyết áp 120/80.",
        "Đại học Luật Hà Nội năm 2020 tuyển sinh.",
        "Bộ TT&TT đã ban hành kế hoạch hướng dẫn thực hiện.",
        "Tỉnh xây dựng các nghị quyết, quyết định, kế hoạch liên quan.",
    ],
)
def test_not_documents(text: str) -> None:
    assert found(text, "bac-kan") == ()


@pytest.mark.parametrize(
    ("text", "date", "inferred"),
    [
        ("Quyết định 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng", "2020-06-03", False),
        ("Quyết định 749/QĐ-TTg của Thủ tướng Chính phủ ngày 03/6/2020", "2020-06-03", False),
        ("Quyết định 749/QĐ-TTg, ký ngày 03/6/2020, có hiệu lực", "2020-06-03", False),
        ("Quyết định 749/QĐ-TTg được ban hành ngày 03/6/2020", "2020-06-03", False),
        ("Quyết định 749/QĐ-TTg (ngày 3-6-2020)", "2020-06-03", False),
        ("Số: 383/KH-UBND\nTiền Giang, ngày 07 tháng 12 năm 2022", "2022-12-07", False),
        ("Ngày 15/9, UBND tỉnh Quảng Ngãi đã ban hành Kế hoạch số 148 về việc này", "2022-09-15", True),
        ("Ngày 9/11/2021, UBND tỉnh ban hành Quyết định số 1560/QĐ-UBND.", "2021-11-09", False),
        ("Chương trình được Thủ tướng phê duyệt ngày 3/6/2020 tại Quyết định 749, nay đã xong", "2020-06-03", False),
        ("Ngày 14/8, Bộ Y tế đã ký ban hành Thông tư số 03/2018/TT-BYT", "2018-08-14", True),
        ("Nghị quyết 57 năm 2024 của Bộ Chính trị", "2024", False),
        ("Kế hoạch số 12/KH-UBND năm 2023 của tỉnh", None, False),
        ("Ngày 16/5/2019, UBND xã Dân Lý, huyện Triệu Sơn đã ra Thông báo số 90/TB-UBND", "2019-05-16", False),
        ("Nghị định 70/2019/NĐ-CP, từ 10/10/2019 chiến sĩ được nghỉ", None, False),
        ("Theo Quyết định 749, ngày 31/12/2020, Tỉnh ủy Thái Nguyên họp bàn", None, False),
        ("Tại hội nghị ngày 10/10, Sở cho biết UBND tỉnh đã ban hành Kế hoạch số 148", None, False),
        ("Ngày 12/10, Sở tổ chức hội nghị triển khai Quyết định 749/QĐ-TTg", None, False),
    ],
)
def test_dates(text: str, date: str | None, inferred: bool) -> None:
    document = only(text)
    assert (document.date, document.date_inferred) == (date, inferred)


@pytest.mark.parametrize(
    ("text", "issuer", "province"),
    [
        ("Nghị quyết 111 ngày 11/6/2021 của Tỉnh ủy Bắc Giang về chuyển đổi số", "Tỉnh ủy Bắc Giang", "bac-giang"),
        ("UBND tỉnh Quảng Ngãi đã ban hành Kế hoạch số 148", "UBND tỉnh Quảng Ngãi", "quang-ngai"),
        ("Quyết định số 528 của Ủy ban nhân dân tỉnh", "UBND tỉnh Bắc Kạn", "bac-kan"),
        ("Kế hoạch 198/KH-UBND về tuyên truyền", "UBND tỉnh Bắc Kạn", "bac-kan"),
        ("Nghị quyết 09-NQ/TU về chuyển đổi số", "Tỉnh ủy Bắc Kạn", "bac-kan"),
        ("Nghị quyết 25/NQ-HĐND về phí", "HĐND tỉnh Bắc Kạn", "bac-kan"),
        ("Quyết định 749/QĐ-TTg", "Thủ tướng Chính phủ", None),
        ("Nghị quyết 71/NQ-CP và nhiều việc", "Chính phủ", None),
        ("Luật số 20/2023/QH15", "Quốc hội", None),
        ("Nghị định 46 về xử phạt", "Chính phủ", None),
        ("Nghị quyết số 57-NQ/TW", None, None),
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị", "Bộ Chính trị", None),
        ("Quyết định số 885/QĐ-BTTTT", "Bộ Thông tin và Truyền thông", None),
        ("Công văn số 6028 của Bộ TT&TT", "Bộ Thông tin và Truyền thông", None),
        ("Thông tư 19 của Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo", None),
        ("Bộ trưởng Bộ Công Thương vừa ban hành Chỉ thị số 05/CT-BCT", "Bộ trưởng Bộ Công Thương", None),
        ("ngày 24/2, Chủ tịch UBND tỉnh Thái Nguyên đã ký Quyết định 425 về việc này",
         "Chủ tịch UBND tỉnh Thái Nguyên", "thai-nguyen"),
        ("ông A, Phó Chủ tịch UBND tỉnh Thái Nguyên đã ký Quyết định 425 về việc này",
         "UBND tỉnh Thái Nguyên", "thai-nguyen"),
        ("Nghị quyết 12-NQ/TU của Ban Thường vụ Tỉnh ủy về nhân lực", "Ban Thường vụ Tỉnh ủy Bắc Kạn", "bac-kan"),
        ("Quyết định số 03 của UBND phường Quan Hoa về việc này", "UBND phường Quan Hoa", "bac-kan"),
        ("Chủ tịch UBND huyện Nguyễn Văn An đã ký Quyết định số 03", "Chủ tịch UBND huyện", "bac-kan"),
        ("theo chỉ đạo của Phó Thủ tướng Chính phủ tại Công văn số 1967/VPCP-KGVX", "Văn phòng Chính phủ", None),
        ("được UBND tỉnh Bình Thuận phê duyệt tại Quyết định số 2377/QĐ-UBND", "UBND tỉnh Bình Thuận", "binh-thuan"),
        ("Thông báo số 408/TB-VPCP do Văn phòng Chính phủ phát hành", "Văn phòng Chính phủ", None),
        ("Đề án 06", None, None),
        ("UBND xã Dân Lý, huyện Triệu Sơn đã ra Thông báo số 90/TB-UBND", "UBND xã Dân Lý", "bac-kan"),
        ("UBND xã Dân Lý, tỉnh Thanh Hóa đã ra Thông báo số 90/TB-UBND", "UBND xã Dân Lý", "thanh-hoa"),
        ("Xã Vi Hương họp. UBND xã ban hành Kế hoạch số 12/KH-UBND", "UBND xã Vi Hương", "bac-kan"),
        ("Xã Vi Hương và xã Lục Bình họp. UBND xã ban hành Kế hoạch số 12/KH-UBND", "UBND xã", "bac-kan"),
        ("Xã Vi Hương đổi mới. Đảng ủy xã đã ra Nghị quyết số 03-NQ/ĐU", "Đảng ủy xã Vi Hương", "bac-kan"),
    ],
)  # fmt: skip
def test_issuers(text: str, issuer: str | None, province: str | None) -> None:
    document = only(text, "bac-kan")
    assert (document.issuer, document.province) == (issuer, province)


def test_an_issuer_completed_from_the_context_is_inferred_and_says_so() -> None:
    document = only("Nhiệm vụ tại Quyết định số 528 của UBND tỉnh.", "bac-kan")
    assert document.basis is Basis.INFERRED
    assert "UBND tỉnh Bắc Kạn" in (document.reason or "")
    assert only("Quyết định 528 của UBND tỉnh Bắc Kạn.", "bac-kan").basis is Basis.STATED


def test_no_province_is_made_up_where_none_is_told() -> None:
    assert only("Kế hoạch 198/KH-UBND về tuyên truyền").issuer is None
    assert only("Quyết định 528 của UBND tỉnh").province is None


def test_the_issuer_at_the_end_of_a_list_is_that_of_all() -> None:
    documents = found("Nghị quyết 57-NQ/TW, Nghị quyết 59-NQ/TW và Nghị quyết 66-NQ/TW của Bộ Chính trị")
    assert [d.issuer for d in documents] == ["Bộ Chính trị"] * 3
    mixed = found("Nghị quyết số 57-NQ/TW và Nghị quyết 71/NQ-CP của Chính phủ")
    assert [d.issuer for d in mixed] == [None, "Chính phủ"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Kế hoạch số 148 về việc tổ chức Ngày Chuyển đổi số.", "tổ chức Ngày Chuyển đổi số"),
        ("Nghị quyết 111 của Tỉnh ủy Bắc Giang về chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030.",
         "chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030"),
        ("Quyết định 749/QĐ-TTg phê duyệt “Chương trình Chuyển đổi số quốc gia”, Thủ tướng giao",
         "phê duyệt Chương trình Chuyển đổi số quốc gia"),
        ("Quyết định 749/QĐ-TTg là cơ sở quan trọng", None),
        ("Thông tư 22 quy định mỗi em được một suất", None),
    ],
)  # fmt: skip
def test_subjects(text: str, subject: str | None) -> None:
    assert only(text).subject == subject


def test_one_document_told_several_times_is_one() -> None:
    document = only(
        "Theo Quyết định 749 thì khác. Quyết định số 749/QĐ-TTg ngày 3/6/2020 nêu rõ. "
        "Quyết định 749 của Thủ tướng Chính phủ, sau đó 749/QĐ-TTG."
    )
    assert (document.number, document.date, document.issuer) == ("749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ")


def test_equal_numbers_of_different_bodies_or_years_are_different_documents() -> None:
    assert len(found("Kế hoạch 12/KH-UBND của UBND tỉnh Lào Cai; Kế hoạch 12/KH-UBND của UBND huyện Bắc Hà")) == 2
    assert len(found("Kế hoạch 12/KH-UBND ngày 5/1/2021; Kế hoạch 12/KH-UBND ngày 5/1/2022")) == 2
    assert len(found("Chỉ thị 16 và Nghị quyết 16")) == 2


def test_a_decision_published_without_a_number() -> None:
    document = only("Sở đã công bố quyết định của UBND tỉnh Sóc Trăng lấy ngày 10-10 hằng năm là Ngày Chuyển đổi số.")
    assert (document.kind, document.number, document.date) == ("Quyết định", None, None)
    assert (document.issuer, document.province) == ("UBND tỉnh Sóc Trăng", "soc-trang")


def test_a_resolution_issued_without_a_number_on_a_day() -> None:
    document = only("Ngày 31/12/2020, Tỉnh ủy Thái Nguyên đã ban hành Nghị quyết về chuyển đổi số.")
    assert (document.kind, document.number, document.date) == ("Nghị quyết", None, "2020-12-31")
    assert document.issuer == "Tỉnh ủy Thái Nguyên"


def test_without_a_number_it_is_not_told_again_beside_its_number() -> None:
    text = "UBND tỉnh Lào Cai đã ban hành Quyết định về phí. Quyết định 12/QĐ-UBND của UBND tỉnh Lào Cai có hiệu lực."
    assert only(text).number == "12/QĐ-UBND"


def test_a_law_named_with_its_year() -> None:
    law = only("Luật Giao dịch điện tử năm 2023 đã mở đường.")
    assert (law.kind, law.number, law.date, law.subject) == ("Luật", None, "2023", "giao dịch điện tử")
    assert found("Luật Giao dịch điện tử có hiệu lực từ năm 2024.") == ()


def test_evidence_stands_where_the_words_are() -> None:
    text = "Căn cứ Kế hoạch số 198 / KH-UBND ngày 8/4/2021."
    document = only(text)
    assert text[document.start : document.end] == "Kế hoạch số 198 / KH-UBND"
    assert document.written == "198 / KH-UBND"


def test_a_line_end_within_the_words() -> None:
    assert only("Căn cứ Quyết định số\n411/QĐ-TTg ngày 31/3/2022 của\nThủ tướng Chính phủ").date == "2022-03-31"


PIECES = st.sampled_from(
    ["Quyết định", "nghị quyết", "số", ":", "749", "/QĐ-TTg", "-NQ/TW", "/", "-", " ", "\n", "ngày 3/6/2020", "của",
     "UBND", "tỉnh",
     "Bắc Kạn", "và", ",", "đã ban hành", "Luật Đất đai", "2013", "“", "(", "57", "Ð", "\u00a0", "ấ", "công bố"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_never_raises_and_points_at_the_text(text: str) -> None:
    told = story(text, "bac-kan")
    for document in find_documents(told):
        assert 0 <= document.start < document.end <= len(told.passage.text)
        assert document.kind in DOCUMENT_KINDS
        if document.written is not None:
            assert document.written in told.passage.text[document.start : document.end]
