"""Hundreds of attack texts in every field of one portal, in a real browser under a strict policy: nothing runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from generator.output.search.index import FOLDER, search_files
from generator.output.search.kinds import EVENT
from generator.output.search.record import SearchRecord
from generator.text import nfc
from tests.browser.own_index import give
from tests.hostile.families import HOST, corpus
from tests.hostile.html_page import read
from tests.hostile.project import project_of
from tests.hostile.served_strictly import Visitor, inline_scripts, visiting
from tests.project import ROOT, TODAY
from tests.site.project import Finished, run, shared

PARTS = 8
TEXTS = tuple(" ".join(corpus()[number::PARTS]) for number in range(PARTS))
QUIET: dict[str, object] = {"ran": None, "violations": [], "handlers": [], "strangers": []}
SAFE = {"http:", "https:", "mailto:"}


SHOW = """async ([base, queries]) => {
  const { open } = await import(base + "javascripts/search/engine.js")
  const { row, summary } = await import(base + "javascripts/search/results.js")
  const engine = await open(base)
  const list = document.body.appendChild(document.createElement("ol"))
  list.id = "thu"
  const text = (row, part) => row.querySelector(part)?.textContent ?? ""
  const told = []
  for (const query of queries) {
    const answer = await engine.search(query, { limit: 5 })
    const rows = answer.items.map(item => row(item, base))
    list.append(...rows, summary(query, answer, []))
    told.push({ summary: summary(query, answer, []), rows: rows.map(row => ({
      title: text(row, "a"), about: text(row, ".phu"), excerpt: text(row, ".trich"),
      path: new URL(row.querySelector("a").href).pathname,
    })) })
  }
  return told
}"""


def sign(number: int) -> str:
    """A word that stands nowhere else, and is not the beginning of another one."""
    return "dauhieu" + f"{number:03}".translate(str.maketrans("0123456789", "bcdghklmnp"))


def index_of_payloads() -> Mapping[str, str]:
    """For each payload a document that is full of it, and a word that no other one has."""
    records = [
        SearchRecord(
            page=f"tim/{number}.md", title=payload, kind=EVENT, entity=False, aliases=(payload,), order="2022",
            date=payload, provinces=(f"noi-{number}",), lead=payload, facts=(payload, sign(number)),
        )
        for number, payload in enumerate(corpus())
    ]  # fmt: skip
    places = {f"noi-{number}": payload for number, payload in enumerate(corpus())}
    return search_files(records, {EVENT: corpus()[0]}, places, {})


def one_line(text: str) -> str:
    """The text as it is read: in normal form, white space apart."""
    return " ".join(nfc(text).split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of all payloads, built by `portal build`; read only."""

    def make(folder: Path) -> Finished:
        project_of(folder, TEXTS, on_every_page=TEXTS[0][:400])
        return run(folder, "portal", "build", "--today", TODAY.isoformat())

    folder, finished = shared(tmp_path_factory, "texts-corpus", make)
    assert finished.returncode == 0, finished.output[-4000:]
    return folder / "build/site"


@pytest.fixture(scope="module")
def visitor(browser: Browser, site: Path) -> Iterator[Visitor]:
    with visiting(browser, site) as tab:
        yield tab


def pages(site: Path) -> list[str]:
    """Every page by its address; one at a former address leads on at once."""
    files = (path for path in sorted(site.rglob("*.html")) if "anh-chia-se" not in path.parts)
    leads_on = '<meta http-equiv="refresh" content="0; url='
    return [
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in files
        if leads_on not in file.read_text(encoding="utf-8")
    ]


def test_there_are_enough_payloads_and_the_policy_is_that_of_three_scripts(site: Path) -> None:
    assert len(corpus()) >= 400
    scripts = inline_scripts((site / "404.html").read_text(encoding="utf-8"))
    assert len(scripts) == 3
    assert not [script for script in scripts if "bay" in script or "alert(" in script]


