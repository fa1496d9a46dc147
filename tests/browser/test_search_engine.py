"""The search engine in the browser, over the index of the real content."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.output.search import layout
from generator.output.search.index import FOLDER, search_files
from generator.output.search.kinds import KIND_NAMES
from generator.output.search.record import SearchRecord
from generator.output.search.words import bare
from tests.browser.chromium import served
from tests.corpus.records import title_records

pytestmark = pytest.mark.browser

SCRIPTS = Path("javascripts/search")
OPEN = """async base => {
    const { open } = await import(base + "javascripts/search/engine.js")
    window.engine = await open(base)
}"""
PHRASE = "kế hoạch chuyển đổi số"
ODD = ("", "   ", "-", '"', "„“", "-huế", "*", "<b>", "\u0301", "?!")
SEGMENTED = ("số", "so", "chuyen", "chuyển đổi số", "lang nghe", "làng nghè", "chuyen doi sso", "dong thpa", "c", "th")
ALL = {"limit": 40, "facets": True}
SEARCH = "([query, options]) => engine.search(query, options)"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the built site with an engine in it."""
    page = browser.new_page()
    page.goto(address + "robots.txt")
    page.evaluate(OPEN, address)
    yield page
    page.close()


def search(page: Page, query: str, **options: Any) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(SEARCH, [query, options])
    return answer


def addresses(answer: dict[str, Any]) -> list[str]:
    return [item["address"] for item in answer["items"]]


def said(parts: list[list[Any]], *, marked: bool = False) -> str:
    return "".join(text for text, match in parts if match or not marked)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bac kan", ["tinh/bac-kan/", "tinh/thai-nguyen/"]),
        ("BẮC KẠN", ["tinh/bac-kan/", "tinh/thai-nguyen/"]),
        ("sai gon", ["tinh/ho-chi-minh/"]),
        ("TP.HCM", ["tinh/ho-chi-minh/"]),
        ("Đắc Lắc", ["tinh/dak-lak/"]),
        ("thừa thiên huế", ["tinh/thua-thien-hue/", "tinh/hue/"]),
        ("hoà bình", ["tinh/hoa-binh/", "tinh/phu-tho/"]),
        ("749 qd ttg", ["van-ban/quyet-dinh-749-qd-ttg/"]),
        ("QĐ749", ["van-ban/quyet-dinh-749-qd-ttg/"]),
        ("ke hoach 148", ["van-ban/ke-hoach-148-quang-ngai-2022/"]),
        ("ngày 26 tháng 10 năm 2022", ["su-kien/ban-chi-dao-chuyen-doi-so-bac-kan-hop-phien-3-2022/"]),
        ("chuyen doi so nong nghiep dong thap", ["nen-tang/nen-tang-chuyen-doi-so-nong-nghiep-dong-thap/"]),
        ("cđs nông nghiệp đồng tháp", ["nen-tang/nen-tang-chuyen-doi-so-nong-nghiep-dong-thap/"]),
        ("chuyen doi so dong thap", ["tinh/dong-thap/"]),
        ("chuyển đổi số tỉnh Bắc Kạn", ["tinh/bac-kan/"]),
        ("dti 2022", ["chi-so/dti/2022/"]),
        ("ngay chuyen doi so quoc gia", ["su-kien/ngay-chuyen-doi-so-quoc-gia/"]),
    ],
)
def test_what_comes_first(page: Page, query: str, first: list[str]) -> None:
    assert addresses(search(page, query))[: len(first)] == first


@pytest.mark.parametrize(
    ("query", "meant", "first"),
    [
        ("bac kna", "bac kan", "tinh/bac-kan/"),
        ("chuyen doi so nong ngiep dong thap", "chuyen doi so nong nghiep dong thap", "nen-tang/"),
        ("tổ công nghhệ số cộng đồng", "tổ công nghe số cộng đồng", "chu-de/to-cong-nghe-so-cong-dong/"),
        ("backan thai nguyen", "", "tinh/"),
        ("chuyendoi số", "chuyen doi số", ""),
    ],
)
def test_a_misspelt_word_is_put_right(page: Page, query: str, meant: str, first: str) -> None:
    answer = search(page, query)
    assert answer["corrected"] == meant
    assert addresses(answer)[0].startswith(first)
    assert answer["shown"] == ("corrected" if meant else "query")


def test_a_wrong_tone_is_found_and_the_right_one_comes_before(page: Page) -> None:
    assert addresses(search(page, "bắc kàn"))[0] == "tinh/bac-kan/"
    assert addresses(search(page, "bạc liêu"))[0] == "tinh/bac-lieu/"


