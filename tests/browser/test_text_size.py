"""Text at 200 % (WCAG 2.2 criterion 1.4.4): by the browser's zoom, and by larger letters alone, nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import HEIGHT
from tests.browser.kinds import KINDS
from tests.browser.visits import DRAWN, drawn, nothing, visitor

pytestmark = pytest.mark.browser

# Texts on the screen: how much each has grown since this was first asked, and whether a box around it cuts it off.
TEXTS = """() => {
    window.sizes ||= new WeakMap();
    const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        const size = parseFloat(getComputedStyle(parent).fontSize);
        if (!sizes.has(node)) sizes.set(node, size);
        if (!node.data.trim() || parent.closest("svg, script, style, noscript, [aria-hidden=true]")) continue;
        if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        let cut = false, hidden = false;
        for (let a = parent; a && a !== document.body; a = a.parentElement) {
            const style = getComputedStyle(a), around = a.getBoundingClientRect();
            if (around.width <= 1 || around.height <= 1 || style.clipPath !== "none") hidden = true;
            if (/hidden|clip/.test(style.overflowX))
                cut ||= box.right > around.right + 1 || box.left < around.left - 1;
            if (/hidden|clip/.test(style.overflowY))
                cut ||= box.bottom > around.bottom + 2 || box.top < around.top - 2;
            if (style.position === "fixed") break;
        }
        if (!hidden) texts.push({text: node.data.trim().slice(0, 60), growth: size / sizes.get(node), cut});
    }
    return texts;
}"""
DOUBLED = """() => {
    const root = document.documentElement;
    root.style.setProperty("font-size", 2 * parseFloat(getComputedStyle(root).fontSize) + "px", "important");
}"""


# What reaches out of the screen, unless a box that fits holds it.
WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", KINDS)
def test_zoomed_to_200_percent_nothing_is_lost(
    browser: Browser, address: str, kinds: dict[str, tuple[str, ...]], kind: str
) -> None:
    zoomed = {"width": 640, "height": HEIGHT // 2}
    with visitor(browser, address, viewport=zoomed, device_scale_factor=2) as context:
        page = context.new_page()
        for path in kinds[kind]:
            drawn(page, address + path)
            nothing(f"/{path} too wide: {element}" for element in page.evaluate(WIDE))
            nothing(f"/{path} cut: {text['text']}" for text in page.evaluate(TEXTS) if text["cut"])


@pytest.mark.parametrize("kind", KINDS)
def test_letters_of_200_percent_grow_everywhere_and_lose_nothing(
    browser: Browser, address: str, kinds: dict[str, tuple[str, ...]], kind: str
) -> None:
    with visitor(browser, address) as context:
        page = context.new_page()
        for path in kinds[kind]:
            drawn(page, address + path).evaluate(TEXTS)
            page.evaluate(DOUBLED)
            page.evaluate(DRAWN)
            nothing(f"/{path} too wide: {element}" for element in page.evaluate(WIDE))
            texts = page.evaluate(TEXTS)
            nothing(f"/{path} cut: {text['text']}" for text in texts if text["cut"])
            nothing(f"/{path} stays small: {text['text']}" for text in texts if text["growth"] < 1.9)
