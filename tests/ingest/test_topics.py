"""Topics that an article treats."""

from __future__ import annotations

import pytest

from generator.ingest.events.topics import find_topics
from tests.ingest.events_story import story

TREATED = [
    ("Mở đầu.\n\nTổ công nghệ số cộng đồng đã đi vào hoạt động.", ["to-cong-nghe-so-cong-dong"]),
    (
        "Mở đầu.\n\nNhà văn hóa có wifi công cộng, loa truyền thanh thông minh.",
        ["wifi-cong-cong", "loa-truyen-thanh-thong-minh"],
    ),
    ("Mở đầu.\n\nTỉnh xếp thứ 9 bảng DTI.", ["xep-hang-dti"]),
    ("Kinh tế số đóng góp ngày càng lớn.\n\nHết.", ["kinh-te-so"]),
    ("Mở đầu.\n\nKinh tế số tăng.", []),
    ("Mở đầu.\n\nKinh tế số tăng.\n\nThêm nữa, kinh tế số là trụ cột.\n\nNhờ kinh tế số.", ["kinh-te-so"]),
    ("Đủ ba trụ cột chính quyền số, kinh tế số và xã hội số.\n\nHết.", []),
    ("Mở đầu.\n\nDự án 4G năm 2020, ngày 10/10.", []),
]


@pytest.mark.parametrize(("text", "topics"), TREATED)
def test_topics(text: str, topics: list[str]) -> None:
    assert [t.topic for t in find_topics(story(text))] == topics


def test_each_topic_once_where_it_first_stands() -> None:
    text = "Chữ ký số đã phổ biến.\n\nAi cũng có chữ ký số."
    (found,) = find_topics(story(text))
    assert text[found.start : found.end] == "Chữ ký số"


def test_the_lead_is_what_follows_the_title() -> None:
    text = "Xã số hóa\n\nDữ liệu số được làm sạch.\n\nXã hội số còn mới."
    assert [t.topic for t in find_topics(story(text, title="Xã số hóa"))] == ["du-lieu-so"]
