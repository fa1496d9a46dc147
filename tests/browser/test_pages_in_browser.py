"""The built pages in a real browser: quiet, alone on their host, within the screen, usable without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import HEIGHT, PAGES, WIDTHS

pytestmark = pytest.mark.browser

PROVINCE, EVENT, ARTICLE = PAGES["bac-kan"], PAGES["su-kien-2022"], PAGES["bai-viet"]
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter(e => {
    const box = e.getBoundingClientRect();
    if (!e.checkVisibility() || !box.width || box.right <= innerWidth + 1) return false;
    for (let a = e; a; a = a.parentElement) {
        const style = getComputedStyle(a);
        if (/auto|scroll|hidden|clip/.test(style.overflowX) && a.getBoundingClientRect().right <= innerWidth + 1)
            return false;
        if (style.position === "fixed") return false;
    }
    return true;
}).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""


@contextmanager
def opened(browser: Browser, address: str, path: str, width: int = 1280, **options: Any) -> Iterator[Page]:
    """A page open at a width in a context of its own; whatever it complains of or calls elsewhere fails the test."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="vi-VN", **options)
    context.set_default_timeout(10_000)
    complaints: list[str] = []
    context.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else complaints.append(r.url))
    context.on("response", lambda r: complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    context.on(
        "console", lambda m: complaints.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None
    )
    context.on("weberror", lambda e: complaints.append(f"exception: {e.error}"))
    try:
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        yield page
        assert complaints == []
    finally:
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_page_is_quiet_and_fits_the_screen(browser: Browser, address: str, path: str, width: int) -> None:
    with opened(browser, address, path, width) as page:
        expect(page.locator("h1")).to_be_visible()
        for narrow in {width, 320} if width == 390 else {width}:
            page.set_viewport_size({"width": narrow, "height": HEIGHT})
            assert page.evaluate("document.scrollingElement.scrollWidth") <= narrow, page.evaluate(TOO_WIDE)
            assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_source_mark_leads_to_the_paragraph_and_marks_it(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, EVENT, width) as page:
        page.locator("a.nguon").first.click()
        page.wait_for_url("**/bai-viet/*/#doan-*")
        paragraph = page.locator(f"#{page.url.partition('#')[2]}")
        expect(paragraph).to_be_in_viewport()
        top = paragraph.bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert top
        assert header
        assert top["y"] >= header["y"] + header["height"]
        marked = paragraph.evaluate("e => getComputedStyle(e).backgroundColor")
        assert marked != page.locator(".doan:not(:target)").first.evaluate("e => getComputedStyle(e).backgroundColor")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_page_says_the_same_without_javascript(browser: Browser, address: str, path: str, width: int) -> None:
    with opened(browser, address, path, width) as page:
        told = _words(page)
    with opened(browser, address, path, width, java_script_enabled=False) as page:
        expect(page.locator("h1")).to_be_visible()
        assert _words(page) == told


@pytest.mark.parametrize("width", WIDTHS)
def test_navigation_works_without_javascript(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, PROVINCE, width, java_script_enabled=False) as page:
        link = page.locator(".md-nav--primary").get_by_role("link", name="Dòng thời gian")
        if width < 1220:  # Material's sidebar is a drawer below 76.25em
            page.locator(".md-header label[for=__drawer]").click()
        expect(link).to_be_in_viewport()
        link.click()
        page.wait_for_url("**/dong-thoi-gian/")
        expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_search_finds_a_province(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, "", width) as page:
        if width < 960:
            page.locator(".md-header__button[for=__search]").click()
        else:
            page.locator(".md-search__input").click()
        page.keyboard.type("Bắc Kạn", delay=20)
        found = page.locator(".md-search-result__link").filter(has_text="Bắc Kạn").first
        expect(found).to_be_visible()
        found.click()
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("article").get_by_text("Bắc Kạn").first).to_be_attached()


def _words(page: Page) -> list[str]:
    """What the page's main part shows (screen readers' and printers' view alike), word by word."""
    return page.locator("article").inner_text().split()
