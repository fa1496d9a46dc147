"""A cheap phone on a slow network: how long until the first results, and how many bytes of search files that takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

from tests.search_bench.our_site import SEARCH_PAGE, site_with

QUERIES = {
    "accented": "chuyển đổi số",
    "many words": "chuyen doi so nong nghiep dong thap",
    "a province": "bac kan",
    "scattered": "điện tử hợp tác xã thợ",
    "a typo": "trợ lý ảo trả lơi thủ tục",
}
BARS = {2_000: (1.5, 150), 10_000: (2.0, 250), 100_000: (3.0, 300)}
"""Seconds and kilobytes that the issue allows, by number of articles."""

_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}  # 1.6 Mbps
_KEY_EVERY = 100
_SEARCH_FILES = ("/tim-kiem/chi-muc/", "/javascripts/search")

# What the box shows belongs to a text when its last row leads to all results of that text, or it says there are none.
_WATCH = """() => {
  const field = document.getElementById("tim-o-dau")
  const times = window.times = {}
  const shown = () => {
    const rows = [...document.querySelectorAll(".tim-nhanh__ds li")]
    const panel = document.querySelector(".tim-nhanh")
    if (!panel || panel.hidden || !(rows.length || /Không có kết quả/.test(panel.textContent))) return
    requestAnimationFrame(() => {
      const now = performance.now()
      times.first ??= now
      const all = rows.length && new URL(rows[rows.length - 1].dataset.href).searchParams.get("q")
      if (!rows.length || all === field.value.trim()) times.last = [field.value, now, rows.length - 1]
    })
  }
  const all = { subtree: true, childList: true, characterData: true, attributes: true }
  new MutationObserver(shown).observe(document.body, all)
  field.addEventListener("focus", () => { times.focus ??= performance.now() })
  field.addEventListener("input", () => { times.input = performance.now() })
}"""
_SUBMIT = """async query => {
  const status = document.getElementById("tim-dem")
  const field = document.getElementById("tim-gi")
  status.textContent = "…"
  field.value = query
  const start = performance.now()
  field.form.requestSubmit()
  const busy = () => /^(…|Đang .*|)$/.test(status.textContent.trim())
  while (busy() && performance.now() < start + 60000) await new Promise(requestAnimationFrame)
  return (performance.now() - start) / 1000
}"""


@dataclass(frozen=True, slots=True)
class Timed:
    """One search: how it was asked, the seconds that count, those from focus, and the search files' kilobytes."""

    way: str
    query: str
    seconds: float
    from_focus: float
    kilobytes: float
    rows: int


class _Bytes:
    """The transferred bytes of search files, counted from when it is made."""

    def __init__(self, session: CDPSession) -> None:
        self._addresses: dict[str, str] = {}
        self.count = 0
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._loaded)
        session.send("Network.enable")

    def _asked(self, event: dict[str, object]) -> None:
        self._addresses[str(event["requestId"])] = str(event["request"]["url"])  # type: ignore[index]

    def _loaded(self, event: dict[str, object]) -> None:
        if any(part in self._addresses.get(str(event["requestId"]), "") for part in _SEARCH_FILES):
            self.count += int(event["encodedDataLength"])  # type: ignore[call-overload]


def measure(browser: Browser, index: Path) -> Iterator[Timed]:
    """Each query typed and pasted into the box of a loaded page, and submitted on the page that searches."""
    with site_with(index) as address:
        for query in QUERIES.values():
            yield _in_box(browser, address, query, "typed")
            yield _in_box(browser, address, query, "pasted")
            yield _on_page(browser, address, query)


@contextmanager
def _phone(browser: Browser, address: str) -> Iterator[tuple[Page, _Bytes]]:
    """A page, loaded before the network gets slow, in a context without cache; wide enough for the box in its head."""
    with browser.new_context(viewport={"width": 1024, "height": 768}) as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        session = context.new_cdp_session(page)
        counted = _Bytes(session)
        session.send("Network.emulateNetworkConditions", _NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        yield page, counted


def _in_box(browser: Browser, address: str, query: str, way: str) -> Timed:
    with _phone(browser, address) as (page, counted):
        page.evaluate(_WATCH)
        page.focus("#tim-o-dau")
        if way == "typed":
            page.keyboard.type(query, delay=_KEY_EVERY)
        else:
            page.keyboard.insert_text(query)
        page.wait_for_function(
            "query => window.times.last && window.times.last[0] === query", arg=query, timeout=60_000
        )
        times = page.evaluate("window.times")
        start = times["input"] if way == "typed" else times["focus"]
        _, shown, rows = times["last"]
        return Timed(way, query, (shown - start) / 1000, (shown - times["focus"]) / 1000, counted.count / 1000, rows)


def _on_page(browser: Browser, address: str, query: str) -> Timed:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        counted = _Bytes(session)
        page.goto(address + SEARCH_PAGE, wait_until="networkidle")
        session.send("Network.emulateNetworkConditions", _NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        seconds = page.evaluate(_SUBMIT, query)
        rows = page.locator("ol#tim-ket-qua > li").count()
        return Timed("submitted", query, seconds, seconds, counted.count / 1000, rows)


def table(size: int, timed: list[Timed]) -> str:
    """A line for each search, with the bars."""
    most_seconds, most_kilobytes = BARS[size]
    lines = [f"{size:,} articles on the phone: seconds (bar {most_seconds}), kilobytes (bar {most_kilobytes})"]
    for one in timed:
        late = " missed" if one.seconds > most_seconds else ""
        large = " missed" if one.kilobytes > most_kilobytes else ""
        since = {"typed": "from the last key", "pasted": "from focus", "submitted": "from submit"}[one.way]
        focus = f" ({one.from_focus:.2f} s from focus)" if one.way == "typed" else ""
        lines.append(
            f"  {one.way:9} {one.query:36} {one.seconds:5.2f} s {since}{late}{focus}, "
            f"{one.kilobytes:5.0f} kB{large}, {one.rows} rows"
        )
    return "\n".join(lines)
