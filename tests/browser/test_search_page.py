"""The page that searches: what is typed, its address and its answers go together, for every reader."""

from __future__ import annotations

import re
from contextlib import nullcontext
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Route, expect

from generator.pages.search import MODULES
from tests.browser.chromium import WIDTHS
from tests.browser.own_index import (
    LATE,
    MARKUP,
    MEANT,
    MISSPELT,
    NOWHERE,
    OF_LATE,
    TOWN,
    UNLIKELY,
    broken,
    crowded_index,
    hostile_index,
    late,
    searching,
    stop_clock,
    wait_in_page,
    watch,
)
from tests.browser.test_accessibility import SCHEMES, violations
from tests.browser.test_first_view import MOST_SHIFT, WATCH
from tests.browser.test_keyboard import FOCUS
from tests.browser.visits import DRAWN, nothing, opened, visitor

pytestmark = pytest.mark.browser

SEARCH = "tim-kiem/"
FIELD, STATUS, RESULTS = "#tim-gi", "#tim-dem", "#tim-ket-qua > li"
FOUND = f"23 kết quả cho “{TOWN}”."
FAILED = "Chưa tải được dữ liệu tìm kiếm."
SEARCHING = "Đang tìm…"
STATES: dict[str, tuple[str, str | re.Pattern[str]]] = {
    "empty": ("", ""),
    "results": (TOWN, FOUND),
    "corrected": (MISSPELT, f"Không có kết quả cho “{MISSPELT}”; đang hiện 23 kết quả cho “{MEANT}”."),
    "suggested": (UNLIKELY, re.compile(f"kết quả cho “{UNLIKELY}”.$")),
    "none": (NOWHERE, f"Không có kết quả cho “{NOWHERE}”."),
    "error": (LATE, FAILED),
    "loading": (LATE, SEARCHING),
}
CONDITIONS = {"error": broken, "loading": late}
INPUT = """(field, [text, kind, composing]) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", {inputType: kind, isComposing: composing, bubbles: true}));
}"""


def query(text: str) -> str:
    """The address of a search, below the site's root."""
    return f"{SEARCH}?q={quote_plus(text)}" if text else SEARCH


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", ["Bắc Kạn", "bac kan", "BAC KAN"])
def test_a_province_is_found_however_it_is_typed(browser: Browser, address: str, width: int, text: str) -> None:
    with opened(browser, address, "", width) as page:
        if width < 960:
            page.locator(".dau__tim-nut").click()
            expect(page.locator(FIELD)).to_be_focused()
        page.locator("input[type=search]:visible").first.fill(text)
        page.keyboard.press("Enter")
        expect(page.locator(STATUS)).to_contain_text(f"kết quả cho “{text}”")
        assert page.url == address + query(text)
        page.locator("#tim-ket-qua a").first.click()
        expect(page.locator("h1")).to_contain_text("Tỉnh Bắc Kạn")
        page.go_back()
        expect(page.locator(FIELD)).to_have_value(text)
        expect(page.locator(RESULTS).first).to_be_visible()


def test_results_say_what_they_are(browser: Browser, address: str) -> None:
    with opened(browser, address, query("bac kan")) as page:
        results = page.get_by_role("region", name="Kết quả").get_by_role("listitem")
        expect(results.first.locator("> a:first-child")).to_have_attribute("href", re.compile("/tinh/bac-kan/$"))
        expect(results.first.locator("mark").first).to_have_text("Bắc Kạn")
        expect(page.locator("#tim-ket-qua")).to_contain_text("Sự kiện · Bắc Kạn · ")


def test_nothing_is_found(browser: Browser, address: str) -> None:
    with searching(browser, address, query(f"{TOWN} {NOWHERE}") + "&nam=2022") as page:
        page.locator(FIELD).fill(NOWHERE)
        expect(page.locator(STATUS)).to_have_text(f"Không có kết quả cho “{NOWHERE}”, 2022.")
        page.get_by_role("button", name="Bỏ lọc").first.click()
        expect(page.locator(STATUS)).to_have_text(f"Không có kết quả cho “{NOWHERE}”.")
        expect(page.locator("#tim-loc")).to_be_hidden()
        expect(page.get_by_role("link", name="An Giang")).to_be_visible()


