"""Pages as the systems of portals and papers write them: what an editor would take for the article, line by line."""

from __future__ import annotations

import pytest

from generator.ingest.found import Raw
from generator.ingest.reading.line_words import heads_other_news, is_dated, is_names, is_posted, is_signed, names_a_site
from generator.ingest.reading.read import read_bytes
from tests.ingest.reading_samples import FIRST, LAST, SECOND, TITLE, menu

SITE = "Trang thông tin điện tử huyện Lạng Giang"
OTHERS = menu("tin", 5)


def read(body: str, head: str = "") -> Raw:
    html = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    raw, problems = read_bytes(html.encode(), "bai.html")
    assert raw is not None, problems
    return raw


def lines(raw: Raw) -> list[str]:
    return [line for line in raw.text.split("\n") if line]


NUKEVIET = f"""<header><div class="logo"><h2>Cổng thông tin</h2></div></header>
<nav class="navbar">{menu("top", 9)}</nav>
<div class="news_column" itemscope itemtype="http://schema.org/NewsArticle"><h1 class="title" itemprop="headline">
{TITLE}</h1><div class="hidden hide d-none" itemprop="author"><span itemprop="name">Quản trị viên</span></div>
<span class="hidden hide d-none" itemprop="datePublished">2023-09-12T14:57:00+07:00</span>
<div class="row"><span class="h5">Thứ ba - 12/09/2023 14:57</span><ul><li><a>In ra</a></li></ul></div>
<div class="hometext">{FIRST}</div><div class="bodytext"><p>{SECOND}</p><p>{LAST}</p><p><b>Thu Hằng</b></p></div></div>
<div class="news_column"><em class="fa fa-tags"></em><strong>Tags: </strong><a>tổ công nghệ</a></div>
<div class="news_column"><p class="h3"><strong>Những tin mới hơn</strong></p>{OTHERS}</div>"""
OLD_FONTS = f"""<table width=780><tr><td width=160><font size=2><a href=1>Trang chủ</a><br><a href=2>Tin tức</a><br>
<a href=3>Văn bản</a><br><a href=4>Hỏi đáp</a></font></td><td><font color=#990000 size=4><b>{TITLE}</b></font><br>
<font size=1>(Ngày 13/09/2023, 08:30)</font><br><br><font face=Arial size=2><b>{FIRST}</b><br><br>{SECOND}<br><br>{LAST}
<br><br><i>Thu Hằng</i></font><hr><font size=2><b>Các tin khác:</b><br>- <a href=a>Khai giảng lớp kỹ năng số</a>
(10/06/2023)<br>- <a href=b>Họp thôn bàn về chợ số</a> (09/06/2023)</font></td></tr></table>
<center>Bản quyền của Ủy ban nhân dân huyện Lạng Giang, giấy phép số 55/GP-BC ngày 15/3/2009.</center>"""
SPANS = f"""<div class="banner"><span>TRANG THÔNG TIN ĐIỆN TỬ </span><span>HUYỆN LẠNG GIANG</span></div>
{menu("top", 9)}<div class="module"><h2 class="moduletitle"><a href="#">Tin tức - Sự kiện trong huyện</a></h2>
<div class="ArticleDetail"><div><span id="lblTitle">{TITLE}</span></div>
<div class="ArticleDate">12/09/2023 15:21:00</div><div class="ArticleSummary">{FIRST}</div>
<div class="ArticleContent"><p>{SECOND}</p><p>{LAST}</p></div>
<div class="ArticleAuthor">Thu Hằng</div><div class="ArticleSource">Nguồn: Đài Truyền thanh huyện</div></div>
<div class="other-article"><div class="title-other">Tin khác</div>{OTHERS}</div></div>"""
NO_NAMES = f"""<div><div><a href=/>Trang chủ</a></div><div>Thứ Bảy, 09/11/2024</div></div>
<div><div>Thứ Ba, 12/09/2023</div><div><h2>{TITLE}</h2></div><div>{FIRST}</div>
<div><p>{SECOND}</p><p>{LAST}</p></div><div><b>Thu Hằng</b></div>
<div>Lượt xem: 233</div></div>
<div><div>Tin mới</div><div><div>Xã Mỹ Hà ra mắt chợ số</div><div>{FIRST[:90]}.</div></div>
</div>"""
AMP = f"""<amp-sidebar id="s">{menu("top", 5)}</amp-sidebar><article><h1>{TITLE}</h1><time>12/09/2023 15:21</time>
<h2>{FIRST}</h2><p>{SECOND}</p><amp-ad type="x"><div fallback>Quảng cáo</div></amp-ad><p>{LAST}</p></article>
<amp-user-notification>Trang này dùng cookie. <button>Đồng ý</button></amp-user-notification>"""
ARTICLE = f"<h1>{TITLE}</h1><p>12/09/2023 - 15:21</p><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p><p>Thu Hằng</p>"
TWICE = f"""{menu("top", 9)}<main><div class="d-none d-lg-block">{ARTICLE}</div>
<div class="d-lg-none">{ARTICLE}</div></main>
<aside>{OTHERS}</aside>"""
PRINTED = f"""<div><div><b>Cổng Thông tin điện tử huyện</b></div><div>https://huyen.example/tin/1</div><hr>
<h2>{TITLE}</h2>
<div>12/09/2023</div><div><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div><div>Thu Hằng</div><hr>
<div>Bản quyền thuộc Cổng Thông tin điện tử huyện</div><div><a>In trang</a> <a>Đóng</a></div></div>"""
TOOLS_BELOW = f"""{menu("top", 9)}<div class="main"><h1><a href="/12">{TITLE}</a></h1><ul><li><a>Facebook</a></li>
<li><a>Zalo</a></li><li><a>Twitter</a></li><li><a>In trang</a></li></ul><div><p>{FIRST}</p>
<p><a href=1>&gt;&gt; Xã Mỹ Hà ra mắt chợ số của bà con trong xã</a></p><p>{SECOND}</p><p>{LAST}</p></div>
<div class="tool"><a>In</a> <a>Gửi</a></div><div>Tác giả: Thu Hằng</div><div>Nguồn: Báo Mẫu</div>
<div>Ngày đăng: 12/09/2023</div><h4>3 bình luận</h4><div><b>Nguyễn Văn Mẫu</b><p>{SECOND[:80]}.</p></div></div>"""


