"""HTML pages: the lines of the article, the metadata, and what is left out."""

from __future__ import annotations

import json
import logging
import socket

import pytest

from generator.ingest.found import PageMeta, Raw
from generator.ingest.reading.read import read_bytes
from tests.ingest.reading_samples import FIRST, LAST, SECOND, TITLE, menu, page, windows_1258

TABLE = """<table><thead><tr><th>Hạng</th><th>Địa phương</th><th>Điểm</th></tr></thead><tbody>
<tr><td>1</td><td><p>Huyện Lạng Giang</p></td><td>0,7124</td></tr>
<tr><td>2</td><td>Huyện Yên Thế</td><td>0,6871</td></tr>
</tbody></table>"""


def read(html: str, name: str = "bai.html") -> Raw:
    raw, problems = read_bytes(html.encode(), name)
    assert raw is not None, problems
    return raw


def lines(html: str) -> list[str]:
    return [line for line in read(html).text.split("\n") if line]


def ld(**article: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'


def graph(*nodes: dict[str, object]) -> str:
    """JSON-LD whose article names its publisher and author by @id only."""
    article = {"@type": "NewsArticle", "publisher": {"@id": "#toa-soan"}, "author": [{"@id": "#ha"}]}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [article, *nodes]})}</script>'


DEPARTMENT = page(
    f"""<h1 class="title">{TITLE}</h1><div class="row"><span class="h5">Thứ ba - 12/09/2023 14:57</span>
    <ul><li><a href="#">In ra</a></li></ul></div><div id="hometext"><b>{FIRST}</b></div>
    <figure><img src="a.jpg"><figcaption>Lễ ra mắt. Ảnh: L.G</figcaption></figure>
    <div id="bodytext"><p>{SECOND}</p>{TABLE}<p>Các việc cần làm:</p><ul><li>mở lớp kỹ năng số;</li>
    <li>cấp chữ ký số.</li></ul><p>{LAST}</p></div><p class="tac-gia">Tác giả: Minh Hà</p>"""
)
OLD_PORTAL = f"""<html><head><title>
 {TITLE} </title></head><body><form id="aspnetForm"><table width="1000"><tr><td colspan="2">{menu("menu", 15)}</td></tr>
<tr><td>Chủ Nhật, 06/10/2024</td></tr><tr><td width="700"><table>
<tr><td>Ngày đăng: 13/09/2023 - Lượt xem: 39</td></tr><tr><td><span class="TieuDe">{TITLE}</span></td></tr>
<tr><td><div>{FIRST}</div><div>&nbsp;</div><div>{SECOND}</div>
<table align="center"><tr><td><img src="b.jpg"></td></tr><tr><td>Người dân được hướng dẫn nộp hồ sơ</td></tr></table>
<div>{LAST}</div><div align="right"><b>Thu Hằng</b></div></td></tr><tr><td>{menu("khac", 10)}</td></tr></table></td>
<td width="300">{menu("ben", 10)}</td></tr></table></form></body></html>"""
ONLY_BREAKS = f"""<html><body>{menu("menu", 10)}<div id="Left">{menu("trai", 6)}</div><div id="Center">
<div class="title-news">{TITLE}</div><div class="date">Cập nhật lúc 12/9/2023 08:15</div>
<div>{FIRST}<br><br>{SECOND}<br/>{LAST}<br><i>Theo Báo Mẫu</i></div></div><div>{menu("duoi", 8)}</div></body></html>"""


def test_a_page_of_a_department() -> None:
    assert lines(DEPARTMENT) == [
        TITLE,
        "Thứ ba - 12/09/2023 14:57",
        FIRST,
        "Lễ ra mắt. Ảnh: L.G",
        SECOND,
        "Hạng\tĐịa phương\tĐiểm",
        "1\tHuyện Lạng Giang\t0,7124",
        "2\tHuyện Yên Thế\t0,6871",
        "Các việc cần làm:",
        "mở lớp kỹ năng số;",
        "cấp chữ ký số.",
        LAST,
        "Tác giả: Minh Hà",
    ]


def test_rows_of_a_table_follow_each_other_and_paragraphs_stand_apart() -> None:
    text = read(DEPARTMENT).text
    assert "Điểm\n1\tHuyện Lạng Giang" in text
    assert "Các việc cần làm:\n\nmở lớp kỹ năng số;\n\ncấp" in text


def test_a_portal_laid_out_in_tables() -> None:
    assert lines(OLD_PORTAL) == [
        "Ngày đăng: 13/09/2023 - Lượt xem: 39",
        TITLE,
        FIRST,
        SECOND,
        "Người dân được hướng dẫn nộp hồ sơ",
        LAST,
        "Thu Hằng",
    ]
    assert "Chủ Nhật, 06/10/2024" in read(OLD_PORTAL).left_out


def test_a_page_with_breaks_for_paragraphs() -> None:
    assert lines(ONLY_BREAKS) == [TITLE, "Cập nhật lúc 12/9/2023 08:15", FIRST, SECOND, LAST, "Theo Báo Mẫu"]


@pytest.mark.parametrize("html", [DEPARTMENT, OLD_PORTAL, ONLY_BREAKS])
def test_every_line_of_a_page_is_kept_or_left_out(html: str) -> None:
    raw = read(html)
    told = [*raw.left_out, *raw.text.split("\n")]
    for words in ("Chuyên mục menu số 3", TITLE, FIRST, SECOND, LAST):
        assert words in told
    assert not any("var lượt" in line or "margin" in line for line in told)