def test_a_likelier_spelling_is_offered_or_shown(browser: Browser, address: str) -> None:
    with searching(browser, address, query(MISSPELT)) as page:
        expect(page.locator(STATUS)).to_have_text(STATES["corrected"][1])
        page.locator(FIELD).fill(UNLIKELY)
        page.get_by_text(f"Bạn muốn tìm “{MEANT}”?").get_by_role("link").click()
        expect(page.locator(STATUS)).to_have_text(f"23 kết quả cho “{MEANT}”.")
        expect(page.locator(FIELD)).to_have_value(MEANT)
        assert page.url == address + query(MEANT)


def test_a_count_that_is_not_known_is_said_to_be_more(browser: Browser, address: str) -> None:
    with searching(browser, address, query("tháp"), index=crowded_index()) as page:
        expect(page.locator(STATUS)).to_have_text("Hơn 23 kết quả cho “tháp”.")


def test_filters_and_order_stand_in_the_address(browser: Browser, address: str) -> None:
    with opened(browser, address, query("chuyển đổi số")) as page:
        years = page.get_by_label("Năm", exact=True)
        option = years.locator("option[value='2022']")
        count = int(re.search(r"\((\d+)\)", option.inner_text())[1])  # type: ignore[index]
        years.focus()
        years.select_option("2022")
        expect(page.locator(STATUS)).to_contain_text(f"{count} kết quả")
        expect(years).to_be_focused()
        page.get_by_label("Sắp xếp", exact=True).select_option("Mới nhất")
        page.wait_for_url("**&nam=2022&sap=moi-nhat")
        page.reload()
        expect(page.locator(STATUS)).to_contain_text(f"{count} kết quả")
        expect(years).to_have_value("2022")
        expect(page.get_by_label("Sắp xếp", exact=True)).to_have_value("moi-nhat")
        page.get_by_role("button", name="Bỏ lọc").click()
        expect(years).to_have_value("")
        assert page.url == address + query("chuyển đổi số") + "&sap=moi-nhat"
        page.go_back()
        expect(years).to_have_value("2022")


def test_back_leads_to_what_was_searched_not_to_what_was_typed(browser: Browser, address: str) -> None:
    more = f"{TOWN} họp"
    with searching(browser, address, query(TOWN)) as page:
        expect(page.locator(STATUS)).to_have_text(FOUND)
        before = page.evaluate("history.length")
        page.locator(FIELD).press("End")
        page.keyboard.type(" họp")
        page.wait_for_url("**" + query(more).removeprefix(SEARCH))
        assert page.evaluate("history.length") == before
        page.keyboard.press("Enter")
        assert page.evaluate("history.length") == before + 1
        assert page.url == address + query(more)
        page.go_back()
        expect(page.locator(FIELD)).to_have_value(TOWN)
        expect(page.locator(STATUS)).to_have_text(FOUND)
        page.go_forward()
        expect(page.locator(FIELD)).to_have_value(more)
        expect(page.locator("#tim-ket-qua a mark").first).to_have_text("Đồng Tháp họp")


def test_more_results_come_by_tens_and_the_focus_goes_on(browser: Browser, address: str) -> None:
    with searching(browser, address, query(TOWN)) as page:
        more = page.get_by_role("button", name="Xem thêm")
        expect(page.locator(RESULTS)).to_have_count(10)
        more.press("Enter")
        expect(page.locator(RESULTS)).to_have_count(20)
        expect(page.locator(RESULTS).nth(10).get_by_role("link")).to_be_focused()
        expect(page.locator(STATUS)).to_have_text("Đang hiện 20 trong 23 kết quả.")
        more.press("Enter")
        expect(page.locator(RESULTS)).to_have_count(23)
        expect(more).to_be_hidden()


def test_back_from_a_result_leads_to_its_place(browser: Browser, address: str) -> None:
    with opened(browser, address, query("chuyển đổi số"), 390) as page:
        page.get_by_role("button", name="Xem thêm").click()
        link = page.locator(RESULTS).nth(14).locator("> a")
        link.scroll_into_view_if_needed()
        title, top = link.inner_text(), page.evaluate("scrollY")
        link.click()
        page.wait_for_url(lambda url: "tim-kiem" not in url)
        page.go_back()
        expect(page.locator(RESULTS)).to_have_count(20)
        expect(link).to_have_text(title)
        page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)


