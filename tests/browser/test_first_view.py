"""The first view of a page: what comes over the wire, and that nothing moves once it is shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.chromium import WIDTHS, served
from tests.browser.kinds import KINDS
from tests.browser.visits import DRAWN, drawn, nothing, opened, visitor
from tests.site.project import built_site

pytestmark = pytest.mark.browser

MOST_BYTES = 150 * 1024
MOST_REQUESTS = 25
MOST_SHIFT = 0.02  # cumulative layout shift, https://web.dev/articles/cls
PAUSE = 0.03  # seconds between the pieces of a page: more than a frame, so that each piece is painted
PROVINCES = ("province", "province-bare", "province-former", "province-former-bare")
WATCH = """() => {
    const shifts = [];
    const name = node => node ? (node.outerHTML || node.data || "").replace(/\\s+/g, " ").slice(0, 80) : "";
    const note = entries => shifts.push(...entries.map(e => [e.value, e.sources.map(s => name(s.node))]));
    const watch = new PerformanceObserver(list => note(list.getEntries()));
    watch.observe({type: "layout-shift", buffered: true});
    window.noted = () => { note(watch.takeRecords()); return shifts; };
}"""
# What a reader of dark pages on a light system has kept, and the colours of the page once its head is there.
DARK = """() => {
    if (location.protocol === "about:") return;
    const color = {media: "(prefers-color-scheme: dark)", scheme: "slate", primary: "custom", accent: "custom"};
    localStorage.setItem("/.__palette", JSON.stringify({index: 1, color}));
    new MutationObserver((_, watch) => {
        if (!document.querySelector(".dau *")) return;
        window.firstScheme = document.body.dataset.mdColorScheme;
        watch.disconnect();
    }).observe(document, {childList: true, subtree: true});
}"""
STANDING = ('class="dau', 'class="muc-chinh', 'class="chia-se', 'class="md-footer', 'class="chan')
READ_DOWN = """async () => {
    const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await frame();
    }
}"""


@pytest.mark.parametrize("kind", PROVINCES)
def test_a_province_page_is_light(
    browser: Browser, kinds: dict[str, tuple[str, ...]], kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for path in kinds[kind]:
        sent: list[tuple[str, int]] = []
        with served(built_site(tmp_path_factory), sent) as address, opened(browser, address, path, 390):
            pass
        listed = [f"/{path}: {size} bytes {file}" for file, size in sent]
        nothing(listed if sum(size for _, size in sent) > MOST_BYTES or len(sent) > MOST_REQUESTS else [])


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_once_it_is_shown(
    browser: Browser, address: str, kinds: dict[str, tuple[str, ...]], kind: str
) -> None:
    with visitor(browser, address, 390) as context:
        context.add_init_script(f"({WATCH})()")
        for path in kinds[kind]:
            page = drawn(context.new_page(), address + path)
            page.evaluate(READ_DOWN)
            shifts = page.evaluate("noted()")
            page.close()
            moved = sum(value for value, _ in shifts)
            nothing(f"/{path} moves by {value:.4f} of {moved:.4f}: {nodes}" for value, nodes in worst(shifts, moved))


@pytest.mark.parametrize("kind", ["home", *PROVINCES])
def test_the_head_stays_when_the_fonts_come_late(
    browser: Browser, address: str, kinds: dict[str, tuple[str, ...]], kind: str
) -> None:
    """Lines of text may break elsewhere with another font; the head stands above all of them."""
    with visitor(browser, address, 390) as context:
        context.add_init_script(f"({WATCH})()")
        for path in kinds[kind]:
            page = context.new_page()
            open_with_late_fonts(page, address + path)
            shifts = page.evaluate("noted()")
            page.close()
            nothing(f"/{path}: {node}" for _, nodes in shifts for node in nodes if 'class="dau' in node)


@pytest.mark.parametrize("width", WIDTHS)
def test_head_and_foot_stay_while_the_page_comes_piece_by_piece(
    browser: Browser, kinds: dict[str, tuple[str, ...]], width: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = dict.fromkeys(path for kind in ("home", *PROVINCES) for path in kinds[kind])
    with served(built_site(tmp_path_factory), pause=PAUSE) as address, visitor(browser, address, width) as context:
        context.add_init_script(f"({WATCH})()")
        for path in paths:
            page = drawn(context.new_page(), address + path)
            nodes = [node for _, moved in page.evaluate("noted()") for node in moved]
            page.close()
            nothing(f"/{path}: {node}" for node in nodes if any(part in node for part in STANDING))


def test_the_colours_a_reader_chose_are_those_of_the_first_paint(browser: Browser, address: str) -> None:
    with visitor(browser, address, color_scheme="light") as context:
        context.add_init_script(f"({DARK})()")
        page = drawn(context.new_page(), address)
        assert page.evaluate("firstScheme") == "slate"


def worst(shifts: list[tuple[float, list[str]]], moved: float) -> list[tuple[float, list[str]]]:
    """The greatest shifts, if all of them together are too much."""
    return sorted(shifts, reverse=True)[:3] if moved >= MOST_SHIFT else []


def open_with_late_fonts(page: Page, url: str) -> None:
    """Open an address; its fonts come only once its text is painted without them."""
    waiting: list[Route] | None = []
    page.route("**/*.woff2", lambda route: route.continue_() if waiting is None else waiting.append(route))
    page.goto(url, wait_until="domcontentloaded")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    held, waiting = waiting, None
    for route in held or ():
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(DRAWN)
