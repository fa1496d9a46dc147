"""Opening an article: what is cut and why, and what the header says; offsets point at the words."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.found import Header, PageMeta, Raw
from generator.ingest.lexicon import Lexicon
from generator.ingest.opening.cut_reasons import REASONS
from generator.ingest.opening.open_article import open_article
from generator.ingest.passage import Passage
from generator.sources.registries import load_registries
from generator.text import nfc
from tests.project import ROOT

TITLE = "Bình Định mở lớp kỹ năng số cho bà con vùng cao"
LEAD = "Sáng 12/5/2023, huyện Vân Canh, tỉnh Bình Định khai giảng lớp kỹ năng số cho 60 người dân ba xã vùng cao."
BODY = "Lớp học kéo dài bốn buổi tối, do cán bộ bưu điện và giáo viên tin học của trường trung học huyện hướng dẫn."
LAST = "Huyện dự kiến mở thêm sáu lớp như vậy ở các xã còn lại trước khi năm học mới bắt đầu."
PAGE = f"{TITLE}\n\n{{head}}\n\n{LEAD}\n\n{BODY}\n\n{{middle}}\n\n{LAST}\n\n{{foot}}\n"


@cache
def lexicon() -> Lexicon:
    registries, problems = load_registries(ROOT)
    assert registries, problems
    return Lexicon(registries)


def opened(text: str, **meta: object) -> tuple[Passage, Header]:
    page = PageMeta(**meta)  # type: ignore[arg-type]
    return open_article(Raw(text=nfc(text), kind="txt", meta=page), lexicon())


def page(*, head: str = "", middle: str = "", foot: str = "", **meta: object) -> tuple[Passage, Header]:
    return opened(PAGE.format(head=head, middle=middle, foot=foot), **meta)


def kept(passage: Passage) -> list[str]:
    return [" ".join(passage[p].split()) for p in passage.paragraphs]


def cut(passage: Passage) -> list[tuple[str, str]]:
    return [
        (c.why, passage.read[c.start : c.end].strip()) for c in passage.cuts if passage.read[c.start : c.end].strip()
    ]


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("Ngày đăng: 25/10/2022", "2022-10-25", None),
        ("30/09/2022 14:57    112", "2022-09-30", "14:57"),
        ("Thứ Hai, 10/10/2022, 08:30 (GMT+7)", "2022-10-10", "08:30"),
        ("08:30 | 10/10/2022", "2022-10-10", "08:30"),
        ("10-10-2022 15:20", "2022-10-10", "15:20"),
        ("Đăng ngày 5 tháng 10 năm 2022", "2022-10-05", None),
        ("18:04 - Thứ Tư, 10/07/2024 Lượt xem: 1402 In bài viết", "2024-07-10", "18:04"),
        ("03:06 PM 13/12/2020 |   Lượt xem: 4186 |   In bài viết | ", "2020-12-13", "15:06"),
        ("Thứ hai, 16 Tháng 8 2021 09:54", "2021-08-16", "09:54"),
        ("Ngày đăng bài: 09/10/2019", "2019-10-09", None),
        ("14/11/2025 - Chuyên mục: Chuyển đổi số - Số lần xem: 86", "2025-11-14", None),
        ("Khoa học - Công nghệ - 2021-04-17 16:39:00", "2021-04-17", "16:39"),
        ("(Thứ bảy, 29/10/2022)", "2022-10-29", None),
        ("Tháng Năm 13, 2025", "2025-05-13", None),
    ],
)
def test_a_line_below_the_title_states_the_day_of_publication(line: str, day: str, time: str | None) -> None:
    passage, header = page(head=line)
    assert header.published
    assert (header.published.edtf, header.published.time) == (day, time)
    assert not header.published.inferred
    assert header.published.found
    assert passage.read[header.published.found.start : header.published.found.end] in line
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


@pytest.mark.parametrize("line", ["30/02/2022 10:00", "Kế hoạch số 12 ngày 5/10/2022", "Tổng đài 1022", "7/10"])
def test_other_lines_state_no_day(line: str) -> None:
    assert page(head=line)[1].published is None


def test_a_day_of_saving_is_not_the_day_of_publication() -> None:
    passage, header = opened(
        f"Chủ Nhật, 06/10/2024\nNgày đăng: 25/10/2022 - Lượt xem: 39\n\n{TITLE}\n\n{LEAD}\n\n{BODY}"
    )
    assert header.published
    assert header.published.edtf == "2022-10-25"
    assert cut(passage)[0] == ("saved-on", "Chủ Nhật, 06/10/2024")
    assert ("counter", "Lượt xem: 39") in cut(passage)
    assert [c.why for c in passage.cuts if not c.noise] == ["date-line", "date-line"]


def test_a_clock_later_than_all_years_of_the_text_states_nothing() -> None:
    assert opened(f"Thứ Hai, 03/03/2025\n\n{TITLE}\n\n{LEAD}\n\n{BODY}")[1].published is None


def test_a_day_of_update_stands_in_only_where_there_is_no_other() -> None:
    updated = page(head="Cập nhật lúc 9:15, 12/10/2022")[1].published
    assert updated
    assert (updated.edtf, updated.time) == ("2022-10-12", "09:15")
    assert updated.reason
    both = page(head="Ngày đăng: 10/10/2022 | Cập nhật: 12/10/2022")[1].published
    assert both
    assert (both.edtf, both.reason) == ("2022-10-10", None)


def test_a_labelled_day_beats_the_metadata_and_an_unlabelled_one_does_not() -> None:
    labelled = page(head="Ngày đăng: 10/10/2022", published="2022-10-11T20:00:00Z")[1].published
    assert labelled
    assert labelled.edtf == "2022-10-10"
    assert labelled.reason
    assert "2022-10-12" in labelled.reason
    plain = page(head="10/10/2022", published="2022-10-11T08:00:00+07:00")[1].published
    assert plain
    assert (plain.edtf, plain.time) == ("2022-10-11", "08:00")


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ("Thu Hương", ("Thu Hương",)),
        ("QUANG BÌNH – VĨNH AN- THU LÊ – CÔNG MINH", ("Quang Bình", "Vĩnh An", "Thu Lê", "Công Minh")),
        ("Bài, ảnh: Lê Thị Mận", ("Lê Thị Mận",)),
        ("Tin: Hồ Sĩ Đan - Ảnh: Mai Lan", ("Hồ Sĩ Đan",)),
        ("Tác giả: Trần Sương - Sở KH&CN", ("Trần Sương",)),
        ("Theo Vân Khánh/Báo Hà Tĩnh", ("Vân Khánh",)),
        ("Khánh Hòa – Văn Lộc", ("Khánh Hòa", "Văn Lộc")),
        ("ThS. Y Phương Niê", ("Y Phương Niê",)),
        ("L.Thọ", ("L.Thọ",)),
        ("Vân Khánh (tổng hợp)", ("Vân Khánh",)),
        ("Hồng Hạnh/TTXVN", ("Hồng Hạnh",)),
        ("P.V", ()),
        ("Ban Biên tập", ()),
        ("Theo TTXVN", ()),
        ("Quảng Ninh", ()),
        ("Ảnh: Mai Lan", ()),
    ],
)
def test_who_signs_below_the_article(foot: str, authors: tuple[str, ...]) -> None:
    assert page(foot=foot)[1].authors == authors


def test_a_byline_may_stand_at_the_end_of_the_last_paragraph() -> None:
    passage, header = opened(f"{TITLE}\n\n{LEAD}\n\n{LAST[:-1]}./. Thu Hương")
    assert header.authors == ("Thu Hương",)
    assert kept(passage)[-1] == f"{LAST[:-1]}./."


def test_authors_and_date_may_stand_below_the_lead() -> None:
    passage, header = opened(f"{TITLE}\n\n{LEAD}\n\nThu Hương – Văn Lộc\n\n03/06/2023 07:30\n\n{BODY}\n\n{LAST}")
    assert header.authors == ("Thu Hương", "Văn Lộc")
    assert header.published
    assert header.published.edtf == "2023-06-03"
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{keywords}", "template"),
        ("Quang cảnh lớp học tại xã Canh Liên.", "caption"),
        ("Phó Chủ tịch UBND huyện Đinh Văn Lung phát biểu tại lễ khai giảng", "caption"),
        ("Bà Đinh Thị Brớ, Chủ tịch UBND xã Canh Liên", "caption"),
        ("Bà con xã Canh Liên nghe giảng. Ảnh: Mai Lan", "caption"),
        ("Học viên thực hành ngay trên điện thoại của mình (ảnh: BTC)", "caption"),
        ("Một buổi học. |", "caption"),
        ("lop-hoc-01.jpg", "caption"),
        ("Hội thi thu hút 1.200 người, ban tổ chức đã trao 03 giải nhất cho các đội. Ảnh BTC.", "caption"),
        ("[Trang chủ](/) [Tin tức](/tin-tuc)", "navigation"),
        ("Chia sẻ Facebook Zalo", "navigation"),
        ("Xem thêm: Gia Lai tặng 40 máy tính bảng cho học sinh nghèo", "related"),
        ("“do cán bộ bưu điện và giáo viên tin học của trường trung học huyện hướng dẫn”", "repeat"),
    ],
)
def test_lines_between_paragraphs_that_are_not_the_article(line: str, why: str) -> None:
    passage, _ = page(middle=line)
    assert cut(passage) == [(why, line)]
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Kết quả bước đầu",
        "1. Tình hình chung",
        "Đẩy mạnh tuyên truyền trên loa truyền thanh của các thôn",
        "Tầm nhìn đến năm 2030, huyện sẽ nằm trong nhóm năm huyện có tỷ lệ người dùng dịch vụ số cao nhất tỉnh",
        "Chủ tịch UBND huyện cho biết, huyện sẽ mở thêm 6 lớp.",
        "- Các xã lập danh sách học viên trước ngày 20/5",
        "Ngày 14/5, Phó Chủ tịch UBND tỉnh thăm lớp học và trao 10 máy tính.",
        "Huyện chọn ba mô hình: chợ số, thôn số và tổ công nghệ số",
        "| Nhận thức số | 0,95 | 11 |",
    ],
)
def test_what_tells_something_stays(line: str) -> None:
    passage, _ = page(middle=line)
    assert cut(passage) == []
    assert line in kept(passage)


def test_a_caption_that_stands_twice_goes_twice() -> None:
    passage, _ = page(middle="Học viên lớp đầu tiên\n\nHọc viên lớp đầu tiên")
    assert cut(passage) == [("caption", "Học viên lớp đầu tiên")] * 2


def test_a_box_of_other_articles_ends_where_the_article_goes_on() -> None:
    passage, _ = opened(
        f"{TITLE}\n\n{LEAD}\n\nTin liên quan\nPhú Yên tặng 40 máy tính bảng\n\n{BODY}\n\n{LAST}\n\nThu Hương"
    )
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


def test_teasers_of_other_articles_end_up_nowhere() -> None:
    teaser = "Phú Yên tặng 40 máy tính bảng cho học sinh nghèo"
    told = "Ngày 3/5, Phú Yên tặng 40 máy tính bảng cho học sinh nghèo của hai huyện miền núi trước kỳ thi."
    passage, header = page(foot=f"Thu Hương\n\n{teaser}\n\n{teaser}\n\n{told}")
    assert header.authors == ("Thu Hương",)
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]
    assert [why for why, _ in cut(passage)] == ["byline", "teaser", "teaser", "teaser"]


@pytest.mark.parametrize(
    "foot",
    [
        "Xem thêm",
        "Từ khóa: kỹ năng số, Bình Định\nTin cùng chuyên mục\nĐắk Lắk họp bàn về dữ liệu (12/05)",
        "Ý kiến bạn đọc\nGửi bình luận",
        "© 2023 Cổng thông tin huyện\nĐịa chỉ: 12 Quang Trung\nĐiện thoại: 0256 000 000",
        "Cơ quan chủ quản: UBND huyện Vân Canh, tỉnh Bình Định. Giấy phép số 05/GP-STTTT cấp ngày 20/4/2019.",
        "Chia sẻ: Facebook Zalo\nQuay lại",
    ],
)
def test_the_foot_of_a_page_is_cut(foot: str) -> None:
    assert kept(page(foot=foot)[0]) == [TITLE, LEAD, BODY, LAST]


def test_the_head_of_a_page_is_cut_and_names_the_publisher() -> None:
    passage, header = opened(
        "Truy cập nội dung luôn\nSỞ NỘI VỤ\n\nTỈNH QUẢNG NGÃI\nTrang chủ > Tin tức\nCỡ chữ: A- A A+\n\n"
        f"{TITLE}\n\n{LEAD}\n\n{BODY}"
    )
    assert (header.publisher, header.publisher_id) == ("Sở Nội vụ tỉnh Quảng Ngãi", "so-noi-vu-quang-ngai")
    assert header.title == TITLE
    assert kept(passage) == [TITLE, LEAD, BODY]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("UBND TỈNH BÌNH ĐỊNH\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông tỉnh Bình Định"),
        (
            "TRANG THÔNG TIN ĐIỆN TỬ HUYỆN VÂN CANH - TỈNH BÌNH ĐỊNH",
            "Trang thông tin điện tử huyện Vân Canh tỉnh Bình Định",
        ),
        ("Cổng TTĐT tỉnh Gia Lai", "Cổng thông tin điện tử tỉnh Gia Lai"),
        ("BÁO LÂM ĐỒNG ĐIỆN TỬ", "Báo Lâm Đồng"),
        ("SỞ NỘI VỤ HỌP BÀN VIỆC MỞ LỚP KỸ NĂNG SỐ", None),
    ],
)
def test_organs_and_papers_are_named_in_their_own_capitals(text: str, publisher: str | None) -> None:
    assert opened(f"{text}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}")[1].publisher == publisher


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.baohatinh.vn/a-post1.html", "bao-ha-tinh"),
        ("https://dantri.com.vn/a.htm", "dan-tri"),
        ("https://www.sggp.org.vn/a.html", "sai-gon-giai-phong"),
        ("https://plo.vn/a.html", "phap-luat-tphcm"),
        ("https://gialai.gov.vn/a", "cong-gia-lai"),
        ("https://sonoivu.quangngai.gov.vn/a", "so-noi-vu-quang-ngai"),
        ("https://huunghi.haugiang.gov.vn/a", "huunghi-haugiang-gov-vn"),
        ("https://phutho.gov.vn/a", None),
        ("http://[", None),
    ],
)
def test_an_address_names_a_registered_publisher(url: str, publisher: str | None) -> None:
    assert page(url=url)[1].publisher_id == publisher


@pytest.mark.parametrize(
    ("opener", "publisher"),
    [
        ("(TTXVN) - ", "Thông tấn xã Việt Nam"),
        ("ĐBP - ", "Báo Điện Biên Phủ"),
        ("(Baohatinh.vn) - ", "Báo Hà Tĩnh"),
        ("(XYZT) – ", None),
    ],
)
def test_a_dateline_is_cut_from_the_lead(opener: str, publisher: str | None) -> None:
    passage, header = opened(f"{TITLE}\n\n{opener}{LEAD}\n\n{BODY}")
    assert header.publisher == publisher
    assert kept(passage) == [TITLE, LEAD, BODY]
    assert [c.noise for c in passage.cuts] == [False]


@pytest.mark.parametrize(
    ("foot", "origin"),
    [
        ("(Nguồn: sggp.org.vn)", "sggp.org.vn"),
        ("Theo Báo Hà Tĩnh", "Báo Hà Tĩnh"),
        ("Nguồn Báo Hà Tĩnh: https://baohatinh.vn/tin-1.html", "Báo Hà Tĩnh"),
        ("Hồng Hạnh/TTXVN", "Thông tấn xã Việt Nam"),
        ("Nguồn: Internet", None),
    ],
)
def test_who_had_it_first_is_not_who_published_it(foot: str, origin: str | None) -> None:
    passage, header = page(foot=foot)
    assert (header.publisher, header.origin) == (None, origin)
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]
    if header.origin_span:
        assert passage.read[header.origin_span.start : header.origin_span.end] == foot
    assert page(head="Báo Đắk Lắk", foot=foot)[1].publisher == "Báo Đắk Lắk"


def test_what_opens_a_list_in_capitals_signs_nothing() -> None:
    passage, header = page(foot="Hồng Hạnh/TTXVN\n\nViết bình luận\n\nTIN CÙNG CHUYÊN MỤC")
    assert header.authors == ("Hồng Hạnh",)
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


def test_a_picture_named_by_the_title_has_its_text_below() -> None:
    text = "Các lớp học ban đêm ở ba xã vùng cao được người dân chờ đón."
    passage, _ = page(middle=f"{TITLE}\n\n{text}", head="12/05/2023")
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


def test_an_organ_that_signs_below_the_article_published_it() -> None:
    assert page(foot="Sở Nội vụ tỉnh Quảng Ngãi")[1].publisher_id == "so-noi-vu-quang-ngai"


def test_the_next_line_is_no_part_of_a_papers_name() -> None:
    passage, header = opened(f"Báo Hà Tĩnh điện tử\nEn\n\n{TITLE}\n\n{LEAD}\n\n{BODY}")
    assert header.publisher_id == "bao-ha-tinh"
    assert kept(passage) == [TITLE, LEAD, BODY]


LONG = (
    "Cán bộ bưu điện và đoàn viên thanh niên xã Canh Liên ngồi bên từng bếp lửa hướng dẫn bà con cách gọi điện có hình "
    "cho con cháu đang làm ăn xa"
)


@pytest.mark.parametrize(
    "head",
    [
        LONG,
        f"{LONG}\n\nTừ những buổi tối đầu tiên",
        "![]() |\n\nLớp học ban đêm tại xã Canh Liên (Bình Định) |\n\nĐẩy mạnh kỹ năng số",
        "Sau hai năm mở lớp kỹ năng số ở vùng cao, huyện và",
        "(Tin Bình Định) -",
        "Kon Tum:\nSẽ mở thêm 12 lớp kỹ năng số",
    ],
)
def test_a_doubtful_title_is_none(head: str) -> None:
    header = opened(f"{head}\n\n{LEAD}\n\n{BODY}")[1]
    assert header.title is None
    assert header.suggested_title


def test_a_long_title_is_one_where_the_date_or_the_page_says_so() -> None:
    assert opened(f"{LONG}\n\n12/05/2023 08:00\n\n{LEAD}\n\n{BODY}")[1].title == LONG
    assert opened(f"{LONG}\n\n{LEAD}\n\n{BODY}", title=LONG)[1].title == LONG


@pytest.mark.parametrize(
    "banner",
    ["Chào mừng kỷ niệm 50 năm thành lập huyện Vân Canh", "Nhiệt liệt chào mừng Đại hội Đảng bộ huyện lần thứ XX"],
)
@pytest.mark.parametrize("date", ["Chủ nhật - 26/02/2023 19:52\n\n", ""])
@pytest.mark.parametrize("title", [TITLE, "Lãnh đạo huyện Vân Canh dự lễ khai giảng lớp kỹ năng số"])
def test_a_banner_is_not_the_title(banner: str, date: str, title: str) -> None:
    if not date and title != TITLE:
        return
    passage, header = opened(f"{banner}\n\n{title}\n\n{date}{LEAD}\n\n{BODY}")
    assert header.title == title
    assert ("site-header", banner) in cut(passage)
    assert kept(passage) == [title, LEAD, BODY]


def test_a_slogan_that_stands_alone_is_the_title() -> None:
    slogan = "Chào mừng Ngày Chuyển đổi số quốc gia tại huyện Vân Canh"
    assert opened(f"{slogan}\n\n10/10/2023\n\n{LEAD}\n\n{BODY}")[1].title == slogan


@pytest.mark.parametrize("again", [f"{LEAD[:-1]}, cụ thể như sau:", f"{LEAD[:-1]}; lớp do bưu điện huyện hướng dẫn."])
@pytest.mark.parametrize("first", [LEAD, LEAD[:-1]])
def test_of_a_lead_told_twice_the_longer_stays(first: str, again: str) -> None:
    passage, _ = opened(f"{TITLE}\n\n12/05/2023\n\n{first}\n\n{again}\n\n{BODY}")
    assert kept(passage) == [TITLE, again, BODY]
    assert ("repeat", first) in cut(passage)


@pytest.mark.parametrize(
    ("line", "day", "time", "authors"),
    [
        ("Văn Thiện 07/02/2025 16:30", "2025-02-07", "16:30", ("Văn Thiện",)),
        ("07/02/2025 16:30 | Văn Thiện", "2025-02-07", "16:30", ("Văn Thiện",)),
        ("Thứ Sáu, 7/2/2025 - Văn Thiện", "2025-02-07", None, ("Văn Thiện",)),
        ("VĂN THIỆN - HẢI YẾN 07/02/2025 16:30", "2025-02-07", "16:30", ("Văn Thiện", "Hải Yến")),
        ("Thứ sáu, 16:30, 07/02/2025 Minh Thư Minh Thư", "2025-02-07", "16:30", ("Minh Thư",)),
        ("Đời sống 06:00 | 07/02/2025", "2025-02-07", "06:00", ()),
        ("HY| 07/02/2025 12:39", "2025-02-07", "12:39", ()),
        ("(Ngày 7/2/2025)", "2025-02-07", None, ()),
        ("Minh Thư\nĐời sống 06:00 | 07/02/2025", "2025-02-07", "06:00", ("Minh Thư",)),
    ],
)
def test_authors_may_stand_in_the_line_of_the_date_or_beside_it(
    line: str, day: str, time: str | None, authors: tuple[str, ...]
) -> None:
    passage, header = page(head=line)
    assert header.published
    assert (header.published.edtf, header.published.time, header.authors) == (day, time, authors)
    assert kept(passage) == [TITLE, LEAD, BODY, LAST]


@pytest.mark.parametrize("line", ["Tam Kỳ, ngày 7 tháng 2 năm 2025", "Phan Thiết 07/02/2025"])
def test_a_town_before_a_date_wrote_nothing(line: str) -> None:
    assert page(head=line)[1].authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Trung tam Tin hoc huyen Van Canh http://www.vancanh.example.vn",
        "Skip to main content",
        "No title... No title...",
        "image advertisement",
        "Javascript is disabled",
        "x",
        "![]()",
        "[![](/logo.png)](/)",
        "[Tin tức](/tin-tuc) | [Liên hệ](/lien-he)",
    ],
)
def test_what_pages_bear_at_their_head_is_cut(line: str) -> None:
    passage, header = opened(f"{line}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}")
    assert header.title == TITLE
    assert kept(passage) == [TITLE, LEAD, BODY]


@pytest.mark.parametrize("marked", [f"# {TITLE}", f"**{TITLE}**", f"## [{TITLE}](/tin/12.html)"])
def test_marks_of_markdown_are_no_part_of_the_title(marked: str) -> None:
    passage, header = opened(f"{marked}\n\n{LEAD}\n\n{BODY}")
    assert header.title == TITLE
    assert header.title_span
    assert passage.read[header.title_span.start : header.title_span.end] == TITLE


def test_wrapped_text_is_read_as_it_was_before_it_was_wrapped() -> None:
    wrapped = (
        "Với mong muốn đưa kỹ năng số đến từng nhà, UBND huyện Vân Canh và\n"
        "Bưu điện tỉnh Bình Định đề nghị các xã lập danh sách người học, hội\n"
        "viên; thành viên Tổ công nghệ số cộng đồng và cán bộ theo Đề án\n"
        "06/CP; các lớp mở vào buổi tối ở nhà văn hóa thôn, mỗi lớp không quá\n"
        "20 người.\nLớp học kéo dài bốn buổi, do giáo viên tin học của huyện hướng\ndẫn.\n"
    )
    passage, header = opened(wrapped)
    assert header.title is None
    assert cut(passage) == []


def test_without_a_headline_the_title_is_only_suggested() -> None:
    _, header = opened(f"{LEAD}\n\n{BODY}")
    assert header.title is None
    assert (
        header.suggested_title
        == "Huyện Vân Canh, tỉnh Bình Định khai giảng lớp kỹ năng số cho 60 người dân ba xã vùng cao"
    )


def test_the_title_of_the_page_picks_the_line_and_loses_the_name_of_the_site() -> None:
    _, header = opened(f"Nhịp sống số trên vùng cao\n\n{TITLE}\n\n{LEAD}\n\n{BODY}", title=f"{TITLE} - Báo Hà Tĩnh")
    assert header.title == TITLE
    _, header = opened(f"{LEAD}\n\n{BODY}", title=f"{TITLE} | Báo Hà Tĩnh")
    assert (header.title, header.title_span) == (TITLE, None)


def test_one_line_is_taken_as_it_is() -> None:
    for text in ("Ảnh: Mai Lan", "Theo TTXVN", "10/10/2022", LEAD, ""):
        assert opened(text)[0].cuts == ()


@given(st.text(alphabet="aàđNgTh ẢTXV.:-–|()/0123456789\n{}“”\u0301", max_size=300).map(nfc))
def test_any_text_can_be_opened_and_spans_point_into_it(text: str) -> None:
    passage, header = opened(text)
    assert len(passage.text) == len(text)
    assert all(0 <= c.start < c.end <= len(text) and c.why in REASONS for c in passage.cuts)
    assert all(a.end <= b.start for a, b in zip(passage.cuts, passage.cuts[1:], strict=False))
    if header.title_span:
        assert " ".join(text[header.title_span.start : header.title_span.end].split()) == header.title
