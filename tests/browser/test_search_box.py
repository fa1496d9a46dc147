"""The search field in the head of every page: the five best as one types, and nothing before it has the focus."""

from __future__ import annotations

import re
from contextlib import nullcontext
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.pages.search import ENGINE
from tests.browser.chromium import PAGES
from tests.browser.own_index import (
    LATE,
    MARKUP,
    MISSPELT,
    NOWHERE,
    TOWN,
    broken,
    hostile_index,
    late,
    searching,
    stop_clock,
    wait_in_page,
    watch,
)
from tests.browser.test_accessibility import SCHEMES, violations
from tests.browser.visits import DRAWN, nothing, opened, visitor
from tests.site.project import ROOT

pytestmark = pytest.mark.browser

FIELD = "#tim-o-dau"
LOADER = ROOT / "theme_overrides" / "javascripts" / "search-box.js"
NEEDED = [name for name in ENGINE if name != "facets"]  # the field in the head counts nothing
ALL = "Xem tất cả kết quả cho “{}”"
SEARCHING = "Đang tìm…"
STATES = {
    "results": (TOWN, ALL.format(TOWN)),
    "corrected": (MISSPELT, f"Không có “{MISSPELT}”; đây là kết quả cho"),
    "none": (NOWHERE, f"Không có kết quả cho “{NOWHERE}”."),
    "error": (LATE, "Chưa tải được dữ liệu tìm kiếm."),
    "loading": (LATE, SEARCHING),
}
CONDITIONS = {"error": broken, "loading": late}


def found(page: Page, text: str) -> None:
    """Type into the field of the head and wait for the list."""
    page.locator(FIELD).press_sequentially(text)
    expect(page.get_by_role("option").last).to_have_text(ALL.format(text))


def test_nothing_of_search_is_loaded_before_the_field_has_the_focus(browser: Browser, address: str) -> None:
    with opened(browser, address, PAGES["bac-kan"]) as page:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
        page.reload(wait_until="networkidle")
        page.mouse.wheel(0, 500)
        assert [path for path in loaded if "search/" in path or "search.css" in path or "tim-kiem/" in path] == []
        loaded.clear()
        page.locator(FIELD).focus()
        expect(page.get_by_role("combobox", name="Tìm trong cổng")).to_be_focused()
        modules = [path for path in loaded if path.startswith("javascripts/search/")]
        assert sorted(modules) == sorted(f"javascripts/search/{name}.js" for name in ("box", "ask", "results", *NEEDED))


def test_the_loader_names_every_module_of_the_engine() -> None:
    listed = LOADER.read_text(encoding="utf-8").partition("const ENGINE = [")[2].partition("]")[0]
    assert re.findall(r"\w+", listed) == NEEDED


def test_the_best_five_lead_on_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address, "") as page:
        field = page.locator(FIELD)
        found(page, "bac kan")
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(page.get_by_role("option")).to_have_count(6)
        expect(page.get_by_role("option", selected=True)).to_have_count(0)
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("option", selected=True)).to_have_text(ALL.format("bac kan"))
        page.keyboard.press("ArrowDown")
        chosen = page.get_by_role("option", selected=True)
        expect(chosen).to_contain_text("Tỉnh Bắc Kạn")
        expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
        expect(field).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{PAGES['bac-kan']}")


def test_enter_without_a_choice_and_the_last_row_lead_to_all_results(browser: Browser, address: str) -> None:
    odd = "tháp & đồng"
    with searching(browser, address, "") as page:
        found(page, TOWN)
        page.keyboard.press("Enter")
        page.wait_for_url(address + "tim-kiem/?q=" + quote_plus(TOWN))
        page.go_back()
        page.locator(FIELD).fill("")
        found(page, odd)
        page.get_by_text(ALL.format(odd)).click()
        page.wait_for_url(address + "tim-kiem/?q=" + quote_plus(odd))
        expect(page.locator("#tim-gi")).to_have_value(odd)


def test_escape_closes_then_clears_and_tab_leaves(browser: Browser, address: str) -> None:
    with searching(browser, address, "") as page:
        field = page.locator(FIELD)
        found(page, TOWN)
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox")).to_be_hidden()
        expect(field).to_have_value(TOWN)
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("option", selected=True)).to_contain_text("Đồng Tháp họp lần")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        expect(field).to_have_value("")
        found(page, "họp")
        page.keyboard.press("Tab")
        expect(page.get_by_role("listbox")).to_be_hidden()
        expect(page.get_by_role("search", name="Tìm trong cổng").get_by_role("button")).to_be_focused()


def test_a_pointer_opens_a_row(browser: Browser, address: str) -> None:
    with opened(browser, address, "") as page:
        found(page, "bac kan")
        row = page.get_by_role("option").nth(1)
        expect(row).to_contain_text("Tỉnh Thái Nguyên")
        row.click()
        page.wait_for_url("**/tinh/thai-nguyen/")


