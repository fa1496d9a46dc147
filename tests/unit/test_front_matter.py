"""Taking an article file apart: fences, line ends, byte order marks, normal forms, paragraphs."""

from __future__ import annotations

import unicodedata

import pytest

from generator.diagnostics import Spot
from generator.sources.articles import read_article
from generator.sources.front_matter import SplitArticle, split
from generator.sources.registries import load_registries
from tests.project import BASE

TEXT = "---\ntitle: Bắc Kạn\nurl: null\n---\n\nĐoạn một,\nvẫn đoạn một.\n\n\nĐoạn hai.\n"
PARTS = SplitArticle("title: Bắc Kạn\nurl: null\n", 2, ("Đoạn một, vẫn đoạn một.", "Đoạn hai."), (6, 10))


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("---\n", "--- \t\n").encode(),
        TEXT.rstrip("\n").encode(),
        TEXT.replace("Đoạn hai.", "  Đoạn hai.  ").encode(),
    ],
    ids=["plain", "crlf", "cr", "bom", "nfd", "blanks", "no-last-newline", "indented"],
)
def test_split(raw: bytes) -> None:
    assert split(raw, "x.md") == (PARTS, [])


def codes(raw: bytes) -> list[tuple[str, Spot]]:
    return [(d.code, d.spot) for d in split(raw, "x.md")[1]]


def test_what_cannot_be_split() -> None:
    assert codes(b"") == [("no-front-matter", Spot("x.md"))]
    assert codes(b"title: x\n---\n") == [("no-front-matter", Spot("x.md"))]
    assert codes(b"\n---\na: 1\n---\n") == [("no-front-matter", Spot("x.md"))]
    assert codes(b"---\na: 1\n\nText.\n") == [("unclosed-front-matter", Spot("x.md"))]
    assert codes(b"---\na: 1\n----\n\nText.\n") == [("unclosed-front-matter", Spot("x.md"))]
    assert codes(b"---\na: 1\n---\n \n") == [("empty-body", Spot("x.md", 4))]


def test_a_byte_that_is_not_utf8_is_told_with_its_line_and_number() -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        parts, [problem] = split(mark + b"---\na: 1\nb: \xff\n---\n\nText.\n", "x.md")
        assert parts is None
        assert (problem.spot, problem.message) == (Spot("x.md", 3), "Tệp không phải UTF-8 (từ byte thứ 13).")


@pytest.mark.parametrize(
    "line",
    ["# Đề mục", "- mục", "* mục", "1. mục", "1) mục", "> trích", "```", "~~~", "| a | b |", "![ảnh](a.png)",
     "<b>đậm</b>",     "<!-- ghi chú -->", "::: x", "!!! note", "[^1]: chú", "---", "==="],
)  # fmt: skip
def test_markup_in_the_body_is_refused_at_its_line(line: str) -> None:
    assert codes(f"---\na: 1\n---\n\nMột đoạn.\n\n{line}\n".encode()) == [("body-markup", Spot("x.md", 7))]


@pytest.mark.parametrize(
    "body",
    ["Từ năm\n2021. Tỉnh đứng đầu.", "Giá -5 độ.", "Xem [bài](/bai-viet/x/).", "A*b_c", "10/10 là ngày hội.", "#1"],
)
def test_prose_is_not_markup(body: str) -> None:
    assert codes(f"---\na: 1\n---\n\n{body}\n".encode()) == []


def test_nfd_and_crlf_files_make_the_same_article() -> None:
    path = BASE / "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
    text = path.read_text(encoding="utf-8")
    source, found = read_article(text.encode(), "content/articles/2022/a.md")
    assert source is not None
    assert found == []
    for raw in (unicodedata.normalize("NFD", text).encode(), text.replace("\n", "\r\n").encode()):
        other, found = read_article(raw, "content/articles/2022/a.md")
        assert found == []
        assert other == source


def test_all_problems_of_one_file_are_told_at_once() -> None:
    raw = b'---\ntitle: 5\npublished: "2022-02-30"\nplace: x\nprovinces: {}\n---\n\n- x\n'
    source, found = read_article(raw, "content/articles/2022/A.md")
    assert source is None
    assert sorted(d.code for d in found) == [
        "bad-file-name", "body-markup", "impossible-date", "missing-key", "missing-key", "missing-key", "missing-key",
        "unknown-key", "wrong-type",
    ]  # fmt: skip


def test_registries_say_where_a_field_stands() -> None:
    registries, found = load_registries(BASE)
    assert found == []
    assert registries is not None
    spot = registries.spot("site_config/event_series.yml", "series", 0, "years", 0, "article")
    assert spot == Spot("site_config/event_series.yml", 12, "series[1].years[1].article")
    assert registries.spot("content/events.yml", "events", 0, "document").line == 2