@pytest.mark.browser
def test_nothing_runs_on_a_page_of_any_kind(visitor: Visitor, site: Path) -> None:
    """A page of each kind, which holds a part of the payloads in every place that this kind has."""
    kinds = {re.sub(r"\d+", "0", path): path for path in pages(site)}
    assert len(kinds) > 30
    for path in kinds.values():
        seen = visitor.open(path)
        assert {name: seen[name] for name in QUIET} == QUIET, path
        assert set(seen["protocols"]) <= SAFE, path
    assert (visitor.told.dialogs, visitor.told.elsewhere, visitor.told.errors) == ([], [], [])


@pytest.mark.browser
@pytest.mark.parametrize("number", range(PARTS))
def test_readers_see_every_payload_as_it_was_written(visitor: Visitor, number: int) -> None:
    seen = visitor.open(f"bai-viet/bai-{number:02}/")
    assert one_line(seen["h1"]) == one_line(TEXTS[number])
    assert one_line(seen["title"]).startswith(one_line(TEXTS[number]))
    lost = [payload for payload in corpus()[number::PARTS] if one_line(payload) not in one_line(seen["text"])]
    assert lost == []


@pytest.mark.browser
@pytest.mark.parametrize("number", range(PARTS))
def test_the_reason_of_a_retraction_is_read_as_it_was_written(visitor: Visitor, number: int) -> None:
    """In the notice, at the article's address and at that of an event that only it told."""
    for path in (f"bai-viet/bai-rut-{number:02}/", f"su-kien/su-kien-rut-{number:02}/"):
        visitor.page.goto(visitor.address + path)
        visitor.page.wait_for_url(f"**/bai-viet/bai-rut-{number:02}/**")
        visitor.page.wait_for_load_state()
        seen = visitor.look()
        assert {name: seen[name] for name in QUIET} == QUIET, path
        assert f"Lý do {one_line(TEXTS[number])} Nơi đăng" in one_line(seen["text"])
    assert (visitor.told.dialogs, visitor.told.elsewhere, visitor.told.errors) == ([], [], [])


@pytest.mark.browser
def test_search_shows_every_payload_as_text(visitor: Visitor) -> None:
    """What the box and the page show of an answer, for an index that is full of payloads and for each as a query."""
    payloads, files = corpus(), index_of_payloads()
    visitor.open("robots.txt")
    visitor.page.route(f"**/{FOLDER}/**", lambda route: give(route, files))
    own = visitor.page.evaluate(SHOW, [visitor.address, [sign(number) for number in range(len(payloads))]])
    for payload, shown in zip(payloads, own, strict=True):
        (row,) = shown["rows"]
        text = one_line(payload)
        assert (one_line(row["title"]), row["path"]) == (text, f"/tim/{payloads.index(payload)}/")
        assert one_line(row["about"]) == one_line(f"{payloads[0]} · {payload} · {payload}")
        assert one_line(row["excerpt"]).count(text[:40]) >= 1
    asked = visitor.page.evaluate(SHOW, [visitor.address, list(payloads)])
    known = {one_line(payload) for payload in payloads}
    for payload, shown in zip(payloads, asked, strict=True):
        assert one_line(payload[:40]) in one_line(shown["summary"])
        assert {one_line(row["title"]) for row in shown["rows"]} <= known
    assert sum(bool(shown["rows"]) for shown in asked) > len(payloads) / 2
    seen = visitor.look()
    assert {name: seen[name] for name in QUIET} == QUIET
    assert set(visitor.page.evaluate("[...document.querySelectorAll('#thu *')].map(e => e.localName)")) == {
        "li", "a", "p", "mark",
    }  # fmt: skip
    assert (visitor.told.dialogs, visitor.told.elsewhere, visitor.told.errors) == ([], [], [])


