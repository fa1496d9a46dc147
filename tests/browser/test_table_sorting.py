"""Tables sort in place as the pages have them that their heads lead to; without JavaScript the heads are links."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PAGES
from tests.site.project import ROOT

pytestmark = pytest.mark.browser

SCRIPT = ROOT / "theme_overrides" / "javascripts" / "sort-tables.js"
ROWS = [
    ("Đồng Tháp", "10", "0,8002", "+3"),
    ("Bắc Kạn", "9/63", "–", "−2"),
    ("An Giang", "63", "0,93", "0"),
    ("Đà Nẵng", "2", "0,5", "+12"),
    ("Huế", "–", '<span data-gia-tri="0.91">910 (thang 1.000)</span>', ""),
    ("Ân Thi", "10", "0,5", ""),
]
HEADS = {"Tỉnh, thành": "", "Hạng": "", "Điểm": 'data-giam="1"', "Đổi hạng": 'data-giam="1"'}
NATURAL = {
    "Tỉnh, thành": ["An Giang", "Ân Thi", "Bắc Kạn", "Đà Nẵng", "Đồng Tháp", "Huế"],
    "Hạng": ["Đà Nẵng", "Bắc Kạn", "Ân Thi", "Đồng Tháp", "An Giang", "Huế"],
    "Điểm": ["An Giang", "Huế", "Đồng Tháp", "Ân Thi", "Đà Nẵng", "Bắc Kạn"],
    "Đổi hạng": ["Đà Nẵng", "Đồng Tháp", "An Giang", "Bắc Kạn", "Ân Thi", "Huế"],
}
REVERSED = {
    "Tỉnh, thành": ["Huế", "Đồng Tháp", "Đà Nẵng", "Bắc Kạn", "Ân Thi", "An Giang"],
    "Hạng": ["An Giang", "Ân Thi", "Đồng Tháp", "Bắc Kạn", "Đà Nẵng", "Huế"],
    "Điểm": ["Ân Thi", "Đà Nẵng", "Đồng Tháp", "Huế", "An Giang", "Bắc Kạn"],
    "Đổi hạng": ["Bắc Kạn", "An Giang", "Đồng Tháp", "Đà Nẵng", "Ân Thi", "Huế"],
}
YEARS = ("chi-so/dti/2022/", "chi-so/dti/2024/", "chi-so/dti/2022/theo-ten/")


def table() -> str:
    """A sortable table as the pages have it; its last column has no order."""
    link = '<th><a class="xep" href="/di-mat/" data-theo="{}" {}>{}</a></th>'
    head = "".join(link.format(text.lower(), way, text) for text, way in HEADS.items())
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "<td>nguồn</td></tr>" for row in ROWS)
    table = f"<table><thead><tr>{head}<th>Nguồn</th></tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="sap-xep">{table}</div>'


def names(page: Page) -> list[str]:
    """The first column from the top down."""
    return page.locator("tbody tr td:first-child").all_inner_texts()


@pytest.mark.parametrize("header", HEADS)
def test_a_column_sorts_its_way_back_and_as_it_came(browser: Browser, header: str) -> None:
    first, second = ("descending", "ascending") if HEADS[header] else ("ascending", "descending")
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(table())
        page.add_script_tag(path=SCRIPT)
        link = page.get_by_role("link", name=header, exact=True)
        cell = page.locator("th").filter(has=link)
        status = page.get_by_role("status")

        link.click()
        expect(cell).to_have_attribute("aria-sort", first)
        expect(status).to_contain_text(header.lower())
        assert names(page) == NATURAL[header]

        link.press("Enter")
        expect(cell).to_have_attribute("aria-sort", second)
        assert names(page) == REVERSED[header]

        link.click()
        expect(page.locator("th[aria-sort]")).to_have_count(0)
        expect(status).to_contain_text("như ban đầu")
        assert names(page) == [row[0] for row in ROWS]
        assert page.url == "about:blank"


@pytest.mark.parametrize("path", YEARS)
def test_every_head_gives_the_order_of_the_page_it_leads_to(browser: Browser, address: str, path: str) -> None:
    with browser.new_context() as context, browser.new_context(java_script_enabled=False) as plain:
        page, other = context.new_page(), plain.new_page()
        page.goto(address + path)
        regions = page.locator(".sap-xep")
        seen = 0
        for number in range(regions.count()):
            region = regions.nth(number)
            label = region.get_attribute("aria-label")
            links = region.locator("a.xep").all()
            for link in [a for a in links if not a.evaluate("a => a.closest('th').ariaSort")]:
                other.goto(link.evaluate("a => a.href"))
                anchor = other.url.partition("#")[2]
                same = other.locator(f"[id='{anchor}'] ~ .sap-xep").first
                assert same.get_attribute("aria-label") == label
                link.click()
                rows = "tbody tr td:first-child"
                assert region.locator(rows).all_inner_texts() == same.locator(rows).all_inner_texts()
                column = other.locator("th[aria-sort] a.xep").first
                expect(column).to_have_attribute("data-theo", link.get_attribute("data-theo") or "")
                seen += 1
        assert seen >= 3
        assert page.url == address + path


def test_a_head_opens_its_page_where_the_reader_asks_for_it(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGES["dti-2022"])
        with context.expect_page() as opened:
            page.get_by_role("link", name="Điểm", exact=True).click(modifiers=["Control"])
        opened.value.wait_for_url("**/theo-diem-tong-the/*")
        expect(page.locator("th[aria-sort=descending]")).to_have_count(0)


def test_without_javascript_a_head_leads_to_its_page(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + PAGES["dti-2022"])
        expect(page.locator("th[aria-sort=ascending]").first).to_have_text("Hạng")
        page.get_by_role("link", name="Điểm", exact=True).click()
        page.wait_for_url("**/theo-diem-tong-the/#bang-63")
        expect(page.locator("th[aria-sort=descending]")).to_have_text("Điểm")
        page.get_by_role("link", name="Hạng", exact=True).click()
        page.wait_for_url(f"**/{PAGES['dti-2022']}#bang-63")


def test_only_pages_with_such_tables_load_the_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for path, count in (("", 0), (PAGES["bac-kan"], 0), (PAGES["dti-2022"], 1)):
            page.goto(address + path)
            expect(page.locator("script[src*=sort-tables]")).to_have_count(count)
