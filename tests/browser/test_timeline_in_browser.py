"""The timeline in a real browser: filters together and at once, their state in the address, nothing moves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.check import Checked
from generator.library.things import Entry
from tests.browser.chromium import WIDTHS
from tests.browser.visits import opened

pytestmark = pytest.mark.browser

TIMELINE = "dong-thoi-gian/"
STATUS = ".so-muc [role=status]"
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    const inside = ({node}) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest("article");
    const add = e => { if (!e.hadRecentInput && e.sources.some(inside)) sum += e.value; };
    new PerformanceObserver(list => list.getEntries().forEach(add)).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 900);
})"""


def field(page: Page, label: str, choice: str) -> None:
    page.get_by_label(label, exact=True).select_option(label=choice)


def titles(page: Page) -> list[str]:
    """The titles of the rows that show below their months, sorted."""
    return sorted(page.locator(".thang .viec > a:first-child:visible").all_inner_texts())


def titled(real: Checked, *, province: str = "", kind: str = "", year: int = 0) -> list[str]:
    """The titles of the entries that fit, by the library itself, sorted."""
    library = real.library
    assert library is not None
    names = library.registries.provinces
    units = {unit.id for unit in library.succession.gathered(names[province])} if province else set()

    def fits(e: Entry) -> bool:
        of_kind = not kind or (e.sort == "event" and library.events[e.id].kind == kind)
        return of_kind and (not province or bool(units & set(e.provinces))) and (not year or e.date.year == year)

    return sorted(e.title for e in library.timeline if fits(e))


@pytest.mark.parametrize("width", WIDTHS)
def test_filters_work_together_and_back_and_reload_keep_what_was_chosen(
    browser: Browser, address: str, real: Checked, width: int
) -> None:
    with opened(browser, address, TIMELINE, width) as page:
        status = page.locator(STATUS)
        untouched = status.inner_text()

        field(page, "Tỉnh, thành", "Bắc Ninh")
        bac_ninh = titled(real, province="bac-ninh")
        expect(status).to_have_text(f"{len(bac_ninh)} mục, Bắc Ninh")
        assert titles(page) == bac_ninh
        field(page, "Loại", "Kế hoạch")
        field(page, "Năm", "2025")
        plans = titled(real, province="bac-ninh", kind="plan", year=2025)
        expect(status).to_have_text(f"{len(plans)} mục, Bắc Ninh, kế hoạch, 2025")
        assert 0 < len(plans) < len(bac_ninh)
        assert titles(page) == plans
        assert page.url.endswith("?tinh=bac-ninh&loai=ke-hoach&nam=2025")

        page.reload(wait_until="networkidle")
        expect(status).to_have_text(f"{len(plans)} mục, Bắc Ninh, kế hoạch, 2025")
        assert titles(page) == plans

        page.go_back()
        expect(page.get_by_label("Năm", exact=True)).to_have_value("")
        page.go_back()
        expect(status).to_have_text(f"{len(bac_ninh)} mục, Bắc Ninh")
        assert titles(page) == bac_ninh
        page.go_back()
        expect(status).to_have_text(untouched)
        expect(page.locator("#moi-nhat")).to_be_visible()
        page.go_forward()
        expect(status).to_have_text(f"{len(bac_ninh)} mục, Bắc Ninh")

        page.get_by_role("link", name="Bỏ lọc").click()
        expect(status).to_have_text(untouched)
        assert page.url == address + TIMELINE


def test_what_is_shown_leads_where_it_says(browser: Browser, address: str) -> None:
    with opened(browser, address, f"{TIMELINE}?tinh=bac-ninh&nam=2025") as page:
        expect(page.locator(STATUS)).to_contain_text("Bắc Ninh, 2025")
        first = page.locator(".ket-qua .viec > a:first-child:visible").first
        source = page.locator(".ket-qua a.nguon:visible").first
        target = source.get_attribute("href") or ""
        assert re.search(r"/bai-viet/[\w-]+/#doan-\d+$", target)
        title = first.inner_text()
        first.click()
        expect(page.locator("h1")).to_have_text(title.split(":")[0])


