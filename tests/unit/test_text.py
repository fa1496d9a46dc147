"""Slugs, folding, collation, wording and numbers."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from tests.unit.registry import provinces

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
words = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper() + " -.,/0123456789"), max_size=40)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Đồng Tháp", "dong-thap"),
        ("Đắk Lắk", "dak-lak"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Thừa Thiên-Huế", "thua-thien-hue"),
        ("TP. Hồ Chí Minh", "tp-ho-chi-minh"),
        ("505/QĐ-TTg", "505-qd-ttg"),
        ("Cải cách 100%: đúng!", "cai-cach-100-dung"),
        ("  ", ""),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert text.slug(name) == slug
    assert text.slug(unicodedata.normalize("NFD", name)) == slug


@given(st.text())
def test_slugs_are_ascii_and_idempotent(value: str) -> None:
    slug = text.slug(value)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert text.slug(slug) == slug


@given(words)
def test_slug_and_fold_do_not_depend_on_the_normal_form(value: str) -> None:
    decomposed = unicodedata.normalize("NFD", value)
    assert text.slug(decomposed) == text.slug(value)
    assert text.fold(decomposed) == text.fold(value)


def test_slugs_of_all_province_names_are_different_and_are_the_registry_s() -> None:
    names = provinces()
    assert len({text.slug(name["name"]) for name in names}) == len(names) > 60
    assert [name["slug"] for name in names if text.slug(name["name"]) != name["slug"]] == []


def test_heading_ids_keep_the_letter_d() -> None:
    assert text.heading_id("Đồng Tháp", "_") == "dong_thap"


@pytest.mark.parametrize("spelling", ["Hòa Bình", "Hoà Bình", "hoa binh", "HÒA  BÌNH", "Hòa\nBình"])
def test_fold_makes_every_way_of_typing_equal(spelling: str) -> None:
    assert text.fold(spelling) == "hoa binh"
    assert text.fold("Đắk Lắk") == "dak lak"


DICTIONARY_ORDER = [
    "An Giang", "Anh", "Ánh", "Ăn", "Âm", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Bà Rịa - Vũng Tàu", "Bạc Liêu",
    "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Cà Mau", "Cao Bằng", "Cần Thơ", "Da", "Đa", "Đà Nẵng", "Đắk Lắk",
    "Đắk Nông", "Điện Biên", "Đồng Nai", "Em", "Êm", "Hà Nội", "Hải Phòng", "Hòa Bình", "Hồ Chí Minh", "Huế",
    "Hưng Yên", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Ông", "Ở", "Phú Thọ", "Thái Bình", "Thanh Hóa",
    "Thừa Thiên Huế", "Tuyên Quang", "Ưu", "Vĩnh Long", "Yên Bái",
]  # fmt: skip


def test_collation_is_that_of_vietnamese_dictionaries() -> None:
    assert sorted(set(DICTIONARY_ORDER), key=text.collation_key) == DICTIONARY_ORDER
    assert sorted(DICTIONARY_ORDER) != DICTIONARY_ORDER


@given(words, words)
def test_collation_is_a_total_order_whatever_the_normal_form(a: str, b: str) -> None:
    decomposed = unicodedata.normalize("NFD", a)
    assert text.collation_key(decomposed)[:2] == text.collation_key(a)[:2]
    assert (text.collation_key(a) == text.collation_key(b)) == (a == b)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1131, "1.131"), (93.6, "93,6"), (0.8002, "0,8002"), (247.0, "247"), (1000000, "1.000.000"), (0, "0"),
        (-8, "-8"), (1234.5, "1.234,5"), (0.1 + 0.2, "0,3"), (70000, "70.000"), (100.0, "100"),
    ],
)  # fmt: skip
def test_number(number: float, shown: str) -> None:
    assert text.number_vi(number) == shown


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Hoà Bình số", "hòa bình SỐ", True),
        ("Chuyển đổi số: Nhanh hơn - hiệu quả hơn", "“Chuyển đổi số – nhanh hơn, hiệu quả hơn”", True),
        ("thuý", "thúy", True),
        ("các vấn đề của xã hội", "các vấn đề xã hội", False),
        ("chuyển đổi", "chuyển đối", False),
        ("năm 2022", "năm 2023", False),
    ],
)
def test_same_wording(a: str, b: str, same: bool) -> None:
    assert text.same_wording(a, b) is same
    assert text.same_wording(b, a) is same


def test_reading_time_is_at_least_a_minute() -> None:
    assert text.reading_minutes(()) == 1
    assert text.reading_minutes(("từ " * 500, "từ " * 100)) == 3
