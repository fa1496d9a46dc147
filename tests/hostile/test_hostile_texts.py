"""Whatever a record holds, readers see exactly it: the portal of hostile texts is built as that of harmless ones."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import markdown  # type: ignore[import-untyped]
import pytest
from mkdocs.config import load_config

from generator.check import check
from generator.diagnostics import human
from generator.output.search.index import FOLDER
from tests.hostile.html_page import HtmlPage, read, wording
from tests.hostile.payloads import HARMLESS, PAYLOADS
from tests.hostile.project import body, project_of
from tests.project import TODAY, assemble, tree_texts
from tests.site.project import Finished, run, shared

TEXTS = {"hostile": PAYLOADS, "harmless": HARMLESS}
SITE_NAME = "Cổng thông tin Chuyển đổi số địa phương"
_HARMLESS = re.compile("|".join(HARMLESS))
_PART = re.compile(r"(?:^|[/'])(?:nam/(?:\d+|chua-ro)|thang-\d+|ca-nam|phan-\d+)/")
_SAFE = re.compile(r"(?:https?://|mailto:)[!-~]+|(?![^/?#]*:)[!-~]*")


class Portal:
    """A portal built by `portal build`; read only."""

    def __init__(self, factory: pytest.TempPathFactory, name: str) -> None:
        def make(folder: Path) -> Finished:
            return run(project_of(folder, TEXTS[name]), "portal", "build", "--today", TODAY.isoformat())

        self.folder, self.finished = shared(factory, f"texts-{name}", make)
        assert self.finished.returncode == 0, self.finished.output
        self.site = self.folder / "build/site"

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        """Every HTML file by its path."""
        found = sorted(self.site.rglob("*.html"))
        return {p.relative_to(self.site).as_posix(): read(p.read_text(encoding="utf-8")) for p in found}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(tmp_path_factory, "hostile")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(tmp_path_factory, "harmless")


def meant(texts: Iterable[str]) -> Counter[str]:
    """The harmless portal's texts, each harmless one replaced by the hostile one in its place."""
    places = dict(zip(HARMLESS, PAYLOADS, strict=True))
    return Counter(wording(_HARMLESS.sub(lambda m: places[m[0]], text)) for text in texts)


def one_line(text: str) -> str:
    return " ".join(text.split())


def differences(one: HtmlPage, other: HtmlPage) -> dict[str, object]:
    """What one page has and the other has not, of what texts must not change or must fill in exactly."""
    texts, shown = meant(other.texts.elements()), meant(other.shown.elements())
    found = {
        "elements": (one.elements - other.elements, other.elements - one.elements),
        "texts": (one.texts - texts, texts - one.texts),
        "attributes": (one.shown - shown, shown - one.shown),
        "comments": (one.comments, other.comments) if one.comments != other.comments else ((), ()),
    }
    return {name: both for name, both in found.items() if any(both)}


def test_the_build_warns_of_nothing(hostile: Portal) -> None:
    hostile.finished.assert_clean()


def test_every_page_is_that_of_harmless_texts(hostile: Portal, harmless: Portal) -> None:
    """The same elements with the same attributes, and every text in its place as it was written."""
    assert hostile.pages.keys() == harmless.pages.keys()
    assert len(hostile.pages) > 14 * len(PAYLOADS)
    whole = [name for name, page in hostile.pages.items() if not is_cut(name, page)]
    assert len(whole) > 0.9 * len(hostile.pages)
    for name in whole:
        assert differences(hostile.pages[name], harmless.pages[name]) == {}, name


def test_lists_that_are_cut_hold_the_harmless_texts_on_some_page(hostile: Portal, harmless: Portal) -> None:
    """What sorts by a text may stand on another page of its list."""
    names = [name for name, page in hostile.pages.items() if is_cut(name, page)]
    assert names
    texts = {text for name in names for text in hostile.pages[name].texts}
    assert texts == {text for name in names for text in meant(harmless.pages[name].texts.elements())}


