"""Opening a page of the built site as a test wants it: alone on its host, quiet, and fully drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.chromium import HEIGHT

DRAWN = """async () => {
    await document.fonts.ready;
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@contextmanager
def visitor(browser: Browser, address: str, width: int = 1280, **options: Any) -> Iterator[BrowserContext]:
    """A reader's own browser at a width; whatever its pages complain of or call elsewhere fails the test."""
    options = {"viewport": {"width": width, "height": HEIGHT}, "locale": "vi-VN", "reduced_motion": "reduce"} | options
    context = browser.new_context(**options)
    context.set_default_timeout(10_000)
    complaints: list[str] = []
    context.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else complaints.append(r.url))
    context.on("response", lambda r: complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    context.on(
        "console", lambda m: complaints.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None
    )
    context.on("weberror", lambda e: complaints.append(f"exception: {e.error}"))
    try:
        yield context
        nothing(complaints)
    finally:
        context.close()


@contextmanager
def opened(browser: Browser, address: str, path: str, width: int = 1280, **options: Any) -> Iterator[Page]:
    """A page open at a width, once nothing more is loaded; see `visitor`."""
    with visitor(browser, address, width, **options) as context:
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        yield page


def drawn(page: Page, url: str) -> Page:
    """The page with another address open, its fonts there and its first frames painted."""
    page.goto(url)
    page.evaluate(DRAWN)
    return page


def nothing(findings: Iterable[str]) -> None:
    """Fail with the findings, each on a line of its own, if there are any."""
    told = list(findings)
    if told:
        pytest.fail("\n".join(told), pytrace=False)
