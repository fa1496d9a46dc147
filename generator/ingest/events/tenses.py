"""Whether something is told as yet to come: by its verbs, by the heading of its list, or by its date.

Corpus seen: provincial portals and papers 2020–2026.
"""

from __future__ import annotations

import re

from generator.edtf import Edtf
from generator.ingest.word_starts import word_starts
from generator.model import Status

_COMING = (
    *("sẽ", "dự kiến", r"sắp(?!\s+xếp)", "chuẩn bị", "theo kế hoạch", "tới đây", "thời gian tới", "được giao"),
    *("phấn đấu", "yêu cầu", "đề nghị"),
)
_FUTURE = re.compile(rf"(?:{word_starts(_COMING)})(?!\w)")
_WILL_BE = re.compile(
    r"[^.;\n]{0,40}?(?<!\w)(?:sẽ|dự kiến)\s+(?:được\s+)?(?:diễn ra|tổ chức|khai mạc|khai giảng|kéo dài|bắt đầu)(?!\w)"
)
_ITEM = re.compile(r"[-+*•–]\s*")
_HEADINGS = ("nhiệm vụ", "phương hướng", "thời gian tới", "hoạt động (?:chính|chủ yếu|trọng tâm)")
_TASKS = re.compile(rf"(?:{word_starts(_HEADINGS)})(?!\w)")
_CLAUSE = 120
_LIST = 1200
"""How far in front of an item, in characters, the heading of its list may stand."""


def is_to_come(folded: str, start: int, position: int) -> bool:
    """Whether the words in front of a position, from `start` on, speak of what is to come."""
    return _FUTURE.search(folded, max(start, position - _CLAUSE), position) is not None


def will_be(folded: str, position: int, end: int) -> bool:
    """Whether the words right behind a name say that it will be held."""
    return _WILL_BE.match(folded, position, end) is not None


def is_task(folded: str, start: int) -> bool:
    """Whether an item of a list begins at `start`, under a heading like „Nhiệm vụ quý IV"."""
    if not _ITEM.match(folded, start):
        return False
    before = folded[max(0, start - _LIST) : start].split("\n")
    heading = next((line for line in reversed(before) if line.strip() and not _ITEM.match(line)), "")
    return _TASKS.search(heading) is not None


def compared(when: Edtf | None, published: Edtf | None) -> Status | None:
    """What the dates alone say: announced, reported, or None where they leave it open.

    „[2022-09-27..]" is the last day that the article tells as past: what lies after it is yet to come.
    """
    if when is None or published is None:
        return None
    if published.latest is None and published.earliest and when.earliest and when.earliest > published.earliest:
        return Status.ANNOUNCED
    if when.earliest and published.latest and when.earliest > published.latest:
        return Status.ANNOUNCED
    if when.latest and published.earliest and when.latest < published.earliest:
        return Status.REPORTED
    return None
