"""Events in texts: what is told, when, where, by whom, and whether before its day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.events.events import find_events
from generator.ingest.events.platforms import find_platforms
from generator.ingest.found import DocumentFound, EventFound
from generator.ingest.story import Story
from generator.model import Basis, Status
from tests.ingest.events_story import document, story


def events(told: Story, *documents: DocumentFound) -> tuple[EventFound, ...]:
    return find_events(told, documents, find_platforms(told))


def only(told: Story, *documents: DocumentFound) -> EventFound:
    (event,) = events(told, *documents)
    return event


DAY = {"Ngày 3/11/2023": "2023-11-03", "3/11/2023": "2023-11-03"}

OCCASIONS = [
    (
        "Ngày 3/11/2023, UBND tỉnh Lào Cai tổ chức hội nghị về dữ liệu dân cư.",
        ("conference", "Hội nghị về dữ liệu dân cư tại Lào Cai"),
    ),
    (
        "Ngày 3/11/2023, Ban Chỉ đạo Chuyển đổi số tỉnh Lào Cai tổ chức phiên họp lần thứ ba.",
        ("meeting", "Ban Chỉ đạo Chuyển đổi số tỉnh Lào Cai họp phiên thứ 3"),
    ),
    (
        "Ngày 3/11/2023, UBND tỉnh Lào Cai họp Ban Chỉ đạo về Chuyển đổi số.",
        ("meeting", "Ban Chỉ đạo về Chuyển đổi số tỉnh Lào Cai họp"),
    ),
    (
        "Ngày 3/11/2023, UBND tỉnh Lào Cai tổ chức lễ phát động hưởng ứng Ngày Chuyển đổi số quốc gia.",
        ("ceremony", "Lào Cai phát động hưởng ứng Ngày Chuyển đổi số quốc gia"),
    ),
    (
        "Ngày 3/11/2023, tỉnh Lào Cai diễn ra chương trình “Lào Cai hưởng ứng ngày chuyển đổi số quốc gia”.",
        ("ceremony", "Lào Cai hưởng ứng Ngày Chuyển đổi số quốc gia"),
    ),
    (
        "Ngày 3/11/2023, tỉnh Lào Cai phát động Tuần lễ Chuyển đổi số.",
        None,
    ),
    (
        "Ngày 3/11/2023, huyện Bát Xát, tỉnh Lào Cai mở lớp tập huấn kỹ năng số.",
        ("training", "Lớp tập huấn kỹ năng số tại Lào Cai"),
    ),
    (
        "Ngày 3/11/2023, UBND tỉnh Lào Cai và VNPT ký kết thỏa thuận hợp tác về dữ liệu.",
        ("ceremony", "Lào Cai ký kết thỏa thuận hợp tác về dữ liệu"),
    ),
    (
        "Ngày 3/11/2023, UBND tỉnh Lào Cai tổ chức lễ khai trương Trung tâm giám sát, điều hành.",
        ("launch", "Lễ khai trương Trung tâm giám sát, điều hành tại Lào Cai"),
    ),
    (
        "Ngày 3/11/2023, tỉnh Lào Cai khai trương hệ thống học bạ số.",
        ("launch", "Lào Cai khai trương hệ thống học bạ số"),
    ),
    (
        "Bộ Thông tin và Truyền thông công bố DTI năm 2022 ngày 3/11/2023.",
        ("announcement", "Bộ TT&TT công bố DTI năm 2022"),
    ),
    (
        "Ngày 3/11/2023, Thủ tướng Chính phủ phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030.",
        ("decision", "Thủ tướng phê duyệt Chiến lược dữ liệu quốc gia"),
    ),
    (
        "Ngày 3/11/2023, Thủ tướng quyết định chọn ngày 10/10 là Ngày Chuyển đổi số quốc gia.",
        ("decision", "Thủ tướng quyết định chọn 10/10 là Ngày Chuyển đổi số quốc gia"),
    ),
    ("Ngày 3/11/2023, đại biểu phát biểu tại hội nghị.", None),
    ("Ngày 3/11/2023, tỉnh Lào Cai có 120 tổ công nghệ số.", None),
    ("Tỉnh Lào Cai đã tổ chức nhiều hội nghị về dữ liệu dân cư.", None),
    ("Thực hiện nghị quyết, các sở tổ chức hội thảo, tập huấn thường xuyên.", None),
    ("Đến ngày 3/11/2023, tỉnh Lào Cai hoàn thành kế hoạch tổ chức hội nghị trực tuyến toàn tỉnh.", None),
]


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_what_a_sentence_tells(text: str, expected: tuple[str, str] | None) -> None:
    found = [(e.kind, e.name, e.date) for e in events(story(text, DAY)) if e.kind != "observance"]
    if expected is None:
        assert [e for e in found if e[0] != "campaign"] == []
    else:
        assert found == [(*expected, "2023-11-03")]


def test_a_national_event_has_no_province_and_a_local_one_that_of_its_holder() -> None:
    text = (
        "Sáng 1/2, Thủ tướng Chính phủ chủ trì Hội nghị toàn quốc về dữ liệu.\n"
        "* Sáng 2/2, tại Hà Nội, UBND tỉnh Sơn La tổ chức hội thảo về dữ liệu mở."
    )
    national, local = events(story(text, {"1/2": "2023-02-01", "2/2": "2023-02-02"}))
    assert national.provinces == ()
    assert (local.provinces, local.place) == (("son-la",), "Hà Nội")


STATUS = [
    ("Ngày 5/12/2023, tỉnh Lào Cai sẽ tổ chức hội thảo về dữ liệu mở.", "2023-12-05", Status.ANNOUNCED),
    ("Ngày 5/12/2023, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở.", "2023-12-05", Status.ANNOUNCED),
    ("Ngày 5/11/2023, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở.", "2023-11-05", Status.REPORTED),
    ("Tháng 11/2023, tỉnh Lào Cai dự kiến tổ chức hội thảo về dữ liệu mở.", "2023-11", Status.ANNOUNCED),
]


@pytest.mark.parametrize(("text", "edtf", "status"), STATUS)
def test_announced_before_its_day_and_reported_after(text: str, edtf: str, status: Status) -> None:
    words = text.split(",")[0]
    assert only(story(text, {words: edtf})).status is status


def test_a_day_whose_year_is_elsewhere_is_inferred_unless_the_event_names_its_year() -> None:
    text = "Sáng 6/10, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở."
    inferred = only(story(text, {"Sáng 6/10": "2023-10-06"}, context=("Sáng 6/10",)))
    assert (inferred.basis, bool(inferred.reason)) == (Basis.INFERRED, True)
    text = "Từ 1-10/10, tỉnh Lào Cai tổ chức các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia năm 2023."
    told = story(text, {"1-10/10": "2023-10-01/2023-10-10"}, context=("1-10/10",))
    (campaign,) = (e for e in events(told) if e.kind == "campaign")
    assert (campaign.name, campaign.basis) == ("Lào Cai hưởng ứng Ngày Chuyển đổi số quốc gia 2023", Basis.STATED)


def test_same_day_and_on_this_occasion_take_the_day_told_before() -> None:
    text = (
        "* Sáng 10/10, UBND tỉnh Lào Cai tổ chức lễ hưởng ứng Ngày Chuyển đổi số quốc gia. "
        "Dịp này, tỉnh khai trương hệ thống học bạ số.\n"
        "* Cùng ngày, UBND tỉnh Sơn La tổ chức hội thảo về dữ liệu mở.\n"
        "* UBND tỉnh Lai Châu cũng tổ chức nhiều hoạt động; dịp này ra mắt hệ thống họp trực tuyến."
    )
    found = events(story(text, {"Sáng 10/10": "2023-10-10"}))
    assert [(e.kind, e.date, e.provinces, e.basis) for e in found] == [
        ("ceremony", "2023-10-10", ("lao-cai",), Basis.STATED),
        ("launch", "2023-10-10", ("lao-cai",), Basis.INFERRED),
        ("conference", "2023-10-10", ("son-la",), Basis.INFERRED),
    ]


def test_a_name_with_its_own_day_takes_that_day() -> None:
    text = "Ngày 2/3, tỉnh Lào Cai khai mạc triển lãm công nghệ số, gồm hội thảo “Dữ liệu nông nghiệp” vào chiều 4/3."
    found = events(story(text, {"Ngày 2/3": "2023-03-02", "4/3": "2023-03-04"}))
    assert {(e.kind, e.date) for e in found} == {("campaign", "2023-03-02"), ("conference", "2023-03-04")}


def test_what_is_called_by_its_head_alone_has_the_name_told_before() -> None:
    text = "Tỉnh Lào Cai chuẩn bị Tuần lễ Chuyển đổi số năm 2023. Tuần lễ diễn ra từ ngày 4 đến 10/10."
    event = only(story(text, {"ngày 4 đến 10/10": "2023-10-04/2023-10-10"}))
    assert (event.name, event.date) == ("Tuần lễ Chuyển đổi số năm 2023 tại Lào Cai", "2023-10-04/2023-10-10")


def test_news_of_the_lead_without_a_day_and_nothing_later_without_one() -> None:
    text = "Bộ Thông tin và Truyền thông vừa công bố DTI năm 2022. Tỉnh Lào Cai vừa khai trương hệ thống học bạ số."
    event = only(story(text))
    assert (event.kind, event.date, event.status) == ("announcement", None, Status.REPORTED)


def test_a_contest_with_a_year_in_its_name() -> None:
    text = "Tỉnh Lào Cai hưởng ứng Cuộc thi “Sáng kiến dữ liệu mở” năm 2023."
    event = only(story(text))
    assert (event.name, event.date, event.status) == ("Cuộc thi Sáng kiến dữ liệu mở năm 2023", "2023", None)


def test_a_conference_named_by_what_it_made_known() -> None:
    text = "Ngày 3/11/2023, tại hội nghị trực tuyến, tỉnh Lào Cai công bố hệ thống học bạ số."
    event = only(story(text, DAY))
    assert (event.kind, event.name) == ("conference", "Lào Cai công bố hệ thống học bạ số")


class TestPapers:
    def test_a_plan_by_its_number_or_by_what_it_is_about(self) -> None:
        text = "Ngày 3/11/2023, UBND tỉnh Lào Cai đã ban hành kế hoạch số 77 về dữ liệu mở."
        paper = document(text, "kế hoạch số 77", "Kế hoạch", number="77", date="2023-11-03", province="lao-cai")
        assert only(story(text, DAY), paper).name == "Lào Cai ban hành kế hoạch 77"
        text = "Tỉnh Lào Cai đã ban hành Kế hoạch riêng về dữ liệu mở năm 2023 (Kế hoạch số 77/KH-UBND ngày 3/11/2023)."
        paper = document(
            text, "Kế hoạch số 77/KH-UBND", "Kế hoạch", number="77/KH-UBND", date="2023-11-03", province="lao-cai"
        )
        event = only(story(text, DAY), paper)
        assert (event.kind, event.name) == ("plan", "Lào Cai ban hành kế hoạch dữ liệu mở")

    def test_what_the_prime_minister_approves(self) -> None:
        text = (
            "Tại Quyết định số 99/QĐ-TTg ngày 3/11/2023 phê duyệt “Đề án dữ liệu mở đến năm 2030”, Thủ tướng giao việc."
        )
        paper = document(
            text,
            "Quyết định số 99/QĐ-TTg",
            "Quyết định",
            number="99/QĐ-TTg",
            date="2023-11-03",
            issuer="Thủ tướng Chính phủ",
        )
        event = only(story(text, DAY), paper)
        assert (event.name, event.date, event.provinces) == ("Thủ tướng phê duyệt Đề án dữ liệu mở", "2023-11-03", ())

    def test_a_document_only_cited_is_no_event(self) -> None:
        text = "Các xã thực hiện Nghị quyết 12 ngày 3/11/2023 của Tỉnh ủy Lào Cai về dữ liệu mở."
        paper = document(text, "Nghị quyết 12", "Nghị quyết", number="12", date="2023-11-03", province="lao-cai")
        assert events(story(text, DAY), paper) == ()

    def test_a_draft_is_no_event(self) -> None:
        text = "Ngày 3/11/2023, Sở trình UBND tỉnh Lào Cai ban hành kế hoạch về dữ liệu mở."
        paper = document(text, "kế hoạch về dữ liệu mở", "Kế hoạch", province="lao-cai")
        assert events(story(text, DAY), paper) == ()

    def test_the_decision_that_chose_the_national_day(self) -> None:
        text = "Theo Quyết định số 505/QĐ-TTg của Thủ tướng, cả nước cùng hành động."
        paper = document(text, "Quyết định số 505/QĐ-TTg", "Quyết định", number="505/QĐ-TTg", date="2022-04-22")
        assert only(story(text), paper).name == "Thủ tướng quyết định chọn 10/10 là Ngày Chuyển đổi số quốc gia"


DAYS = [
    (
        "Ngày chuyển đổi số tỉnh Sơn La được tổ chức hằng năm vào ngày 12/8.",
        [("Ngày Chuyển đổi số tỉnh Sơn La", None, "--08-12", ("son-la",))],
    ),
    (
        "Tỉnh Sơn La lấy ngày 12-8 hằng năm làm Ngày Chuyển đổi số của tỉnh.",
        [("Ngày Chuyển đổi số tỉnh Sơn La", None, "--08-12", ("son-la",))],
    ),
    (
        "Tháng 9, tỉnh Sơn La chuẩn bị cho Ngày Chuyển đổi số tỉnh Sơn La.",
        [("Ngày Chuyển đổi số tỉnh Sơn La", None, None, ("son-la",))],
    ),
    (
        "Sơn La, Lai Châu đã chọn ngày chuyển đổi số địa phương trùng với Ngày Chuyển đổi số quốc gia.",
        [
            ("Ngày Chuyển đổi số tỉnh Sơn La", None, "--10-10", ("son-la",)),
            ("Ngày Chuyển đổi số tỉnh Lai Châu", None, "--10-10", ("lai-chau",)),
        ],
    ),
    (
        "Ngày 10/10 hằng năm là Ngày Chuyển đổi số quốc gia.",
        [("Ngày Chuyển đổi số quốc gia", None, "--10-10", ())],
    ),
    (
        "Chào mừng Ngày CĐS quốc gia năm 2023. Ngày 10/10 hằng năm là Ngày Chuyển đổi số quốc gia.",
        [("Ngày Chuyển đổi số quốc gia 2023", "2023-10-10", "--10-10", ())],
    ),
    ("Kế hoạch hưởng ứng Ngày Chuyển đổi số quốc gia.", []),
    ("Tỉnh Sơn La công bố Ngày Chuyển đổi số vào sáng thứ hai.", []),
    ("Số tiết kiệm ngày chuyển đổi số dư tài khoản.", []),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_yearly_days(text: str, expected: list[tuple[str, str | None, str | None, tuple[str, ...]]]) -> None:
    found = [e for e in events(story(text)) if e.kind == "observance"]
    assert [(e.name, e.date, e.recurs, e.provinces) for e in found] == expected


def test_a_yearly_day_belongs_to_its_series_and_may_be_announced() -> None:
    told = story("Ngày Chuyển đổi số quốc gia năm 2024 có chủ đề “Dữ liệu mở cho mọi người”.", published="2024-09-01")
    event = only(told)
    assert (event.series, event.status, event.theme) == (
        "ngay-chuyen-doi-so-quoc-gia",
        Status.ANNOUNCED,
        "Dữ liệu mở cho mọi người",
    )
    assert (event.date, event.basis, event.recurs) == ("2024-10-10", Basis.INFERRED, None)


def test_a_theme_is_that_of_the_occasion_or_of_the_day_it_names() -> None:
    text = (
        "Ngày 3/11/2023, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở với chủ đề “Mở để lớn”. "
        "Với chủ đề “Cùng số hóa”, các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia năm 2023 sẽ rộng khắp."
    )
    assert {e.kind: e.theme for e in events(story(text, DAY))} == {
        "conference": "Mở để lớn",
        "observance": "Cùng số hóa",
    }


def test_each_event_once_and_evidence_in_the_text() -> None:
    text = (
        "Ngày 3/11/2023, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở. "
        "Hội thảo về dữ liệu mở được tổ chức ngày 3/11/2023."
    )
    event = only(story(text, DAY))
    assert text[event.start : event.end] == "hội thảo về dữ liệu mở"


def test_the_title_tells_no_event_of_its_own() -> None:
    title = "Ngày 3/11/2023, Lào Cai tổ chức hội thảo về dữ liệu mở"
    assert events(story(f"{title}\n\nTỉnh nói về kết quả.", DAY, title=title)) == ()


def test_a_line_that_goes_on_below_is_read_as_one() -> None:
    text = "Ngày 3/11/2023, tỉnh Lào Cai tổ chức hội\nthảo về dữ liệu\nmở."
    assert only(story(text, DAY)).name == "Hội thảo về dữ liệu mở tại Lào Cai"


@given(st.text(alphabet="ngàychuyểnđổisốhộịlễkữaoTp 10/23.,;“”()-\n*BộĐ", max_size=400))
def test_never_raises(text: str) -> None:
    told = story(text, {"10": "2023-10-10"}, province="lao-cai")
    for e in find_events(told, (), find_platforms(told)):
        assert 0 <= e.start < e.end <= len(text)
        assert e.name


@pytest.mark.parametrize(
    "unit",
    [
        "hội nghị ",
        "họp ban chỉ đạo ",
        "chủ đề “",
        "ngày 10/10 là ",
        "đưa ",
        "công bố hệ thống ",
        "chương trình a được a ",
    ],
)
def test_long_lines_of_half_matches_are_read_in_time(unit: str) -> None:
    text = (unit * (60_000 // len(unit)))[:60_000]
    told = story(text, province="lao-cai")
    assert isinstance(find_events(told, (), find_platforms(told)), tuple)


class TestYearUnknown:
    """A day without a year is told without a date, and with the reason."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Chiều 29.3, UBND xã Tân Lập tổ chức lễ công bố quyết định thành lập tổ công nghệ số.", "ceremony"),
            ("Trong 2 ngày 29.3, tại thành phố diễn ra hội thảo và ký kết hợp tác về dữ liệu.", "conference"),
            (
                "Ngày 29.3, UBND xã Tân Lập tổ chức khai mạc Chương trình tập huấn “Kỹ năng số cho nông dân”.",
                "training",
            ),
            ("Hội nghị về dữ liệu dân cư của xã được tổ chức vào sáng 29.3.", "conference"),
        ],
    )
    def test_it_is_kept(self, text: str, kind: str) -> None:
        event = only(story(text, {"29.3": "XXXX-03-29"}, published=None))
        assert (event.kind, event.date, event.basis) == (kind, None, Basis.STATED)
        assert event.reason == "Bài không cho biết năm."

    def test_a_second_telling_with_the_year_dates_it(self) -> None:
        text = (
            "Tỉnh Lào Cai vừa tổ chức hội thảo về dữ liệu mở nông nghiệp.\n"
            "Hội thảo về dữ liệu mở nông nghiệp diễn ra ngày 3/11/2023."
        )
        event = only(story(text, DAY))
        assert (event.date, event.name) == ("2023-11-03", "Hội thảo về dữ liệu mở nông nghiệp tại Lào Cai")

    def test_what_is_only_spoken_of_stays_untold(self) -> None:
        text = "Năm nay, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở nông nghiệp."
        assert events(story(text, published=None)) == ()


