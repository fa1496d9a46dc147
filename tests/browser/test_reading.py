"""What helps to read: source notes in place, text size and contrast, the grid."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PAGES, WIDTHS
from tests.browser.visits import opened

pytestmark = pytest.mark.browser

PROVINCE, EVENT = PAGES["bac-kan"], PAGES["su-kien-2022"]


@pytest.mark.parametrize("width", WIDTHS)
def test_source_mark_opens_the_paragraph_in_place(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, EVENT, width, has_touch=width < 960) as page:
        mark = page.locator("a.nguon").first
        number = (mark.get_attribute("href") or "").rpartition("-")[2]
        if width < 960:
            mark.tap()
        else:
            mark.focus()
            page.keyboard.press("Enter")
        note = page.get_by_role("dialog")
        expect(note).to_be_in_viewport()
        expect(note.locator(".nhan")).to_contain_text(f"đoạn {number}")
        told = note.locator(".doan-nguon__chu").inner_text().split()
        page.keyboard.press("Escape")
        expect(note).not_to_be_visible()
        expect(mark).to_be_focused()
        mark.click()
        note.get_by_role("link", name="Đọc trong bài tóm tắt").click()
        page.wait_for_url(f"**/bai-viet/*/#doan-{number}")
        assert page.locator(f"#doan-{number}").inner_text().split()[-len(told) :] == told


@pytest.mark.parametrize("width", WIDTHS)
def test_text_size_and_contrast_stay_chosen(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, PROVINCE, width) as page:
        size, ink = _style(page, "html", "fontSize"), _style(page, ".md-typeset p", "color")
        page.locator(".hien-thi summary").click()
        page.get_by_label("Rất lớn").check()
        page.get_by_label("Cao", exact=True).check()
        page.keyboard.press("Escape")
        expect(page.get_by_label("Rất lớn")).not_to_be_visible()
        page.goto(address + EVENT)
        assert float(_style(page, "html", "fontSize")[:-2]) > 1.25 * float(size[:-2])
        assert _style(page, ".md-typeset p", "color") != ink
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_without_end_stays_on_the_screen(browser: Browser, address: str, width: int) -> None:
    """An address for a name, say, wherever texts of articles stand: headings, facts, lists, paragraphs."""
    with opened(browser, address, PAGES["bai-viet"], width) as page:
        page.locator(".md-content").evaluate(
            "c => c.querySelectorAll('h1, h2, dd, li a, p').forEach(e => e.append(' ' + 'nghiêng'.repeat(40)))"
        )
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", WIDTHS)
def test_grid_shows_what_is_chosen_without_javascript(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, "", width, java_script_enabled=False) as page:
        expect(page.locator(".luoi-34")).to_be_visible()
        expect(page.locator(".luoi-63")).not_to_be_visible()
        page.get_by_label("63 tỉnh, thành").check()
        expect(page.locator(".luoi-34")).not_to_be_visible()
        tile = page.locator(".luoi-63 a.o").filter(has_text="Bắc Kạn")
        expect(tile.locator(".so-bai")).to_be_visible()
        page.get_by_label("hạng DTI").check()
        expect(tile.locator(".so-bai")).not_to_be_visible()
        expect(tile.locator(".so-dti")).to_have_text("63")
        tile.click()
        page.wait_for_url("**/tinh/bac-kan/")


def _style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}"))
