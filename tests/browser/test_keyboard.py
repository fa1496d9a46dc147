"""By keyboard alone from the home page to the paragraph that tells a fact, the focus in sight at each step."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.check import Checked
from tests.browser.chromium import WIDTHS
from tests.browser.visits import drawn, visitor

pytestmark = pytest.mark.browser

LONGEST_WAY = 600  # stops of the focus on one page
# What is wrong with the focus: nowhere, out of sight, below something else, or not marked. Empty if all is well.
# A control that is not drawn itself is seen through its label.
FOCUS = """() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "lost";
    const boxes = e => [...e.getClientRects()].filter(b => b.width > 1 && b.height > 1);
    const labels = [...(focused.labels || []), focused.nextElementSibling].filter(e => e?.matches("label"));
    const e = [focused, ...labels].find(e => boxes(e).length), name = focused.outerHTML.slice(0, 120);
    if (!e) return "not drawn: " + name;
    const box = boxes(e)[0], x = box.x + box.width / 2, y = box.y + box.height / 2;
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "out of sight: " + name;
    const top = document.elementFromPoint(x, y);
    if (!top || !(e.contains(top) || top.contains(e))) return "covered: " + name;
    const style = getComputedStyle(e);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return outline || style.boxShadow !== "none" ? "" : "not marked: " + name;
}"""


def stops(page: Page) -> Iterator[str]:
    """Press Tab again and again: the address of each link that gets the focus ("" for a control)."""
    for _ in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        yield focused(page)


def focused(page: Page) -> str:
    """The address of the link that has the focus ("" for a control); fails unless the focus is in sight and marked."""
    assert page.evaluate(FOCUS) == ""
    return str(page.evaluate("document.activeElement.href || ''"))


def tab_to(page: Page, wanted: re.Pattern[str]) -> None:
    """Go on by Tab until a link to a wanted address has the focus."""
    assert any(wanted.search(href) for href in stops(page)), f"no link to {wanted.pattern} on {page.url}"


def follow(page: Page, wanted: re.Pattern[str]) -> None:
    """Go to a link by Tab and open it by Enter."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


@pytest.fixture
def with_events(real: Checked) -> re.Pattern[str]:
    """The addresses of provinces with events."""
    library = real.library
    assert library
    names = [
        name.slug
        for name in library.registries.provinces.values()
        if any(library.shelf(f"unit/{unit.id}/events").counts for unit in library.succession.gathered(name))
    ]
    return re.compile(f"/tinh/({'|'.join(names)})/$")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_home_to_the_paragraph_that_tells_a_fact(
    browser: Browser, address: str, with_events: re.Pattern[str], width: int, scripts: bool
) -> None:
    source = re.compile(r"/bai-viet/[^/]+/#doan-\d+$")
    with visitor(browser, address, width, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(address)
        follow(page, with_events)
        follow(page, re.compile(r"/su-kien/[^/]+/$"))
        tab_to(page, source)
        page.keyboard.press("Enter")
        if scripts:  # the paragraph opens in place, and has the focus until Escape gives it back
            dialog = page.get_by_role("dialog")
            expect(dialog).to_be_visible()
            page.keyboard.press("Escape")
            expect(dialog).not_to_be_visible()
            assert source.search(focused(page))
            page.keyboard.press("Enter")
            expect(dialog).to_be_visible()
            if not source.search(focused(page)):
                tab_to(page, source)
            page.keyboard.press("Enter")
        page.wait_for_url(source)
        expect(page.locator(f"#{page.url.partition('#')[2]}")).to_be_in_viewport()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_skip_link_is_first_and_skips(browser: Browser, address: str, width: int) -> None:
    with visitor(browser, address, width) as context:
        page = drawn(context.new_page(), address)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == ""
        assert page.evaluate("document.activeElement.classList.contains('md-skip')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == ""
        assert page.evaluate("!!document.activeElement.closest('main')")