ACTS = [
    (
        "Tổ công nghệ số xóm Bản Phố được UBND xã Bản Phố thành lập ngày 3/11/2023.",
        ("decision", "Thành lập Tổ công nghệ số xóm Bản Phố"),
    ),
    (
        "Ngày 3/11/2023, UBND tỉnh Lào Cai thành lập Tổ công nghệ số cấp tỉnh.",
        ("decision", "Lào Cai thành lập Tổ công nghệ số cấp tỉnh"),
    ),
    (
        "Chiến lược dữ liệu y tế được Thủ tướng Chính phủ phê duyệt ngày 3/11/2023.",
        ("decision", "Thủ tướng phê duyệt Chiến lược dữ liệu y tế"),
    ),
    (
        "Ngày 3/11/2023, huyện Sa Pa là nơi đầu tiên của tỉnh Lào Cai áp dụng Trung tâm điều hành thông minh.",
        ("launch", "Lào Cai áp dụng Trung tâm điều hành thông minh"),
    ),
    (
        "Ngày 3/11/2023, hệ thống học bạ số của tỉnh Lào Cai được đưa vào sử dụng.",
        ("launch", "Lào Cai đưa vào hoạt động hệ thống học bạ số của tỉnh Lào Cai"),
    ),
    (
        "Ngày 3/11/2023, tỉnh Lào Cai tổ chức họp bàn giải pháp dữ liệu mở.",
        ("meeting", "Họp bàn giải pháp dữ liệu mở tại Lào Cai"),
    ),
    ("Sau khi thành lập Tổ công nghệ số ngày 3/11/2023, xã cài đặt ứng dụng cho người dân.", None),
    ("Ngày 3/11/2023, xã Bản Phố báo cáo về thành lập Tổ công nghệ số.", None),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts_told_in_other_words(text: str, expected: tuple[str, str] | None) -> None:
    found = [(e.kind, e.name, e.date) for e in events(story(text, DAY))]
    assert found == ([(*expected, "2023-11-03")] if expected else [])


def test_a_paper_issued_by_whom_behind_its_number_and_papers_cited_as_grounds() -> None:
    text = "Nghị quyết số 9-NQ/TU ban hành bởi Tỉnh ủy Lào Cai về dữ liệu mở."
    paper = document(text, "Nghị quyết số 9-NQ/TU", "Nghị quyết", number="9-NQ/TU", date="2023-11-03")
    assert [(e.kind, e.date, e.provinces) for e in events(story(text), paper)] == [
        ("decision", "2023-11-03", ("lao-cai",))
    ]
    text = "Tỉnh theo các văn bản như: Quyết định số 9/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án dữ liệu mở."
    paper = document(text, "Quyết định số 9/QĐ-TTg", "Quyết định", number="9/QĐ-TTg", date="2023-11-03")
    assert events(story(text, published=None), paper) == ()


def test_the_steps_of_a_contest_are_one_event_and_prizes_come_afterwards() -> None:
    text = (
        "Tỉnh Lào Cai mời mọi người dự thi.\n- Thời gian tổ chức hội thi:\n+ Ngày 2/10/2023: phát động.\n"
        "+ Ngày 9/10/2023: kết thúc.\n+ Ngày 12/10/2023: trao giải."
    )
    days = {"2/10/2023": "2023-10-02", "9/10/2023": "2023-10-09", "12/10/2023": "2023-10-12"}
    (contest,) = (e for e in events(story(text, {f"Ngày {w}": d for w, d in days.items()}, published="2023-09-20")))
    assert (contest.kind, contest.date, contest.status) == ("contest", "2023-10-02/2023-10-09", Status.ANNOUNCED)


def test_a_campaign_that_only_the_title_dates() -> None:
    title = "Sôi động Tuần lễ Chuyển đổi số tỉnh Lào Cai năm 2023"
    event = only(story(f"{title}\n\nTỉnh nói về kết quả.", title=title))
    assert (event.kind, event.date, event.provinces) == ("campaign", "2023", ("lao-cai",))


def test_held_on_two_days_is_two_events() -> None:
    text = "Trong hai ngày 3/11/2023 và 7/11/2023, tỉnh Lào Cai tổ chức hội thảo về dữ liệu mở."
    found = events(story(text, {"3/11/2023": "2023-11-03", "7/11/2023": "2023-11-07"}))
    assert {e.date for e in found} == {"2023-11-03", "2023-11-07"}


def test_each_index_year_is_made_known_once() -> None:
    text = (
        "Bộ Thông tin và Truyền thông vừa công bố DTI năm 2022. Ngày 3/11/2023, Bộ Thông tin và Truyền thông công bố "
        "DTI năm 2022.\nTrước đó, Bộ Thông tin và Truyền thông đã công bố DTI năm 2021."
    )
    found = {e.name: e.date for e in events(story(text, DAY))}
    assert found == {"Bộ TT&TT công bố DTI năm 2022": "2023-11-03", "Bộ TT&TT công bố DTI năm 2021": None}


def test_a_city_where_others_meet_is_not_the_province() -> None:
    text = "Ngày 3/11/2023, tại Hà Nội, Tập đoàn Sao Mai tổ chức hội thảo về dữ liệu mở. Tỉnh Sơn La có báo cáo."
    assert only(story(text, DAY)).provinces == ()


def test_an_item_under_a_heading_of_tasks_is_to_come() -> None:
    text = "Nhiệm vụ trọng tâm quý IV\n- Tháng 11/2023: tổ chức hội thảo về dữ liệu mở tại tỉnh Lào Cai."
    assert only(story(text, {"Tháng 11/2023": "2023-11"})).status is Status.ANNOUNCED


def test_the_prizes_of_a_contest_are_a_ceremony() -> None:
    text = "Ngày 3/11/2023, Sở Thông tin và Truyền thông tỉnh Lào Cai trao giải Cuộc thi tìm hiểu dữ liệu mở."
    event = only(story(text, DAY))
    assert (event.kind, event.name) == ("ceremony", "Trao giải Cuộc thi tìm hiểu dữ liệu mở")
