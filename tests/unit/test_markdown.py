"""Text in Markdown: whatever it holds, readers see exactly it."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import quote

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.output.markdown import body_markdown, escape, external, link, relative
from generator.text import SUMMARY_LINK
from tests.project import ROOT

CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def extensions() -> list[str]:
    """The Markdown extensions of mkdocs.yml, which names functions that YAML alone cannot read."""
    block = CONFIG[CONFIG.index("markdown_extensions:") : CONFIG.index("\nnav:")]
    listed = yaml.safe_load(re.sub(r"!!python/name:(\S+)", r"\1", block))["markdown_extensions"]
    return [name if isinstance(name, str) else next(iter(name)) for name in listed]


EXTENSIONS = extensions()
ADDRESS_SIGNS = "%/:?#@!$&*+,;=~"  # RFC 3986, 2.2, without ( ) [ ] ' that end an address in Markdown


def shown(source: str) -> tuple[str, set[str]]:
    """The text a reader sees, and the tags around it."""
    page = markdown.markdown(source, extensions=EXTENSIONS)
    tags = set(re.findall(r"<([a-z0-9]+)", page))
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split()), tags


CONTEXTS = {
    "paragraph": ("{}", {"p"}),
    "heading": ("## {} {{ #neo }}", {"h2"}),
    "title": ("# {}", {"h1"}),
    "item": ("- {}", {"ul", "li"}),
    "definition": ("Khóa\n:   {}", {"dl", "dt", "dd"}),
    "link": ("[{}](../x.md)", {"p", "a"}),
    "emphasis": ("*({})*{{ .can-cu }}", {"p", "em"}),
    "quoted": ("trước “{}” sau", {"p"}),
    "block": ('<div class="the" markdown>\n\n{}\n\n</div>', {"div", "p"}),
    "cell": ("| a | b |\n| --- | --- |\n| {} | x |", {"table", "thead", "tbody", "tr", "th", "td"}),
    "span": ('- <span class="khi">{}</span> x', {"ul", "li", "span"}),
}

MARKUP = "*_`~[](){}<>!#+-.:|\\&;\"'^$=/@ \n\t0123abcđ“”"
texts = st.one_of(
    st.text(alphabet=MARKUP, min_size=1, max_size=40),
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40),
).filter(lambda text: text.strip() != "")


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=texts)
@example("1. a")
@example("2022. Bắc Kạn")
@example("# a")
@example("C#")
@example("- a")
@example("---")
@example("===")
@example(": a")
@example("a  \nb")
@example("{ .x }")
@example("{: #x }")
@example("[a](b)")
@example("![a](b)")
@example("[a]: b")
@example("<script>alert(1)</script>")
@example("&lt;b&gt; &amp;amp; &#60;")
@example("**a** __b__ `c` ~~d~~")
@example("| a | b |")
@example("*[HTML]: x")
@example("a\\*b\\")
@example("http://a.b/c_d_e <http://x.y>")
@example("    mã")
@example("[TOC]")
@example("+ a")
@example("1986\\. a")
def test_any_text_shows_exactly_itself(context: str, text: str) -> None:
    pattern, tags = CONTEXTS[context]
    frame, _ = shown(pattern.format("KHUON"))
    assert shown(pattern.format(escape(text))) == (" ".join(frame.replace("KHUON", text).split()), tags)


def test_markup_is_left_as_it_is() -> None:
    assert escape(Markup("[a](b)")) == "[a](b)"
    assert escape(1131) == "1131"
    assert escape("Bắc Kạn: họp, 93,6% (10/10)") == "Bắc Kạn: họp, 93,6% (10/10)"


def test_links() -> None:
    assert link("Bài [1]", "../x.md#doan-1") == "[Bài &#91;1&#93;](../x.md#doan-1)"
    assert relative("tinh/bac-kan.md", "su-kien/x.md", "doan-1") == "../su-kien/x.md#doan-1"
    assert relative("index.md", "tinh/index.md") == "tinh/index.md"
    assert relative("chi-so/dti/2021.md", "index.md") == "../../index.md"
    assert relative("bai-viet/x.md", "bai-viet/x.md", "doan-1") == "#doan-1"
    assert relative("bai-viet/x.md", "bai-viet/x.md") == "x.md"


@pytest.mark.parametrize(
    "url",
    ["https://a.vn/b_c*d?x=[1]&y={2}", "https://a.vn/(x)", 'https://a.vn/"x"', "https://a.vn/đường", "https://a.vn/a%20b#c",
     "https://a.vn/<x>", "https://a.vn/\\x|y`z^", "https://a.vn/?a=1&lt;x&copy=2", "https://a.vn/x'y'"],
)  # fmt: skip
def test_an_outside_address_cannot_leave_its_link(url: str) -> None:
    page = markdown.markdown(f"[bài gốc]({external(url)}){{ .x }}", extensions=EXTENSIONS)
    [target] = re.findall(r'<p><a class="x" href="([^"]*)">bài gốc</a></p>\Z', page)
    assert html.unescape(target) == html.unescape(external(url)) == quote(url, safe=ADDRESS_SIGNS)


PAGES = {"/tinh/bac-kan/": "tinh/bac-kan.md"}


def test_body_paragraphs_keep_their_links_and_nothing_else() -> None:
    text = "Xem [Bắc *Kạn*](/tinh/bac-kan/) và [ngoài](https://a.vn/x), *đậm* <b>."
    assert [m[2] for m in SUMMARY_LINK.finditer(text)] == ["/tinh/bac-kan/", "https://a.vn/x"]
    source = body_markdown("bai-viet/a.md", text, PAGES)
    assert shown(source) == ("Xem Bắc *Kạn* và ngoài, *đậm* <b>.", {"p", "a"})
    assert "(../tinh/bac-kan.md)" in source
    assert "(https://a.vn/x)" in source


@given(texts)
def test_a_body_paragraph_without_links_shows_exactly_itself(text: str) -> None:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if SUMMARY_LINK.search(text):
        return
    assert shown(body_markdown("bai-viet/a.md", text, PAGES)) == (text, {"p"})


@given(texts, texts)
def test_a_body_paragraph_with_a_link_holds_exactly_one(before: str, after: str) -> None:
    before, after = (" ".join(part.replace("[", "").replace("]", "").split()) for part in (before, after))
    source = body_markdown("bai-viet/a.md", f"{before}[Bắc Kạn](/tinh/bac-kan/){after}", PAGES)
    assert shown(source) == (" ".join(f"{before}Bắc Kạn{after}".split()), {"p", "a"})