@pytest.mark.parametrize(
    ("body", "head", "above", "below"),
    [
        (NUKEVIET, f"<title>{TITLE} - {SITE}</title>", ["Thứ ba - 12/09/2023 14:57"], ["Thu Hằng"]),
        (OLD_FONTS, "<title>UBND huyện Lạng Giang</title>", ["(Ngày 13/09/2023, 08:30)"], ["Thu Hằng"]),
        (SPANS, f"<title>{SITE}</title>", ["12/09/2023 15:21:00"], ["Thu Hằng", "Nguồn: Đài Truyền thanh huyện"]),
        (AMP, f"<title>{TITLE}</title>", ["12/09/2023 15:21"], []),
        (TWICE, f"<title>{TITLE} | Đài Mẫu</title>", ["12/09/2023 - 15:21"], ["Thu Hằng"]),
        (PRINTED, f"<title>In bài viết: {TITLE}</title>", ["12/09/2023"], ["Thu Hằng"]),
        (TOOLS_BELOW, "", [], ["Tác giả: Thu Hằng", "Nguồn: Báo Mẫu", "Ngày đăng: 12/09/2023"]),
    ],
    ids=["nukeviet", "old-fonts", "spans", "amp", "twice", "printed", "tools-below"],
)
def test_an_article_with_its_headline_date_and_byline(body: str, head: str, above: list[str], below: list[str]) -> None:
    raw = read(body, head)
    assert lines(raw) == [TITLE, *above, FIRST, SECOND, LAST, *below]
    assert raw.meta.title == TITLE


def test_a_bare_date_above_the_headline_counts_only_beside_it() -> None:
    raw = read(NO_NAMES, f"<title>{TITLE}</title>")
    assert lines(raw) == ["Thứ Ba, 12/09/2023", TITLE, FIRST, SECOND, LAST, "Thu Hằng"]
    assert "Thứ Bảy, 09/11/2024" in raw.left_out


def test_who_wrote_other_articles_did_not_write_this_one() -> None:
    others = "".join(
        f"<div><a href=1>Xã {n} họp</a><p class='author'>Minh Hà {n}</p></div>" for n in ("Mỹ Hà", "Tân Dĩnh")
    )
    raw = read(f"<div><h1>{TITLE}</h1><div><p>{FIRST}</p><p>{SECOND}</p></div><div>{others}</div></div>")
    assert (lines(raw), raw.meta.authors) == ([TITLE, FIRST, SECOND], ())


BANNER = f"<div><b>{SITE.upper()} - TỈNH BẮC GIANG</b></div><div>Giới thiệu</div><div>Văn bản</div>"
BODY = f"<div>Ngày đăng: 12/09/2023</div><div><p>{FIRST}</p><p>{SECOND}</p></div>"