@pytest.mark.parametrize("status", [0, 500], ids=["no answer", "an error"])
@pytest.mark.parametrize("files", ["muc.json", "trang/*"])
def test_what_cannot_be_loaded_is_said_and_tried_again(browser: Browser, address: str, files: str, status: int) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/chi-muc/{files}", lambda route: route.fulfill(status=status) if status else route.abort())
        page.goto(address + query("bac kan"))
        expect(page.locator(STATUS)).to_have_text(FAILED)
        again = page.get_by_role("button", name="Thử lại")
        with page.expect_request(f"**/chi-muc/{files}"):
            again.click()
        expect(page.locator(STATUS)).to_have_text(FAILED)
        expect(again).to_be_focused()
        page.unroute(f"**/chi-muc/{files}")
        again.click()
        expect(page.locator(RESULTS).first.get_by_role("link")).to_be_focused()
        expect(page.locator(FIELD)).to_have_value("bac kan")


def test_scripts_that_cannot_be_loaded_are_said(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/search/ranking.js", lambda route: route.abort())
        page.goto(address + query("bac kan"))
        expect(page.locator(STATUS)).to_have_text("Chưa tải được công cụ tìm kiếm. Tải lại trang.")
        expect(page.get_by_role("link", name="An Giang")).to_be_visible()
        page.unroute("**/search/ranking.js")
        page.get_by_role("link", name="Tải lại trang").click()
        expect(page.locator(STATUS)).to_contain_text("kết quả cho “bac kan”")


@pytest.mark.parametrize("text", MARKUP)
def test_no_text_becomes_markup(browser: Browser, address: str, text: str) -> None:
    with searching(browser, address, query(text), index=hostile_index()) as page:
        page.evaluate("() => { window.hit = 0; window.xss = () => window.hit++ }")
        expect(page.locator(FIELD)).to_have_value(text)
        expect(page.locator(STATUS)).to_contain_text(f"kết quả cho “{text}”")
        results = page.locator("#tim-ket-qua")
        expect(results.get_by_role("link").filter(has_text=f"{text}</mark>")).to_have_count(1)
        for part in (
            f"{text}</mark><b>x</b>",
            f"Còn gọi: {text}. ",
            f"Kiểu {MARKUP[0]} · Nơi {MARKUP[1]}",
            f" · {text}",
        ):
            expect(results).to_contain_text(part)
        page.get_by_label("Tỉnh, thành").select_option("hue")
        expect(page.locator(STATUS)).to_contain_text(f"kết quả cho “{text}”, Nơi {MARKUP[1]}.")
        page.locator(FIELD).fill("")
        page.locator(FIELD).press_sequentially(text)
        expect(page.locator(STATUS)).to_contain_text(f"kết quả cho “{text}”, Nơi {MARKUP[1]}.")
        expect(page.locator(".tim-vung :is(img, b, script)")).to_have_count(0)
        assert page.evaluate("window.hit") == 0


def test_an_overtaken_answer_is_not_shown(browser: Browser, address: str) -> None:
    with searching(browser, address, SEARCH) as page:
        with late(page):
            with page.expect_request(OF_LATE):
                page.goto(address + query(LATE))
            expect(page.locator(STATUS)).to_have_text(SEARCHING)
            page.locator(FIELD).fill(TOWN)
            expect(page.locator(STATUS)).to_have_text(FOUND)
        expect(page.locator("#tim-ket-qua a").first).to_contain_text("Đồng Tháp")
        expect(page.locator(STATUS)).to_have_text(FOUND)


@pytest.mark.parametrize("path", [SEARCH, query("bac kan")])
def test_what_is_typed_before_the_scripts_are_there_is_searched(browser: Browser, address: str, path: str) -> None:
    with visitor(browser, address) as context:
        page = context.new_page()
        waiting: list[Route] | None = []
        page.route(
            "**/javascripts/search/*.js", lambda route: route.continue_() if waiting is None else waiting.append(route)
        )
        page.goto(address + path, wait_until="commit")
        page.locator(FIELD).fill("thái nguyên")
        held, waiting = waiting, None
        for route in held or ():
            route.continue_()
        expect(page.locator(STATUS)).to_contain_text("kết quả cho “thái nguyên”")
        expect(page.locator(FIELD)).to_have_value("thái nguyên")
        expect(page).to_have_url(address + query("thái nguyên"))


@pytest.mark.parametrize("kind", ["insertFromPaste", "insertReplacementText", ""], ids=["paste", "dictation", "other"])
def test_what_comes_without_keys_is_searched(browser: Browser, address: str, kind: str) -> None:
    with searching(browser, address, SEARCH) as page:
        page.locator(FIELD).evaluate(INPUT, ["Đồng Tháp", kind, False])
        expect(page.locator(STATUS)).to_have_text("23 kết quả cho “Đồng Tháp”.")


def test_results_follow_while_an_input_method_composes(browser: Browser, address: str) -> None:
    """Vietnamese input methods compose every syllable; the field is theirs meanwhile."""
    with searching(browser, address, SEARCH) as page:
        field = page.locator(FIELD)
        field.focus()
        field.evaluate("""field => {
            window.written = 0;
            const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
            Object.defineProperty(field, "value", {...value, set() { window.written++ }, configurable: true});
        }""")
        session = page.context.new_cdp_session(page)
        for text in ("d", "do", "đo"):
            session.send(
                "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
            )
        expect(page.locator(STATUS)).to_contain_text("kết quả cho “đo”.")
        expect(page.locator("#tim-ket-qua a mark").first).to_have_text("Đồng")
        session.send("Input.insertText", {"text": "đồng"})
        expect(page.locator(STATUS)).to_contain_text("kết quả cho “đồng”.")
        assert page.evaluate("[window.written, document.activeElement.id]") == [0, "tim-gi"]


def test_a_count_is_said_once_for_what_is_typed_at_a_stretch(browser: Browser, address: str) -> None:
    with searching(browser, address, SEARCH) as page:
        stop_clock(page)
        said = watch(page, STATUS)
        first, rest = TOWN.split(" ")
        page.locator(FIELD).press_sequentially(first)
        wait_in_page(page, lambda: page.url == address + query(first))
        expect(page.locator(RESULTS)).to_have_count(10)
        page.locator(FIELD).press_sequentially(f" {rest}")
        wait_in_page(page, lambda: page.url == address + query(TOWN))
        expect(page.locator("#tim-ket-qua a mark").first).to_have_text("Đồng Tháp")
        assert said() == [SEARCHING]
        page.clock.resume()
        expect(page.locator(STATUS)).to_have_text(FOUND)
        assert said() == [SEARCHING, FOUND]


def test_a_cleared_field_shows_the_lists_again(browser: Browser, address: str) -> None:
    with searching(browser, address, query(TOWN)) as page:
        expect(page.locator(STATUS)).to_have_text(FOUND)
        page.locator(FIELD).fill("")
        expect(page.locator("#tim-ket-qua")).to_be_hidden()
        expect(page.locator(STATUS)).to_have_text("")
        expect(page).to_have_url(address + SEARCH)
        expect(page.get_by_role("link", name="An Giang")).to_be_in_viewport()


def test_a_shared_link_takes_no_focus(browser: Browser, address: str) -> None:
    with opened(browser, address, query("bac kan"), 390, has_touch=True) as page:
        expect(page.locator(RESULTS).first).to_be_visible()
        assert page.evaluate("[document.activeElement.tagName, scrollY]") == ["BODY", 0]


def test_the_link_in_the_head_leads_to_the_field(browser: Browser, address: str) -> None:
    with opened(browser, address, "", 390, has_touch=True) as page:
        page.locator(".dau__tim-nut").tap()
        expect(page.locator(FIELD)).to_be_focused()
        assert page.evaluate("scrollY") == 0
        page.keyboard.type("bac kan")
        expect(page).to_have_url(address + query("bac kan"))
        page.locator("h1").tap()
        page.locator(".dau__tim-nut").tap()
        expect(page.locator(FIELD)).to_be_focused()
        expect(page.locator(FIELD)).to_have_value("bac kan")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_is_reached_by_tab(browser: Browser, address: str, width: int) -> None:
    with searching(browser, address, query(UNLIKELY), width) as page:
        expect(page.locator(STATUS)).to_contain_text(UNLIKELY)
        page.locator(FIELD).focus()
        reached: list[str] = []
        while len(reached) < 40:
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUS) == ""
            reached.append(
                page.evaluate("document.activeElement.innerText || document.activeElement.name").split("\n")[0]
            )
            if reached[-1] == "Lọc và sắp xếp":
                page.keyboard.press("Enter")
            if reached[-1] == "Xem thêm":
                break
        wanted = [
            "Tìm",
            MEANT,
            *(["Lọc và sắp xếp"] if width < 720 else []),
            "Mọi tỉnh, thành",
            "Mọi năm",
            "Mọi loại",
            "Đúng nhất",
        ]
        assert reached[: len(wanted)] == wanted
        assert reached[-1] == "Xem thêm"