def test_no_script_of_ours_makes_markup_of_a_text() -> None:
    """The one place where a script writes HTML holds it as a constant."""
    ways = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|createContextualFragment|eval\(")
    scripts = sorted((ROOT / "theme_overrides/javascripts").rglob("*.js"))
    assert len(scripts) > 20
    found = [
        line.strip() for path in scripts for line in path.read_text(encoding="utf-8").splitlines() if ways.search(line)
    ]
    assert found == ["dialog.innerHTML ="]


@pytest.mark.browser
def test_what_readers_do_runs_nothing_either(visitor: Visitor) -> None:
    """They keep a page, open a source in place, and search for a payload that an address brought."""
    page = visitor.page
    visitor.open("bai-viet/bai-00/")
    page.get_by_role("button", name="Lưu trang").dispatch_event("click")
    visitor.open("su-kien/su-kien-00/")
    page.locator("a.nguon").first.dispatch_event("click")
    page.locator("dialog[open]").wait_for()
    seen = [visitor.look(), visitor.open("da-luu/")]
    assert one_line(TEXTS[0]) in one_line(seen[1]["text"])
    for payload in ("<img src=x onerror=bay(1)>", "javascript:bay(1)", "{{7*7}}"):
        page.goto(f"{visitor.address}tim-kiem/?q={quote(payload)}")
        page.wait_for_timeout(300)
        seen.append(visitor.look())
    assert [{name: one[name] for name in QUIET} for one in seen] == [QUIET] * len(seen)
    assert (visitor.told.dialogs, visitor.told.elsewhere) == ([], [])


def test_no_page_at_all_names_a_stranger(site: Path) -> None:
    """Every page by an HTML parser: no handler, no address of a scheme or host that the payloads name."""
    for path in site.rglob("*.html"):
        page = read(path.read_text(encoding="utf-8"))
        assert page.handlers == [], path
        told = [a for a in page.addresses if re.match(r"(?!https?:|mailto:)[^/?#]*:", a) or a.startswith(("//", "\\"))]
        assert told == [], path
        scripts = [
            e for e in page.elements if e.startswith(("<script", "<img", "<iframe", "<link", "<form")) and HOST in e
        ]
        assert scripts == [], path


def strings(value: object) -> list[str]:
    """Every text of a JSON value."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


def test_feeds_hold_every_payload_as_text(site: Path) -> None:
    read_texts = ""
    for path in site.rglob("*.xml"):
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
        assert {element.tag.partition("}")[0] for element in root.iter()} <= {
            "{http://www.w3.org/2005/Atom", "{http://www.sitemaps.org/schemas/sitemap/0.9"
        }  # fmt: skip
        read_texts += one_line(" ".join(element.text or "" for element in root.iter()))
    assert [payload for payload in corpus() if one_line(payload) not in read_texts] == []


def test_calendars_hold_every_payload_and_no_property_of_theirs(site: Path) -> None:
    names, held = set(), ""
    for path in site.rglob("*.ics"):
        calendar = Calendar.from_ical(path.read_bytes())
        for component in calendar.walk():
            names |= {str(name).upper() for name in component}
        held += one_line(" ".join(str(e.get("summary", "")) for e in calendar.walk("VEVENT")))
    assert not names & {"ATTACH", "X-BAY", "ATTENDEE"}
    assert [payload for payload in corpus() if one_line(payload) not in held] == []


def test_open_data_hold_every_payload_and_spreadsheets_no_formula(site: Path) -> None:
    plain = json_texts = ""
    for path in (site / "du-lieu").rglob("*.json"):
        json_texts += one_line(" ".join(strings(json.loads(path.read_text(encoding="utf-8")))))
    for path in (site / "du-lieu").rglob("*.csv"):
        text = path.read_bytes().decode()
        cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")) for cell in row]
        if text.startswith("\ufeff"):
            formulas = [c for c in cells if re.search(r"(^|[;\t\n\r]) *[=+@＝＋－＠\t\r]|(^|[;\t\n\r]) *-(?!\d+\Z)", c)]
            assert formulas == [], path
        else:
            plain += one_line(" ".join(cells))
    assert [p for p in corpus() if one_line(p) not in plain or one_line(p) not in json_texts] == []
