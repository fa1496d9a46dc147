"""axe-core's rules (WCAG 2.2 A and AA, and its best practices) on every kind of page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import WIDTHS
from tests.browser.kinds import KINDS
from tests.browser.visits import drawn, nothing, visitor
from tests.quality.tools import axe_source

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: the rule, and the elements it is about."""
    page.evaluate(axe_source())
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_rule_is_broken(
    browser: Browser, address: str, kinds: dict[str, tuple[str, ...]], kind: str, width: int, scheme: str
) -> None:
    with visitor(browser, address, width, color_scheme=scheme) as context:
        page = context.new_page()
        nothing(f"/{path} {broken}" for path in kinds[kind] for broken in violations(drawn(page, address + path)))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_rule_is_broken_in_what_opens(browser: Browser, address: str, scheme: str) -> None:
    with visitor(browser, address, 390, color_scheme=scheme) as context:
        page = drawn(context.new_page(), address)
        for summary in page.locator("header summary").filter(visible=True).all():
            summary.click()
            nothing(violations(page))
            summary.click()


def test_a_broken_rule_is_found(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<title>x</title><main><h1>x</h1><p style='color: #999; background: #fff'>chữ mờ</p></main>")
        assert [found.partition(":")[0] for found in violations(page)] == ["color-contrast", "html-has-lang"]
