"""The preview on a phone: the notice of an error comes and goes by itself, and leaves the page readable."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.project import change
from tests.site.live import serving
from tests.site.preview_project import ARTICLE, PAGE, WORDS, small_project

PHONE: ViewportSize = {"width": 390, "height": 844}
BOUND = 30_000  # milliseconds

pytestmark = pytest.mark.browser


def test_the_notice_of_an_error_comes_and_goes_by_itself(browser: Browser, tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    with (
        serving(project, tmp_path / "log", "portal", "preview", "--address") as preview,
        browser.new_context(viewport=PHONE) as context,
    ):
        page = context.new_page()
        page.goto(f"http://{preview.address}/{PAGE}")
        notice = page.get_by_role("region", name="Lỗi của bản xem trước")
        expect(notice).to_have_count(0)

        change(project, ARTICLE, "review: approved", "review: aproved")
        expect(notice).to_contain_text("dòng 7", timeout=BOUND)
        expect(page.get_by_text(WORDS)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        page.mouse.wheel(0, 600)
        expect(notice).to_be_in_viewport()

        change(project, ARTICLE, "review: aproved", "review: approved")
        expect(notice).to_have_count(0, timeout=BOUND)
        change(project, ARTICLE, WORDS, "họp, bàn lại")
        expect(page.get_by_text("họp, bàn lại")).to_be_visible(timeout=BOUND)
