"""The passage: offsets mean the same characters everywhere; paragraphs and sentences are those a reader sees."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.found import Cut
from generator.ingest.passage import Passage
from generator.text import fold_case, nfc

VIETNAMESE = st.text(alphabet='aàáâăđơưyuoeHÒÀÝ.!?…”“"() \n0123456789İß\u0301', max_size=200).map(nfc)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("HOÀ BÌNH", "hòa bình"),
        ("Khoẻ, Thuỷ, Thuý, Hoè", "khỏe, thủy, thúy, hòe"),
        ("hoàn, quý, quỳ, toán", "hoàn, quý, quỳ, toán"),
        ("İ", "İ"),
    ],
)
def test_one_tone_placement(text: str, folded: str) -> None:
    assert fold_case(text) == folded


@given(VIETNAMESE)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold_case(text)) == len(text)


@given(VIETNAMESE, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40)), max_size=4))
def test_spans_lie_in_order_and_hold_all_that_is_not_cut(text: str, cuts: list[tuple[int, int]]) -> None:
    blanked = [Cut(min(s, len(text)), min(s + n, len(text)), "x") for s, n in cuts]
    passage = Passage(text, blanked)
    assert len(passage.text) == len(passage.folded) == len(text)
    for spans in (passage.paragraphs, passage.sentences):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        said = "".join("".join(passage[span].split()) for span in spans)
        assert said == "".join(passage.text.split())


def sentences(text: str) -> list[str]:
    passage = Passage(text)
    return [passage[span] for span in passage.sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tỉnh họp. Huyện nghe.", ["Tỉnh họp.", "Huyện nghe."]),
        ("UBND TP. Huế họp ngày 1.10. Xã dự.", ["UBND TP. Huế họp ngày 1.10.", "Xã dự."]),
        ("Có 1.131 dịch vụ… Tỉnh tăng tốc!", ["Có 1.131 dịch vụ…", "Tỉnh tăng tốc!"]),
        ("Ông nói: “Phải làm ngay.” Mọi người làm.", ["Ông nói: “Phải làm ngay.”", "Mọi người làm."]),
        ("PGS. TS. Nguyễn Văn A. trình bày.", ["PGS. TS. Nguyễn Văn A. trình bày."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_line_wrapped_by_hand_is_one_paragraph() -> None:
    passage = Passage("Hội nghị do tỉnh\ntổ chức hôm nay.\nBan Chỉ đạo\nĐánh giá\n\nTiếp theo.")
    assert [passage[p] for p in passage.paragraphs] == [
        "Hội nghị do tỉnh\ntổ chức hôm nay.",
        "Ban Chỉ đạo",
        "Đánh giá",
        "Tiếp theo.",
    ]


WRAPPED = [
    "Với mong muốn đưa kỹ năng số đến từng nhà, UBND huyện Vân Canh và",
    "Bưu điện tỉnh đề nghị các xã lập danh sách người học, trong đó hội",
    "viên và cán bộ thực hiện Đề án số 06 của tỉnh thì do Đoàn Thanh niên",
    "20 xã lập, chậm nhất là ngày mười tám, kèm theo đơn của từng người",
    "muốn học.",
]


def test_text_wrapped_at_a_width_goes_on_before_capitals_and_digits() -> None:
    text = "\n".join([*WRAPPED, "- Buổi một: gọi điện có hình", "- Buổi hai: nộp hồ sơ"])
    joined = "\n".join(WRAPPED)
    passage = Passage(text)
    assert [passage[p] for p in passage.paragraphs] == [
        joined,
        "- Buổi một: gọi điện có hình",
        "- Buổi hai: nộp hồ sơ",
    ]
    assert len(passage.text) == len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Huyện mở lớp kỹ năng số cho\nĐoàn Thanh niên", 1),
        ("Huyện mở lớp kỹ năng số cho\n- Đoàn Thanh niên", 2),
        ("Huyện mở lớp kỹ năng số cho\n\nĐoàn Thanh niên", 2),
        ("Trang chủ\nVề\nLiên hệ", 3),
        ("Huyện Vân Canh khai giảng lớp kỹ năng số cho người vùng cao\nSáng 12/5, huyện mở lớp", 2),
    ],
)
def test_a_line_that_ends_in_a_joining_word_goes_on(text: str, count: int) -> None:
    assert len(Passage(text).paragraphs) == count


def test_the_span_at_a_position() -> None:
    passage = Passage("Một. Hai.\n\nBa.")
    assert passage[passage.sentence_at(6)] == "Hai."
    assert passage[passage.paragraph_at(12)] == "Ba."
    assert passage[passage.sentence_at(0)] == "Một."
