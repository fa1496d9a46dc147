"""A built page as a browser's parser sees it: its elements, its comments, its texts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]
_SHOWN = {"aria-label", "content", "title", "alt", "data-theo"}  # attributes that hold text for readers
_OWN = "http://localhost:8000/"  # whole addresses of the site, which the texts of pages change
_ADDRESSES = {"@id", "url"}
_SIZES = {"x", "y", "cx", "cy"}  # a chart moves a label by its length
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_OUT = {ord(sign): None for sign in "[]…"}
_HEADING = re.compile(r"h[1-6]\Z")


@dataclass
class HtmlPage:
    """What one page holds; the order of elements is left out, since pages sort by name."""

    elements: Counter[str] = field(default_factory=Counter)
    comments: list[str] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    h1: list[str] = field(default_factory=list)
    title: str = ""
    description: str | None = None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = HtmlPage()
        self.open: list[str] = []
        self.text = ""
        self.data = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._flush()
        page, values = self.page, dict(attrs)
        self.data = values.get("type") == "application/ld+json"
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "h1":
            page.h1.append("")
        if tag == "meta" and values.get("name") == "description":
            page.description = values.get("content")
        page.ids += [value for name, value in attrs if name == "id" and value]
        page.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]
        page.handlers += [f"<{tag} {name}={value!r}>" for name, value in attrs if name.startswith("on")]
        page.shown.update(wording(v) for name, v in attrs if name in _SHOWN and v and not v.startswith(_OWN))
        page.elements[f"<{tag} {_frame(tag, attrs)}>"] += 1

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        self.data = False
        self.page.elements[f"</{tag}>"] += 1
        if tag in self.open:
            while self.open.pop() != tag:
                self.page.elements[f"unclosed in {tag}"] += 1

    def handle_data(self, data: str) -> None:
        self.text += data

    def _flush(self) -> None:
        text, self.text = self.text, ""
        if "title" in self.open and "svg" not in self.open:
            self.page.title += text
        if "h1" in self.open:
            self.page.h1[-1] += text
        told = _strings(json.loads(text)) if self.data else [text]
        self.page.texts.update(shown for t in told if (shown := wording(t)))

    def handle_comment(self, data: str) -> None:
        self.page.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.page.comments.append(decl)

    def handle_pi(self, data: str) -> None:
        self.page.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self.page.comments.append(data)


def _strings(value: object) -> Iterator[str]:
    """Every text of a JSON-LD document, addresses aside."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner) if key not in _ADDRESSES else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    else:
        yield str(value)


def _frame(tag: str, attrs: Attributes) -> str:
    """The attributes without what names and addresses of the content change."""
    kept = []
    for name, value in sorted(attrs, key=str):
        made_of_text = (_HEADING.match(tag) and name == "id") or name in _SHOWN or name in _SIZES
        if name == "href" and value and (value.startswith(("http", "mailto:")) or re.fullmatch("#[a-z0-9_-]+", value)):
            made_of_text = True
        kept.append(name if made_of_text else f"{name}={value!r}")
    return " ".join(kept)


def wording(text: str) -> str:
    """A text without regard to case, white space, square brackets and „…".

    Some templates change the case of a name; the summaries of the test need the rest to tell a text and no link.
    """
    return "".join(text.split()).translate(_LEFT_OUT).casefold()


def read(text: str) -> HtmlPage:
    """Parse a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader._flush()
    reader.page.elements.update(f"unclosed {tag}" for tag in reader.open)
    return reader.page
