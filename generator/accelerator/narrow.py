"""Narrow Markdown, converted in one pass to what Python-Markdown makes of it.

Narrow is what templates write that escape all text: headings, paragraphs, flat lists, definitions, tables, HTML blocks
with and without `markdown`, one block to each blank line. Whatever else a page holds raises Unsure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, unique  # type: ignore[import-untyped]

from generator.accelerator.narrow_html import is_whole_block, kept_element, markdown_element, raw_ids
from generator.accelerator.narrow_inline import SPANS, Unsure, attribute_list, inline, split_attributes, written

_WIDE = re.compile(r"[^\S \n]|[\x02\x03]|^ | $|\[TOC\]|<!|<\?|\A\Z", re.MULTILINE)
_NO_TEXT = re.compile(r"^(?:[-#>:|=~+{ ]|\*(?!\*?[^\s*])|\d+[.)](?: |$)|\[[^\]]*\]:)", re.MULTILINE)
_SPAN = re.compile(rf"<(?:{SPANS})[ >]")
_HEADING = re.compile(r"(#{1,6}) (\S.*)")
_BLANK = re.compile(r"\n\n+")
_TAGS = re.compile(r"<[^>]*>")
_RULE = re.compile(r":?-+:?")


@dataclass(slots=True)
class Converted:
    """A page's HTML, the tokens of its table of contents, its title, and the ids that links may name."""

    content: str
    toc_tokens: list[dict[str, Any]]
    title: str | None
    ids: set[str]


def convert(text: str, url: Callable[[str], str], slugify: Callable[[str, str], str]) -> Converted:
    """Convert a page; `url` is asked once for each link, in their order."""
    if _WIDE.search(text):
        raise Unsure
    page = _Page(url)
    for block in _BLANK.split(text.strip("\n")):
        page.add(block)
    return page.converted(raw_ids(text), slugify)