def test_a_phrase_in_quotation_marks_stands_in_every_result(page: Page) -> None:
    loose, strict = search(page, PHRASE, limit=300), search(page, f'"{PHRASE}"', limit=300)
    assert 0 < strict["total"] < loose["total"]
    for item in strict["items"]:
        text = said(item["title"]) + " " + said(item["excerpt"])
        assert PHRASE in text.lower()


def test_a_minus_excludes(page: Page) -> None:
    everything = search(page, "ngày chuyển đổi số", limit=300)
    without = search(page, 'ngày chuyển đổi số -"đồng tháp"', limit=300)
    gone = set(addresses(everything)) - set(addresses(without))
    assert "su-kien/ngay-chuyen-doi-so-dong-thap/" in gone
    assert without["total"] < everything["total"]
    assert search(page, "bà rịa-vũng tàu")["total"] == search(page, "bà rịa vũng tàu")["total"]


def test_choices_and_their_counts_agree(page: Page) -> None:
    answer = search(page, "chuyển đổi số", facets=True, loai="su-kien")
    for facet in ("tinh", "nam", "loai"):
        for key, _, count in answer["facets"][facet]:
            chosen = {"loai": "su-kien", "facets": False, facet: key}
            assert search(page, "chuyển đổi số", **chosen)["total"] == count, (facet, key)
    assert {item["kind"] for item in answer["items"]} == {"su-kien"}


def test_newest_first(page: Page) -> None:
    answer = search(page, "chuyển đổi số", sap="moi-nhat", nam="2022", limit=50)
    days = [item["date"].split("/") for item in answer["items"] if re.fullmatch(r"[\d/]{8,}", item["date"])]
    assert len(days) > 10
    assert days == sorted(days, key=lambda day: (int(day[2]), int(day[1]), int(day[0])), reverse=True)


def test_pages_of_results_go_on_where_the_last_one_ended(page: Page) -> None:
    first, second = search(page, "dti", limit=10), search(page, "dti", limit=10, offset=10)
    whole = addresses(first) + addresses(second)
    assert len(whole) == len(set(whole)) == 20


def test_matches_are_marked_in_their_accented_form(page: Page) -> None:
    item = search(page, "bac kan")["items"][0]
    assert said(item["title"], marked=True) == "Bắc Kạn"
    assert "Bắc Kạn" in said(item["excerpt"], marked=True)
    assert search(page, "sài gòn")["items"][0]["excerpt"][:2] == [["Còn gọi: ", False], ["Sài Gòn", True]]


@pytest.mark.parametrize(
    "query", ["", "   ", "-", '"', "„“", "-huế", "*", "<b>", "\u0301", "?!", "a" * 5000, "và " * 500]
)
def test_no_query_is_too_odd(page: Page, query: str) -> None:
    assert search(page, query, facets=True)["query"] == query


def test_a_site_published_anew_is_read_anew(browser: Browser, tmp_path: Path) -> None:
    """The reader's page holds the old directory, whose files are gone."""
    site = tmp_path
    shutil.copytree(built_site_scripts(), site / SCRIPTS)
    (site / "robots.txt").write_text("", encoding="utf-8")
    publish(site, "Lào Cai họp")
    with served(site) as address:
        page = browser.new_page()
        page.goto(address + "robots.txt")
        page.evaluate(OPEN, address)
        publish(site, "Lào Cai tổng kết")
        assert said(search(page, "lao cai")["items"][0]["title"]) == "Lào Cai tổng kết"
        page.close()


def built_site_scripts() -> Path:
    return Path(__file__).parents[2] / "theme_overrides" / SCRIPTS


def test_segments_change_no_answer(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where lists are left out of lines, and where words are misspelt."""
    monkeypatch.setattr(layout, "_MOST_POSTINGS", 60)
    records = [*title_records(400, 3)]
    provinces = {slug: slug for record in records for slug in record.provinces}
    titles = [record.title for record in records[::20]]
    queries = [*titles, *map(bare, titles), *(title[: len(title) // 2] for title in titles), *SEGMENTED]
    answers = []
    for step in (1 << 20, 32):
        site = tmp_path / str(step)
        shutil.copytree(built_site_scripts(), site / SCRIPTS)
        write(site, search_files(records, KIND_NAMES, provinces, {}, step))
        with served(site) as address:
            page = browser.new_page()
            page.goto(address + "javascripts/search/engine.js")
            page.evaluate(OPEN, address)
            answers.append([search(page, query, typing=typing, **ALL) for query in queries for typing in (False, True)])
            page.close()
    assert answers[0] == answers[1]
    assert any(answer["atLeast"] for answer in answers[0])
    assert any(answer["corrected"] for answer in answers[0])


def publish(site: Path, title: str) -> None:
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    record = SearchRecord(page="bai-viet/a.md", title=title, kind="bai-viet", entity=False, order="2022")
    write(site, search_files([record], KIND_NAMES, {}, {}))


def write(site: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
