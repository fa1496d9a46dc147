"""Places below the province: named as told, once, with the unit they lie in."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.ingest.geography.places import find_places
from tests.ingest.geography_story import read
from tests.ingest.test_geography import WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã Bình Minh (huyện Thanh Oai) thí điểm.", [("xã Bình Minh", "huyện Thanh Oai")]),
        ("Xã  Bình Minh  (huyện Thanh Oai) và xã Bình Minh.", [("xã Bình Minh", "huyện Thanh Oai")]),
        (
            "Chọn 2 xã Tân An với Tân Lập của huyện Mỏ Cày A.",
            [("xã Tân An", "huyện Mỏ Cày A"), ("Tân Lập", "huyện Mỏ Cày A")],
        ),
        ("Tại thôn Đoài, thôn Sơn Hà, xã Bát Tràng.", [("thôn Sơn Hà", "xã Bát Tràng"), ("xã Bát Tràng", None)]),
        ("Phường 5, quận 3, TP.HCM", [("phường 5", "quận 3")]),
        ("TP. Vinh và thị xã Cửa Lò triển khai.", [("thành phố Vinh", None), ("thị xã Cửa Lò", None)]),
        ("Huyện Đắk R'lấp, thị trấn Ea T'ling", [("huyện Đắk R'lấp", None), ("thị trấn Ea T'ling", None)]),
        ("UBND huyện, thành phố; các xã, phường; xã hội số; 5 xã", []),
        ("tỉnh Nam Định, thành phố Hải Phòng, TP.HCM", []),
        ("Hợp tác xã Thiên Phú, Thông tấn xã Việt Nam", []),
        ("Ông Lê Văn An, Chủ tịch UBND xã Tân Lập, phát biểu.", [("xã Tân Lập", None)]),
        ("Chị Mai, ngụ phường Tân An, quận Bình Tân.", [("phường Tân An", "quận Bình Tân")]),
        (
            "Các huyện Tràm Dương, Mỏ Bạc và UBND các huyện và thành phố Lạc Sơn",
            [("huyện Tràm Dương", None), ("Mỏ Bạc", None)],
        ),
        ("Vùng cao của huyện Kỳ Lộc, Tràm Dương còn khó.", [("huyện Kỳ Lộc", None), ("Tràm Dương", None)]),
        ("Tại huyện Bảo Yên, Ban Dân tộc mở lớp.", [("huyện Bảo Yên", None)]),
        ("Xã Tân Lộc ủng hộ 10 triệu đồng, xã Tân Phú ổn định.", [("xã Tân Lộc", None), ("xã Tân Phú", None)]),
        ("Tại huyện Bảo Yên, Nguyễn Nga kể.", [("huyện Bảo Yên", None)]),
        ("Chọn xã Tân Lộc (Đồng Bằng) làm điểm.", [("xã Tân Lộc", "Đồng Bằng")]),
        ("Xã Tân Lộc (Bình Phước) làm điểm.", [("xã Tân Lộc", None)]),
        ("Huyện đoàn Duy Tân và Thị ủy An Lộc", [("huyện Duy Tân", None), ("thị xã An Lộc", None)]),
        ("trường học xã Măng\nBạc, huyện Kon Rông", [("xã Măng Bạc", "huyện Kon Rông")]),
        ("Chị Mai, quê ở xã Tân Lập, huyện Yên Sơn.", []),
        ("Xã Tân Lập Nguyễn Văn An", [("xã Tân Lập", None)]),
        ("Theo bản Kế hoạch chung", []),
    ],
)
def test_places_are_named_as_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(p.name, p.within) for p in find_places(read(text))] == expected


def test_a_place_belongs_to_the_province_beside_it_or_of_its_part() -> None:
    beside = read("Xã Tân Lập, huyện Yên Sơn (tỉnh Tuyên Quang) và xã Đồng Tâm cùng thí điểm.")
    assert [p.province for p in find_places(beside)] == ["tuyen-quang", "tuyen-quang"]
    digest = read("Tỉnh An Giang họp.\n* Tỉnh Bến Tre chọn xã Tân Lập thí điểm.")
    assert [p.province for p in find_places(digest)] == ["ben-tre"]


@given(WORDS)
def test_evidence_is_where_the_place_is_named(text: str) -> None:
    story = read(text)
    for place in find_places(story):
        said = " ".join(story.passage.text[place.start : place.end].split())
        assert said.endswith(place.name.split()[-1])