@dataclass(slots=True)
class _Page:
    url: Callable[[str], str]
    pieces: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[tuple[int, int, str, dict[str, str]]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    last: str = ""

    def add(self, block: str) -> None:
        """One block after the other."""
        first = block[0]
        if first == "#":
            self._heading(block)
        elif first == "-":
            self._list(block)
        elif first == "|":
            self._table(block)
        elif first == "<" and not _SPAN.match(block):
            self._html(block)
        elif "\n:   " in block:
            self._definitions(block)
        else:
            self._paragraph(block)

    def converted(self, raw: set[str], slugify: Callable[[str, str], str]) -> Converted:
        """The whole, when all blocks are there and all ids known."""
        if self.opened:
            raise Unsure
        used, counters, tokens, title = set(self.ids), dict[str, int](), [], None
        for place, level, inner, attributes in self.headings:
            name = " ".join(_TAGS.sub("", inner).split())
            if "id" not in attributes:
                attributes["id"] = unique(slugify(html.unescape(name), "-"), used, counters)
            self.pieces[place] = f"<h{level}{written(attributes)}>{inner}</h{level}>"
            tokens.append({"level": level, "id": attributes["id"], "name": name})
            if (place, level) == (0, 1):
                title = name
        return Converted("\n".join(self.pieces).strip(), nest_toc_tokens(tokens), title, used | raw)

    def _inline(self, text: str) -> str:
        return inline(text, self.url, self.ids)

    def _text(self, text: str) -> str:
        if _NO_TEXT.search(text):
            raise Unsure
        return self._inline(text)

    def _heading(self, block: str) -> None:
        m = _HEADING.fullmatch(block)
        if not m:
            raise Unsure
        text, attributes = split_attributes(m[2])
        if text.endswith("#"):
            raise Unsure
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.headings.append((len(self.pieces), len(m[1]), self._inline(text), attributes))
        self._put("heading", "")

    def _paragraph(self, block: str) -> None:
        text, _, listed = block.rpartition("\n")
        attributes = {}
        if text and listed[0] == "{":
            attributes = attribute_list(listed)
            if "id" in attributes:
                self.ids.append(attributes["id"])
        else:
            text = block
        self._put("p", f"<p{written(attributes)}>{self._text(text)}</p>")

    def _list(self, block: str) -> None:
        lines = block.split("\n")
        if self.last == "ul":
            raise Unsure
        self._put("ul", "<ul>")
        for line in lines:
            if not line.startswith("- "):
                raise Unsure
            self.pieces.append(f"<li>{self._text(line[2:])}</li>")
        self.pieces.append("</ul>")

    def _definitions(self, block: str) -> None:
        terms, *definitions = block.split("\n:   ")
        if self.last == "dl":
            self.pieces.pop()
        else:
            self._put("dl", "<dl>")
        self.pieces += [f"<dt>{self._text(term)}</dt>" for term in terms.split("\n")]
        for definition in definitions:
            if "\n" in definition:
                raise Unsure
            self.pieces.append(f"<dd>{self._text(definition)}</dd>")
        self.pieces.append("</dl>")

    def _table(self, block: str) -> None:
        rows = [_cells(line) for line in block.split("\n")]
        if len(rows) < 3 or len({len(row) for row in rows}) > 1 or len(rows[0]) < 2:
            raise Unsure
        aligned = [_alignment(cell) for cell in rows[1]]
        self._put("table", "<table>\n<thead>")
        self._row("th", rows[0], aligned)
        self.pieces.append("</thead>\n<tbody>")
        for row in rows[2:]:
            self._row("td", row, aligned)
        self.pieces.append("</tbody>\n</table>")

    def _row(self, tag: str, cells: list[str], aligned: list[dict[str, str]]) -> None:
        self.pieces.append("<tr>")
        for cell, style in zip(cells, aligned, strict=True):
            text, attributes = split_attributes(cell)
            if "id" in attributes:
                self.ids.append(attributes["id"])
            self.pieces.append(f"<{tag}{written({**style, **attributes})}>{self._inline(text)}</{tag}>")
        self.pieces.append("</tr>")

    def _html(self, block: str) -> None:
        if block.startswith("<p") and (m := markdown_element(block.partition("\n")[0])) and m[0] == "p":
            self._span_element(block, m[1])
        elif block.startswith("</") or markdown_element(block):
            self._tags(block.split("\n"))
        elif self.opened:
            tag, identity = kept_element(block)
            self.ids += identity
            self._put("p", tag)
        elif is_whole_block(block):
            self._put("p", block + "\n")
        else:
            raise Unsure

    def _span_element(self, block: str, attributes: dict[str, str]) -> None:
        start, text = block.partition(">")[0], block.partition(">")[2]
        if "\n" in block or not text.endswith("</p>") or not start:
            raise Unsure
        self.ids += [attributes["id"]] if "id" in attributes else []
        self._put("p", f"<p{written(attributes)}>{self._inline(text[:-4])}</p>")

    def _tags(self, lines: list[str]) -> None:
        for number, line in enumerate(lines, 1):
            if line.startswith("</"):
                if not self.opened or line != f"</{self.opened.pop()}>" or not self.last:
                    raise Unsure
                self._put("html", line)
                continue
            element = markdown_element(line)
            if not element or number < len(lines) or element[0] == "p":
                raise Unsure
            tag, attributes = element
            self.ids += [attributes["id"]] if "id" in attributes else []
            self._put("", f"<{tag}{written(attributes)}>")
            self.opened.append(tag)

    def _put(self, kind: str, piece: str) -> None:
        self.pieces.append(piece)
        self.last = kind


def _cells(line: str) -> list[str]:
    if len(line) < 2 or line[0] != "|" or line[-1] != "|":
        raise Unsure
    return [cell.strip(" ") for cell in line[1:-1].split("|")]


def _alignment(cell: str) -> dict[str, str]:
    if not _RULE.fullmatch(cell):
        raise Unsure
    left, right = cell[0] == ":", cell[-1] == ":"
    word = "center" if left and right else "left" if left else "right" if right else ""
    return {"style": f"text-align: {word};"} if word else {}
