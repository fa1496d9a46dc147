"""The built pages in a real browser: quiet, alone on their host, within the screen, usable without JavaScript."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import HEIGHT, PAGES, WIDTHS
from tests.browser.kinds import KINDS
from tests.browser.visits import drawn, nothing, opened, visitor
from tests.site.link_graph import Site
from tests.site.project import built_site

pytestmark = pytest.mark.browser

Kinds = dict[str, tuple[str, ...]]

EVENT = PAGES["su-kien-2022"]
NARROWEST = 320  # CSS pixels, WCAG 2.2 criterion 1.4.10
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
# What scripts add or take away: controls, what they announce, and the mark of the day of reading.
CONTROLS = "button, form, summary, output, dialog, noscript, [popover], [role=status], [aria-live], .hom-nay"
# Pages about what the reader types, keeps or chooses: without JavaScript they say so, and where else to look.
OF_THE_READER = {"index_comparison", "saved", "search"}
WORDS = """left_out => {
    const words = [], root = document.querySelector("article") || document.querySelector("main");
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
        if (!texts.currentNode.parentElement.closest("script, style, " + left_out))
            words.push(...texts.currentNode.data.split(/\\s+/).filter(Boolean));
    return words;
}"""


def test_every_page_is_of_a_kind(kinds: Kinds, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert sorted(kinds) == sorted(KINDS)
    site = Site(built_site(tmp_path_factory))
    known = {path.partition("/")[0] for paths in kinds.values() for path in paths}
    pages = [file for file, page in site.pages.items() if not page.redirect]
    nothing(file for file in pages if file.partition("/")[0] not in known | {"index.html"})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_page_is_quiet_and_fits_the_screen(browser: Browser, address: str, kinds: Kinds, kind: str, width: int) -> None:
    for path in kinds[kind]:
        with opened(browser, address, path, width) as page:
            expect(page.locator("h1")).to_be_visible()
            for narrow in (width, NARROWEST) if width == min(WIDTHS) else (width,):
                page.set_viewport_size({"width": narrow, "height": HEIGHT})
                nothing(f"/{path} too wide for {narrow}: {element}" for element in page.evaluate(TOO_WIDE))
                assert page.evaluate("document.scrollingElement.scrollWidth") <= narrow, path


@pytest.mark.parametrize("width", WIDTHS)
def test_source_mark_leads_to_the_paragraph_and_marks_it(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, EVENT, width, java_script_enabled=False) as page:
        page.locator("a.nguon").first.click()
        page.wait_for_url("**/bai-viet/*/#doan-*")
        paragraph = page.locator(f"#{page.url.partition('#')[2]}")
        expect(paragraph).to_be_in_viewport()
        top = paragraph.bounding_box()
        header = page.locator("header").first
        assert top
        if header.evaluate("e => getComputedStyle(e).position") in ("sticky", "fixed"):
            box = header.bounding_box()
            assert box
            assert top["y"] >= box["y"] + box["height"]
        marked = paragraph.evaluate("e => getComputedStyle(e).backgroundColor")
        assert marked != page.locator(".doan:not(:target)").first.evaluate("e => getComputedStyle(e).backgroundColor")


@pytest.mark.parametrize("kind", sorted({*KINDS} - OF_THE_READER))
def test_page_says_the_same_without_javascript(browser: Browser, address: str, kinds: Kinds, kind: str) -> None:
    with (
        visitor(browser, address) as scripted,
        visitor(browser, address, java_script_enabled=False) as plain,
    ):
        for path in kinds[kind]:
            with_scripts = drawn(scripted.new_page(), address + path)
            without = plain.new_page()
            without.goto(address + path)
            expect(without.locator("h1")).to_be_visible()
            missed = words(with_scripts, CONTROLS) - words(without, "noscript")
            nothing(f"/{path} only with JavaScript: {word}" for word in missed)
            missed = words(without, CONTROLS) - words(with_scripts, "noscript")
            nothing(f"/{path} only without JavaScript: {word}" for word in missed)


@pytest.mark.parametrize("kind", sorted(OF_THE_READER))
def test_page_of_the_reader_says_that_it_needs_javascript(
    browser: Browser, address: str, kinds: Kinds, kind: str
) -> None:
    for path in kinds[kind]:
        with opened(browser, address, path, java_script_enabled=False) as page:
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator("main noscript").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_sections_are_reached_without_javascript(
    browser: Browser, address: str, kinds: Kinds, kind: str, width: int
) -> None:
    with visitor(browser, address, width, java_script_enabled=False) as context:
        page = context.new_page()
        for path in kinds[kind]:
            page.goto(address + path)
            links = page.locator("header, nav").get_by_role("link", name="Dòng thời gian", exact=True)
            links.filter(visible=True).first.click()
            page.wait_for_url("**/dong-thoi-gian/")
            expect(page.locator("h1")).to_be_visible()


def words(page: Page, left_out: str) -> Counter[str]:
    """The words of the page's main part, outside the elements left out."""
    return Counter(page.evaluate(WORDS, left_out))
