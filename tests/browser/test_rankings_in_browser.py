"""Provinces are compared: chosen, drawn, kept in the address; the page says everything without JavaScript too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import WIDTHS

pytestmark = pytest.mark.browser

COMPARE = "chi-so/dti/so-sanh/"
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    const within = node => (node?.closest ? node : node?.parentElement)?.closest("article");
    const ours = entry => entry.sources.some(source => within(source.node));
    new PerformanceObserver(list => list.getEntries().filter(ours).forEach(e => { sum += e.value; }))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 400);
})"""


@contextmanager
def opened(browser: Browser, url: str, width: int = 1280, *, script: bool = True) -> Iterator[Page]:
    """A page open in a context of its own; an error in a script fails the test."""
    with browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script) as context:
        context.set_default_timeout(10_000)
        errors: list[str] = []
        context.on("weberror", lambda e: errors.append(str(e.error)))
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        yield page
        assert errors == []


def chosen(page: Page) -> list[str]:
    """The names beside the chart, in their order."""
    return page.locator(".chu-giai li:has(button) > span").all_inner_texts()


def add(page: Page, name: str) -> None:
    """Choose a name in the list and press the button."""
    page.get_by_label("Thêm tỉnh, thành phố").select_option(label=name)
    page.get_by_role("button", name="Thêm", exact=True).click()


def test_provinces_are_added_and_removed(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{COMPARE}?tinh=") as page:
        assert chosen(page) == []
        status = page.get_by_role("status")
        expect(status).to_have_text("Chưa chọn nơi nào.")
        add(page, "Hà Nội")
        add(page, "Bắc Kạn")
        assert chosen(page) == ["Hà Nội", "Bắc Kạn"]
        assert page.url.endswith("?tinh=ha-noi&tinh=bac-kan")
        expect(status).to_contain_text("Đã thêm Bắc Kạn. Đang so sánh 2 nơi.")
        add(page, "Bắc Kạn")
        expect(status).to_contain_text("đã có")
        page.get_by_role("button", name="Bỏ Hà Nội").click()
        assert chosen(page) == ["Bắc Kạn"]
        expect(page.get_by_role("button", name="Bỏ Bắc Kạn")).to_be_focused()
        page.get_by_role("button", name="Bỏ Bắc Kạn").press("Enter")
        expect(page.get_by_label("Thêm tỉnh, thành phố")).to_be_focused()
        assert page.url.endswith("?tinh=")


def test_a_fifth_is_refused_with_a_message(browser: Browser, address: str) -> None:
    with opened(browser, address + COMPARE) as page:
        before = chosen(page)
        assert len(before) == 4
        add(page, "Quảng Ninh")
        expect(page.get_by_role("status")).to_contain_text("tới 4 nơi")
        assert chosen(page) == before
        page.goto(f"{address}{COMPARE}?tinh=hue&tinh=ha-noi&tinh=bac-kan&tinh=tra-vinh&tinh=quang-ninh")
        expect(page.get_by_role("status")).to_contain_text("tới 4 nơi")
        assert chosen(page) == ["Huế", "Hà Nội", "Bắc Kạn", "Trà Vinh"]


def test_reload_and_back_keep_the_choice(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{COMPARE}?tinh=hue") as page:
        add(page, "Bắc Kạn")
        page.reload()
        assert chosen(page) == ["Huế", "Bắc Kạn"]
        page.go_back()
        expect(page.locator(".chu-giai button")).to_have_count(1)
        assert chosen(page) == ["Huế"]
        page.go_forward()
        expect(page.locator(".chu-giai button")).to_have_count(2)


def test_a_name_of_two_units_shows_both_and_an_unknown_one_none(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{COMPARE}?tinh=hai-phong&tinh=khong-co&tinh=%3Cb%3E") as page:
        assert chosen(page) == ["Hải Phòng (đến 30/6/2025)", "Hải Phòng (từ 1/7/2025)"]
        assert page.locator(".ve .duong").count() == 0


def test_the_chart_and_its_table_say_what_the_table_of_all_says(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{COMPARE}?tinh=hue&tinh=bac-kan") as page:
        for column, unit in enumerate(("hue", "bac-kan"), start=1):
            row = page.locator(f".bang-hang tr:has([data-don-vi={unit}])")
            cells = row.locator("td").all_inner_texts()[1:]
            assert page.locator(f".bang-chon tbody td:nth-child({column + 1})").all_inner_texts() == cells
            ranks = row.locator("[data-hang]")
            points = page.locator(f".ve a:has(.kieu-{column})")
            assert points.count() == ranks.count() > 1
            sources = row.locator("[data-hang] ~ .nguon").evaluate_all("links => links.map(a => a.href)")
            told = points.evaluate_all("links => links.map(a => new URL(a.getAttribute('href'), location).href)")
            assert set(told) <= set(sources)
        shown = set(page.locator(".ve .hang").all_text_contents())
        assert shown == set(page.locator(".bang-chon [data-hang]").all_inner_texts())


def test_a_point_leads_to_the_paragraph_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{COMPARE}?tinh=hue") as page:
        point = page.locator(".ve a").first
        point.focus()
        point.press("Enter")
        page.wait_for_url("**/bai-viet/*/#doan-*")


def test_the_page_came_with_the_chart_that_the_script_draws(browser: Browser, address: str) -> None:
    drawn = ".ve path, .ve text, .truc text"
    attributes = "list => list.map(e => [e.getAttribute('transform'), e.getAttribute('d'), e.textContent])"
    with opened(browser, address + COMPARE) as page:
        told = page.locator(drawn).evaluate_all(attributes)
        rounded = [[_rounded(place), form, text] for place, form, text in told]
    with opened(browser, address + COMPARE, script=False) as page:
        came = page.locator(drawn).evaluate_all(attributes)
        expect(page.locator("form.chon")).to_be_hidden()
        assert page.locator(".bang-chon td").count() > 8
    assert sorted(rounded, key=str) == sorted([[_rounded(place), form, text] for place, form, text in came], key=str)


def _rounded(place: str | None) -> list[int] | None:
    return [round(float(n)) for n in place.removeprefix("translate(").rstrip(")").split()] if place else None


@pytest.mark.parametrize("width", [*WIDTHS, 320])
@pytest.mark.parametrize("query", ["", "?tinh=hue", "?tinh=hai-phong&tinh=ho-chi-minh"])
def test_nothing_moves_when_the_script_starts(browser: Browser, address: str, width: int, query: str) -> None:
    with opened(browser, address + COMPARE + query, width) as page:
        assert page.evaluate(SHIFTS) < 0.02
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_page_of_a_province_leads_to_its_comparison(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}chi-so/dti/thai-nguyen/") as page:
        page.get_by_role("link", name="So sánh thứ hạng").click()
        page.wait_for_url("**/so-sanh/?tinh=*")
        assert chosen(page) == ["Thái Nguyên (đến 30/6/2025)", "Bắc Kạn"]
