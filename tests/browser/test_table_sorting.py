"""Tables sort by the meaning of their cells; without JavaScript they stay as they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PAGES
from tests.site.project import ROOT

pytestmark = pytest.mark.browser

SCRIPT = ROOT / "theme_overrides" / "javascripts" / "sort-tables.js"
ROWS = [
    ("Đồng Tháp", "hạng 10", "0,8002", "10/10/2022"),
    ("Bắc Kạn", "hạng 9/63", "chưa rõ", "4/2022"),
    ("An Giang", "1.131", "93,6%", "2021"),
    ("Đà Nẵng", "2", "0,5", "22/4/2022"),
    ("Huế", "—", "1.131", ""),
]
HEADERS = ("Tỉnh, thành", "Hạng", "Điểm", "Ngày")
UPWARDS = {
    "Tỉnh, thành": ["An Giang", "Bắc Kạn", "Đà Nẵng", "Đồng Tháp", "Huế"],
    "Hạng": ["Đà Nẵng", "Bắc Kạn", "Đồng Tháp", "An Giang", "Huế"],
    "Điểm": ["Đà Nẵng", "Đồng Tháp", "An Giang", "Huế", "Bắc Kạn"],
    "Ngày": ["An Giang", "Bắc Kạn", "Đà Nẵng", "Đồng Tháp", "Huế"],
}
UNKNOWN = {"Hạng": "Huế", "Điểm": "Bắc Kạn", "Ngày": "Huế"}


def table() -> str:
    """A sortable table as the pages have it."""
    head = "".join(f"<th>{header}</th>" for header in HEADERS)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return f'<div class="sap-xep"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def names(page: Page) -> list[str]:
    """The first column from the top down."""
    return page.locator("tbody tr td:first-child").all_inner_texts()


@pytest.mark.parametrize("header", HEADERS)
def test_a_column_sorts_up_down_and_back(browser: Browser, header: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(table())
        page.add_script_tag(path=SCRIPT)
        cell = page.locator("th").filter(has_text=header)
        button = cell.get_by_role("button")

        button.click()
        expect(cell).to_have_attribute("aria-sort", "ascending")
        assert names(page) == UPWARDS[header]

        button.press("Enter")
        expect(cell).to_have_attribute("aria-sort", "descending")
        last = [UNKNOWN[header]] if header in UNKNOWN else []
        assert names(page) == [n for n in reversed(UPWARDS[header]) if n not in last] + last

        button.click()
        expect(cell).not_to_have_attribute("aria-sort", "descending")
        assert names(page) == [row[0] for row in ROWS]


def test_the_dti_table_of_a_year_sorts(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGES["dti-2022"])
        sortable = page.locator(".sap-xep table").first
        first = sortable.locator("tbody tr td:first-child")
        before = first.all_inner_texts()
        button = sortable.locator("th button").first
        button.click()
        button.click()
        assert sorted(first.all_inner_texts()) == sorted(before)
        expect(sortable.locator("th").first).to_have_attribute("aria-sort", "descending")
        button.click()
        assert first.all_inner_texts() == before


def test_without_javascript_no_header_pretends_to_sort(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + PAGES["dti-2022"])
        expect(page.locator(".sap-xep table").first).to_be_visible()
        assert page.locator("th button").count() == 0
