"""The pages under their content security policy: all that readers use works, and nothing else runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.visits import nothing, visitor
from tests.site.live import serving
from tests.site.preview_project import PAGE, small_project

pytestmark = pytest.mark.browser

Kinds = dict[str, tuple[str, ...]]

NOTED = """document.addEventListener("securitypolicyviolation", e =>
    (window.refused ||= []).push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))"""
INTRUDER = """() => {
    const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
    add("script", { textContent: "window.ran = 1" });
    add("script", { src: "data:text/javascript,window.ran = 2" });
    document.body.insertAdjacentHTML("beforeend", `<a href="javascript:window.ran = 3" id="bad">x</a>
        <b style="color: red" onclick="window.ran = 4" id="worse">x</b><object data="/"></object>`);
    document.getElementById("bad").click();
    document.getElementById("worse").click();
}"""


def refused(page: Page) -> list[str]:
    """What the policy has refused since the page was opened."""
    return [f"{page.url}: {told}" for told in page.evaluate("window.refused ?? []")]


def test_nothing_that_a_page_of_any_kind_does_is_refused(browser: Browser, address: str, kinds: Kinds) -> None:
    with visitor(browser, address) as context:
        context.add_init_script(NOTED)
        page = context.new_page()
        for kind in KINDS:
            page.goto(address + kinds[kind][0])
            page.locator("label[for^=__palette]:visible").click()
            page.locator("details.hien-thi > summary").click()
            page.get_by_label("Rất lớn").check()
            page.locator("details.muc-luc > summary").evaluate("e => e.click()")
            nothing(refused(page))


def test_nothing_that_readers_use_is_refused(browser: Browser, address: str) -> None:
    with visitor(browser, address) as context:
        context.add_init_script(NOTED)
        page = context.new_page()
        page.goto(address)
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        page.locator("label[for^=__palette]:visible").click()
        expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme or "")
        page.locator("#tim-o-dau").press_sequentially("bac kan")
        expect(page.get_by_role("option").first).to_be_visible()
        nothing(refused(page))
        page.locator("#tim-o-dau").press("Enter")
        expect(page.locator("#tim-ket-qua > li").first).to_be_visible()
        nothing(refused(page))
        page.goto(f"{address}dong-thoi-gian/")
        untouched = page.locator(".so-muc [role=status]").inner_text()
        page.get_by_label("Tỉnh, thành", exact=True).select_option(label="Bắc Ninh")
        expect(page.locator(".so-muc [role=status]")).not_to_have_text(untouched)
        nothing(refused(page))
        page.goto(f"{address}su-kien/ngay-chuyen-doi-so-quoc-gia-2022/")
        page.locator("a.nguon").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        nothing(refused(page))


def test_whatever_else_came_into_a_page_does_not_run(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(NOTED)
        page = context.new_page()
        page.goto(address)
        page.evaluate(INTRUDER)
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") is None
        told = {line.split()[1] for line in refused(page)}
        assert {"script-src-elem", "script-src-attr", "style-src-attr", "object-src"} <= told


def test_the_preview_keeps_the_policy(browser: Browser, tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    with (
        serving(project, tmp_path / "log", "portal", "preview", "--address") as preview,
        visitor(browser, f"http://{preview.address}/") as context,
    ):
        context.add_init_script(NOTED)
        page = context.new_page()
        with page.expect_request("**/.preview/after/*"):
            page.goto(f"http://{preview.address}/{PAGE}")
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        nothing(refused(page))
