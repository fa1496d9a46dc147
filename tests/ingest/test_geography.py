"""Provinces: which name is meant, in which sense, and whose story a text or a part of it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.found import Sense
from tests.ingest.geography_story import read, senses

PROVINCE, TOWN, OTHER = Sense.PROVINCE, Sense.TOWN, Sense.OTHER


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hoà Bình và Hòa Bình", ["hoa-binh", "hoa-binh"]),
        ("Đắc Lắc, Đắk Lắk, Đăk Lăk, Đak Lak, Đắk Lăk", ["dak-lak"] * 5),
        ("tỉnh Đắc Nông; tỉnh Đăk Nông", ["dak-nong"] * 2),
        ("TP.HCM, TPHCM, TP. HCM, Tp Hồ Chí Minh, Sài Gòn", ["ho-chi-minh"] * 5),
        ("Bà Rịa–Vũng Tàu; Bà Rịa - Vũng Tàu; BR-VT", ["ba-ria-vung-tau"] * 3),
        ("Thừa Thiên-Huế, Thừa Thiên Huế, TT-Huế", ["thua-thien-hue"] * 3),
        ("TỈNH BẮC KẠN", ["bac-kan"]),
        ("tỉnh Bắc\nKạn", ["bac-kan"]),
        ("Bắc\n\nKạn", []),
        ("khát vọng hòa bình, Hòa bình lập lại", []),
        ("khu vực châu Á - Thái Bình Dương", []),
        ("chiến thắng Điện Biên Phủ; huyện Điện Biên Đông", []),
        ("báo Sài Gòn Giải Phóng", []),
        ("hai miền Bắc - Nam", []),
        ("Vĩnh Long, Long An", ["vinh-long", "long-an"]),
    ],
)
def test_names_of_the_registry_are_found_in_every_spelling(text: str, keys: list[str]) -> None:
    assert [key for key, _ in senses(text)] == keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND tỉnh Hậu Giang", [PROVINCE]),
        ("Chủ tịch UBND tỉnh Hậu Giang Đồng Văn An", [PROVINCE]),
        ("Sở Tài nguyên và Môi trường Hà Nội", [PROVINCE]),
        ("Sở Nông nghiệp và Phát triển nông thôn Bình Thuận", [PROVINCE]),
        ("các huyện miền núi Nghệ An", [PROVINCE]),
        ("họp trực tuyến với Bắc Kạn", [PROVINCE]),
        ("theo thông báo Hà Nội vừa gửi", [PROVINCE]),
        ("trẻ em Hà Giang", [PROVINCE]),
        ("TP. Bắc Giang, tỉnh Bắc Giang", [TOWN, PROVINCE]),
        ("thành phố Hải Dương", [TOWN]),
        ("Thành ủy Hải Dương; Thành ủy Hải Phòng", [TOWN, PROVINCE]),
        ("thị xã Quảng Trị", [TOWN]),
        ("các tỉnh, thành phố Hà Giang", [PROVINCE]),
        ("thành phố Cần Thơ", [PROVINCE]),
        ("xã Yên Bái; phường Hòa Bình; P. Hòa Bình", [OTHER, OTHER, OTHER]),
        ("huyện Quảng Ninh (Quảng Bình)", [OTHER, PROVINCE]),
        ("xã Tân Hòa Bình", [OTHER]),
        ("nhập 3 xã: Bình Phước, Hòa Tịnh; các xã Tân Lập, Hòa Bình và Mỹ Lộc", [OTHER, OTHER]),
        ("các phường Tân An và Bình Hòa, Đà Nẵng; các huyện, Hà Giang và Cà Mau", [PROVINCE] * 3),
        ("huyện Bạch Thông Bắc Kạn", [PROVINCE]),
        ("đường Hà Giang, sông Đồng Nai, sân bay Cần Thơ", [OTHER, OTHER, OTHER]),
        ("cao tốc Hà Nội - Hải Phòng", [OTHER, OTHER]),
        ("địa chỉ 12 Hải Phòng, phường An Lạc", [OTHER]),
        ("bà Nguyễn Hà Giang, ông Trần Hưng Yên, Nguyễn Thị Thái Bình", [OTHER, OTHER, OTHER]),
        ("Ông Lê Thanh Hải Dương phát biểu", [OTHER]),
        ("PGS.TS Trần Hải Bình Dương cho rằng", [OTHER]),
        ("TS. Vũ Anh Thái Bình; Giám đốc Sở KH&CN Lê Hà Giang", [OTHER, OTHER]),
        ("nghệ sĩ Phạm Hoài Hà Nam; học sinh Hà Nam", [OTHER, PROVINCE]),
        ("Đỗ Anh Quảng Nam chia sẻ; Lê Mai Hải Dương (24 tuổi)", [OTHER, OTHER]),
        ("Nguyễn Văn An, Lê Hải Bình Dương và Phạm Thu", [OTHER]),
        ("huyện Hoàng Su Phì Hà Giang cho biết", [PROVINCE]),
        ("Sở TT&TT Bắc Giang cho biết", [PROVINCE]),
        ("đại học Cần Thơ, Đại học Y Hà Nội, báo Hà Tĩnh", [OTHER, OTHER, OTHER]),
        ("Bệnh viện Phụ sản Hà Nội; ba bệnh viện Hà Nội; bệnh viện ở Hà Nội", [OTHER, PROVINCE, PROVINCE]),
        ("Bệnh viện Đa khoa tỉnh Thái Bình", [PROVINCE]),
        ("nhà hát Sao Mai - Hà Nội; cao tốc Hạ Long - Hải Phòng", [PROVINCE, OTHER]),
        ("trận đấu của Hà Nội FC", [OTHER]),
        ("Việt Nam Định hướng phát triển", [OTHER]),
        ("Chủ tịch Hồ Chí Minh, tư tưởng Hồ Chí Minh, đường Hồ Chí Minh", [OTHER, OTHER, OTHER]),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", [OTHER]),
        ("Hà Nội, Hồ Chí Minh, Đà Nẵng", [PROVINCE, PROVINCE, PROVINCE]),
        ("doanh nghiệp ở Hồ Chí Minh", [PROVINCE]),
    ],
)
def test_a_name_stands_for_what_the_words_beside_it_say(text: str, expected: list[Sense]) -> None:
    assert [sense for _, sense in senses(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TP. Huế đứng thứ hai", [("hue", PROVINCE)]),
        ("TP. Huế, ngày 20/10/2025", [("hue", PROVINCE)]),
        ("TP. Huế, ngày 20/10/2022", [("hue", TOWN)]),
        ("Huế đón khách, ngày 20/10/2022", [("thua-thien-hue", PROVINCE)]),
        ("TP. Huế, tỉnh Thừa Thiên Huế", [("hue", TOWN), ("thua-thien-hue", PROVINCE)]),
        ("bà Lê Thị Huế, chị Minh Huế", [("hue", OTHER), ("hue", OTHER)]),
        ("thành phố Bắc Ninh, năm 2022", [("bac-ninh", TOWN)]),
        ("thành phố Bắc Ninh, ngày 01/10/2026", [("bac-ninh", PROVINCE)]),
    ],
)
def test_a_city_that_became_a_province_is_read_by_the_year(text: str, expected: list[tuple[str, Sense]]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "subjects", "mentions"),
    [
        ("Tỉnh Lạng Sơn khai trương trung tâm dữ liệu.", ["lang-son"], []),
        ("Lạng Sơn xếp trên Bắc Kạn, Cao Bằng và Hà Giang.", ["lang-son"], ["bac-kan", "cao-bang", "ha-giang"]),
        ("So với Cao Bằng, Lạng Sơn tăng nhanh hơn.", ["lang-son"], ["cao-bang"]),
        ("Chiều 12/7, tại Hà Nội, Bộ Khoa học và Công nghệ họp báo.", [], ["ha-noi"]),
        ("Dẫn đầu gồm: Đà Nẵng, Hải Phòng, Lạng Sơn, Cần Thơ.", [], ["da-nang", "hai-phong", "lang-son", "can-tho"]),
        ("Thành phố Bắc Giang mở lớp tập huấn ở phường Hòa Bình.", [], []),
        ("Tuyên Quang đứng thứ hai, xếp trên TP. Hải Phòng.", ["tuyen-quang"], ["hai-phong"]),
        (
            "Bộ Nội vụ công bố: Hà Nội dẫn đầu, thứ hai là Hải Phòng, tiếp theo là Đà Nẵng, còn Cà Mau thứ năm.",
            [],
            ["ha-noi", "hai-phong", "da-nang", "ca-mau"],
        ),
    ],
)
def test_a_sentence_is_about_what_it_names_by_itself(text: str, subjects: list[str], mentions: list[str]) -> None:
    story = read(text)
    assert (list(story.subjects), list(story.mentions)) == (subjects, mentions)


def test_the_headline_names_the_subject() -> None:
    story = read(
        "Sơn La tăng mười bậc chuyển đổi số\n"
        "Đà Nẵng dẫn đầu bảng xếp hạng, tiếp theo là Hải Phòng.\nĐà Nẵng giữ ngôi đầu năm thứ tư; tỉnh xếp thứ 30.",
        titled=True,
    )
    assert story.subjects == ("son-la",)
    assert story.mentions == ("da-nang", "hai-phong")


def test_a_headline_with_a_name_of_another_sense_only() -> None:
    assert (
        read(
            "Chuyển đổi số ở Học viện Chính trị quốc gia Hồ Chí Minh\nHọc viện ra mắt thư viện số.", titled=True
        ).subjects
        == ()
    )


def test_a_province_named_late_is_the_one_the_article_calls_the_province() -> None:
    filler = "Hội nghị bàn về kế hoạch chuyển đổi số của tỉnh và nhiệm vụ UBND tỉnh giao cho các sở, ngành.\n"
    story = read(filler * 5 + "Lễ phát động Ngày Chuyển đổi số tỉnh Lai Châu thu hút đông đảo người dân.\n" + filler)
    assert story.parts[0].province == "lai-chau"
    assert not story.parts[0].province_inferred


@pytest.mark.parametrize(
    ("publisher", "url"), [("Cổng thông tin điện tử tỉnh Gia Lai", None), (None, "https://sokhcn.gialai.gov.vn/tin/1")]
)
def test_the_publisher_tells_which_province_an_unnamed_one_is(publisher: str | None, url: str | None) -> None:
    text = "UBND tỉnh ban hành kế hoạch. Các sở, ngành của tỉnh thực hiện từ tháng này trên địa bàn tỉnh."
    story = read(text, publisher=publisher, url=url)
    assert [(p.province, p.province_inferred) for p in story.parts] == [("gia-lai", True)]
    assert story.subjects == ("gia-lai",)
    assert read("Thủ tướng Chính phủ ban hành kế hoạch cho cả nước.", publisher=publisher, url=url).subjects == ()


def test_a_ranking_of_the_country_has_no_subject() -> None:
    story = read(
        "Công bố chỉ số chuyển đổi số cấp tỉnh\n"
        "Bộ Khoa học và Công nghệ vừa công bố xếp hạng của các tỉnh, thành phố trong cả nước, "
        "trong đó có nhiều thay đổi so với năm trước ở cả ba trụ cột.\n"
        "Mười địa phương đứng đầu gồm: Đà Nẵng, Hải Phòng, Lạng Sơn, Cần Thơ, Quảng Ninh.\n"
        "1 TP. Đà Nẵng\n2 TP. Hải Phòng\n3 Lạng Sơn\n4 TP. Cần Thơ\n5 Quảng Ninh\n"
        + "Kết quả được chấm tự động. "
        * 10,
        titled=True,
    )
    assert story.subjects == ()
    assert story.mentions == ("da-nang", "hai-phong", "lang-son", "can-tho", "quang-ninh")


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("xã thuộc tỉnh Bắc Kạn trước đây", ["bac-kan"]),
        ("tỉnh Bình Thuận (cũ), tỉnh Bình Thuận cũ", ["binh-thuan", "binh-thuan"]),
        ("Cà Mau (hợp nhất với tỉnh Bạc Liêu)", ["bac-lieu"]),
        ("sau khi sáp nhập tỉnh Bình Thuận và Đắk Nông, tỉnh Lâm Đồng rộng hơn", ["binh-thuan", "dak-nong"]),
        ("Trước ngày 1/7/2025, xã thuộc huyện Ba Bể, tỉnh Bắc Kạn.", ["bac-kan"]),
        ("Bắc Kạn (nay thuộc Thái Nguyên)", ["bac-kan"]),
        ("Bắc Kạn sáp nhập vào Thái Nguyên", []),
        ("Trước đây Lạng Sơn thuộc nhóm cuối.", []),
        ("Lạng Sơn trước đây đứng cuối.", []),
    ],
)
def test_a_province_of_before_a_merger_is_known(text: str, former: list[str]) -> None:
    assert [p.key for p in read(text).provinces if p.former] == former


def test_a_province_of_before_a_merger_is_only_named() -> None:
    story = read(
        "Xã Chợ Mới số hóa sổ tay thôn\nXã Chợ Mới (tỉnh Thái Nguyên) đưa sổ tay số vào sử dụng tại các thôn.\n"
        "Trước khi sáp nhập, xã thuộc huyện Ba Bể, tỉnh Bắc Kạn. Nay xã có 14 thôn.",
        titled=True,
    )
    assert (story.subjects, story.mentions) == (("thai-nguyen",), ("bac-kan",))


@pytest.mark.parametrize(
    ("publisher", "url"),
    [
        ("UBND xã Tân Lập, tỉnh Tuyên Quang", None),
        ("Trang thông tin điện tử phường Hòa Bình, tỉnh Tuyên Quang", None),
        (None, "https://xatanlap.tuyenquang.gov.vn/tin/1"),
    ],
)
def test_a_communes_page_is_about_its_province(publisher: str | None, url: str | None) -> None:
    text = "Mở lớp học số\nUBND xã mở lớp cho người dân. Trên địa bàn xã có 12 tổ. Sở ở Lào Cai cử người về giúp."
    story = read(text, titled=True, publisher=publisher, url=url)
    assert [(p.province, p.province_inferred) for p in story.parts] == [("tuyen-quang", True)]
    assert story.mentions == ("lao-cai",)
    national = read("Chính phủ ban hành nghị quyết. Bộ Công an chủ trì thực hiện.", publisher=publisher, url=url)
    assert national.subjects == ()


def test_a_communes_page_may_tell_of_another_province() -> None:
    text = "Kinh nghiệm ở Lào Cai\nTỉnh Lào Cai làm tốt. UBND xã cử đoàn đi học; đoàn của xã có 5 người."
    assert read(text, titled=True, publisher="UBND xã Tân Lập, tỉnh Tuyên Quang").subjects == ("lao-cai",)


DIGEST = (
    "Ngày 10/10, tỉnh An Giang phát động tháng chuyển đổi số.\nUBND tỉnh giao các sở thực hiện.\n"
    "* Cùng ngày, tại UBND tỉnh Bến Tre diễn ra hội nghị trực tuyến.\nTỉnh đặt mục tiêu vào nhóm đầu.\n"
    "* Lễ ra quân của tổ công nghệ số do tỉnh Trà Vinh tổ chức thu hút 500 người.\n"
)


def test_a_digest_is_split_into_the_stories_of_its_provinces() -> None:
    story = read(DIGEST)
    assert [p.province for p in story.parts] == ["an-giang", "ben-tre", "tra-vinh"]
    assert [p.start for p in story.parts] == [0, DIGEST.index("* Cùng"), DIGEST.index("* Lễ")]
    assert [p.end for p in story.parts] == [*(p.start for p in story.parts[1:]), len(DIGEST) + 1]
    assert (story.subjects, story.mentions) == (("an-giang", "ben-tre", "tra-vinh"), ())


def test_lines_with_a_province_at_their_head_are_items() -> None:
    story = read("- Tại Cà Mau: khai trương cổng dữ liệu.\n- Sóc Trăng: mở lớp tập huấn.\nLớp học kéo dài hai ngày.")
    assert [p.province for p in story.parts] == ["ca-mau", "soc-trang"]


_REST = "Ban tổ chức trao quà cho các đội thi và hẹn gặp lại vào năm sau tại nhà văn hóa.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Mở cổng dữ liệu ở Cà Mau\nSáng nay, cổng mở. {_REST}Thanh niên Sóc Trăng ra quân\nHơn 200 bạn dự. {_REST}",
        f"Mở cổng dữ liệu\nTỉnh Cà Mau mở cổng. {_REST}Ra quân mùa hè\nTỉnh đoàn Sóc Trăng ra quân. {_REST}",
    ],
)
def test_items_may_have_headlines_of_their_own(text: str) -> None:
    story = read(f"Tin vắn chuyển đổi số\n{text}", titled=True)
    assert [p.province for p in story.parts] == [None, "ca-mau", "soc-trang"]
    assert story.passage.text[story.parts[2].start :].startswith(("Thanh niên", "Ra quân"))


def test_the_rows_of_a_table_are_no_items() -> None:
    story = read("Bảng xếp hạng của cả nước năm ngoái\n1\nLào Cai\n0,727\n2\nCà Mau\n0,716\n3\nAn Giang\n0,714\n")
    assert len(story.parts) == 1


def test_items_about_one_province_are_one_story() -> None:
    story = read("Ngày hội ở tỉnh Cà Mau:\n* Tại huyện U Minh có 30 gian hàng.\n* Tại huyện Năm Căn có 20 gian hàng.")
    assert [p.province for p in story.parts] == ["ca-mau"]


_SYLLABLES = [
    *(
        "tỉnh",
        "thành",
        "phố",
        "TP.",
        "Hà",
        "Nội",
        "Huế",
        "Bắc",
        "Giang",
        "Hồ",
        "Chí",
        "Minh",
        "HCM",
        "Bà",
        "Rịa",
        "Vũng",
    ),
    *(",", ".", "(", ")", "-", "–", "*", "\n", "“", "”", "tại", "quê", "xã", "huyện", "Nguyễn", "Thị", "năm", "2022"),
    *("Tàu", "10/10/2025", "như", "và", ""),
]
WORDS = st.lists(st.sampled_from(_SYLLABLES), max_size=40).map(" ".join)


@given(WORDS)
def test_any_text_is_read_and_parts_cover_it(text: str) -> None:
    story = read(text)
    assert story.parts[0].start == 0
    assert story.parts[-1].end == len(story.passage.text) + 1
    assert all(a.end == b.start for a, b in zip(story.parts, story.parts[1:], strict=False))
    assert not set(story.subjects) & set(story.mentions)
    for found in story.provinces:
        assert story.passage.text[found.start].isupper()


@given(WORDS)
def test_decomposed_letters_make_no_difference(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)).provinces == read(text).provinces


def test_long_rows_of_names_are_read_in_linear_time() -> None:
    for unit in ("Huế năm 2022 ", "Hà Nội, ", "Bà Rịa - ", "tỉnh ", "tp."):
        assert len(read(unit * 3000).parts) == 1