def test_names_and_roles(browser: Browser, address: str) -> None:
    with searching(browser, address, query(TOWN), 390) as page:
        page.locator("#tim-loc summary").click()
        expect(page.locator("main")).to_match_aria_snapshot(f"""
            - search "Tìm ở trang này":
              - searchbox /Tìm tỉnh, sự kiện/: {TOWN}
              - button "Tìm"
            - status: {FOUND}
            - region "Kết quả":
              - heading "Kết quả" [level=2]
              - group:
                - text: Lọc và sắp xếp
                - form "Lọc và sắp xếp kết quả":
                  - paragraph:
                    - combobox "Tỉnh, thành"
                  - paragraph:
                    - combobox "Năm"
                  - paragraph:
                    - combobox "Loại"
                  - paragraph:
                    - combobox "Sắp xếp"
              - list:
                - listitem:
                  - link /Đồng Tháp họp lần/
              - paragraph:
                - button "Xem thêm"
            - heading "Duyệt theo danh sách" [level=2]
        """)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_rule_is_broken_in_any_state(browser: Browser, address: str, width: int, scheme: str) -> None:
    with searching(browser, address, SEARCH, width, color_scheme=scheme) as page:
        for name, (text, status) in STATES.items():
            with CONDITIONS.get(name, nullcontext)(page):
                page.locator(FIELD).fill(text)
                expect(page.locator(STATUS)).to_have_text(status)
                page.evaluate(DRAWN)
                nothing(f"{name}: {rule}" for rule in violations(page))
        page.goto(address + query(TOWN) + "&nam=2022")
        expect(page.locator(RESULTS)).to_have_count(4)
        page.locator("#tim-loc").evaluate("box => { box.open = true }")
        nothing(f"filters: {rule}" for rule in violations(page))


