"""Narrow Markdown becomes, byte for byte, what Python-Markdown and MkDocs make of it, or is left to them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown  # type: ignore[import-untyped]
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.accelerator.conversion import Converter
from generator.accelerator.narrow_html import RAW_BLOCKS
from generator.accelerator.narrow_inline import SPANS
from generator.text import heading_id

TREE = next((Path(__file__).parent.parent / "golden" / "cases").glob("*/expected"))
GOLDEN = sorted(path.relative_to(TREE).as_posix() for path in TREE.rglob("*.*"))
PLACES = ("index.md", "tinh/index.md", "tinh/a.md", "tinh/a/b.md", "tinh/a.csv", "bai/x-1.md", "tinh/ab.md")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    logging.disable(logging.CRITICAL)
    yield Both(tmp_path_factory.mktemp("narrow"))
    logging.disable(logging.NOTSET)


class Both:
    """The two ways to convert a page."""

    def __init__(self, folder: Path) -> None:
        (folder / "mkdocs.yml").write_text("site_name: x\n")
        (folder / "docs").mkdir()
        self.config = load_config(
            str(folder / "mkdocs.yml"),
            theme="mkdocs",
            plugins=[],
            markdown_extensions=["attr_list", "def_list", "md_in_html", "tables", "toc"],
        )
        self.config.mdx_configs = {"toc": {"permalink": False, "slugify": heading_id}}
        files = [self._file(place) for place in {*PLACES, *GOLDEN}]
        self.files = {file.src_uri: file for file in files}
        self.converter = Converter(self.config, Files(files))

    def _file(self, place: str) -> File:
        return File(place, "docs", "site", True, inclusion=InclusionLevel.INCLUDED)

    def page(self, text: str, place: str) -> Page:
        page = Page(None, self.files[place], self.config)
        page.markdown = text
        return page

    def same(self, text: str, place: str = "tinh/a.md") -> bool:
        """Whether the page is narrow; fails where the two ways differ."""
        narrow, wide = self.page(text, place), self.page(text, place)
        if not self.converter._convert_narrow(narrow):
            return False
        self.converter._convert_wide(wide)
        assert _made(narrow) == _made(wide)
        return True


def _made(page: Page) -> dict[str, Any]:
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    toc = [(item.title, item.url, item.level, str(item)) for item in page.toc]
    ids = page.present_anchor_ids
    return {"html": page.content, "toc": toc, "title": page._title_from_render, "ids": ids, "links": links}


def test_golden_pages(both: Both) -> None:
    pages = [uri for uri in GOLDEN if uri.endswith(".md")]
    narrow = [uri for uri in pages if both.same((TREE / uri).read_text().split("\n---\n", 1)[1], uri)]
    assert len(narrow) > 0.8 * len(pages), set(pages) - set(narrow)


@pytest.mark.parametrize(
    "text",
    [
        "# Tên { #ten .to }\n\nMột [liên kết](ab.md#x){ .nguon } và **chữ đậm**, &#42; &amp; hết.\n{ #doan-1 .doan }",
        "## Một\n\n## Một\n\n### Một <span>hai</span>\n\n# Cuối\n\n<p id=\"mot\">giữ nguyên</p>",
        "Từ\nTừ khác\n:   nghĩa\n:   nghĩa [hai](../index.md)\n\nTừ nữa\n:   nghĩa",
        "- một\n- **hai** [x](a/b.md)\n\nxong\n\n- ba",
        "<div class=\"b\" id=\"a\" markdown>\n\n# Trong\n\n<p class=\"z\" id=\"p\">c <span>d</span></p>\n\n- e"
        "\n\n</div>\n"
        "<div class=\"c\" markdown>\n\n<section id=\"s\" markdown>\n\nx\n\n</section>\n\n</div>",
        "<p class=\"z\" markdown>[x](#moc) · **y**</p>\n\n<form action=\"../\">\n<p><label for=\"a\">A</label>"
        "<input id=\"a\" checked></p>\n</form>\n\nsau",
        "<div class=\"x\" markdown>\n\n<figure class=\"b\" id=\"z\"><figcaption><ul class=\"c\"><li><svg a=\"1\">"
        "<path d=\"M1\"/></svg><span>H</span></li><li>x</li></ul></figcaption><svg><title id=\"q\">A</title></svg>"
        "</figure>\n\nB\n\n</div>\n\n## q",
        "*(suy ra &#42; [x](ab.md){ .n })*{ .can-cu } **a**{ #b }, *c*",
        "| a { .x } | [b](ab.md){ .y } { data-z=\"1 2\" } |\n| :-- | --: |\n| 1 |  |"
        "\n| **2** | [c](https://x.vn/?a=1&amp;b=2) |",
        "<abbr title=\"A &quot;B&quot;\">AB</abbr> [thư](mailto:a@b.vn) "
        "[tệp](a.csv) [đây](a.md) [kia](a/b.md#x) [lên](index.md)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["tinh/a.md", "tinh/index.md"])
def test_what_templates_write(both: Both, text: str, place: str) -> None:
    assert both.same(text, place)


@pytest.mark.parametrize(
    "text",
    [
        "*nghiêng *",
        "a **b**c",
        "`mã`",
        "a\\*",
        "![ảnh](a.csv)",
        "<!-- lời -->",
        "a < b",
        "a & b",
        "1. một",
        "- một\n    - hai",
        "- một\n\n- hai",
        "- một\nhai",
        "> lời",
        "Tên\n===",
        "    mã",
        "dòng  \nsau",
        "[x]: https://x.vn",
        "[x][y]",
        "[x](khong-co.md)",
        "[x](/tuyet-doi.md)",
        "[x](thu-muc)",
        "[x](a.md \"t\")",
        "# Tên #",
        "# Tên\nsau",
        "<div>\n\nx\n\n</div>",
        "<div markdown>\n\nx",
        "<div markdown>\n\n</div>",
        "<div markdown>\n\n<p hidden>x</p>\n\n</div>",
        "<div class=\"a &amp; b\" markdown>\n\nx\n\n</div>",
        "<script>1 < 2</script>",
        "x { #y }",
        "x\n{ #y } z",
        "[TOC]",
        "| a |\n| - |\n| b |",
        ":   nghĩa",
        "x\u00a0y",
    ],
)  # fmt: skip
def test_what_is_left_to_python_markdown(both: Both, text: str) -> None:
    assert not both.same(text)
    assert not both.same(f"# Tên\n\n{text}\n\nsau")


def test_settings_that_leave_all_to_python_markdown(both: Both) -> None:
    both.config.markdown_extensions.append("nl2br")
    try:
        assert not Converter(both.config, Files([]))._convert_narrow(both.page("x", "index.md"))
    finally:
        both.config.markdown_extensions.remove("nl2br")


def test_tags() -> None:
    is_block = Markdown().is_block_level
    assert all(is_block(tag) for tag in RAW_BLOCKS.split("|"))
    assert not any(is_block(tag) for tag in SPANS.split("|"))


WORDS = st.sampled_from(
    ["a", "Đồng Tháp", "1.", "12/3", "-", "(x", "y)", "&amp;", "&#42;", "#", "**", "<span>", "</span>",
     '<abbr title="A, B">', "</abbr>", "**b**", "*e*", "*(e)*{ .q }", "**b [x](ab.md)**{ .r #s }", "[x](ab.md)",
     "[x y](#d){ .n }",
     "[<b>z</b>](a.md#d){ #i .n }", ":", "{", "}",
     '"', "'", "!", "_", "*", "|", "+", "=", "~", "$", "@", "[", "]", "(u)", "{ .x }", "{ #y }"]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=6).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda between: between.join(words))
)
BLOCK = st.one_of(
    LINE,
    st.tuples(LINE, LINE).map("\n".join),
    st.tuples(LINE, st.sampled_from(["{ #d }", "{ .e #f }", '{ title="Một hai" }'])).map("\n".join),
    st.tuples(
        st.sampled_from(["# ", "## ", "### ", "###### "]), LINE, st.sampled_from(["", " { #m }", " { .c }", " #"])
    ).map("".join),
    st.lists(LINE.map("- {}".format), min_size=1, max_size=3).map("\n".join),
    st.tuples(LINE, LINE).map("\n:   ".join),
    st.tuples(LINE, LINE, LINE, LINE).map(lambda c: f"| {c[0]} | {c[1]} |\n| --- | :-: |\n| {c[2]} | {c[3]} |"),
    LINE.map('<p class="z" markdown>{}</p>'.format),
    LINE.map('<p id="q" class="z">{}</p>'.format),
    LINE.map("<form>\n<p>{}</p>\n</form>".format),
    st.tuples(LINE, LINE).map(lambda c: f'<figure class="f" id="g"><ul><li>{c[0]}</li></ul>{c[1]}</figure>'),
)
BLOCKS = st.recursive(
    st.lists(BLOCK, min_size=1, max_size=3).map("\n\n".join),
    lambda inner: st.lists(
        st.tuples(st.sampled_from(['<div class="b" markdown>', '<div markdown id="k">']), inner, st.just("</div>")).map(
            "\n\n".join
        )
        | inner,
        min_size=1,
        max_size=3,
    ).flatmap(lambda parts: st.sampled_from(["\n\n", "\n\n\n", "\n"]).map(lambda between: between.join(parts))),
    max_leaves=4,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(BLOCKS)
def test_any_text_of_the_grammar(both: Both, text: str) -> None:
    both.same(text)