def test_nothing_that_fits_is_said_so(browser: Browser, address: str) -> None:
    with opened(browser, address, f"{TIMELINE}?tinh=ha-tinh&loai=cuoc-thi&nam=2019") as page:
        expect(page.locator(STATUS)).to_have_text("0 mục, Hà Tĩnh, cuộc thi, 2019")
        assert titles(page) == []


def test_a_choice_that_is_none_is_no_filter(browser: Browser, address: str) -> None:
    with opened(browser, address, f"{TIMELINE}?tinh=khong-co&la=x") as page:
        expect(page.locator("#moi-nhat")).to_be_visible()
        expect(page.get_by_label("Tỉnh, thành", exact=True)).to_have_value("")


def test_a_year_narrows_its_own_rows_and_hands_the_choice_on(browser: Browser, address: str, real: Checked) -> None:
    with opened(browser, address, f"{TIMELINE}2022/") as page:
        field(page, "Loại", "Quyết định")
        decisions = titled(real, kind="decision", year=2022)
        expect(page.locator(STATUS)).to_have_text(f"{len(decisions)} mục, 2022, quyết định")
        assert titles(page) == decisions
        assert page.locator(".thang:visible").count() <= len(decisions)
        page.get_by_role("link", name="← 2021").click()
        page.wait_for_url("**/dong-thoi-gian/2021/?loai=quyet-dinh")
        assert titles(page) == titled(real, kind="decision", year=2021)


@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_each_value_has_a_page(browser: Browser, address: str, real: Checked, width: int) -> None:
    with opened(browser, address, TIMELINE, width, java_script_enabled=False) as page:
        expect(page.locator("form.loc")).to_be_hidden()
        for group, value, expected in (
            ("tỉnh, thành", "Bắc Giang", titled(real, province="bac-giang")),
            ("loại", "Cuộc họp", titled(real, kind="meeting")),
            ("năm", "2021", titled(real, year=2021)),
        ):
            page.locator(".loc-lien-ket summary").filter(has_text=group).click()
            page.locator(".loc-lien-ket").get_by_role("link", name=value, exact=True).click()
            expect(page.locator("h1")).to_contain_text(value.lower() if group == "loại" else value)
            assert titles(page) == expected != []
            page.goto(address + TIMELINE)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["", "?tinh=bac-ninh&nam=2025", "2022/", "loai/su-kien/", "tinh/bac-ninh/?nam=2025"])
def test_nothing_moves_by_itself(browser: Browser, address: str, path: str, width: int) -> None:
    with opened(browser, address, TIMELINE + path, width) as page:
        assert page.evaluate(SHIFTS) < 0.02
        page.mouse.wheel(0, 2500)
        assert page.evaluate(SHIFTS) < 0.02
        page.get_by_label("Năm" if "loai" in path else "Loại", exact=True).press("ArrowDown")
        page.wait_for_url("**?**")
        assert page.evaluate(SHIFTS) < 0.02
        page.go_back()
        assert page.evaluate(SHIFTS) < 0.02


@pytest.mark.parametrize("width", WIDTHS)
def test_the_month_and_its_year_stay_in_sight(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, f"{TIMELINE}2022/", width) as page:
        page.locator("#thang-10 li").nth(8).evaluate("row => row.scrollIntoView({block: 'center'})")
        heading = page.locator("#thang-10 h2")
        expect(heading).to_be_in_viewport()
        expect(heading).to_have_text("Tháng 10 năm 2022")
        head, box = page.locator(".md-header").bounding_box(), heading.locator("span").bounding_box()
        assert head
        assert box
        assert box["y"] >= head["y"] + head["height"] - 1


def test_an_address_of_a_month_shows_it_below_the_head(browser: Browser, address: str) -> None:
    with opened(browser, address, f"{TIMELINE}2022/#thang-4") as page:
        heading, head = page.locator("#thang-4 h2"), page.locator(".md-header").bounding_box()
        expect(heading).to_be_in_viewport()
        box = heading.locator("span").bounding_box()
        assert box
        assert head
        assert head["y"] + head["height"] - 1 <= box["y"] < 200


def test_filters_work_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address, TIMELINE) as page:
        page.get_by_label("Loại", exact=True).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(page.locator(STATUS)).to_contain_text(", 2030")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Bỏ lọc")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_label("Tỉnh, thành", exact=True)).to_be_focused()