@pytest.mark.parametrize("text", MARKUP)
def test_no_text_becomes_markup(browser: Browser, address: str, text: str) -> None:
    with searching(browser, address, "", index=hostile_index()) as page:
        page.evaluate("() => { window.hit = 0; window.xss = () => window.hit++ }")
        found(page, text)
        for part in (f"{text}</mark>", f"Kiểu {MARKUP[0]} · Nơi {MARKUP[1]}", f" · {text}"):
            expect(page.get_by_role("listbox")).to_contain_text(part)
        expect(page.locator(".dau__tim :is(img, b, script)")).to_have_count(0)
        assert page.evaluate("window.hit") == 0


def test_the_count_is_announced_once(browser: Browser, address: str) -> None:
    with searching(browser, address, "") as page:
        stop_clock(page)
        page.locator(FIELD).focus()
        status = page.get_by_role("search", name="Tìm trong cổng").get_by_role("status")
        expect(status).to_be_attached()
        said = watch(page, ".dau__tim [role=status]")
        first, rest = TOWN.split(" ")
        for typed, whole in ((first, first), (f" {rest}", TOWN)):
            page.keyboard.type(typed)
            wait_in_page(page, page.get_by_text(ALL.format(whole), exact=True).is_visible)
        assert said() == []
        page.clock.resume()
        expect(status).to_contain_text("23 kết quả")
        assert len(said()) == 1


def test_an_overtaken_answer_is_not_shown(browser: Browser, address: str) -> None:
    with searching(browser, address, "") as page:
        field = page.locator(FIELD)
        with late(page):
            field.press_sequentially(LATE)
            expect(page.get_by_text(SEARCHING)).to_be_visible()
            field.fill(TOWN)
            expect(page.get_by_role("option").last).to_have_text(ALL.format(TOWN))
        expect(page.get_by_role("option").last).to_have_text(ALL.format(TOWN))
        expect(page.get_by_role("option").first).to_contain_text("Đồng Tháp")


def test_an_answer_after_the_reader_left_opens_nothing(browser: Browser, address: str) -> None:
    with searching(browser, address, "") as page:
        with late(page):
            page.locator(FIELD).press_sequentially(LATE)
            expect(page.get_by_text(SEARCHING)).to_be_visible()
            page.keyboard.press("Tab")
        expect(page.locator(".tim-nhanh")).to_be_hidden()


def test_what_is_typed_before_the_scripts_are_there_is_searched(browser: Browser, address: str) -> None:
    with visitor(browser, address) as context:
        page = context.new_page()
        waiting: list[Route] | None = []
        page.route(
            "**/javascripts/search/*.js", lambda route: route.continue_() if waiting is None else waiting.append(route)
        )
        page.goto(address)
        field = page.locator(FIELD)
        field.press_sequentially("bac kan")
        held, waiting = waiting, None
        for route in held or ():
            route.continue_()
        expect(page.get_by_role("option").first).to_contain_text("Bắc Kạn")
        expect(field).to_have_value("bac kan")


def test_a_key_that_an_input_method_takes_chooses_nothing(browser: Browser, address: str) -> None:
    with searching(browser, address, "") as page:
        found(page, TOWN)
        page.keyboard.press("ArrowDown")
        page.locator(FIELD).evaluate("""field => field.dispatchEvent(
            new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true}))""")
        page.evaluate(DRAWN)
        assert page.url == address
        expect(page.get_by_role("option", selected=True)).to_have_count(1)


def test_a_stroke_leads_to_the_field_unless_one_types(browser: Browser, address: str) -> None:
    with opened(browser, address, "") as page:
        field = page.locator(FIELD)
        page.keyboard.press("Control+/")
        expect(field).not_to_be_focused()
        page.keyboard.press("/")
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        page.keyboard.type("148/")
        expect(field).to_have_value("148/")
        page.goto(address + "tim-kiem/")
        page.keyboard.press("/")
        expect(page.locator("#tim-gi")).to_be_focused()


def test_a_stroke_leads_to_the_page_where_the_field_has_no_room(browser: Browser, address: str) -> None:
    with opened(browser, address, "", 390) as page:
        page.keyboard.press("/")
        page.wait_for_url("**/tim-kiem/*")
        expect(page.locator("#tim-gi")).to_be_focused()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_rule_is_broken_in_any_state(browser: Browser, address: str, scheme: str) -> None:
    with searching(browser, address, "", color_scheme=scheme) as page:
        field = page.locator(FIELD)
        field.focus()
        nothing(f"focus: {rule}" for rule in violations(page))
        for name, (text, shown) in STATES.items():
            with CONDITIONS.get(name, nullcontext)(page):
                field.fill(text)
                expect(page.locator(".tim-nhanh")).to_contain_text(shown)
                expect(page.locator(".tim-nhanh")).to_be_visible()
                if name == "results":
                    page.keyboard.press("ArrowDown")
                page.evaluate(DRAWN)
                nothing(f"{name}: {rule}" for rule in violations(page))


def test_without_javascript_the_form_reaches_the_page(browser: Browser, address: str) -> None:
    with opened(browser, address, PAGES["bac-kan"], java_script_enabled=False) as page:
        page.get_by_role("searchbox", name="Tìm trong cổng").fill("bac kan")
        page.keyboard.press("Enter")
        page.wait_for_url(address + "tim-kiem/?q=bac+kan")