def test_a_title_that_only_the_metadata_tells_comes_first() -> None:
    html = page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", head=f'<meta property="og:title" content="{TITLE}">')
    assert lines(html)[:2] == [TITLE, FIRST]


def test_the_title_is_as_the_page_shows_it() -> None:
    html = page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>", head=f"<title>{TITLE} - Cổng thông tin Mẫu</title>")
    assert read(html).meta.title == TITLE


def test_metadata_of_a_newspaper() -> None:
    head = (
        '<link rel="canonical" href="https://bao.example/so-hoa-1.htm"><meta property="og:site_name" content="Báo Mẫu">'
    ) + ld(
        headline=TITLE,
        datePublished="2023-09-12T20:30:00+07:00",
        dateModified="2023-09-12T18:10:00Z",
        author=[{"@type": "Person", "name": "Minh Hà"}, {"@type": "Person", "name": "Thu Hằng - Văn Dũng"}],
        publisher={"@type": "Organization", "name": "Báo Mẫu điện tử"},
    )
    assert read(page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>", head=head)).meta == PageMeta(
        title=TITLE,
        publisher="Báo Mẫu điện tử",
        authors=("Minh Hà", "Thu Hằng", "Văn Dũng"),
        published="2023-09-12T20:30:00+07:00",
        modified="2023-09-13T01:10:00+07:00",
        url="https://bao.example/so-hoa-1.htm",
    )


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="article:published_time" content="2023-09-12">', "published", "2023-09-12"),
        ('<meta itemprop="datePublished" content="25/10/2022 14:05">', "published", "2022-10-25T14:05:00"),
        ('<meta itemprop="datePublished" content="05/10/2022">', "published", None),
        ('<meta property="article:published_time" content="hôm qua">', "published", None),
        ('<meta name="author" content="Sở Nội vụ">', "authors", ()),
        ('<meta name="author" content="admin">', "authors", ()),
        ('<meta name="author" content="Minh Hà">', "authors", ("Minh Hà",)),
        ('<meta property="og:site_name" content="Hà Thu"><meta name="author" content="Hà Thu">', "authors", ()),
        ('<link rel="canonical" href="/tin/1.html">', "url", None),
        ('<link rel="canonical" href="https://a.example/">', "url", None),
        ('<meta property="og:url" content="https://a.example/tin?id=1">', "url", "https://a.example/tin?id=1"),
        (ld(headline="x", mainEntityOfPage={"@id": "https://a.example/b"}), "url", "https://a.example/b"),
        ('<script type="application/ld+json">{"@type": [</script>', "publisher", None),
        (ld(publisher={"name": "Báo Mẫu"}), "publisher", "Báo Mẫu"),
        (graph({"@id": "#toa-soan", "@type": "Organization", "name": "Báo Mẫu"}), "publisher", "Báo Mẫu"),
        (graph({"@id": "#ha", "@type": "Person", "name": "Minh Hà"}), "authors", ("Minh Hà",)),
        (graph({"@id": "#ha", "@type": "Organization", "name": "Minh Hà"}), "authors", ()),
        (graph(), "publisher", None),
        (ld(publisher={"name": "https://bao.example"}), "publisher", None),
        (ld(publisher={"name": "Đọc &amp; Viết"}), "publisher", "Đọc & Viết"),
        (
            '<span itemprop="datePublished" hidden>2023-09-12T14:57:00+07:00</span>',
            "published",
            "2023-09-12T14:57:00+07:00",
        ),
    ],
)
def test_metadata_is_told_or_unknown(head: str, field: str, value: object) -> None:
    assert getattr(read(page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>", head=head)).meta, field) == value


def test_the_mark_of_the_browser_that_saved_a_page_tells_its_address() -> None:
    html = "<!-- saved from url=(0028)https://a.example/tin/12.htm -->" + OLD_PORTAL
    assert read(html).meta.url == "https://a.example/tin/12.htm"


def test_windows_1258_in_a_page_without_a_charset() -> None:
    raw, problems = read_bytes(windows_1258(OLD_PORTAL), "bai.html")
    assert raw is not None
    assert problems == []
    assert FIRST in raw.text


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{FIRST}<p>{SECOND}<table><tr><td>không đóng",
        f"<html><body><div><div><p>{FIRST}</b></i></div></span><p>{SECOND}",
        f"<div>{FIRST}<noscript><p>{SECOND}</p><p>{LAST}</p>" + f"<p>{FIRST}</p>" * 3,
        f"<?xml version='1.0' encoding='utf-8'?><html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>",
    ],
)
def test_broken_pages_with_text_are_recovered(html: str) -> None:
    text = read(html).text
    assert FIRST in text
    assert SECOND in text


def test_a_saved_web_archive() -> None:
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/tin/5.htm\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n" + OLD_PORTAL + "\r\n--x--\r\n"
    )
    raw = read(archive, "bai.mhtml")
    assert (raw.kind, raw.meta.url, raw.meta.title) == ("html", "https://a.example/tin/5.htm", TITLE)
    assert SECOND in raw.text


def test_pages_are_read_without_network_and_without_a_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    with caplog.at_level(logging.WARNING):
        read(page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>", head='<link href="https://a.example/x.css">'))
        read_bytes(b"<html><body><p>x</p></body></html>", "a.html")
    assert caplog.records == []