def is_cut(name: str, page: HtmlPage) -> bool:
    """Whether a page shows a part of a list, the rest of which stands on others."""
    return bool(_PART.search(name)) or any(_PART.search(element) for element in page.elements)


def test_no_page_runs_or_loads_anything(hostile: Portal) -> None:
    for name, page in hostile.pages.items():
        assert page.handlers == [], name
        assert [a for a in page.addresses if not _SAFE.fullmatch(a)] == [], name
        assert len(set(page.ids)) == len(page.ids), name


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=PAYLOADS)
def test_title_and_description_say_exactly_the_text(hostile: Portal, number: int) -> None:
    title = one_line(PAYLOADS[number])
    about = body(PAYLOADS[number])[0]
    assert len(about) <= 160, "a longer one is cut"
    for name in (f"bai-{number:02}", f"bai-khac-{number:02}"):
        page = hostile.pages[f"bai-viet/{name}/index.html"]
        assert [one_line(h1) for h1 in page.h1] == [title]
        assert one_line(page.title) == f"{title} - {SITE_NAME}"
        assert page.description == one_line(about)
    assert "doan-1" in hostile.pages[f"bai-viet/bai-{number:02}/index.html"].ids


def test_search_shows_exactly_the_texts(hostile: Portal) -> None:
    """Its files hold plain texts, which the page that searches puts into text nodes."""
    chunks = (hostile.site / FOLDER / "trang").iterdir()
    documents = [document for chunk in chunks for document in json.loads(chunk.read_text(encoding="utf-8"))]
    titles = {document[0]: document[1] for document in documents if document}
    for number, payload in enumerate(PAYLOADS):
        for name in (f"bai-{number:02}", f"bai-khac-{number:02}"):
            assert one_line(titles[f"bai-viet/{name}/"]) == one_line(payload)


def test_the_sitemap_can_be_read(hostile: Portal) -> None:
    ElementTree.parse(hostile.site / "sitemap.xml")


def test_pages_of_the_preview_are_those_of_harmless_texts(hostile: Portal, tmp_path: Path) -> None:
    """Drafts and the editors' report, which the published site lacks; through the same Markdown extensions."""
    config = load_config(str(hostile.folder / "mkdocs.yml"))
    engine = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    found, wanted = (_preview(tmp_path / name, texts, engine) for name, texts in TEXTS.items())
    assert {name: differences(found[name], wanted[name]) for name in found} == {name: {} for name in found}


def _preview(folder: Path, texts: tuple[str, ...], engine: markdown.Markdown) -> dict[str, HtmlPage]:
    checked = check(project_of(folder, texts, review="draft"), today=TODAY, drafts=True)
    assert checked.library is not None, human(checked.diagnostics)
    tree = tree_texts(checked)
    names = ["index.md", "bien-tap/index.md", *(f"bai-viet/bai-{n:02}.md" for n in range(len(texts)))]
    return {name: read(engine.reset().convert(tree[name].split("\n---\n", 1)[1])) for name in names}


ADDRESSES = (
    "javascript:alert`1`", "JavaScript:alert`1`", "java\u2028script:x", "data:text/html,x", "vbscript:x", "blob:x",
    "//bay.example/x", "\\\\bay.example", "/\\bay.example", "https:bay.example", "http:/bay.example", "../../x", "#x",
    "/tinh/../x/", "/tinh/bac-kan/#\"onclick=x", "mailto:a@b.example", "file:///etc/passwd", "x.md", "/tinh/bac-kan.md",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_other_addresses_are_refused(tmp_path: Path, address: str) -> None:
    """In a summary as a link to nowhere, as the address of an article as no address."""
    project = assemble(tmp_path)
    path = project / "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("/bai-viet/hue-xep-hang-dti-2021/", address), encoding="utf-8")
    codes = {d.code for d in check(project, today=TODAY).diagnostics}
    assert len(codes & {"dead-link", "bad-link"}) == 1
    url = json.dumps(address)
    path.write_text(text.replace("https://baobackan.example/hop-ban-chi-dao", url), encoding="utf-8")
    assert [d.code for d in check(project, today=TODAY).diagnostics] == ["bad-url"]
