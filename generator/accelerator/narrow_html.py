"""HTML blocks of narrow Markdown."""

from __future__ import annotations

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS  # type: ignore[import-untyped]

from generator.accelerator.narrow_inline import ENTITY, Unsure, written

RAW_BLOCKS = "div|fieldset|figure|form|nav|ol|p|section|table|ul"
_PLAIN = r'(?: [a-z][a-z-]*="[^"<>&\[\]{}\\`*_\n]*")*'
_VALUE = rf'"(?:[^"<>&]|{ENTITY})*+"'
_ATTRIBUTES = rf"(?:\s[a-zA-Z][a-zA-Z-]*+[0-9]?(?:={_VALUE})?+)*+"

_ELEMENT = re.compile(rf"<(div|section|p)({_PLAIN}) markdown({_PLAIN})>")
_START_TAG = re.compile(rf"<([a-z0-9]+)({_PLAIN})>")
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
_NO_ELEMENTS = {"canvas", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "math", "option", "td", "th"}
_PIECES = re.compile(rf"(?:[^<>&]++|{ENTITY}|<[a-z][a-z0-9]*+{_ATTRIBUTES}/?>|</[a-z][a-z0-9]*+>)*+")
_START = re.compile(rf"<(?:{RAW_BLOCKS})[ >]")
_NOT_AS_IT_STANDS = re.compile(
    r"<(?:hr|iframe|math|noscript|plaintext|pre|script|style|template|textarea|xmp)\b| markdown[ >=]|<a [^<>]*name="
)
_TAGS = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*?(/?)>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_IDS = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')


def markdown_element(line: str) -> tuple[str, dict[str, str]] | None:
    """The tag and the attributes of an element with `markdown` that the line begins with."""
    m = _ELEMENT.match(line)
    if not m or (m.end() < len(line) and m[1] != "p"):
        return None
    return m[1], dict(_ATTRIBUTE.findall(m[2] + m[3]))


def kept_element(block: str) -> tuple[str, list[str]]:
    """An element of HTML within such an element, laid out as Python-Markdown does it, and the ids in it."""
    if "\n" in block or not _PIECES.fullmatch(block) or _NOT_AS_IT_STANDS.search(block):
        raise Unsure
    opened: list[_Element] = []
    ids: list[str] = []
    end = 0
    for m in _TAGS.finditer(block):
        closing, tag, empty = m.groups()
        if tag not in _BLOCKS:
            continue
        between, end = block[end : m.start()], m.end()
        if not closing and not empty and tag not in _NO_ELEMENTS and (opened or m.start() == 0):
            if between or any(element.tag == "p" or any(element.texts) for element in opened):
                raise Unsure
            opened.append(_Element(tag, m[0], ids))
        elif closing and opened and opened[-1].tag == tag:
            element = opened.pop()
            element.texts[-1] += between
            if not opened and end == len(block):
                return element.html(), ids
            if not opened:
                raise Unsure
            opened[-1].children.append(element.html())
            opened[-1].texts.append("")
        else:
            raise Unsure
    raise Unsure


class _Element:
    """An open element: its children, and the texts before, between and after them."""

    def __init__(self, tag: str, start: str, ids: list[str]) -> None:
        m = _START_TAG.fullmatch(start)
        if not m:
            raise Unsure
        attributes = dict(_ATTRIBUTE.findall(m[2]))
        if "id" in attributes:
            ids.append(attributes["id"])
        self.tag = tag
        self.start = f"<{tag}{written(attributes)}>"
        self.children: list[str] = []
        self.texts = [""]

    def html(self) -> str:
        """With line ends around its children."""
        texts = [text if text.strip() else "\n" for text in self.texts] if self.children else self.texts
        inner = "".join(text + child for text, child in zip(texts, self.children, strict=False))
        return f"{self.start}{inner}{texts[-1]}</{self.tag}>"


def is_whole_block(block: str) -> bool:
    """Whether this is one element, closed at the end of the block, that stays as it is."""
    if not _START.match(block) or not _PIECES.fullmatch(block) or _NOT_AS_IT_STANDS.search(block):
        return False
    opened: list[str] = []
    for m in _TAGS.finditer(block):
        closing, tag, empty = m.groups()
        if not closing:
            if not empty:
                opened.append(tag)
        elif tag in opened:
            while opened.pop() != tag:
                pass
            if not opened:
                return m.end() == len(block)
    return False


def raw_ids(text: str) -> set[str]:
    """The ids of all tags of a page."""
    if ' id="' not in text and '\nid="' not in text:
        return set()
    found = set(_IDS.findall(text))
    if any("&" in identity for identity in found):
        raise Unsure
    return found
