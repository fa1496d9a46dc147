"""Patterns that begin with their letter find what „(?<!\\w)(?:…)" finds."""

from __future__ import annotations

import re

import pytest

from generator.ingest.word_starts import ways, word_starts

_PLANNED = r"sẽ(?! thay đổi)|(?<!đạt )(?<!vượt )mục tiêu|(?<!đạt )mục đích|phải|phấn đấu|yêu cầu (?:các|ubnd)|h|gdp"


@pytest.mark.parametrize(
    "text",
    [
        "sẽ làm",
        "sẽ thay đổi",
        "đạt mục tiêu",
        "đề ra mục tiêu và đạt mục đích",
        "xphải",
        "cần phải phấn đấu",
        "yêu cầu các sở, yêu cầu sở, yêu cầu ubnd",
        "20 h, ah",
        "gdp và agdp",
        "",
    ],
)
def test_the_same_as_with_a_look_behind_in_front(text: str) -> None:
    plain = re.compile(rf"(?<!\w)(?:{_PLANNED})(?!\w)")
    fast = re.compile(rf"(?:{word_starts(ways(_PLANNED))})(?!\w)")
    assert [m.span() for m in fast.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_ways_are_parted_outside_brackets_only() -> None:
    assert ways("a|b(?:c|d)|(?<!e|f)g") == ["a", "b(?:c|d)", "(?<!e|f)g"]
