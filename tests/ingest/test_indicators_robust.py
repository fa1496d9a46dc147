"""Indicators and figures on any text: they never raise and point at their words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.measures.figures import find_figures
from generator.ingest.measures.indicators import find_indicators
from tests.ingest.measures_story import story

PIECES = st.sampled_from(
    [
        *("DTI ", "năm 2021", "năm 2022 ", "chuyển đổi số ", "xếp thứ 3", "hạng 25/63", "đứng đầu ", "tăng 8 bậc"),
        *("0,6077 điểm", "0.8002", "320,7 điểm ", "tốp 20 ", "lần lượt ", "nhận thức số", "kinh tế số ", "PCI "),
        *(" và ", ", ", "; ", ". ", "\n", " (", ")", " là ", " về ", "Lào Cai", "Yên Bái", "Sở Nội vụ ", "cả nước "),
        *(
            "từ hạng 60 lên hạng 26",
            "tiếp theo là ",
            "1.131 hồ sơ ",
            "93,6%",
            "tỷ lệ ",
            "đạt ",
            "1 Lào Cai 0,8\n",
            "\u00a0",
            "| Nhận thức số | 0,8 | 3 |\n",
            "Điểm\nXếp hạng\n",
            "(năm 2021: 35/63)",
            "1. Lào Cai; ",
            "giữ nguyên ",
            "cao nhất cả nước ",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read(text: str) -> None:
    read = story(text, "son-la")
    for found in (*find_indicators(read), *find_figures(read)):
        assert 0 <= found.start < found.end <= len(read.passage.read)
        assert read.passage.text[found.start : found.end].strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_one_indicator_for_each_province_index_year_measure_and_table(text: str) -> None:
    keys = [(i.province, i.index, i.year, i.measure, i.table, i.rank) for i in find_indicators(story(text, "son-la"))]
    assert len(keys) == len(set(keys))
