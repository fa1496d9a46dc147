"""Below articles, events and provinces: links that work without JavaScript, and buttons that do what they say."""

from __future__ import annotations

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

ARTICLE = "bai-viet/bac-kan-day-manh-tuyen-truyen-chuyen-doi-so/"
CANONICAL = "http://localhost:8000/"
PAGES = [ARTICLE, "tinh/bac-kan/", "su-kien/ngay-chuyen-doi-so-quoc-gia-2022/", "su-kien/ngay-chuyen-doi-so-quoc-gia/"]


@pytest.mark.parametrize("path", PAGES)
def test_plain_links_hand_over_the_address_of_the_page(browser: Browser, address: str, path: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + path)
        bar = page.get_by_role("group", name="Chia sẻ, lưu và in trang này")
        hrefs = [link.get_attribute("href") or "" for link in bar.get_by_role("link", name="Chia sẻ qua").all()]
        zalo, facebook = (parse_qs(urlsplit(href).query) for href in hrefs)
        assert json.loads(base64.b64decode(zalo["d"][0])) == {"url": CANONICAL + path}
        assert facebook["u"] == [CANONICAL + path]
        expect(bar.get_by_role("button")).to_have_count(0)


def test_the_address_is_copied_and_said_to_be(browser: Browser, address: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(address + ARTICLE)
        page.get_by_role("button", name="Chép liên kết").click()
        expect(page.locator(".chia-se").get_by_role("status")).to_have_text("Đã chép liên kết.")
        assert page.evaluate("navigator.clipboard.readText()") == CANONICAL + ARTICLE


def test_a_page_is_kept_listed_and_dropped(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + ARTICLE)
        title = page.locator("h1").inner_text()
        keep = page.get_by_role("button", name="Lưu trang")
        expect(keep).to_have_attribute("aria-pressed", "false")
        keep.press("Enter")
        expect(keep).to_have_attribute("aria-pressed", "true")
        page.reload()
        expect(keep).to_have_attribute("aria-pressed", "true")

        page.get_by_role("link", name="Trang đã lưu").click()
        kept = page.locator("#da-luu").get_by_role("link")
        expect(kept).to_have_text([title])
        kept.click()
        expect(page).to_have_url(address + ARTICLE)
        page.go_back()
        page.get_by_role("button", name=f"Bỏ lưu: {title}").click()
        expect(page.locator("#da-luu")).to_contain_text("Bạn chưa lưu trang nào.")


def test_a_list_that_others_spoiled_counts_as_none(browser: Browser, address: str) -> None:
    spoiled = json.dumps([{"path": "javascript:alert(1)", "title": "a"}, {"path": "//x.test/", "title": "b"}, 1, None])
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + "da-luu/")
        page.evaluate("text => localStorage.setItem('trang-da-luu', text)", spoiled)
        page.reload()
        expect(page.locator("#da-luu")).to_contain_text("Bạn chưa lưu trang nào.")
        expect(page.locator("#da-luu a")).to_have_count(0)


def test_no_link_to_a_feed_makes_the_theme_look_for_a_sitemap(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.goto(address + "tinh/bac-kan/", wait_until="networkidle")
        assert [url for url in requested if url.endswith("sitemap.xml")] == []