@pytest.mark.parametrize("width", [320, *WIDTHS])
@pytest.mark.parametrize("state", ["results", "none", "error", "loading"])
def test_nothing_moves_when_answers_come(browser: Browser, address: str, width: int, state: str) -> None:
    text, status = STATES[state]
    with searching(browser, address, SEARCH, width) as page:
        page.context.add_init_script(f"({WATCH})()")
        with CONDITIONS.get(state, nullcontext)(page):
            page.goto(address + query(text))
            expect(page.locator(STATUS)).to_have_text(status)
            page.evaluate(DRAWN)
        expect(page.locator(STATUS)).not_to_have_text(SEARCHING)
        page.evaluate(DRAWN)
        assert sum(value for value, _ in page.evaluate("noted()")) < MOST_SHIFT
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_without_javascript_the_lists_lead_on(browser: Browser, address: str) -> None:
    with opened(browser, address, query("bac kan"), java_script_enabled=False) as page:
        expect(page.locator("main noscript p")).to_be_visible()
        lists = page.locator(".tim-duyet")
        hrefs = [str(link.get_attribute("href")) for link in lists.get_by_role("link").all()]
        for wanted in ("../tinh/an-giang/", "../dong-thoi-gian/2022/", "../su-kien/", "../van-ban/", "../bai-viet/"):
            assert wanted in hrefs
        expect(page.locator("#tim-loc, #tim-them")).to_have_count(2)
        expect(page.locator("#tim-loc")).to_be_hidden()
        page.locator(FIELD).fill("huế")
        page.keyboard.press("Enter")
        page.wait_for_url("**" + query("huế").removeprefix(SEARCH))


def test_the_modules_are_all_asked_for_at_once(browser: Browser, address: str) -> None:
    with visitor(browser, address) as context:
        page = context.new_page()
        loaded: set[str] = set()
        page.on("response", lambda r: loaded.add(r.url) if "/javascripts/search/" in r.url else None)
        page.goto(address + query("bac kan"), wait_until="networkidle")
        named = page.locator("link[rel=modulepreload]").evaluate_all("links => links.map(link => link.href)")
        assert named == [f"{address}javascripts/{name}.js" for name in (f"search/{m}" for m in MODULES)]
        assert loaded == {*named, f"{address}javascripts/search/asked.js"}
