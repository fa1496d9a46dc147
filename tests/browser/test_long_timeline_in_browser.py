"""The filter on lists of the timeline that are cut: it finds a page that holds all, or shows some and leads on.

The script runs on small pages made here, in the place of those of the built site: its own lists are short.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visits import visitor

pytestmark = pytest.mark.browser

STATUS = ".so-muc [role=status]"
CHOICES = {"tinh": ("bac-ninh", "hue"), "loai": ("van-ban", "su-kien"), "nam": ("2025", "2024")}

Rows = tuple[tuple[str, str, str], ...]
"""The year, province and kind of each."""

DOCUMENTS: Rows = (("2025", "hue", "van-ban"), ("2025", "bac-ninh", "van-ban"))
OLDER: Rows = (("2024", "hue", "van-ban"), ("2024", "hue", "van-ban"), ("2024", "bac-ninh", "van-ban"))
OF_HUE: Rows = (*DOCUMENTS[:1], ("2025", "hue", "su-kien"), *OLDER[:2])


def form(own: Mapping[str, str], overview: str) -> str:
    held = "".join(f' data-{name}="{value}"' for name, value in own.items())
    offered = ""
    for name, values in CHOICES.items():
        if name not in own:
            options = "".join(f'<option value="{value}">{value}</option>' for value in ("", *values))
            offered += f'<label>{name}<select name="{name}">{options}</select></label>'
    return f'<form class="loc" action="{overview}"{held}>{offered}</form>'


def timeline(rows: Rows) -> str:
    years = ""
    for year in dict.fromkeys(year for year, _, _ in rows):
        items = "".join(
            f'<li><span class="khi" data-tinh="{province}" data-loai="{kind}"></span><i>{year} {province} {kind}</i>'
            for of, province, kind in rows
            if of == year
        )
        years += f'<div class="nam" data-nam="{year}"><section class="thang"><ul>{items}</ul></section></div>'
    return f'<div class="lich">{years}</div>'


def html(own: Mapping[str, str], overview: str, told: str, rows: Rows, ways: tuple[str, ...] | None = None) -> str:
    """A page of the timeline; with ways (maybe none) one that does not hold all."""
    body = timeline(rows)
    if ways is not None:
        links = "".join(f'<a href="{way}">{way}</a>' for way in ways)
        below = f'<div class="phan-duoi"><h2>Theo năm</h2>{links}</div>' if ways else ""
        body = f'<div id="ket-qua" hidden></div><div id="moi-nhat">{body}{below}</div>'
    status = f'<p class="so-muc"><span role="status">{told}</span> <a class="bo-loc" href="{overview}" hidden>x</a></p>'
    script = f'<script src="{overview}../javascripts/timeline.js" defer></script>'
    return f"<!doctype html><title>x</title><h1>Dòng thời gian</h1>{form(own, overview)}{status}{body}{script}"


PAGES = {
    "": html({}, "./", "90 mục, 2024–2025", DOCUMENTS, ()),
    "tinh/hue/": html({"tinh": "hue"}, "../../", "4 mục, Huế", OF_HUE),
    "tinh/bac-ninh/": html({"tinh": "bac-ninh"}, "../../", "9 mục, …", DOCUMENTS[1:], ("nam/2025/", "nam/2024/")),
    "loai/van-ban/": html({"loai": "van-ban"}, "../../", "5 mục, văn bản", DOCUMENTS, ("nam/2025/", "nam/2024/")),
    "loai/van-ban/nam/2025/": html({"loai": "van-ban", "nam": "2025"}, "../../../../", "2 mục, …", DOCUMENTS),
    "loai/van-ban/nam/2024/": html({"loai": "van-ban", "nam": "2024"}, "../../../../", "3 mục, …", OLDER),
    "2024/": html({"nam": "2024"}, "../", "70 mục, 2024", (), ("thang-1/",)),
}


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    def answer(route: Route) -> None:
        path = route.request.url.partition("/dong-thoi-gian/")[2].partition("?")[0]
        route.fulfill(body=PAGES[path], content_type="text/html; charset=utf-8")

    with visitor(browser, address) as context:
        context.route("**/dong-thoi-gian/**", answer)
        yield context.new_page()


@pytest.mark.parametrize(
    ("path", "told", "rows"),
    [
        ("?tinh=hue&loai=van-ban", "3 mục, hue, van-ban", ["2025 hue van-ban", *["2024 hue van-ban"] * 2]),
        ("?loai=van-ban&nam=2024", "3 mục, van-ban, 2024", [*["2024 hue van-ban"] * 2, "2024 bac-ninh van-ban"]),
        ("?loai=van-ban", "2 mục trong phần mới nhất, van-ban", ["2025 hue van-ban", "2025 bac-ninh van-ban"]),
        ("?nam=2024", "Nhiều mục, xem từng tháng, 2024", []),
        ("loai/van-ban/?tinh=hue", "3 mục, văn bản, hue", ["2025 hue van-ban", *["2024 hue van-ban"] * 2]),
        ("2024/?loai=van-ban", "3 mục, 2024, van-ban", [*["2024 hue van-ban"] * 2, "2024 bac-ninh van-ban"]),
        ("loai/van-ban/nam/2024/?tinh=bac-ninh", "1 mục, …, bac-ninh", ["2024 bac-ninh van-ban"]),
    ],
)
def test_a_choice_shows_every_row_that_one_page_holds(
    page: Page, address: str, path: str, told: str, rows: list[str]
) -> None:
    page.goto(f"{address}dong-thoi-gian/{path}", wait_until="networkidle")
    expect(page.locator(STATUS)).to_have_text(told)
    assert page.locator("li i:visible").all_inner_texts() == rows


def test_where_no_page_holds_all_the_newest_rows_lead_on_with_the_other_choices(page: Page, address: str) -> None:
    base = f"{address}dong-thoi-gian/"
    page.goto(f"{base}?tinh=bac-ninh&loai=van-ban", wait_until="networkidle")
    expect(page.locator(STATUS)).to_have_text("1 mục trong phần mới nhất, bac-ninh, van-ban")
    ways = page.locator("#ket-qua a").evaluate_all("links => links.map(link => link.href)")
    assert ways == [f"{base}tinh/bac-ninh/nam/{year}/?loai=van-ban" for year in (2025, 2024)]
    page.locator("[name=loai]").select_option("")
    page.locator("[name=tinh]").select_option("")
    expect(page.locator("#moi-nhat")).to_be_visible()
