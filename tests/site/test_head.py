"""What stands in the head of every page: how it is found, and how it looks where it is shared."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from PIL import Image

from tests.schema_org.conformance import problems
from tests.site.project import Finished, built_site, zensical_project

ADDRESS = "http://localhost:8000/"
CARD = {
    "og:site_name",
    "og:locale",
    "og:type",
    "og:title",
    "og:description",
    "og:url",
    "og:image",
    "og:image:type",
    "og:image:width",
    "og:image:height",
    "og:image:alt",
    "twitter:card",
}


class Head:
    """The head of one page as a program reads it."""

    def __init__(self, file: Path) -> None:
        tree = html.document_fromstring(file.read_bytes().decode())
        self.redirect = bool(tree.xpath("//meta[@http-equiv='refresh']"))
        self.title: str = tree.findtext(".//title") or ""
        metas = [(m.get("property") or m.get("name"), m.get("content")) for m in tree.iterfind(".//head/meta")]
        self.meta = {name: content for name, content in metas if name}
        self.twice = [name for name, n in Counter(name for name, _ in metas if name).items() if n > 1]
        self.canonical = [link.get("href") for link in tree.xpath("//head/link[@rel='canonical']")]
        self.feeds = [
            (link.get("href"), link.get("title"))
            for link in tree.xpath("//head/link[@rel='alternate'][@type='application/atom+xml']")
        ]
        self.json_ld = [json.loads(s.text) for s in tree.xpath("//script[@type='application/ld+json']")]


def heads(site: Path) -> dict[str, Head]:
    """The head of every page for readers, by the path of its Markdown file without .md."""
    found = {p.relative_to(site).as_posix(): Head(p) for p in sorted(site.rglob("*.html"))}
    return {path: head for path, head in found.items() if not head.redirect and path != "404.html"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory)


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Head]:
    return heads(folder)


@pytest.fixture(scope="module")
def pages(built: tuple[Path, Finished]) -> dict[str, dict[str, Any]]:
    """The front matter of every page, by the path of the HTML file it becomes."""
    docs = built[0] / "build" / "docs"
    found = {}
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        target = path.replace(".md", ".html") if file.name == "index.md" else path.replace(".md", "/index.html")
        found[target] = yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], yaml.CSafeLoader)
    return found


def test_every_page_has_a_title_a_description_and_one_address(told: dict[str, Head]) -> None:
    assert len(told) > 100
    addresses = {path: ADDRESS + path.removesuffix("index.html") for path in told}
    assert {path: head.canonical for path, head in told.items()} == {p: [url] for p, url in addresses.items()}
    assert [
        p for p, head in told.items() if not head.title.strip() or not (head.meta.get("description") or "").strip()
    ] == []
    assert told["index.html"].title == "Cổng thông tin Chuyển đổi số địa phương"


def test_every_page_tells_how_it_looks_where_it_is_shared(told: dict[str, Head], pages: dict[str, Any]) -> None:
    assert {path: sorted(CARD - head.meta.keys()) for path, head in told.items() if CARD - head.meta.keys()} == {}
    assert {path: head.twice for path, head in told.items() if head.twice} == {}
    for path, head in told.items():
        assert head.meta["og:url"] == head.canonical[0]
        assert head.meta["og:title"] == html.fromstring(f"<p>{pages[path]['title']}</p>").text
        assert head.meta["og:description"] == head.meta["description"]
        assert head.meta["og:type"] == (
            "article" if path.count("/") == 2 and path.startswith("bai-viet/") else "website"
        )
        assert "không chính thức" in head.meta["og:image:alt"]


def test_the_picture_of_every_page_is_there_in_the_size_that_is_told(told: dict[str, Head], folder: Path) -> None:
    sizes = {
        head.meta["og:image"]: (head.meta["og:image:width"], head.meta["og:image:height"]) for head in told.values()
    }
    for url, size in sizes.items():
        file = folder / url.removeprefix(ADDRESS)
        with Image.open(file) as image:
            assert image.format == "PNG"
            assert image.size == tuple(map(int, size)) == (1200, 630)
        assert file.stat().st_size < 40_000
    assert {p.name for p in (folder / "anh-chia-se").iterdir()} == {url.rpartition("/")[2] for url in sizes}
    assert len({told[f"tinh/{name}/index.html"].meta["og:image"] for name in ("bac-kan", "bac-ninh", "hue")}) == 3


def test_the_json_ld_of_every_page_is_what_its_front_matter_holds(told: dict[str, Head], pages: dict[str, Any]) -> None:
    assert {path: head.json_ld for path, head in told.items()} == {path: [pages[path]["jsonld"]] for path in told}
    assert {path: found for path, head in told.items() if (found := problems(head.json_ld[0]))} == {}


def test_json_ld_names_only_pages_that_are_there(told: dict[str, Head]) -> None:
    known = {head.canonical[0] for head in told.values()}

    def ids(value: object) -> set[str]:
        if isinstance(value, dict):
            own = {value["@id"].partition("#")[0]} if "@id" in value else set()
            return own.union(*map(ids, value.values()))
        return set().union(*map(ids, value)) if isinstance(value, list) else set()

    named = {url for head in told.values() for url in ids(head.json_ld) if url.startswith(ADDRESS)}
    assert sorted(named - known) == []


def test_every_page_offers_the_site_s_feed_and_a_province_its_own(told: dict[str, Head]) -> None:
    depth = {path: "../" * path.count("/") for path in told}
    assert [path for path, head in told.items() if head.feeds[0][0] != f"{depth[path]}tin.xml"] == []
    assert told["tinh/bac-kan/index.html"].feeds[1] == ("tin.xml", "Tỉnh Bắc Kạn (đến 30/6/2025)")
    assert len(told["index.html"].feeds) == 1


def test_zensical_writes_the_same_heads(told: dict[str, Head], tmp_path_factory: pytest.TempPathFactory) -> None:
    theirs = heads(zensical_project(tmp_path_factory)[0] / "build" / "site")
    for path, head in told.items():
        other = theirs[path]
        assert {k: v for k, v in other.meta.items() if k in CARD} == {k: v for k, v in head.meta.items() if k in CARD}
        assert (other.title, other.canonical, other.json_ld) == (head.title, head.canonical, head.json_ld)
        assert [title for _, title in other.feeds] == [title for _, title in head.feeds]
