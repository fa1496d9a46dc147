"""The site's own engine of search over a small index of our own: states that real content does not give reliably."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.output.search.index import FOLDER, search_files
from generator.output.search.kinds import EVENT, KIND_NAMES, PROVINCE
from generator.output.search.record import SearchRecord
from tests.browser.visits import DRAWN, visitor

PROVINCES = {"dong-thap": "Đồng Tháp", "hue": "Huế", "ha-noi": "Hà Nội", "an-giang": "An Giang"}
TOWN = "đồng tháp"  # 23 documents, four of them of 2022
MISSPELT = "đồng thpá"  # which no document holds, but
MEANT = "đồng thap"
UNLIKELY = "đồng thác"  # twelve documents hold both words, none of them one behind the other
NOWHERE = "qwxz"
LATE = "mưa lũ"  # the eight oldest documents, which stand in the first of the files with documents
OF_LATE = f"**/{FOLDER}/trang/0-*"
HOUR = 3_600_000
FRAMES = 100  # by then a question that was asked has become a request

# For titles, names, dates and queries; there is no function of this name, so that a call of it fails the test too.
MARKUP = ("<img src=x onerror=xss()>", '"><script>xss()</script>', "${xss()}'")


def _record(name: str, number: int, title: str, **more: Any) -> SearchRecord:
    given: dict[str, Any] = {"kind": EVENT, "entity": False, "provinces": tuple(PROVINCES)} | more
    return SearchRecord(page=f"bai-viet/{name}-{number}.md", title=f"{title} {number}", **given)


def _records() -> Iterator[SearchRecord]:
    for number in range(1, 9):
        yield _record("mua-lu", number, "Bản tin mưa lũ", order=f"2015-10-{number:02}", provinces=())
    for number in range(1, 13):
        lead = "Đoàn nghỉ chân bên thác Bản Giốc."
        yield _record("tham-thac", number, "Hội đồng đi thăm vùng cao", order=f"2018-10-{number:02}", lead=lead)
    for number in range(1, 24):
        year = "2022" if number <= 4 else "2023"
        more = {"lead": "Cuộc họp ở Cao Lãnh bàn việc của năm.", "facts": ("Chủ trì: chủ tịch tỉnh",)}
        day = {"order": f"{year}-10-{number:02}", "date": f"{number}/10/{year}"}
        kind = {"kind": PROVINCE, "entity": True} if number == 23 else {}
        yield _record("hop", number, "Đồng Tháp họp lần", **more, **day, **kind)


@cache
def small_index() -> Mapping[str, str]:
    """43 documents in two segments; see the queries above."""
    return search_files(_records(), KIND_NAMES, PROVINCES, {}, step=4)


@cache
def crowded_index() -> Mapping[str, str]:
    """The same, and so many more with a word of TOWN among their facts that these are not listed."""
    crowd = (_record("dong", number, "Trang", order="2019", facts=("tháp",)) for number in range(4_100))
    return search_files([*_records(), *crowd], KIND_NAMES, PROVINCES, {})


@cache
def hostile_index() -> Mapping[str, str]:
    """For each text of MARKUP, a document that is full of it, and one that has it for another name."""
    records: list[SearchRecord] = []
    for number, text in enumerate(MARKUP):
        full = {"lead": f"{text}</mark><b>x</b>", "facts": (text,), "date": text, "order": "2022"}
        records.append(_record("day", number, f"{text}</mark>", **full))
        records.append(_record("ten-khac", number, "Tên khác", aliases=(text,)))
    return search_files(records, {EVENT: f"Kiểu {MARKUP[0]}"}, dict.fromkeys(PROVINCES, f"Nơi {MARKUP[1]}"), {})


def give(route: Route, files: Mapping[str, str]) -> None:
    """Answer a request as a host of these files does."""
    path = urlsplit(route.request.url).path.removeprefix("/")
    kind = "application/json" if path.endswith(".json") else "text/plain"
    if path in files:
        route.fulfill(body=files[path], content_type=f"{kind}; charset=utf-8")
    else:
        route.fulfill(status=404)


@contextmanager
def searching(
    browser: Browser, address: str, path: str, width: int = 1280, index: Mapping[str, str] | None = None, **options: Any
) -> Iterator[Page]:
    """A page of the site open at a width, its search over the small index or another one; see `visitor`."""
    with visitor(browser, address, width, **options) as context:
        files = index or small_index()
        context.route(f"**/{FOLDER}/**", lambda route: give(route, files))
        page = context.new_page()
        page.goto(address + path)
        yield page


@contextmanager
def late(page: Page) -> Iterator[None]:
    """What LATE finds in the small index is on its way for as long as this lasts; then it has come and is drawn."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(OF_LATE, hold)
    yield
    for _ in range(FRAMES):
        if waiting:
            break
        page.evaluate(DRAWN)
    else:
        pytest.fail("nothing was asked for")
    for route in waiting:
        give(route, small_index())
        response = route.request.response()
        assert response is not None
        response.finished()
    page.unroute(OF_LATE, hold)
    page.evaluate(DRAWN)


@contextmanager
def broken(page: Page) -> Iterator[None]:
    """Instead of what LATE finds comes the page of a network that wants a login first, for as long as this lasts."""

    def intercept(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>Đăng nhập</title>", content_type="text/html; charset=utf-8")

    page.route(OF_LATE, intercept)
    yield
    page.unroute(OF_LATE, intercept)


def stop_clock(page: Page) -> None:
    """Load the page anew, its time standing still until `page.clock.resume()`; what it asks for still comes.

    Its scripts must not know the clock from before: timers of that one could not be cancelled.
    """
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(HOUR)


def wait_in_page(page: Page, until: Callable[[], bool]) -> None:
    """Let as little time pass in a page with a stopped clock as something takes to be so."""
    for _ in range(100):
        if until():
            return
        page.clock.run_for(10)
    pytest.fail("not within a second of the page's time")


def watch(page: Page, selector: str) -> Callable[[], list[str]]:
    """What an element says from now on, each text once it is there."""
    page.evaluate(
        """selector => {
            window.said = [];
            const element = document.querySelector(selector);
            new MutationObserver(() => said.push(element.textContent))
                .observe(element, {childList: true, characterData: true, subtree: true});
        }""",
        selector,
    )
    return lambda: list(page.evaluate("said"))
