"""YAML with lines, and nothing that surprises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.yaml_text import Path, parse_yaml

SAMPLE = """\
title: Bài
events:
  - id: a
    provinces: [x,
      y]
    goal: {index: dti,
           rank: 5}

  - id: b   # note
text: >-
  dài
  hai dòng
last: null
"""

LINES: dict[Path, int] = {
    (): 11,
    ("title",): 11,
    ("events",): 12,
    ("events", 0): 13,
    ("events", 0, "id"): 13,
    ("events", 0, "provinces"): 14,
    ("events", 0, "provinces", 0): 14,
    ("events", 0, "provinces", 1): 15,
    ("events", 0, "goal"): 16,
    ("events", 0, "goal", "index"): 16,
    ("events", 0, "goal", "rank"): 17,
    ("events", 1): 19,
    ("events", 1, "id"): 19,
    ("text",): 20,
    ("last",): 23,
}


def test_every_key_has_its_line() -> None:
    parsed = parse_yaml(SAMPLE, 11)
    assert parsed.problems == []
    assert parsed.lines == LINES
    assert parsed.line(("events", 1, "plase")) == 19
    assert parsed.line(("nothing",)) == 11
    assert parsed.value == {
        "title": "Bài",
        "events": [{"id": "a", "provinces": ["x", "y"], "goal": {"index": "dti", "rank": 5}}, {"id": "b"}],
        "text": "dài hai dòng",
        "last": None,
    }


def test_dates_and_odd_words_stay_text() -> None:
    text = (
        "a: 2022-10-10\nb: 14:57\nc: yes\nd: NO\ne: 0x1F\nf: 1e3\ng: 1_000\nh: 010\ni: -8\nj: 6.12\nk: true\nl: ~\nm:\n"
    )
    assert parse_yaml(text).value == {
        "a": "2022-10-10", "b": "14:57", "c": "yes", "d": "NO", "e": "0x1F", "f": "1e3", "g": "1_000", "h": 10, "i": -8,
        "j": 6.12, "k": True, "l": None, "m": None,
    }  # fmt: skip


def test_quoted_scalars_are_text() -> None:
    assert parse_yaml("a: \"2022\"\nb: 'true'\nc: ''\n").value == {"a": "2022", "b": "true", "c": ""}


def test_a_duplicate_key_keeps_the_first_value_and_is_told_with_its_line() -> None:
    parsed = parse_yaml("a: 1\nb:\n  - {c: 1, c: [2, {d: 3}]}\na: 2\n", 2)
    assert parsed.value == {"a": 1, "b": [{"c": 1}]}
    assert [(p.code, p.line, p.path, p.detail) for p in parsed.problems] == [
        ("duplicate-key", 4, ("b", 0, "c"), "c"),
        ("duplicate-key", 5, ("a",), "a"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\nb: &x text\nc: *x\n", 3, "bí danh"),
        ("a: 1\nb: *x\n", 3, "bí danh"),
        ("*x : 1\n", 2, "bí danh"),
        ("a: !!python/name:os.system x\n", 2, "thẻ kiểu"),
        ("a: !!timestamp 2022-01-01\n", 2, "thẻ kiểu"),
        ("? [a]\n: 1\n", 2, "khóa phải là một từ"),
        ("a: Bắc Kạn: họp\n", 2, "dấu hai chấm"),
        ('a: 1\nb: "mở\nc: 2\n', 3, "không được đóng"),
        ("a: [1, 2\nb: 3\n", 3, "dấu ]"),
        ("a: {b: 1\n", 3, "dấu }"),
        ("a:\n\t- b\n", 3, "Tab"),
        ("a: @b\n", 2, "@"),
        ('a: "\\q"\n', 2, "\\"),
        ("a: 'Tin 'nóng' hôm nay'\n", 2, "ngoặc kép đóng"),
        ("a:\n  - b: 1\n   c: 2\n", 4, "thụt sai"),
        ("a: 1\nb\nc: 2\n", 3, "thiếu dấu hai chấm"),
        ("a: 1\n---\nb: 2\n", 3, "kết thúc"),
        ("a: 1\nb: \x07\n", 3, "ký tự điều khiển"),
    ],
)
def test_mistakes_are_told_in_vietnamese_at_their_line(text: str, line: int, word: str) -> None:
    problems = parse_yaml(text, 2).problems
    assert [(p.code, p.line) for p in problems] == [("yaml-error", line)]
    assert word in problems[0].detail


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{a: " * 50_000, "- " * 5_000 + "a", "a:\n" + " - " * 5_000])
def test_deep_nesting_is_refused_and_does_not_end_the_process(text: str) -> None:
    parsed = parse_yaml(text)
    assert parsed.value is None
    assert [p.code for p in parsed.problems] == ["yaml-error"]


def test_nesting_deeper_than_any_record_is_read() -> None:
    assert parse_yaml("a: " + "[" * 20 + "]" * 20).problems == []


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_text_says_nothing(text: str) -> None:
    parsed = parse_yaml(text)
    assert (parsed.value, parsed.problems) == (None, [])


@given(st.text(alphabet="ab:- \n[]{}\"'#&*!|>?%@`\t\\,0.", max_size=60))
def test_any_text_is_read_or_told(text: str) -> None:
    parsed = parse_yaml(text, 2)
    assert all(p.code in ("yaml-error", "duplicate-key") for p in parsed.problems)
    assert all(2 <= p.line <= text.count("\n") + 3 for p in parsed.problems)
