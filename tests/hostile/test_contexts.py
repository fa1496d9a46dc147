"""Each place that a text of the content can get to has one function that makes it safe there, and a parser to prove it.

The table is docs/escaping.md; here every payload goes alone through every function.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import markdown  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar, Event
from jinja2 import Environment
from jinja2.filters import do_tojson
from jinja2.nodes import EvalContext
from mkdocs.config import load_config

from generator.characters import visible, visible_line
from generator.output.markdown import attribute, escape, external, inline_attribute, link
from generator.output.open_data.csv_text import guarded
from generator.output.plain_text import one_line
from generator.text import nfc, slug
from generator.web_address import ascii_host, in_ascii, is_web_address
from tests.hostile.families import REFUSED, corpus
from tests.hostile.html_page import read
from tests.project import ROOT

PAYLOADS = tuple(nfc(" ".join(payload.split())) for payload in corpus())


def shown(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def convert() -> markdown.Markdown:
    """Markdown as the site reads it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def test_markdown_text(convert: markdown.Markdown) -> None:
    """escape: a paragraph, a row of a list, a cell and a link that show exactly the text."""
    for payload in PAYLOADS:
        html = convert.reset().convert(f"{escape(payload)}\n\n- {escape(payload)}\n\n{link(payload, 'x.md')}")
        root = ElementTree.fromstring(f"<div>{html.replace('&nbsp;', '&#160;')}</div>")
        assert [element.tag for element in root.iter()] == ["div", "p", "ul", "li", "p", "a"], payload
        read_texts = ["".join(root[0].itertext()), "".join(root[1].itertext()), root[2][0].text or ""]
        assert [shown(text) for text in read_texts] == [payload] * 3


def test_attributes(convert: markdown.Markdown) -> None:
    """inline_attribute within Markdown, in a tag and in an attribute list; attribute in a document."""
    for payload in PAYLOADS:
        value = inline_attribute(payload)
        html = convert.reset().convert(f'Chữ <abbr title="{value}">a</abbr> và [b](c.md){{ title="{value}" }} hết.')
        root = ElementTree.fromstring(html)
        assert [element.tag for element in root.iter()] == ["p", "abbr", "a"], payload
        assert [shown(root[0].get("title", "")), shown(root[1].get("title", ""))] == [payload] * 2
        assert root[0].keys() == ["title"]
        assert sorted(root[1].keys()) == ["href", "title"]
        page = read(f'<p title="{attribute(payload)}">x</p>')
        assert list(page.shown) == [re.sub(r"[\[\]…]", "", "".join(payload.split())).casefold()]
        assert page.elements == {"<p title>": 1, "</p>": 1}


def test_json_in_html() -> None:
    """Jinja's tojson, as theme_overrides/main.html uses it: no text can end the script element."""
    context = EvalContext(Environment())
    for payload in PAYLOADS:
        told = str(do_tojson(context, {"name": payload}))
        assert not set("<>&'") & set(told), payload
        assert json.loads(told) == {"name": payload}


def test_csv() -> None:
    """guarded, for spreadsheets: nothing but an apostrophe is added, and no cell begins with a sign of a formula."""
    for payload in (*corpus(), "a;-1", "a; @x", "\r=1", "x\t＝1"):
        cell = guarded(payload)
        assert cell.replace("'", "") == payload.replace("'", "")
        cells = [c for line in cell.splitlines() or [""] for c in re.split("[;\t]", line)]
        assert [c for c in cells if c.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))] == []
    assert guarded("Kế hoạch - 2022; giảm 5") == "Kế hoạch - 2022; giảm 5"


def test_calendars() -> None:
    """one_line, then icalendar: a text is the value of one property."""
    for payload in corpus():
        event = Event()
        event.add("summary", one_line(payload))
        [found] = Calendar.from_ical(event.to_ical(), multiple=True)
        assert [str(name) for name in found] == ["SUMMARY"]
        assert shown(str(found["summary"])) == shown(payload)


def test_xml() -> None:
    """one_line, then ElementTree: an element with a text and no child."""
    for payload in corpus():
        element = ElementTree.Element("title")
        element.text = one_line(payload)
        found = ElementTree.fromstring(ElementTree.tostring(element, encoding="unicode"))
        assert (len(found), found.text or "") == (0, " ".join(payload.split()))


def test_addresses() -> None:
    """external: a Markdown link with nothing else in it, to the same host and path."""
    for payload in PAYLOADS:
        address = f"https://bao.vn/{''.join(payload.split())}"
        quoted = str(external(address))
        assert not set(" ()<>[]\"'`\\|{}") & set(quoted), payload
        assert urlsplit(quoted).netloc == "bao.vn"
        assert unquote(quoted.replace("&amp;", "&")) == unquote(address)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://vnеxpress.net/a", "xn--vnxpress-d8g.net"),
        ("https://tiếng.vn:8080/a", "xn--ting-hv5a.vn"),
        ("https://bao.vn/tiếng", None),
        ("https://xn--vnxpress-d8g.net/", None),
        ("https://tep_cu.bao.vn./", None),
    ],
)
def test_hosts_in_other_letters_have_a_form_that_cannot_deceive(address: str, host: str | None) -> None:
    assert is_web_address(address)
    assert ascii_host(address) == host
    told = in_ascii(address)
    assert told is not None
    assert (urlsplit(told).hostname or "").isascii()
    assert urlsplit(told).path == urlsplit(address).path


@pytest.mark.parametrize(
    "address",
    [
        "https://bao.vn@bay.example/", "https://a:b@bay.example/", "https://bao.vn\\@bay.example/",
        "https:///bay.example", "//bay.example", "https:bay.example", "https://", "https://a:99999/", "https://a:0/", "https://[",
        "https://a b/", "javascript://bay.example/%0aalert(1)", "https://a\x01b/", "https://a\nb/",
        "https://" + "ế" * 300 + "/", "https://" + "a" * 64 + ".vn/", "https://..", "https://bao..vn/", "https://.bao.vn/",
        "https://-bao.vn/", "https://bao-.vn/", "https://%62ao.vn/", "https://bao;.vn/", "https://[::1]/",
    ],
)  # fmt: skip
def test_tricks_are_no_addresses(address: str) -> None:
    assert not is_web_address(address)
    assert in_ascii(address) is None


def test_names_of_files() -> None:
    """slug: letters, digits and hyphens alone, so that no path leaves its folder."""
    assert [payload for payload in corpus() if not re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(payload))] == []


def test_terminals() -> None:
    """visible: nothing that a terminal obeys or hides; JSON keeps its meaning, and a line stays one."""
    for payload in (*corpus(), *(p for family in REFUSED.values() for p in family)):
        told = visible(payload)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", told)
        assert json.loads(visible(json.dumps({payload: payload}, ensure_ascii=False))) == {payload: payload}
        assert "\n" not in visible_line(payload) + visible_line("a\n::error::b")
    assert visible("Tỉnh Bắc Kạn: 93,6%\n\t– “đạt”") == "Tỉnh Bắc Kạn: 93,6%\n\t– “đạt”"


def test_commands_write_to_the_terminal_through_one_door() -> None:
    """generator/cli/terminal.py; nothing prints past it."""
    past = [
        path.name
        for path in sorted(Path(ROOT / "generator").rglob("*.py"))
        if re.search(r"click\.s?echo\(|(?<![\w.])print\(", path.read_text(encoding="utf-8"))
    ]
    assert past == ["terminal.py"]
