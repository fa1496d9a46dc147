"""A page as lines in the order of the document: what stands on a line of its own when it is read in a browser.

A row of a data table is one line, its cells parted by tabs, as a browser copies it. Sources: the HTML standard on
which elements are blocks; pages seen: provincial portals, departments and papers 2020–2026 (NukeViet, SharePoint,
WordPress and the newspapers' own systems, layouts in tables and in bare div elements).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from generator.ingest.reading.marks import BLOCKS, is_aside, is_author, is_bold, is_byline, is_hidden, is_title

_LAYOUT = ("table", "tr", "ul", "ol", "h1", "h2", "form", "figure")
_MAX_CELL_CHARS = 300
_LEAST_LINKS = 4


@dataclass(slots=True)
class Block:
    """A block element and the lines it holds: first..end, end excluded."""

    tag: str
    first: int
    end: int = 0

    def holds(self, other: Block) -> bool:
        """Whether all lines of the other block are its own too."""
        return self.first <= other.first and other.end <= self.end


@dataclass(slots=True)
class Line:
    """A line of a page; `is_link`, `bold`: but for a few of its letters it is; `aside`: the innermost block that is no
    part of an article; `titled`, `authored`: it stands where the page's code says that a headline, an author does."""

    text: str
    tag: str
    is_link: bool = False
    aside: Block | None = None
    byline: bool = False
    row_of: Any = None
    bold: bool = False
    titled: bool = False
    authored: bool = False


@dataclass(slots=True)
class Page:
    """The lines of a page, its blocks (outer before inner), and the elements that are menus: nothing but links."""

    lines: list[Line]
    blocks: list[Block]
    menus: list[Any] = field(default_factory=list)


def page_lines(body: Any) -> Page:
    """The lines of an element whose scripts and comments have been taken out."""
    walk = _Walk(body)
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            walk.leave(element)
        elif (row := _data_row(element)) is not None:
            walk.add_row(row, element)
            walker.skip_subtree()
        else:
            walk.enter(element)
    return walk.page


@dataclass(slots=True)
class _Open:
    """A block whose end has not come yet."""

    element: Any
    block: Block
    aside: Block | None = None
    byline: bool = False
    authored: bool = False
    titled: bool = False
    plain_before: int = 0


class _Walk:
    """The state of one walk through a page."""

    def __init__(self, root: Any) -> None:
        block = Block("body", 0)
        self.page = Page([], [block])
        self._open = [_Open(root, block)]
        self._words: list[str] = []
        self._linked = self._bold = 0
        self._links: list[Any] = []
        self._bolds: list[Any] = []
        self._titled = False
        self._plain = 0

    def enter(self, element: Any) -> None:
        tag, outer = element.tag, self._open[-1]
        if self._stands_apart(element, outer):
            self.flush()
            block = Block(tag if tag in BLOCKS else "div", len(self.page.lines))
            aside = is_aside(element)
            self.page.blocks.append(block)
            inner = block if aside else outer.aside
            by = is_byline(element) or (outer.byline and not aside)
            authored = is_author(element) or (outer.authored and not aside)
            self._open.append(_Open(element, block, inner, by, authored, is_title(element), self._plain))
        elif tag == "br":
            self.flush()
        else:
            self._titled = self._titled or is_title(element)
        if tag == "a":
            self._links.append(element)
        if is_bold(element):
            self._bolds.append(element)
        self._add(element.text)

    def _stands_apart(self, element: Any, outer: _Open) -> bool:
        """Whether an element is a block, or read as one: what is hidden, and an author named beside other words."""
        if element.tag in BLOCKS or is_hidden(element):
            return element is not self._open[0].element
        return not outer.byline and not self._links and is_author(element)

    def leave(self, element: Any) -> None:
        if self._open[-1].element is element:
            self.flush()
            here = self._open[-1]
            here.block.end = len(self.page.lines)
            if len(self._open) > 1:
                self._open.pop()
            if here.plain_before == self._plain and here.block.end - here.block.first >= _LEAST_LINKS:
                self.page.menus.append(element)
        for around in (self._links, self._bolds):
            if around and around[-1] is element:
                around.pop()
        self._add(element.tail)

    def add_row(self, cells: list[str], row: Any) -> None:
        self.flush()
        linked = sum(c.isalpha() for a in row.iter("a") for text in a.itertext() for c in text)
        self._linked = linked
        tables = [around.element for around in self._open if around.block.tag == "table"]
        self._append("\t".join(cells), "tr", tables[-1] if tables else None)

    def flush(self) -> None:
        if self._words:
            if text := " ".join("".join(self._words).split()):
                self._append(text, self._open[-1].block.tag)
            self._words, self._linked, self._bold, self._titled = [], 0, 0, False

    def _append(self, text: str, tag: str, row_of: Any = None) -> None:
        letters = sum(map(str.isalpha, text))
        is_link, bold = (count > 0 and count * 10 >= letters * 8 for count in (self._linked, self._bold))
        around = self._open[-1]
        titled = self._titled or around.titled
        line = Line(text, tag, is_link, around.aside, around.byline, row_of, bold, titled, around.authored)
        self.page.lines.append(line)
        self._plain += not is_link
        self._linked = 0

    def _add(self, text: str | None) -> None:
        if text:
            self._words.append(text)
            if self._links or self._bolds:
                letters = sum(map(str.isalpha, text))
                self._linked += letters if self._links else 0
                self._bold += letters if self._bolds else 0


def _data_row(element: Any) -> list[str] | None:
    """The cells of a table row that is data: two or more with text, none of them a layout of its own."""
    if element.tag != "tr" or len(element) < 2:
        return None
    cells = []
    for cell in element.iterchildren("td", "th"):
        if next(cell.iter(*_LAYOUT), None) is not None or sum(1 for _ in cell.iter("p", "div", "a")) > 3:
            return None
        text = " ".join(" ".join(cell.itertext()).split())
        if len(text) > _MAX_CELL_CHARS:
            return None
        if text:
            cells.append(text)
    return cells if len(cells) >= 2 else None
