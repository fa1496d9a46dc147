"""Platforms in texts: those of the registry, and new ones by their pattern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.events.brands import is_brand
from generator.ingest.events.platforms import find_platforms
from generator.registry import Platform, Registries
from generator.vocabulary import PLATFORM_KINDS
from tests.ingest.events_story import lexicon, story


def named(text: str, province: str | None = "lao-cai") -> list[tuple[str, str]]:
    return [(p.name, p.kind) for p in find_platforms(story(text, province=province))]


KNOWN = [
    ("Bà con nộp hồ sơ qua Cổng Dịch vụ công Quốc gia.", ["Cổng dịch vụ công quốc gia"]),
    ("Bà con nộp hồ sơ qua Cổng DVC quốc gia (dichvucong.gov.vn).", ["Cổng dịch vụ công quốc gia"]),
    ("Cài VNeID mức 2, dùng VssID và Zalo.", ["VNeID", "VssID", "Zalo"]),
    ("Đưa cam lên Postmart.vn và Vỏ Sò.", ["Postmart", "Vỏ Sò"]),
    ("Nhặt vỏ sò ngoài bãi.", []),
    ("Tổ lập nhóm Zalo để nhắn tin.", []),
    ("Sở cho ra mắt “Cẩm nang chuyển đổi số”.", ["Cẩm nang chuyển đổi số"]),
    ("Xem tại t63.mic.gov.vn và t63.mic.gov.vn.", ["t63.mic.gov.vn"]),
    ("Cán bộ dùng VNPT-iOffice hằng ngày.", ["VNPT-iOffice"]),
]


@pytest.mark.parametrize(("text", "names"), KNOWN)
def test_platforms_of_the_registry(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


NEW = [
    ("Dịp này, tỉnh khai trương hệ thống quản lý rừng – ForestMap.", [("ForestMap", "system")]),
    ("Xã dùng phần mềm bán hàng Shopgreen cho hợp tác xã.", [("Shopgreen", "system")]),
    ("Thành phố đưa ứng dụng Lào Cai Smart đến từng nhà.", [("Lào Cai Smart", "app")]),
    ("Sở giới thiệu App Công dân số Lào Cai để phản ánh.", [("App Công dân số Lào Cai", "app")]),
    ("Người dân cài ứng dụng “Lào Cai số” trên điện thoại.", [("Lào Cai số", "app")]),
    ("Tỉnh công bố nền tảng học tập mở của tỉnh.", [("nền tảng học tập mở Lào Cai", "system")]),
    (
        "Phản ánh qua tổng đài 1022 hoặc tổng đài 1900 1234.",
        [("tổng đài 1022", "hotline"), ("tổng đài 1900 1234", "hotline")],
    ),
    ("Tổng đài viên trực 24/7.", []),
    (
        "Sở mở Zalo Official Account Thông tin Lào Cai; công bố số mới.",
        [("Zalo Official Account Thông tin Lào Cai", "zalo")],
    ),
    ("Dữ liệu có trên Cổng dữ liệu mở tỉnh Lào Cai.", [("Cổng dữ liệu mở tỉnh Lào Cai", "website")]),
    ("Thi tại địa chỉ: https://thi.laocai.gov.vn.", [("thi.laocai.gov.vn", "website")]),
    ("Gửi thư tới hoithao@laocai.gov.vn.", []),
    ("Phát triển nền tảng số, nền tảng AI, hạ tầng số.", []),
    ("Cả hệ thống chính trị vào cuộc; ứng dụng công nghệ thông tin trong quản lý.", []),
    ("Ứng dụng Internet vạn vật, Big Data và Blockchain vào sản xuất.", []),
    ("Tổ công nghệ số cộng đồng đến từng nhà.", []),
    ("Hệ thống loa truyền thanh thông minh ở thôn.", []),
]


@pytest.mark.parametrize(("text", "expected"), NEW)
def test_new_platforms_by_pattern(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_national_platform_has_no_province_and_another_that_of_its_part() -> None:
    found = find_platforms(story("Lào Cai dùng VNeID và vnEdu.", province="lao-cai"))
    assert [(p.id, p.provinces) for p in found] == [("vneid", ()), ("vnedu", ("lao-cai",))]


def test_a_place_is_where_the_name_first_stands() -> None:
    text = "Nhắc lại: VNeID tiện lợi. Ai cũng có VNeID."
    (found,) = find_platforms(story(text))
    assert text[found.start : found.end] == "VNeID"
    assert found.start == text.index("VNeID")


@pytest.mark.parametrize("word", ["AgriConnect", "Shopone", "Telehealth", "iHanoi", "SmartCity"])
def test_brands(word: str) -> None:
    assert is_brand(word)


@pytest.mark.parametrize(
    "word", ["Nghiêng", "Thanh", "Hoang", "UBND", "OCOP", "Internet", "online", "Lai", "2.0", "MobiFone"]
)
def test_words_that_are_no_brand(word: str) -> None:
    assert not is_brand(word)


def test_the_registry_knows_only_kinds_of_the_vocabulary_and_every_id_once() -> None:
    platforms = lexicon().registries.platforms
    assert platforms
    assert {p.kind for p in platforms.values()} <= set(PLATFORM_KINDS)
    names = [name for p in platforms.values() for name in (p.name, *p.variants)]
    assert len(names) == len(set(names))


def test_a_project_may_know_no_platforms() -> None:
    assert Registries.__dataclass_fields__["platforms"].default_factory is dict
    assert Platform(id="x", name="X", kind="app").national is False


@given(st.text(alphabet="ứng dụngappnềtảghốổđàiZalo Ofc“”.-1022vn\nAbC", max_size=300))
def test_never_raises_and_every_place_lies_in_the_text(text: str) -> None:
    for p in find_platforms(story(text, province="lao-cai")):
        assert 0 <= p.start < p.end <= len(text)
        assert p.name
