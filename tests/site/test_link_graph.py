"""The link check itself: what it finds in a small site with one fault of each sort."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.link_graph import Reference, Site

HOME = """<html><head><link rel="canonical" href="https://portal.test/"><link rel="stylesheet" href="a.css">
<script src="https://cdn.test/x.js"></script></head><body><h1 id="dau">Trang</h1><h3>Nhảy</h3>
<a href="tinh/">tinh</a> <a href="tinh/#c%C3%B3">anchor</a> <a href="tinh/#khong">no anchor</a> <a href="#dau">top</a>
<a href="mat/">gone</a> <a href="/tinh/">out of the base</a> <a href="">empty</a> <a href="https://bao.test/1">bài</a>
<a href="mailto:a@b.test">thư</a> <img src="anh.png" style="color:red" onclick="x()"></body></html>"""
PROVINCE = (
    '<html><body><h1 id="có">Tỉnh</h1><a href="../">home</a><img srcset="../a.css 1x, ../b.png 2x"></body></html>'
)
OLD = '<html><head><meta http-equiv="refresh" content="0; url=../tinh/"></head></html>'


@pytest.fixture
def small(tmp_path: Path) -> Site:
    files = {
        "index.html": HOME,
        "tinh/index.html": PROVINCE,
        "cu/index.html": OLD,
        "a.css": "@import 'b.css'; p { background: url('c.png'); mask: url(data:image/svg+xml;x) }",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Site(tmp_path, base="/cong/")


def test_every_fault_is_found(small: Site) -> None:
    assert list(small.dead()) == [
        "index.html: <a href='tinh/#khong'> has no anchor there (#khong)",
        "index.html: <a href='mat/'> leads to nothing",
        "index.html: <a href='/tinh/'> leads to nothing",
        "index.html: <img src='anh.png'> leads to nothing",
        "tinh/index.html: <img srcset='../b.png'> leads to nothing",
        "a.css: url(b.css) leads to nothing",
        "a.css: url(c.png) leads to nothing",
    ]
    assert len(list(small.empty())) == 1


def test_what_leaves_the_host_is_told_with_its_element(small: Site) -> None:
    assert list(small.foreign()) == [
        ("index.html", Reference("link", "href", "https://portal.test/", "canonical")),
        ("index.html", Reference("script", "src", "https://cdn.test/x.js")),
        ("index.html", Reference("a", "href", "https://bao.test/1")),
    ]


def test_structure_of_a_page(small: Site) -> None:
    home = small.pages["index.html"]
    assert (home.headings, home.ids, home.redirect) == ([1, 3], ["dau"], False)
    assert home.inline == ['<img style="color:red">', '<img onclick="x()">']
    assert small.pages["cu/index.html"].redirect
    assert small.reachable() == {"index.html", "tinh/index.html"}
    assert small.reachable("cu/index.html") == {"cu/index.html", "index.html", "tinh/index.html"}
