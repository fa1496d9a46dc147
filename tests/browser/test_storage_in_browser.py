"""What the portal keeps in a reader's browser: nothing but what the reader chose, as the page on privacy says."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.visits import visitor

pytestmark = pytest.mark.browser

Kinds = dict[str, tuple[str, ...]]

RIGHTS = "rieng-tu-va-ban-quyen/"
STORED = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
    ...(await indexedDB.databases()).map(held => held.name), ...await caches.keys(),
    ...(await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope),
].filter(Boolean).sort()"""
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("forbidden", "SecurityError") },
})"""
SCHEME = "data-md-color-scheme"


def turn(page: Page) -> None:
    """Press the button for light or dark."""
    page.locator("label[for^=__palette]:visible").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_any_kind_stores_what_nobody_chose(
    browser: Browser, address: str, kinds: Kinds, scheme: str
) -> None:
    with visitor(browser, address, color_scheme=scheme) as context:
        page = context.new_page()
        for kind in KINDS:
            page.goto(address + kinds[kind][0])
            assert (kind, page.evaluate(STORED)) == (kind, [])
        page.goto(f"{address}tim-kiem/?q=bac+kan", wait_until="networkidle")
        assert page.evaluate(STORED) == []
        assert context.cookies() == []


def test_the_page_on_privacy_names_all_that_can_be_stored(browser: Browser, address: str) -> None:
    with visitor(browser, address) as context:
        page = context.new_page()
        page.goto(f"{address}tinh/bac-kan/")
        turn(page)
        page.locator("details.hien-thi > summary").click()
        page.get_by_label("Rất lớn").check()
        page.locator("input[name=tuong-phan]").last.check()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Lưu trang").click()
        stored = page.evaluate(STORED)
        page.goto(address + RIGHTS)
        assert sorted(page.locator(".the dt + dd code").all_inner_texts()) == stored
        assert len(stored) == 4


def test_colours_follow_the_device_until_a_reader_chooses(browser: Browser, address: str) -> None:
    with visitor(browser, address, color_scheme="light") as context:
        page = context.new_page()
        page.goto(address)
        page.emulate_media(color_scheme="dark")
        page.goto(address + RIGHTS)
        expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
        turn(page)
        page.goto(address)
        expect(page.locator("body")).to_have_attribute(SCHEME, "default")
        assert json.loads(page.evaluate("localStorage['/.__palette']"))["index"] == 0


def test_pages_work_where_the_browser_forbids_storage(browser: Browser, address: str) -> None:
    with visitor(browser, address) as context:
        context.add_init_script(FORBIDDEN)
        page = context.new_page()
        for path in ("", "tinh/bac-kan/", "da-luu/", "tim-kiem/?q=bac+kan"):
            page.goto(address + path, wait_until="networkidle")
            turn(page)
            expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