@pytest.mark.parametrize(
    ("head", "above", "headline"),
    [
        (f"<title>{SITE}</title>", f"<div class='tieude'><b>{TITLE}</b></div>", TITLE),
        (f"<title>{SITE}</title>", f"<div><b>{TITLE}</b></div>", TITLE),
        (f"<title>{SITE.upper()} - TỈNH BẮC GIANG</title>", f"<h3>{TITLE}</h3>", TITLE),
        ("", f"<h2>{TITLE}</h2>", TITLE),
        ("", f"<h2>Chi tiết tin</h2><h3 class='header-title'>{TITLE}</h3>", TITLE),
        ("", f"<b>XÃ MỸ HÀ ĐI ĐẦU VỀ CHUYỂN ĐỔI SỐ:</b><br><b>{TITLE}</b>", TITLE),
        ("<meta property='og:title' content='Tổ công nghệ số ở Lạng Giang'>", f"<h1>{TITLE}</h1>", TITLE),
        (f"<meta property='og:title' content='{TITLE}'>", "<b>Người dân được giúp ngay tại thôn của mình</b>", TITLE),
        ("<title>Sở Mẫu tổ chức hội nghị</title>", "<div>Sở Mẫu tổ chức hội nghị</div>", "Sở Mẫu tổ chức hội nghị"),
        (f"<title>{TITLE} - {SITE}</title>", f"<h2>{SITE}</h2><p>{TITLE}</p>", TITLE),
    ],
)
def test_the_headline_is_the_first_line_whatever_the_page_is_called(head: str, above: str, headline: str) -> None:
    raw = read(f"{BANNER}{menu('top', 9)}<div>{above}{BODY}</div>{OTHERS}", head)
    assert (lines(raw)[0], raw.meta.title) == (headline, headline)
    assert lines(raw)[-3:] == ["Ngày đăng: 12/09/2023", FIRST, SECOND]


def test_the_name_of_the_site_is_left_out_and_not_lost() -> None:
    raw = read(f"{BANNER}<div><h2>{TITLE}</h2>{BODY}</div>", f"<title>{SITE}</title>")
    assert raw.left_out[0] == SITE
    assert not any(SITE.casefold() in line.casefold() for line in lines(raw))


def test_a_page_that_is_called_like_its_site_and_shows_no_headline_has_none() -> None:
    head = f'<meta property="og:site_name" content="Nhịp sống số"><title>Nhịp sống số</title>{SITE}'
    raw = read(f"{menu('top', 9)}<div><p>{FIRST}</p><p>{SECOND}</p></div>", head)
    assert raw.meta.title is None


def test_lists_of_plain_words_below_the_article_are_left_out() -> None:
    rest = "<div>Các bài khác</div><li>Xã Mỹ Hà ra mắt chợ số (20/09)</li><div>Bản quyền: Văn phòng huyện</div>"
    raw = read(f"<h2>{TITLE}</h2><p>{FIRST}</p><p>{SECOND}</p><p>Nguồn: Văn phòng</p>{rest}")
    assert lines(raw) == [TITLE, FIRST, SECOND, "Nguồn: Văn phòng"]


def test_a_heading_that_could_announce_other_news_stays_where_the_article_goes_on() -> None:
    raw = read(f"<h1>Điểm tin chuyển đổi số trong tuần</h1><p>{FIRST}</p><h3>Tin khác</h3><p>{SECOND}</p>")
    assert lines(raw) == ["Điểm tin chuyển đổi số trong tuần", FIRST, "Tin khác", SECOND]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<div class="meta"><span class="author">THU HẰNG</span> <time>06:20, 05/10/2023</time></div>', ("Thu Hằng",)),
        (
            '<div>Đăng ngày 12/09/2023 <span class="byline">bởi <a class="author">Thu Hằng</a></span></div>',
            ("Thu Hằng",),
        ),
        ('<p class="tac-gia">Bài, ảnh: Minh Hà - Thu Hằng</p>', ("Minh Hà", "Thu Hằng")),
        ('<p class="author">Ban Biên Tập</p>', ()),
        ('<p class="author">Báo Mẫu</p>', ()),
        ('<p class="nguon">Thu Hằng</p>', ()),
        ("<p>Thu Hằng</p>", ()),
    ],
)
def test_authors_that_the_page_marks_as_such(byline: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div><h1>{TITLE}</h1>{byline}<p>{FIRST}</p><p>{SECOND}</p></div>").meta.authors == authors


@pytest.mark.parametrize(
    ("ask", "yes", "no"),
    [
        (is_posted, "Cập nhật lúc: 14h30 - 23/09/2022", "Hội nghị ngày 12/09/2023"),
        (is_posted, "14:57 30/09/2022", "Lúc 14:57, cả huyện mất điện"),
        (is_dated, "Ngày 05/10/2022", "Ngày 05/10/2022, huyện họp"),
        (is_dated, "(Thứ ba, 12/07/2022)", "12/07"),
        (is_signed, "Tin, ảnh: Thu Hằng", "Tin vui đến với bà con"),
        (is_signed, "Nguồn: Văn phòng", "Nguồn nhân lực số của huyện"),
        (is_signed, "Theo Báo Mẫu", "Theo đó, huyện có 20 tổ"),
        (is_names, "THU HẰNG – MINH HÀ", "Chia Sẻ Bài Viết"),
        (is_names, "Bàn Thị Hương", "Tin mới"),
        (heads_other_news, "TIN LIÊN QUAN", "Tin học cho người cao tuổi"),
        (names_a_site, SITE, "Trang thông tin điện tử huyện đạt giải"),
        (names_a_site, "Sở Nông nghiệp tỉnh", "Sở Nông nghiệp tổ chức hội nghị"),
    ],
)
def test_what_one_line_says_it_is(ask: object, yes: str, no: str) -> None:
    assert callable(ask)
    assert (ask(yes), ask(no)) == (True, False)
