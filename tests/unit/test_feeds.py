"""Atom feeds: valid by RFC 4287, with ids that no move and no renaming changes, and what readers wait for."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree

from generator.check import Checked, check
from generator.library import addresses
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.output.feeds import LIMIT, feed_files
from generator.output.identifiers import minted_since
from generator.pages.page import Page
from tests.project import ADDRESS, ROOT, TODAY, change, library_of
from tests.unit.facts import article

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
TAG = "tag:cong-chuyen-doi-so.invalid,2026:"
BAC_KAN = "content/articles/2022/bac-kan-hop-ban-chi-dao.md"


def _feeds(library: Library, address: str) -> dict[str, str]:
    return {path: make() for path, make in feed_files(library, address).items()}


@pytest.fixture(scope="module")
def feeds(library: Library) -> dict[str, str]:
    return _feeds(library, ADDRESS)


def of_project(project: Path) -> dict[str, str]:
    return _feeds(library_of(project), ADDRESS)


def texts(feed: str, path: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(feed).iterfind(path, ATOM)]


def parsed(feed: str) -> Any:
    found = feedparser.parse(feed.encode())
    assert not found.bozo, found.get("bozo_exception")
    return found


def complaints(feeds: dict[str, str]) -> list[str]:
    """What is wrong with feeds, by the grammar, by feedparser, and by the rules that a grammar cannot tell."""
    grammar = etree.RelaxNG(file=str(ROOT / "tests/unit/atom.rng"))
    found = []
    for path, feed in feeds.items():
        document = etree.fromstring(feed.encode())
        if not grammar.validate(document):
            found.append(f"{path}: {grammar.error_log}")
        if parsed(feed).version != "atom10":
            found.append(f"{path}: no Atom")
        for element in (document, *document.iterfind("atom:entry", ATOM)):
            rels = sorted(link.get("rel", "") for link in element.iterfind("atom:link", ATOM))
            if rels not in (["alternate", "self"], ["alternate"], ["alternate", "via"]):
                found.append(f"{path}: links {rels}")
        if (ids := texts(feed, ".//atom:id")) and len(ids) != len(set(ids)):
            found.append(f"{path}: an id stands twice")
    return found


def test_every_feed_is_valid(feeds: dict[str, str], library: Library, project: Path) -> None:
    assert len(feeds) == 1 + len(library.registries.provinces) + len(library.registries.series)
    assert complaints(feeds) == []
    assert complaints(_feeds(library, "")) == []
    assert complaints(of_project(project)) == []


def test_the_grammar_refuses_what_is_no_feed(feeds: dict[str, str]) -> None:
    feed = feeds["tin.xml"]
    for old, new in (("<updated>2026", "<updated>10/10/2026"), ("<title>", "<title/><title>"), ('rel="self"', "")):
        assert complaints({"tin.xml": feed.replace(old, new, 1)}) != []


def test_every_feed_is_offered_by_its_page(feeds: dict[str, str], real: Checked) -> None:
    offered = {page.front_matter["feed"]: page for page in real.pages if "feed" in page.front_matter}
    assert set(offered) == set(feeds)
    for path, feed in feeds.items():
        root = ET.fromstring(feed)
        links = {link.get("rel"): link.get("href") for link in root.iterfind("atom:link", ATOM)}
        assert links == {"self": ADDRESS + path, "alternate": address_of(offered[path])}


def address_of(page: Page) -> str:
    return ADDRESS.removesuffix("/") + addresses.site_path(page.path)


def test_an_article_is_told_in_our_words_and_leads_to_the_original(project: Path) -> None:
    change(project, BAC_KAN, "Ngày 26/10/2022, Ban", "Ngày 26/10/2022, [Ban](/tinh/bac-kan/)")
    change(project, BAC_KAN, 'published: "2022-10-26"', 'published: "2022-10-26"\npublished_time: "14:57"')
    (entry,) = parsed(of_project(project)["tinh/bac-kan/tin.xml"]).entries
    assert entry.id == "tag:cong-thu.example,2026:bai-viet/bac-kan-hop-ban-chi-dao"
    assert entry.title == "Bắc Kạn họp Ban Chỉ đạo chuyển đổi số"
    assert entry.summary.startswith("Ngày 26/10/2022, Ban Chỉ đạo chuyển đổi số tỉnh Bắc Kạn họp, nhìn lại")
    assert entry.published == "2022-10-26T14:57:00+07:00"
    assert entry.updated == "2026-11-20T00:00:00+07:00"
    assert [author.name for author in entry.authors] == ["Anh Thúy", "Báo Bắc Kạn"]
    assert [tag.label for tag in entry.tags] == ["Bắc Kạn", "Kỹ năng số"]
    links = {link.rel: link.href for link in entry.links}
    assert links["alternate"] == f"{ADDRESS}bai-viet/bac-kan-hop-ban-chi-dao/"
    assert links["via"] == "https://baobackan.example/hop-ban-chi-dao"


def test_what_is_not_known_is_left_out(project: Path) -> None:
    """No day of publication, no original: not made up. A day that we inferred is not given as told."""
    change(project, BAC_KAN, 'published: "2022-10-26"', 'published: "2022-10-26"\npublished_basis: inferred')
    change(project, BAC_KAN, "publisher: bao", "published_reason: Theo lời kể.\npublisher: bao")
    feeds = of_project(project)
    assert "published" not in parsed(feeds["tinh/bac-kan/tin.xml"]).entries[0]
    (entry,) = parsed(feeds["tinh/thua-thien-hue/tin.xml"]).entries
    assert "published" not in entry
    assert [link.rel for link in entry.links] == ["alternate"]
    assert texts(feeds["tinh/thua-thien-hue/tin.xml"], "atom:entry/atom:author") == []


def test_a_changed_article_comes_again_and_says_what_was_changed(project: Path) -> None:
    feed = of_project(project)["tin.xml"]
    first = parsed(feed).entries[0]
    assert (first.title, first.updated) == ("Bắc Ninh sau sắp xếp", "2026-11-21T00:00:00+07:00")
    assert first.summary.endswith("(Sửa ngày 21/11/2026: Bổ sung địa chỉ.)")
    assert texts(feed, "atom:updated") == ["2026-11-21T00:00:00+07:00"]
    assert texts(feed, "atom:entry/atom:updated")[1:] == ["2026-11-20T00:00:00+07:00"] * 2


def test_the_newest_entries_stand_in_a_feed_and_no_more(library: Library) -> None:
    article = next(iter(library.articles.values()))
    days = [date(2030, 1, 1) + timedelta(days=7 * n % 90) for n in range(LIMIT + 20)]
    more = {f"bai-{n}": replace(article, slug=f"bai-{n}", added=day, changes=()) for n, day in enumerate(days)}
    cards = {slug: replace(library.cards[article.slug], slug=slug, updated=a.added) for slug, a in more.items()}
    shelf = Shelf({str(day): tuple(slug for slug, a in more.items() if a.added == day) for day in sorted(set(days))})
    articles, cards = {**library.articles, **more}, {**library.cards, **cards}
    many = replace(library, articles=articles, cards=cards, shelves={"updated": shelf})
    told = texts(_feeds(many, ADDRESS)["tin.xml"], "atom:entry/atom:updated")
    assert told == [f"{day}T00:00:00+07:00" for day in sorted(days, reverse=True)[:LIMIT]]


def test_of_many_articles_of_one_day_the_last_published_stand_in_a_feed(library: Library) -> None:
    more = {f"bai-{n:03d}": article(f"bai-{n:03d}", "2024", paragraphs=("Đoạn.",)) for n in range(LIMIT)}
    more["moi"] = article("moi", "2024-05-01", paragraphs=("Đoạn.",))
    more["khong-ngay"] = article("khong-ngay", paragraphs=("Đoạn.",))
    first = next(iter(library.cards.values()))
    cards = {s: replace(first, slug=s, published=a.published, updated=a.updated) for s, a in more.items()}
    day = next(iter(cards.values())).updated
    shelves = {"updated": Shelf({str(day): tuple(more)})}
    many = replace(library, articles={**library.articles, **more}, cards={**library.cards, **cards}, shelves=shelves)
    ids = texts(_feeds(many, ADDRESS)["tin.xml"], "atom:entry/atom:id")
    assert [name.rpartition("/")[2] for name in ids] == ["moi", *(f"bai-{n:03d}" for n in range(LIMIT - 1, 0, -1))]


def test_a_province_without_articles_has_a_feed_to_wait_at(feeds: dict[str, str], library: Library) -> None:
    empty = [feed for path, feed in feeds.items() if path.startswith("tinh/") and not parsed(feed).entries]
    assert empty
    assert minted_since(library) == date(2026, 1, 1)
    assert {texts(feed, "atom:updated")[0] for feed in empty} == {"2026-01-01T00:00:00+07:00"}


def test_a_province_gathers_its_predecessors(feeds: dict[str, str]) -> None:
    now, before = (texts(feeds[f"tinh/{slug}/tin.xml"], "atom:entry/atom:id") for slug in ("thai-nguyen", "bac-kan"))
    assert set(before) < set(now)


def test_a_series_tells_its_years_and_the_articles_about_them(feeds: dict[str, str]) -> None:
    ids = texts(feeds["su-kien/ngay-chuyen-doi-so-quoc-gia/tin.xml"], "atom:entry/atom:id")
    assert {f"{TAG}su-kien/ngay-chuyen-doi-so-quoc-gia-{year}" for year in range(2022, 2026)} < set(ids)
    assert f"{TAG}bai-viet/ngay-10-10-la-ngay-chuyen-doi-so-quoc-gia" in ids
    held = next(e for e in parsed(feeds["su-kien/ngay-chuyen-doi-so-quoc-gia/tin.xml"]).entries if "-2025" in e.id)
    theme = "Chuyển đổi số: Nhanh hơn - hiệu quả hơn - gần dân hơn"
    assert held.summary == f"Ngày hưởng ứng; 10/10/2025; chủ đề “{theme}”."


def test_ids_do_not_change_with_the_address(feeds: dict[str, str], library: Library) -> None:
    elsewhere = _feeds(library, "https://noi-khac.example/")
    assert elsewhere.keys() == feeds.keys()
    for path, feed in feeds.items():
        assert texts(elsewhere[path], ".//atom:id") == texts(feed, ".//atom:id")
        assert "portal.test" not in elsewhere[path]


def test_without_an_address_links_are_relative_to_the_feed(library: Library, real: Checked) -> None:
    pages = {addresses.site_path(page.path) for page in real.pages}
    for path, feed in _feeds(library, "").items():
        for link in ET.fromstring(feed).iterfind(".//atom:link", ATOM):
            href = link.get("href") or ""
            if link.get("rel") == "alternate":
                place = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{path}"), href))
                assert place.rstrip("/") + "/" in pages, (path, href)
            elif link.get("rel") == "self":
                assert href == "tin.xml"


def test_what_was_renamed_keeps_its_id_and_its_feed(project: Path) -> None:
    before = of_project(project)
    old = project / BAC_KAN
    (old.parent / "ten-moi.md").write_bytes(old.read_bytes().replace(b"\ntitle:", b"\ntitle:", 1))
    old.unlink()
    moved = "content/articles/2022/ten-moi.md"
    change(project, moved, "review: approved", "review: approved\nformer_slugs: [bac-kan-hop-ban-chi-dao]")
    change(project, "site_config/event_series.yml", "article: bac-kan-hop-ban-chi-dao", "article: ten-moi")
    change(project, "site_config/provinces.yml", 'variants: ["Bắc Cạn"]', "former_slugs: [bac-can]")
    after = of_project(project)
    assert texts(after["tin.xml"], ".//atom:id") == texts(before["tin.xml"], ".//atom:id")
    assert after["tinh/bac-can/tin.xml"] == after["tinh/bac-kan/tin.xml"]
    assert texts(after["tinh/bac-kan/tin.xml"], "atom:id") == ["tag:cong-thu.example,2026:tinh/bac-can"]
    assert f'href="{ADDRESS}bai-viet/ten-moi/"' in after["tin.xml"]


def test_a_hostile_text_survives_as_text(project: Path) -> None:
    change(project, BAC_KAN, "title: Bắc Kạn họp Ban Chỉ đạo chuyển đổi số", 'title: "<b>&]]>,;\\n\\x85 \\"x\\""')
    change(project, BAC_KAN, "authors: [Anh Thúy]", 'authors: ["<i>&amp;</i>"]')
    change(project, BAC_KAN, "https://baobackan.example/hop", 'https://baobackan.example/"<%zz>?a=[1]&b=ẽ#x#y/hop')
    feeds = of_project(project)
    assert complaints(feeds) == []
    feed = feeds["tinh/bac-kan/tin.xml"]
    assert texts(feed, "atom:entry/atom:title") == ['<b>&]]>,; "x"']
    assert texts(feed, "atom:entry/atom:author/atom:name") == ["<i>&amp;</i>", "Báo Bắc Kạn"]
    via = ET.fromstring(feed).find("atom:entry/atom:link[@rel='via']", ATOM)
    assert via is not None
    assert via.get("href") == "https://baobackan.example/%22%3C%25zz%3E?a=%5B1%5D&b=%E1%BA%BD#x%23y/hop-ban-chi-dao"


@pytest.mark.parametrize(
    ("authority", "codes"),
    [
        ("cong.thu.example,2026", []),
        ("cong-thu.example,2026-02-28", []),
        ("cong-thu.invalid,2026-11", ["authority-not-set"]),
        ("cong-thu.example,2026-02-30", ["bad-authority"]),
        ("cong-thu.example,26", ["bad-authority"]),
        ("gop-y@cong-thu.example,2026", ["bad-authority"]),
        ("Cong-Thu.example,2026", ["bad-authority"]),
        ("localhost,2026", ["bad-authority"]),
    ],
)
def test_who_mints_ids_is_a_domain_and_a_day(project: Path, authority: str, codes: list[str]) -> None:
    change(project, "site_config/site.yml", "cong-thu.example,2026", authority)
    assert [d.code for d in check(project, today=TODAY).diagnostics] == codes
